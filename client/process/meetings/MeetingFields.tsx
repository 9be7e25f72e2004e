import type { MeetingChoiceFragment, MeetingMode, Visibility } from '#schema/generated/operations.js'
import { meetingModes } from '#schema/vocabulary/process.js'
import { visibilityLevels } from '#schema/vocabulary/visibility.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import {
  Checkbox,
  Disclosure,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  TimeField,
  useHydrated,
  useWords,
} from '../../ui/index.js'

export interface MeetingDetails {
  title: string
  mode: MeetingMode
  opensAt?: string | null
  registrationOpensAt?: string | null
  zone: string
  place?: string | null
  country?: string | null
  host?: string | null
  collocatedWith?: string | null
  collocatedMeeting?: { id: string; title: string } | null
  closesAt?: string | null
  remoteDetails?: string | null
  workingLanguage?: string
  otherLanguages: readonly string[]
  decidesOnSiteOnlyHere?: boolean | null
  objectives: readonly string[]
  isPreparatory: boolean
  visibility: Visibility
  group: { visibility: Visibility }
}

/** How the meeting is held. The fields of the place hide themselves when it is remote: see process.css. */
export function ModeField({ mode }: { mode: MeetingMode }) {
  const words = useWords<Words>()
  return (
    <RadioGroup
      name="mode"
      label={words('meeting.mode')}
      defaultValue={mode}
      choices={meetingModes.map((value) => ({ value, label: words(`deadline.mode.${value}`) }))}
    />
  )
}

/** Zones by their IANA names; the browser offers those it knows. Without scripts the name is typed. */
export function ZoneField({ zone }: { zone: string }) {
  const words = useWords<Words>()
  const isHydrated = useHydrated()
  return (
    <>
      <TextField
        name="zone"
        label={words('meeting.zone')}
        hint={words('meeting.zoneHint')}
        defaultValue={zone}
        list={isHydrated ? 'zones' : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        isRequired
      />
      {isHydrated && (
        <datalist id="zones">
          {Intl.supportedValuesOf('timeZone').map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** Everything but days and mode. What most meetings need not say is folded away. */
export function DetailFields({
  meeting,
  others,
}: {
  meeting: MeetingDetails
  others: readonly MeetingChoiceFragment[]
}) {
  const words = useWords<Words>()
  return (
    <>
      <TextField
        name="title"
        label={words('meeting.title')}
        hint={words('meeting.titleHint')}
        defaultValue={meeting.title}
        isRequired
      />
      <div className="side-by-side">
        <TimeField
          name="opensAt"
          label={words('meeting.opensAt')}
          hint={words('meeting.opensAtHint')}
          defaultValue={meeting.opensAt?.slice(0, 5) ?? ''}
        />
        <TimeField
          name="closesAt"
          label={words('meeting.closesAtTime')}
          hint={words('meeting.closesAtHint')}
          defaultValue={meeting.closesAt?.slice(0, 5) ?? ''}
        />
        <TimeField
          name="registrationOpensAt"
          label={words('meeting.registrationOpensAt')}
          hint={words('meeting.optional')}
          defaultValue={meeting.registrationOpensAt?.slice(0, 5) ?? ''}
        />
      </div>
      <ZoneField zone={meeting.zone} />
      <div className="place-fields">
        <TextField name="place" label={words('meeting.place')} defaultValue={meeting.place ?? ''} />
        <TextField name="country" label={words('meeting.country')} defaultValue={meeting.country ?? ''} />
        <TextField
          name="host"
          label={words('meeting.host')}
          hint={words('meeting.hostHint')}
          defaultValue={meeting.host ?? ''}
        />
      </div>
      <TextArea
        name="objectives"
        label={words('meeting.objectives')}
        hint={words('meeting.objectivesHint')}
        defaultValue={meeting.objectives.join('\n')}
        rows={6}
      />
      <Checkbox
        name="isPreparatory"
        label={words('meeting.isPreparatory')}
        hint={words('meeting.isPreparatoryHint')}
        defaultChecked={meeting.isPreparatory}
      />
      <Select
        name="visibility"
        label={words('meeting.visibility')}
        hint={words('meeting.visibilityHint')}
        defaultValue={meeting.visibility}
        options={visibilityLevels.slice(visibilityLevels.indexOf(meeting.group.visibility)).map((value) => ({
          value,
          label: words(`group.visibleTo.${value}`),
        }))}
      />
      <MoreFields meeting={meeting} others={others} />
    </>
  )
}

/** What can be said later, or never; open where something of it is said already. */
function MoreFields({ meeting, others }: { meeting: MeetingDetails; others: readonly MeetingChoiceFragment[] }) {
  const words = useWords<Words>()
  const { collocatedWith, collocatedMeeting, remoteDetails, otherLanguages, decidesOnSiteOnlyHere: here } = meeting
  const isSaid =
    Boolean(collocatedWith || collocatedMeeting || remoteDetails || otherLanguages.length > 0) || here != null
  const choices = others.map(({ id, title, startsOn, group }) => ({
    value: id,
    label: `${group.acronym ?? group.name}: ${title}, ${formatDay(startsOn, words)}`,
  }))
  // One that is over by now is not among those to come, and stays chosen all the same.
  if (collocatedMeeting && !choices.some(({ value }) => value === collocatedMeeting.id)) {
    choices.unshift({ value: collocatedMeeting.id, label: collocatedMeeting.title })
  }
  return (
    <Disclosure summary={words('meeting.more')} isOpen={isSaid}>
      <div className="remote-fields">
        <TextArea
          name="remoteDetails"
          label={words('meeting.remoteDetails')}
          hint={words('meeting.remoteDetailsHint')}
          defaultValue={remoteDetails ?? ''}
          rows={2}
          maxLength={500}
        />
      </div>
      <div className="side-by-side">
        <TextField
          name="workingLanguage"
          className="field-short"
          label={words('meeting.workingLanguage')}
          hint={words('meeting.languageHint')}
          defaultValue={meeting.workingLanguage ?? ''}
          dir="ltr"
          spellCheck={false}
        />
        <TextField
          name="otherLanguages"
          label={words('meeting.otherLanguages')}
          hint={words('meeting.otherLanguagesHint')}
          defaultValue={otherLanguages.join(', ')}
          dir="ltr"
          spellCheck={false}
        />
      </div>
      <Select
        name="decides"
        label={words('meeting.decides')}
        hint={words('meeting.decidesHint')}
        defaultValue={here == null ? 'GROUP' : here ? 'ONSITE' : 'ANY'}
        options={(['GROUP', 'ANY', 'ONSITE'] as const).map((value) => ({
          value,
          label: words(`meeting.decides.${value}`),
        }))}
      />
      {choices.length > 0 && (
        <Select
          name="collocatedMeetingId"
          label={words('meeting.collocatedMeeting')}
          hint={words('meeting.collocatedMeetingHint')}
          defaultValue={collocatedMeeting?.id ?? ''}
          options={[{ value: '', label: words('meeting.collocatedNone') }, ...choices]}
        />
      )}
      <TextField
        name="collocatedWith"
        label={words('meeting.collocatedWords')}
        hint={words('meeting.collocatedWordsHint')}
        defaultValue={collocatedWith ?? ''}
      />
    </Disclosure>
  )
}
