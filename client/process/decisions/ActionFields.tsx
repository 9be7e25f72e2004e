import { isOver, type MeetingState } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import { DateField, Select, TextArea, TextField, useWords } from '../../ui/index.js'

interface Choices {
  readonly roles: readonly {
    readonly isCurrent: boolean
    readonly person: { readonly id: string; readonly name: string | null }
  }[]
  readonly meetings: { readonly nodes: readonly { number: number; title: string; state: MeetingState }[] }
}

export interface ActionValues {
  readonly text: string
  readonly owner: { readonly id: string } | null
  readonly ownerWords: string | null
  readonly dueMeeting: { readonly number: number } | null
  readonly dueOn: string | null
}

export const noAction: ActionValues = { text: '', owner: null, ownerWords: null, dueMeeting: null, dueOn: null }

/** What is to be done, by whom, by when. */
export function ActionFields({ group, action }: { group: Choices; action: ActionValues }) {
  const words = useWords<Words>()
  const people = new Map(
    group.roles
      .filter(({ isCurrent, person }) => (isCurrent || person.id === action.owner?.id) && person.name)
      .map(({ person }) => [person.id, person.name!]),
  )
  const meetings = group.meetings.nodes.filter(
    ({ number, state }) => number === action.dueMeeting?.number || (state !== 'CANCELLED' && !isOver(state)),
  )
  return (
    <>
      <TextArea
        name="text"
        label={words('action.text')}
        defaultValue={action.text}
        rows={3}
        maxLength={2000}
        isRequired
      />
      <Select
        name="owner"
        label={words('action.owner')}
        placeholder={words('action.ownerNobody')}
        defaultValue={action.owner?.id ?? ''}
        options={[...people].map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="ownerWords"
        label={words('action.ownerWords')}
        hint={words('action.ownerWordsHint')}
        defaultValue={action.ownerWords ?? ''}
        maxLength={300}
      />
      <Select
        name="dueMeeting"
        label={words('action.dueMeeting')}
        placeholder={words('action.noMeeting')}
        defaultValue={action.dueMeeting ? String(action.dueMeeting.number) : ''}
        options={meetings.map(({ number, title }) => ({ value: String(number), label: title }))}
      />
      <DateField name="dueOn" label={words('action.dueOn')} defaultValue={action.dueOn ?? ''} />
    </>
  )
}
