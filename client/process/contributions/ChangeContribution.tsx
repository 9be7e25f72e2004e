import type { ReactNode } from 'react'
import { useLoaderData } from 'react-router'
import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import { CONSENT_VERSION } from '#schema/vocabulary/contributions.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Checkbox,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  RadioGroup,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.js'
import { CoverFields } from './CoverFields.js'
import type { ChangeContributionData } from './contributions.route.js'
import { ContributionCrumbs, PhaseChip } from './marks.js'
import { Outlook } from './Outlook.js'
import { WhichDraft } from './WhichDraft.js'

/** A page that changes a contribution: what it is, what is done, and one form that posts to its own address. */
function ChangePage({
  act,
  lead,
  kind = 'primary',
  isEmpty = false,
  before,
  children,
}: {
  act: 'edit' | 'handIn' | 'revise' | 'withdraw' | 'admit' | 'hold'
  lead?: string
  kind?: 'primary' | 'danger'
  /** There is nothing to send. */
  isEmpty?: boolean
  /** Stands before the form. */
  before?: ReactNode
  children: ReactNode
}) {
  const words = useWords<Words>()
  const { contribution } = useLoaderData<ChangeContributionData>()
  const { group, number, phase } = contribution
  const { refusals, codes, typed } = useFormAnswer(act)
  const href = contributionHref(group.slug, number)
  const title = words(`contribution.${act}`)
  return (
    <>
      <PageHead title={`${title}, ${number}`} isPrivate />
      <ContributionCrumbs group={group} contribution={{ number, href }} doing={title} />
      <PageHeader
        eyebrow={
          <>
            {number} <bdi>{contribution.title}</bdi>
          </>
        }
        title={title}
        marks={<PhaseChip phase={phase} />}
        lead={lead}
      />
      {codes.includes('STALE') && (
        <div role="alert" className="spaced">
          <Notice kind="attention" title={words('contribution.staleTitle')}>
            {words('contribution.staleText')}
          </Notice>
        </div>
      )}
      {before}
      <Form
        id={`${act}-contribution`}
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={
          <>
            {!isEmpty && <SubmitButton kind={kind}>{act === 'edit' ? words('contribution.save') : title}</SubmitButton>}
            <LinkButton href={href} kind="quiet">
              {words('contribution.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="id" value={contribution.id} />
        <input type="hidden" name="expectedRevision" value={contribution.revision} />
        {children}
      </Form>
    </>
  )
}

export function EditContribution() {
  const { contribution, me, draft, now } = useLoaderData<ChangeContributionData>()
  const { group, number, meeting, sources, concerns } = contribution
  return (
    <ChangePage
      act="edit"
      before={
        <WhichDraft group={group} action={`${contributionHref(group.slug, number)}/edit`} chosen={draft?.id ?? null} />
      }
    >
      <CoverFields
        group={group}
        known={contribution}
        me={me}
        now={now}
        sources={sources.map(({ label }) => label).join('\n')}
        meeting={meeting?.number ?? 0}
        draft={draft}
        clause={draft?.id === concerns?.document.id ? (concerns?.clauseId ?? null) : null}
      />
    </ChangePage>
  )
}

export function SubmitContribution() {
  const words = useWords<Words>()
  return (
    <HandIn act="handIn" lead={words('contribution.handInLead')}>
      {null}
    </HandIn>
  )
}

export function ReviseContribution() {
  const words = useWords<Words>()
  return (
    <HandIn act="revise" lead={words('contribution.reviseLead')}>
      <TextArea name="note" label={words('contribution.note')} rows={2} maxLength={1000} />
    </HandIn>
  )
}

/** What is handed in, the agreement to its use, and the question about patents. */
function HandIn({ act, lead, children }: { act: 'handIn' | 'revise'; lead: string; children: ReactNode }) {
  const words = useWords<Words>()
  const { contribution, now } = useLoaderData<ChangeContributionData>()
  const { waitingFiles, document, meeting, patentsKnown, patentsNote, title } = contribution
  const files = waitingFiles.toReversed().map(({ id, name }) => ({
    value: id,
    label: <bdi>{words('contribution.whatFile', { name })}</bdi>,
  }))
  const choices = [...files, ...(document ? [{ value: 'text', label: words('contribution.whatText') }] : [])]
  if (choices.length === 0) {
    return (
      <ChangePage act={act} lead={lead} isEmpty>
        <EmptyState title={words('contribution.whatNothing')}>{words('contribution.whatNothingText')}</EmptyState>
      </ChangePage>
    )
  }
  return (
    <ChangePage act={act} lead={lead}>
      {meeting && (
        <Notice
          kind={meeting.contributionOutlook.standing === 'LATE_PENDING' ? 'attention' : 'info'}
          title={<bdi>{meeting.title}</bdi>}
        >
          <Outlook meeting={meeting} now={now} />
        </Notice>
      )}
      <RadioGroup
        name="what"
        label={words('contribution.what')}
        choices={choices}
        {...(choices.length === 1 && { defaultValue: choices[0]!.value })}
      />
      <TextField name="title" label={words('contribution.titleNow')} isRequired maxLength={500} defaultValue={title} />
      {children}
      <RadioGroup
        name="patentsKnown"
        label={words('contribution.patentsQuestion')}
        hint={words('contribution.patentsHint')}
        {...(patentsKnown !== null && { defaultValue: String(patentsKnown) })}
        choices={[
          { value: 'false', label: words('contribution.patentsNo') },
          { value: 'true', label: words('contribution.patentsYes') },
        ]}
      />
      <TextArea
        name="patentsNote"
        label={words('contribution.patentsNote')}
        rows={2}
        maxLength={2000}
        defaultValue={patentsNote ?? ''}
      />
      <input type="hidden" name="consentVersion" value={CONSENT_VERSION} />
      <Checkbox
        name="consent"
        label={words('contribution.consent')}
        hint={words(`contribution.consentText.${CONSENT_VERSION}`)}
      />
    </ChangePage>
  )
}

function Reason({ isRequired = false }: { isRequired?: boolean }) {
  const words = useWords<Words>()
  return (
    <TextArea name="reason" label={words('contribution.reason')} rows={3} maxLength={1000} isRequired={isRequired} />
  )
}

export function WithdrawContribution() {
  const words = useWords<Words>()
  return (
    <ChangePage act="withdraw" kind="danger" lead={words('contribution.withdrawLead')}>
      <Reason />
    </ChangePage>
  )
}

export function AdmitContribution() {
  const words = useWords<Words>()
  return (
    <ChangePage act="admit" lead={words('contribution.admitLead')}>
      <Reason isRequired />
    </ChangePage>
  )
}

export function HoldContribution() {
  const words = useWords<Words>()
  return (
    <ChangePage act="hold" lead={words('contribution.holdLead')}>
      <Reason isRequired />
    </ChangePage>
  )
}
