import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ChangeForm } from '../../roadmap/parts/index.js'
import { PageHeader, TextArea, TextField, useWords } from '../../ui/index.js'
import type { CorrectDecisionData } from './change-decision.route.js'
import { decisionHref, decisionsHref, GroupCrumbs } from './parts/index.js'

/** Mends the words of a decision; what was decided stays. */
export function CorrectDecision() {
  const words = useWords<Words>()
  const { decision } = useLoaderData<CorrectDecisionData>()
  const { group, number } = decision
  const title = words('decision.correct')
  return (
    <>
      <PageHead title={title} isPrivate />
      <GroupCrumbs
        group={group}
        crumbs={[
          { label: words('decision.title'), href: decisionsHref(group) },
          { label: words('decision.one', { number }), href: decisionHref(group, number) },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={words('decision.eyebrow', { number, group: group.acronym ?? group.name })}
        title={title}
        lead={words('decision.correctLead')}
      />
      <ChangeForm
        name="correct"
        send={words('decision.correctSend')}
        backTo={decisionHref(group, number)}
        revision={decision.revision}
        now={<p dir="auto">{decision.text}</p>}
      >
        <input type="hidden" name="id" value={decision.id} />
        <TextArea
          name="text"
          label={words('decision.text')}
          defaultValue={decision.text}
          rows={4}
          maxLength={5000}
          isRequired
        />
        <TextField name="reason" label={words('decision.correctReason')} maxLength={1000} isRequired />
      </ChangeForm>
    </>
  )
}
