import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../../app/SubmitButton.js'
import { useFormAnswer } from '../../../app/use-form-answer.js'
import { DataTable, Form, Section, TextArea, useWords, type Column } from '../../../ui/index.js'
import { AudienceTold } from '../AudienceTold.js'
import { StaleNotice } from '../ChangePage.js'
import { MeetingDays } from '../MeetingDays.js'
import type { SeriesData } from './series.route.js'

type Left = SeriesData['place']['rest'][number]

/** What would be called off from this meeting on, each to be unticked; who would be told; and why. Nothing for whoever may not. */
export function CancelRest({ place: { series, rest, audience } }: Pick<SeriesData, 'place'>) {
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer('cancel-series')
  if (rest.length === 0) return null
  const sent = typed['meetings']
  const ticked = typeof sent === 'string' ? [sent] : (sent ?? [])
  const isTicked = ({ id }: Left) => refusals.length === 0 || ticked.some((one) => one.startsWith(id))
  const columns: Column<Left>[] = [
    {
      id: 'meeting',
      header: words('meeting.title'),
      isRowHeader: true,
      cell: (one) => (
        <label className="choice">
          <input
            type="checkbox"
            name="meetings"
            value={`${one.id} ${one.revision}`}
            defaultChecked={isTicked(one)}
            aria-label={`${words('series.cancelThis')}: ${one.title}`}
          />
          <span className="choice-label" dir="auto">
            {one.title}
          </span>
        </label>
      ),
    },
    { id: 'days', header: words('meeting.days'), cell: (one) => <MeetingDays meeting={one} /> },
  ]
  return (
    <Section id="cancel-rest" title={words('series.cancelRest')} note={words('series.cancelNote')}>
      <StaleNotice codes={codes} />
      <Form
        key={rest.map(({ id, revision }) => `${id} ${revision}`).join()}
        id="cancel-series"
        method="post"
        // That somebody was faster is said above, where the new state is; the other refusals keep their places.
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        values={typed}
        actions={<SubmitButton kind="danger">{words('series.cancelNow')}</SubmitButton>}
      >
        <input type="hidden" name="id" value={series.id} />
        <div id="cancel-series-meetings">
          <DataTable
            caption={words('series.cancelRest')}
            isCaptionHidden
            columns={columns}
            rows={rest}
            rowKey={({ id }) => id}
          />
        </div>
        <AudienceTold audience={audience} />
        <TextArea
          name="reason"
          label={words('meeting.reason')}
          hint={words('meeting.reasonPublicHint')}
          maxLength={1000}
          isRequired
        />
      </Form>
    </Section>
  )
}
