import { useLoaderData } from 'react-router'
import { termsSectionKeys } from '#schema/vocabulary/groups.js'
import { obligations } from '#schema/vocabulary/process.js'
import type { Words } from '#schema/words/index.js'
import { ChangeForm } from '../../../roadmap/parts/index.js'
import { DateField, Section, Select, Stack, TextArea, TextField, useWords } from '../../../ui/index.js'
import { GroupHead, groupHref } from '../manage/GroupHead.js'
import { offsetUnits, spareDeadlines } from './terms-form.js'
import type { NewTermsData, TermsOfGroup } from './terms.route.js'

/** Writes the next version of the terms of reference from the last: nineteen sections, and the deadlines that they set. */
export function NewTerms() {
  const words = useWords<Words>()
  const { group, last, idempotencyKey } = useLoaderData<NewTermsData>()
  const href = `${groupHref(group)}/terms`
  const title = words(last ? 'termsPage.write' : 'termsPage.writeFirst')
  return (
    <>
      <GroupHead
        group={group}
        title={title}
        lead={words('termsPage.writeLead')}
        parent={{ label: words('group.terms'), href }}
      />
      <ChangeForm
        name="terms"
        send={words('termsPage.record')}
        backTo={href}
        revision={last?.version ?? 0}
        idempotencyKey={idempotencyKey}
      >
        <div className="side-by-side">
          <DateField name="approvedOn" label={words('groupSetting.field.termsApprovedOn')} />
          <TextField
            name="source"
            label={words('termsPage.source')}
            hint={words('termsPage.sourceHint')}
            maxLength={500}
          />
        </div>
        <Section id="texts" title={words('termsPage.sections')} note={words('termsPage.sectionsNote')} level={2}>
          <Stack gap={6}>
            {termsSectionKeys.map((key, at) => {
              const now = last?.sections[at]
              const heading = words('termsPage.heading', { number: at + 1, title: words(`group.terms.${key}`) })
              return (
                <div key={key} className="terms-section">
                  <TextArea name={key} label={heading} defaultValue={now?.text ?? ''} rows={3} maxLength={20_000} />
                  <TextField
                    name={`see-${key}`}
                    label={words('termsPage.see', { number: at + 1 })}
                    defaultValue={now?.see ?? ''}
                    maxLength={200}
                    autoComplete="off"
                  />
                </div>
              )
            })}
          </Stack>
        </Section>
        <Section id="set" title={words('termsPage.deadlines')} note={words('termsPage.deadlinesFormNote')} level={2}>
          <DeadlineRows last={last} />
        </Section>
      </ChangeForm>
    </>
  )
}

/** A row a deadline, and some to spare; a row that is emptied ends its deadline. */
function DeadlineRows({ last }: { last: TermsOfGroup | null }) {
  const words = useWords<Words>()
  const held = last?.deadlines ?? []
  return (
    <Stack gap={6}>
      {Array.from({ length: held.length + spareDeadlines }, (_, at) => {
        const now = held[at]
        return (
          <div key={at} className="side-by-side" role="group" aria-label={words('termsPage.row', { number: at + 1 })}>
            <Select
              name={`obligation-${at}`}
              label={words('termsPage.rowWhat')}
              placeholder={words('termsPage.none')}
              options={obligations.map((value) => ({ value, label: words(`deadline.obligation.${value}`) }))}
              defaultValue={now?.obligation ?? ''}
            />
            <TextField
              name={`count-${at}`}
              label={words('termsPage.rowCount')}
              defaultValue={now ? String(now.count) : ''}
              inputMode="numeric"
              dir="ltr"
              autoComplete="off"
            />
            <Select
              name={`unit-${at}`}
              label={words('termsPage.rowUnit')}
              options={offsetUnits.map((value) => ({ value, label: words(`termsPage.unit.${value}`) }))}
              defaultValue={now?.unit ?? 'WEEKS'}
            />
            <Select
              name={`section-${at}`}
              label={words('termsPage.rowSection')}
              options={termsSectionKeys.map((value, index) => ({
                value,
                label: words('termsPage.heading', { number: index + 1, title: words(`group.terms.${value}`) }),
              }))}
              defaultValue={now ? termsSectionKeys[now.section - 1] : 'MEETINGS'}
            />
          </div>
        )
      })}
    </Stack>
  )
}
