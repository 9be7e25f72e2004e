import type { MeetingState } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Chip, useWords } from '../../ui/index.js'
import { meetingMarks } from './meeting-marks.js'

export function MeetingChip({ state }: { state: MeetingState }) {
  const words = useWords<Words>()
  return (
    <Chip {...meetingMarks[state]} title={words(`meeting.stateMeaning.${state}`)}>
      {words(`meeting.state.${state}`)}
    </Chip>
  )
}
