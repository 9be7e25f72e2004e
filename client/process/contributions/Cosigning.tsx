import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, Notice, Section, Select, useWords } from '../../ui/index.js'
import type { ContributionData } from './contributions.route.js'

type Shown = ContributionData['contribution']

/** Who was asked to sign, and a way to ask somebody more: for those who act for the contribution. */
export function Cosigning({ contribution: { id, cosigners, contacts, group } }: { contribution: Shown }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('invite')
  const asked = new Set(cosigners.flatMap(({ person, state }) => (state === 'DECLINED' ? [] : [person.id])))
  const own = new Set(contacts.flatMap(({ person }) => person?.id ?? []))
  const people = new Map(group.roles.flatMap(({ person }) => (person.name ? [[person.id, person.name] as const] : [])))
  const options = [...people]
    .filter(([personId]) => !asked.has(personId) && !own.has(personId))
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, words.locale))
  return (
    <Section id="cosign" title={words('contribution.cosign')} note={words('contribution.cosignNote')}>
      {cosigners.length > 0 && (
        <ul className="bullets">
          {cosigners.map(({ id: key, person, label, state }) => (
            <li key={key}>
              <bdi>{person.name ?? words('contribution.somebody')}</bdi>, <bdi>{label}</bdi>:{' '}
              {words(`contribution.cosigning.${state}`)}
            </li>
          ))}
        </ul>
      )}
      {options.length > 0 && (
        <Form
          id="invite"
          method="post"
          refusals={refusals}
          values={typed}
          actions={<SubmitButton>{words('contribution.invite')}</SubmitButton>}
        >
          <input type="hidden" name="act" value="invite" />
          <input type="hidden" name="id" value={id} />
          <Select
            name="personId"
            label={words('contribution.inviteWhom')}
            placeholder={words('contribution.inviteMissing')}
            options={options}
          />
        </Form>
      )}
    </Section>
  )
}

/** For whoever is asked to sign: the question, and their answer until the meeting has ended. */
export function Invitation({ contribution: { id, viewerInvitation, phase } }: { contribution: Shown }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('answer')
  if (!viewerInvitation || phase === 'WITHDRAWN' || phase === 'LAPSED') return null
  const { label: organisation, state } = viewerInvitation
  const title = {
    INVITED: words('contribution.invited', { organisation }),
    ACCEPTED: words('contribution.youSigned', { organisation }),
    DECLINED: words('contribution.youDeclined', { organisation }),
  }[state]
  return (
    <Notice kind={state === 'INVITED' ? 'attention' : 'info'} title={title}>
      <p>{words('contribution.invitedText')}</p>
      <Form
        id="answer"
        method="post"
        refusals={refusals}
        values={typed}
        actions={
          <>
            {state !== 'ACCEPTED' && (
              <SubmitButton kind="primary" name="act" value="accept">
                {words('contribution.accept', { organisation })}
              </SubmitButton>
            )}
            {state !== 'DECLINED' && (
              <SubmitButton name="act" value="decline">
                {words('contribution.decline')}
              </SubmitButton>
            )}
          </>
        }
      >
        <input type="hidden" name="id" value={id} />
      </Form>
    </Notice>
  )
}
