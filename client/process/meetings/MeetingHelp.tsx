import { meetingActions, meetingStates, meetingTable, type MeetingAction } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  DataTable,
  DefinitionList,
  PageHeader,
  Section,
  Shape,
  useWords,
  VisuallyHidden,
} from '../../ui/index.js'
import { MeetingChip } from './MeetingChip.js'

const shapes = { OFFERED: 'full', POSSIBLE: 'ring' } as const

/** The states of a meeting and what each allows to whom: drawn from the very table by which the server decides. */
export function MeetingHelp() {
  const words = useWords<Words>()
  const title = words('meetingHelp.title')
  return (
    <>
      <PageHead title={title} description={words('meetingHelp.lead')} canonical="/help/meetings" />
      <Breadcrumb crumbs={[{ label: words('group.groups'), href: '/groups' }, { label: title }]} />
      <PageHeader title={title} lead={words('meetingHelp.lead')} />
      <Section id="states" title={words('meetingHelp.states')}>
        <DefinitionList
          facts={meetingStates.map((state) => ({
            term: <MeetingChip state={state} />,
            value: words(`meeting.stateMeaning.${state}`),
          }))}
        />
      </Section>
      <Section id="table" title={words('meetingHelp.table')} note={words('meetingHelp.legend')}>
        <DataTable
          caption={words('meetingHelp.table')}
          isCaptionHidden
          rows={meetingActions}
          rowKey={(action) => action}
          empty={null}
          columns={[
            {
              id: 'action',
              header: words('meetingHelp.action'),
              isRowHeader: true,
              cell: (action: MeetingAction) => (
                <>
                  {words(`meetingHelp.action.${action}`)}
                  <span className="block soft weak">{words(`meetingHelp.who.${meetingTable[action].who}`)}</span>
                </>
              ),
            },
            ...meetingStates.map((state) => ({
              id: state,
              header: words(`meeting.state.${state}`),
              cell: (action: MeetingAction) => {
                const openness = meetingTable[action].states[state]
                return (
                  <>
                    {openness && <Shape name={shapes[openness]} />}
                    <VisuallyHidden>{words(`meetingHelp.${openness ?? 'NO'}`)}</VisuallyHidden>
                  </>
                )
              },
            })),
          ]}
        />
      </Section>
      <Section id="notes" title={words('meetingHelp.notes')}>
        <ul className="bullets measure">
          <li>{words('meetingHelp.note.calendar')}</li>
          <li>{words('meetingHelp.note.number')}</li>
          <li>{words('meetingHelp.note.closing')}</li>
          <li>{words('meetingHelp.note.told')}</li>
        </ul>
      </Section>
    </>
  )
}
