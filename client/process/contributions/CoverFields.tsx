import type { ContributionCoverFragment, ContributingGroupFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { CheckboxGroup, Disclosure, RadioGroup, Select, TextArea, TextField, useWords } from '../../ui/index.js'
import { clauseNameOf } from '../../drafting/reading/index.js'
import { contactLines } from './change-form.js'
import type { ConcernedDraft } from './contributions.route.js'
import { Outlook } from './Outlook.js'
import { purposeWord } from './purpose-word.js'

interface Someone {
  readonly id: string
  readonly name: string | null
}

/** What the cover says: the fields of both forms that change it. `known` is what it says already. */
export function CoverFields({
  group,
  known,
  me,
  now,
  sources,
  meeting,
  draft,
  clause,
}: {
  group: ContributingGroupFragment
  known?: ContributionCoverFragment
  me: Someone | null
  now: string
  /** One a line. */
  sources: string
  /** Number of the meeting that is chosen at first; null for none. */
  meeting: number | null
  /** The draft that it is about, with its clauses. */
  draft: ConcernedDraft | null
  /** The clause of it that is chosen at first. */
  clause: string | null
}) {
  const words = useWords<Words>()
  const meetings = group.meetings.nodes.filter(({ contributionOutlook }) => !contributionOutlook.isOver)
  const people: Someone[] = known ? known.contacts.flatMap(({ person }) => person ?? []) : []
  const persons = me && !people.some(({ id }) => id === me.id) ? [me, ...people] : people
  const chosen = known ? people : persons
  // What is on the cover stays to be chosen, also when the group has given it up since.
  const purposes = [...new Set([...group.contributionPurposes, ...(known?.purposes ?? [])])]
  return (
    <>
      <RadioGroup
        name="meeting"
        label={words('contribution.meeting')}
        hint={known && words('contribution.meetingHint')}
        defaultValue={String(meeting ?? meetings[0]?.number ?? 0)}
        choices={[
          ...meetings.map((one) => ({
            value: String(one.number),
            label: <bdi>{one.title}</bdi>,
            hint: <Outlook meeting={one} now={now} withNumber={!known} />,
          })),
          ...(known?.meeting || (known === undefined && group.nextContributionNumber === null)
            ? []
            : [
                {
                  value: '0',
                  label: words('contribution.noMeeting'),
                  hint:
                    known || group.nextContributionNumber === null
                      ? undefined
                      : words('contribution.aboutNumber', { number: group.nextContributionNumber }),
                },
              ]),
        ]}
      />
      {draft && (
        <>
          <input type="hidden" name="concernsDocumentId" value={draft.id} />
          <Select
            key={draft.id}
            name="concernsClauseId"
            label={words('contribution.concernsClause', { title: draft.title })}
            placeholder={words('contribution.concernsWhole')}
            options={draft.clauses.map((one) => ({ value: one.id, label: clauseNameOf(one, words) }))}
            defaultValue={clause ?? ''}
          />
        </>
      )}
      <TextField
        name="title"
        label={words('contribution.titleNow')}
        isRequired
        maxLength={500}
        defaultValue={known?.title}
      />
      <TextArea
        name="sources"
        label={words('contribution.sources')}
        hint={words('contribution.sourcesHint')}
        isRequired
        rows={3}
        defaultValue={sources}
      />
      <CheckboxGroup
        name="purposes"
        label={words('contribution.purposes')}
        defaultValues={known?.purposes ?? []}
        choices={purposes.map((value) => ({ value, label: <bdi>{purposeWord(words, value)}</bdi> }))}
      />
      {persons.length > 0 && (
        <CheckboxGroup
          name="contactIds"
          label={words('contribution.contacts')}
          defaultValues={chosen.map(({ id }) => id)}
          choices={persons.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        />
      )}
      <TextArea
        name="abstract"
        label={words('contribution.abstract')}
        hint={words('contribution.abstractHint')}
        rows={6}
        maxLength={5000}
        defaultValue={known?.abstract ?? ''}
      />
      <TextArea
        name="asked"
        label={words('contribution.asked')}
        rows={2}
        maxLength={2000}
        defaultValue={known?.asked ?? ''}
      />
      <Disclosure summary={words('contribution.more')} isOpen={known !== undefined}>
        <TextArea
          name="contacts"
          label={words('contribution.otherContacts')}
          hint={words('contribution.contactsHint')}
          rows={2}
          defaultValue={known ? contactLines(known.contacts) : ''}
        />
        <TextField
          name="keywords"
          label={words('contribution.keywords')}
          hint={words('contribution.keywordsHint')}
          defaultValue={known?.keywords.join(', ')}
        />
        {group.subgroups.length > 0 && (
          <Select
            name="subgroupId"
            label={words('contribution.subgroup')}
            placeholder={words('contribution.wholeGroup')}
            options={group.subgroups.map(({ id, number, title }) => ({
              value: id,
              label: words('people.subgroupChoice', { number, title }),
            }))}
            defaultValue={known?.subgroup?.id ?? ''}
          />
        )}
      </Disclosure>
    </>
  )
}
