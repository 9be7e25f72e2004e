import type { ImportStandingFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Disclosure, Form, LinkButton, Notice, Stack, useWords } from '../../ui/index.js'
import { importHref } from './import-address.js'

/** What can be done with a list that nobody is working on, and how the last step ended. */
export function ImportSteps({ it }: { it: ImportStandingFragment }) {
  const words = useWords<Words>()
  return (
    <Stack gap={4}>
      {it.refusal && (
        <Notice kind="bad" title={words(it.state === 'REFUSED' ? 'import.refusedTitle' : 'import.stoppedTitle')}>
          {words.dynamic(`refusal.${it.refusal.code}`, it.refusal.args as Record<string, string | number>)}
        </Notice>
      )}
      {it.state === 'PREVIEWED' && <Preview it={it} />}
      {it.state === 'APPLIED' && (
        <Notice
          kind="good"
          title={words('import.applied')}
          actions={<LinkButton href={`${importHref(it.id)}/undo`}>{words('import.undo')}</LinkButton>}
        >
          {words('import.appliedText')}
        </Notice>
      )}
      {it.state === 'UNDONE' && (
        <>
          <Notice title={words('import.undone')}>{words('import.undoneText')}</Notice>
          <Step it={it} step="again" label={words('import.again')} />
        </>
      )}
      {it.state === 'CANCELLED' && <Notice>{words('import.cancelled')}</Notice>}
      {(it.state === 'REFUSED' || it.state === 'CANCELLED') && (
        <p>
          <LinkButton href="/admin/imports/new">{words('import.new')}</LinkButton>
        </p>
      )}
    </Stack>
  )
}

function Preview({ it }: { it: ImportStandingFragment }) {
  const words = useWords<Words>()
  const { refusals } = useFormAnswer('step')
  const count = (outcome: string) => it.counts.find((one) => one.outcome === outcome)?.count ?? 0
  const [added, changed] = [count('NEW'), count('CHANGED')]
  const isNothing = added + changed === 0
  return (
    <>
      <Form
        id="apply"
        method="post"
        action={importHref(it.id)}
        refusals={refusals}
        actions={
          <>
            {!isNothing && (
              <SubmitButton kind="primary" name="step" value="apply">
                {words('import.apply')}
              </SubmitButton>
            )}
            <SubmitButton name="step" value="again">
              {words('import.again')}
            </SubmitButton>
            <SubmitButton kind="quiet" name="step" value="cancel">
              {words('import.drop')}
            </SubmitButton>
          </>
        }
      >
        <input type="hidden" name="expectedRevision" value={it.revision} />
        <p>{isNothing ? words('import.nothing') : words('import.applyLead', { added, changed })}</p>
        {it.undecided > 0 && <p>{words('import.undecided', { count: it.undecided })}</p>}
      </Form>
      {it.undecided > 1 && (
        <Disclosure summary={words('import.decideAllTitle')}>
          <Form
            id="decide-all"
            method="post"
            action={importHref(it.id)}
            actions={
              <>
                <input type="hidden" name="step" value="decideAll" />
                <SubmitButton size="small" name="choice" value="SAME_ITEM">
                  {words('import.decideAllSame')}
                </SubmitButton>
                <SubmitButton size="small" name="choice" value="NEW_ITEM">
                  {words('import.decideAllNew')}
                </SubmitButton>
                <SubmitButton size="small" name="choice" value="SKIP">
                  {words('import.decideAllSkip')}
                </SubmitButton>
              </>
            }
          />
        </Disclosure>
      )}
    </>
  )
}

function Step({ it, step, label }: { it: ImportStandingFragment; step: string; label: string }) {
  return (
    <Form
      id={step}
      method="post"
      action={importHref(it.id)}
      actions={
        <SubmitButton name="step" value={step}>
          {label}
        </SubmitButton>
      }
    />
  )
}
