import { useLoaderData } from 'react-router'
import { contributionsHref } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, LinkButton, Notice, PageHeader, useWords } from '../../ui/index.js'
import type { NewContributionData } from './contributions.route.js'
import { CoverFields } from './CoverFields.js'
import { ContributionCrumbs, helpersNamed } from './marks.js'
import { WhichDraft } from './WhichDraft.js'

/** Takes a number: to which meeting, in time or not, about which number, and what the cover says so far. */
export function NewContribution() {
  const words = useWords<Words>()
  const { group, me, now, meeting, draft, clause, idempotencyKey } = useLoaderData<NewContributionData>()
  const { refusals, typed } = useFormAnswer('new')
  const href = contributionsHref(group.slug)
  const own = me?.affiliations.find(({ to }) => to === null || to > now.slice(0, 10))
  const title = words('contribution.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <ContributionCrumbs group={group} doing={title} />
      <PageHeader
        eyebrow={group.acronym ?? group.name}
        title={title}
        lead={words('contribution.newLead', { group: group.acronym ?? group.name })}
      />
      {!group.viewerMayContribute && <WhomToAsk group={group} />}
      {group.viewerMayContribute && (
        <WhichDraft group={group} action={`${href}/new`} chosen={draft?.id ?? null} meeting={meeting} />
      )}
      {group.viewerMayContribute && (
        <Form
          id="new-contribution"
          method="post"
          action={`${href}/new`}
          refusals={refusals}
          values={typed}
          actions={
            <>
              <SubmitButton kind="primary">{words('contribution.reserve')}</SubmitButton>
              <LinkButton href={href} kind="quiet">
                {words('contribution.backToList')}
              </LinkButton>
            </>
          }
        >
          <input type="hidden" name="idempotencyKey" value={String(typed['idempotencyKey'] ?? idempotencyKey)} />
          <CoverFields
            group={group}
            me={me}
            now={now}
            sources={own?.label ?? ''}
            meeting={meeting}
            draft={draft}
            clause={clause}
          />
        </Form>
      )}
    </>
  )
}

/** For whoever may see the group and has no such role in it. */
function WhomToAsk({ group }: Pick<NewContributionData, 'group'>) {
  const words = useWords<Words>()
  return (
    <Notice kind="attention" title={words('contribution.notYours')}>
      {helpersNamed(words, group.contributionHelpers)}
    </Notice>
  )
}
