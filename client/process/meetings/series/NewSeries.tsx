import { useLoaderData } from 'react-router'
import { LONGEST_STEP, MOST_IN_SERIES, seriesSteps } from '#schema/vocabulary/meetings.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import {
  Breadcrumb,
  Button,
  DateField,
  EmptyState,
  Form,
  PageHeader,
  Section,
  Select,
  TextField,
  TimeField,
  useWords,
} from '../../../ui/index.js'
import { ZoneField } from '../MeetingFields.js'
import { ChosenSeries } from './ChosenSeries.js'
import type { NewSeriesData } from './new-series.route.js'

/** Calls meetings that follow each other: first how, with every day shown; then what each is called with. */
export function NewSeries() {
  const words = useWords<Words>()
  const data = useLoaderData<NewSeriesData>()
  const { group, fields, shown, refusals } = data
  const name = group.acronym ?? group.name
  const title = words('series.callTitle')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('group.groups'), href: '/groups' },
          { label: name, href: `/groups/${group.slug}` },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={words('series.callLead', { group: name })} />
      <Section id="days" title={words('series.daysTitle')}>
        <Form
          key={JSON.stringify(fields)}
          id="days-of-series"
          method="get"
          refusals={refusals}
          actions={
            <Button type="submit" kind={shown ? 'plain' : 'primary'}>
              {words('series.showDays')}
            </Button>
          }
        >
          <PlanFields fields={fields} />
        </Form>
      </Section>
      <Section id="meetings" title={words('series.chooseTitle')}>
        {shown ? (
          <ChosenSeries key={JSON.stringify(shown.plan)} data={data} shown={shown} />
        ) : (
          <EmptyState title={words('series.emptyTitle')}>{words('series.emptyText')}</EmptyState>
        )}
      </Section>
    </>
  )
}

function PlanFields({ fields }: { fields: NewSeriesData['fields'] }) {
  const words = useWords<Words>()
  return (
    <>
      <div className="side-by-side">
        <DateField
          name="startsOn"
          label={words('series.startsOn')}
          hint={words('series.startsOnHint')}
          defaultValue={fields.startsOn}
          isRequired
        />
        <DateField
          name="endsOn"
          label={words('series.endsOn')}
          hint={words('meeting.endsOnHint')}
          defaultValue={fields.endsOn}
        />
      </div>
      <div className="side-by-side">
        <TextField
          name="step"
          className="field-short"
          label={words('series.step')}
          type="number"
          min={1}
          max={LONGEST_STEP}
          defaultValue={fields.step}
          isRequired
        />
        <Select
          name="every"
          label={words('series.every')}
          defaultValue={fields.every}
          options={seriesSteps.map((value) => ({ value, label: words(`series.every.${value}`) }))}
        />
      </div>
      <div className="side-by-side">
        <TextField
          name="count"
          className="field-short"
          label={words('series.count')}
          hint={words('series.countHint', { most: MOST_IN_SERIES })}
          type="number"
          min={1}
          max={MOST_IN_SERIES}
          defaultValue={fields.count}
        />
        <DateField
          name="untilOn"
          label={words('series.untilOn')}
          hint={words('series.untilOnHint')}
          defaultValue={fields.untilOn}
        />
      </div>
      <div className="side-by-side">
        <TimeField
          name="opensAt"
          label={words('meeting.opensAt')}
          hint={words('meeting.opensAtHint')}
          defaultValue={fields.opensAt}
        />
        <ZoneField zone={fields.zone} />
      </div>
    </>
  )
}
