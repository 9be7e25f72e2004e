import { useLoaderData } from 'react-router'
import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ActivityLines, LiveNotice } from '../../common/activity/index.js'
import {
  formatInstant,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  Section,
  Split,
  Stack,
  useWords,
} from '../../ui/index.js'
import { LateRevisionChip } from '../document-list/index.js'
import type { ContributionData } from './contributions.route.js'
import { CoverFacts } from './CoverFacts.js'
import { WhatBecame } from './WhatBecame.js'
import { Cosigning, Invitation } from './Cosigning.js'
import { HandedIn, RevisionList } from './HandedIn.js'
import { ContributionCrumbs, PhaseChip, sourceNames } from './marks.js'
import { YourText } from './YourText.js'

/** One contribution: its cover, what was handed in each time, what became of it, and what one may do. */
export function ContributionPage() {
  const words = useWords<Words>()
  const { contribution, shown, isSource, address, now } = useLoaderData<ContributionData>()
  const { group, number, title, phase, abstract, viewerMay } = contribution
  const href = contributionHref(group.slug, number)
  const revision = contribution.revisions.find((one) => one.number === shown) ?? null
  const name = group.acronym ?? group.name
  return (
    <>
      <PageHead
        title={`${number} ${title}`}
        description={abstract ?? `${number}: ${title}`}
        canonical={href}
        isPrivate={contribution.visibility !== 'PUBLIC' || group.isExample}
      />
      <ContributionCrumbs group={group} contribution={{ number, href }} />
      <PageHeader
        eyebrow={`${contribution.citedAs} · ${words('contribution.eyebrow', { group: name })}`}
        title={<bdi>{title}</bdi>}
        marks={
          <>
            <PhaseChip phase={phase} />
            {contribution.isRevisedLate && <LateRevisionChip />}
          </>
        }
        actions={<Actions />}
      />
      <LiveNotice objectId={contribution.id} />
      <Stack gap={6}>
        <Invitation contribution={contribution} />
        {phase === 'WITHDRAWN' && (
          <Notice kind="info" title={words('contribution.phase.WITHDRAWN')}>
            {words('contribution.phaseMeaning.WITHDRAWN')}
          </Notice>
        )}
        <Split
          side="end"
          aside={
            <Stack gap={4}>
              <WhatBecame contribution={contribution} />
              <RevisionList contribution={contribution} shown={shown} />
            </Stack>
          }
        >
          <Section id="cover" title={words('contribution.cover')}>
            <CoverFacts contribution={contribution} />
            {abstract && (
              <div className="spaced">
                <h3>{words('contribution.abstract')}</h3>
                <Prose>
                  {abstract.split(/\n+/).map((line, at) => (
                    <p key={at} dir="auto">
                      {line}
                    </p>
                  ))}
                </Prose>
              </div>
            )}
          </Section>
          {revision && <HandedIn contribution={contribution} revision={revision} />}
          <div className="no-print">
            <YourText contribution={contribution} isSource={isSource} now={now} />
            {viewerMay.includes('INVITE') && <Cosigning contribution={contribution} />}
          </div>
          {!revision && <HandedIn contribution={contribution} revision={null} />}
          {revision && (
            <Section id="cite" title={words('contribution.cite')}>
              <p className="measure" dir="auto">
                {words('contribution.citation', {
                  sources: new Intl.ListFormat(words.locale).format(sourceNames(contribution)),
                  title: revision.title,
                  number: revision.citedAs,
                  group: name,
                  date: formatInstant(revision.submittedAt, group.deadlineZone, words.locale, 'date'),
                  address,
                })}
              </p>
            </Section>
          )}
          <Section id="activity" title={words('meeting.record')} note={words('contribution.recordNote')}>
            <ActivityLines events={contribution.activity.nodes} />
          </Section>
        </Split>
      </Stack>
    </>
  )

  function Actions() {
    const may = (permission: (typeof viewerMay)[number]) => viewerMay.includes(permission)
    return (
      <>
        {may('ADMIT') && (
          <LinkButton href={`${href}/admit`} kind="primary">
            {words('contribution.admit')}
          </LinkButton>
        )}
        {may('HOLD') && <LinkButton href={`${href}/hold`}>{words('contribution.hold')}</LinkButton>}
        {may('SUBMIT') && (
          <LinkButton href={`${href}/submit`} kind="primary">
            {words('contribution.handIn')}
          </LinkButton>
        )}
        {may('REVISE') && <LinkButton href={`${href}/revise`}>{words('contribution.revise')}</LinkButton>}
        {may('EDIT') && <LinkButton href={`${href}/edit`}>{words('contribution.edit')}</LinkButton>}
        {may('WITHDRAW') && (
          <LinkButton href={`${href}/withdraw`} kind="danger">
            {words('contribution.withdraw')}
          </LinkButton>
        )}
      </>
    )
  }
}
