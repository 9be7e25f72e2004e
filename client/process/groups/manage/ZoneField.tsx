import type { Words } from '#schema/words/index.js'
import { TextField, useHydrated, useWords } from '../../../ui/index.js'

/** The zone in which deadlines of a group end, by its IANA name; the browser offers those it knows. Without scripts the name is typed. */
export function ZoneField({ zone }: { zone: string }) {
  const words = useWords<Words>()
  const isHydrated = useHydrated()
  return (
    <>
      <TextField
        name="deadlineZone"
        label={words('groupSetting.field.deadlineZone')}
        hint={words('meeting.zoneHint')}
        defaultValue={zone}
        list={isHydrated ? 'group-zones' : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        isRequired
      />
      {isHydrated && (
        <datalist id="group-zones">
          {Intl.supportedValuesOf('timeZone').map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  )
}
