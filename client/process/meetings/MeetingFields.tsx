import type { MeetingMode } from '#schema/generated/operations.js'
import { meetingModes } from '#schema/vocabulary/process.js'
import type { Words } from '#schema/words/index.js'
import { RadioGroup, TextArea, TextField, TimeField, useHydrated, useWords } from '../../ui/index.js'

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
  objectives: readonly string[]
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

/** Everything but days and mode. */
export function DetailFields({ meeting }: { meeting: MeetingDetails }) {
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
      <TextField
        name="collocatedWith"
        label={words('meeting.collocated')}
        hint={words('meeting.optional')}
        defaultValue={meeting.collocatedWith ?? ''}
      />
      <TextArea
        name="objectives"
        label={words('meeting.objectives')}
        hint={words('meeting.objectivesHint')}
        defaultValue={meeting.objectives.join('\n')}
        rows={6}
      />
    </>
  )
}
