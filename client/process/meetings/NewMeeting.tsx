import { useEffect, useRef, type FormEvent } from 'react'
import { useFetcher, useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Breadcrumb, Button, DateField, Form, LinkButton, PageHeader, useHydrated, useWords } from '../../ui/index.js'
import { dayIn } from '../deadlines/index.js'
import { DatesPreview } from './DatesPreview.js'
import { DetailFields, ModeField } from './MeetingFields.js'
import { ordinalTitle, proposedDays } from './new-meeting.js'
import type { NewMeetingData } from './new-meeting.route.js'

/** A pause of the hand before the dates are asked for. */
const restMs = 250

/** Calls a meeting: one form, and beside it the dates that the days would give, before anything is called. */
export function NewMeeting() {
  const words = useWords<Words>()
  const data = useLoaderData<NewMeetingData>()
  const { group, number, now, others } = data
  const { refusals, typed } = useFormAnswer('new')
  const { preview, ask } = usePreview(data)
  const values = { ...data.typed, ...typed }
  const isFirst = number === 1
  const title = words('meeting.call')
  const href = `/groups/${group.slug}`
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('group.groups'), href: '/groups' },
          { label: group.acronym ?? group.name, href },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={words('meeting.callLead', { group: group.acronym ?? group.name })} />
      <div className="beside">
        <Form
          id="new-meeting"
          method="post"
          action={`${href}/meetings/new`}
          refusals={refusals}
          values={values}
          onChange={ask}
          actions={
            <>
              <SubmitButton kind="primary">{title}</SubmitButton>
              <WithoutScripts />
              <LinkButton href={href} kind="quiet">
                {words('meeting.back')}
              </LinkButton>
            </>
          }
        >
          <input type="hidden" name="idempotencyKey" value={String(values['idempotencyKey'] ?? data.idempotencyKey)} />
          <div className="days-and-mode">
            <div className="side-by-side">
              <DateField
                name="startsOn"
                label={words('meeting.startsOn')}
                min={dayIn(now, group.deadlineZone)}
                isRequired
              />
              <DateField name="endsOn" label={words('meeting.endsOn')} hint={words('meeting.endsOnHint')} />
            </div>
            <ModeField mode="HYBRID" />
          </div>
          <DetailFields
            others={others}
            meeting={{
              title: ordinalTitle(number, group, words),
              mode: 'HYBRID',
              opensAt: '09:30',
              zone: group.deadlineZone,
              otherLanguages: [],
              isPreparatory: false,
              visibility: group.visibility,
              group,
              objectives: words(isFirst ? 'meeting.template.first' : 'meeting.template.ordinary').split('\n'),
            }}
          />
        </Form>
        <DatesPreview preview={preview} now={now} />
      </div>
    </>
  )
}

/** Sends the same form to the same address with GET, which shows the dates and keeps what was typed. */
function WithoutScripts() {
  const words = useWords<Words>()
  return useHydrated() ? null : (
    <Button type="submit" formMethod="get">
      {words('meeting.showDates')}
    </Button>
  )
}

/** The dates for the days in the form: those of the address first, and new ones when the form changes and rests. */
function usePreview(data: NewMeetingData) {
  const fetcher = useFetcher<NewMeetingData>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef('')
  useEffect(() => () => clearTimeout(timer.current), [])
  const ask = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const sent = new FormData(currentTarget)
    const read = (name: string) => String(sent.get(name) ?? '').trim()
    const days = proposedDays(read, { zone: data.group.deadlineZone })
    const query = days ? new URLSearchParams({ ...days }).toString() : ''
    if (!query || query === last.current) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      last.current = query
      void fetcher.load(`/groups/${data.group.slug}/meetings/new?${query}`)
    }, restMs)
  }
  return { preview: fetcher.data?.preview ?? data.preview, ask }
}
