import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Day, EmptyState, Notice, RefusedInline, Section, Stack, useWords } from '../../ui/index.js'
import { dayIn, KeyDateList } from '../deadlines/index.js'
import { meetingWarnings, type MeetingWarning } from './new-meeting.js'
import type { DatesPreview as Preview } from './new-meeting.route.js'

/** Beside the form: what these days would mean. */
export function DatesPreview({ preview, now }: { preview: Preview | null; now: string }) {
  const words = useWords<Words>()
  return (
    <div className="beside-preview" aria-live="polite">
      <Section
        id="dates"
        title={words('meeting.previewTitle')}
        note={preview ? <Day on={preview.days.startsOn} /> : undefined}
      >
        {preview === null ? (
          <EmptyState title={words('meeting.previewEmpty')}>{words('meeting.previewEmptyText')}</EmptyState>
        ) : (
          <Stack gap={4}>
            {preview.refusals.map(({ sentence }) => (
              <RefusedInline key={sentence} sentence={sentence} />
            ))}
            {preview.refusals.length === 0 && <Dates preview={preview} now={now} />}
          </Stack>
        )}
      </Section>
    </div>
  )
}

/** Only for days that the server could compute with: a zone that does not exist has no today. */
function Dates({ preview: { days, dates }, now }: { preview: Preview; now: string }) {
  const words = useWords<Words>()
  return (
    <>
      {meetingWarnings(days, dates, dayIn(now, days.zone)).map((warning) => (
        <Notice key={JSON.stringify(warning)} kind="attention">
          {warningSentence(warning, words)}
        </Notice>
      ))}
      <KeyDateList dates={dates} now={now} />
    </>
  )
}

function warningSentence(warning: MeetingWarning, words: Words): string {
  if (warning.code !== 'OVER_ALREADY') return words(`meeting.beforeCall.${warning.code}`, { ...warning })
  return words('meeting.beforeCall.OVER_ALREADY', {
    obligation: words.dynamic(`deadline.obligation.${warning.obligation}`),
    on: formatDay(warning.on, words),
  })
}
