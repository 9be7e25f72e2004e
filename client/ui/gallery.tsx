/** Every component in every state, for the eye, for axe and for screenshots. Development only; no part of the product's build. */
import { StrictMode, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { wordsFor } from '#schema/words/index.js'
import * as ui from './index.js'
import { coverage, measures, specimens, stages, type Specimen } from './gallery-data.js'
import './styles.css'

const { Button, Chip, Cluster, LinkButton, Section, Stack } = ui

const states: Record<Specimen['state'], ReactNode> = {
  force: <Chip tone="good" shape="full" children="In force" />,
  development: <Chip tone="progress" shape="half" children="In development" />,
  revision: <Chip tone="attention" shape="triangle" children="Under revision" />,
  withdrawn: <Chip tone="bad" shape="cross" children="Withdrawn" />,
  unknown: <ui.Unknown />,
}

const columns: ui.Column<Specimen>[] = [
  {
    id: 'name',
    header: 'Designation',
    isRowHeader: true,
    isSortable: true,
    cell: (row) => <ui.Link href={`#${row.slug}`}>{row.name}</ui.Link>,
  },
  { id: 'title', header: 'Title', isLong: true, isSortable: true, cell: (row) => <span dir="auto">{row.title}</span> },
  {
    id: 'body',
    header: 'Body',
    isUnbroken: true,
    cell: (row) => <ui.BodyMark acronym={row.body} hue={row.hue} name={row.body} />,
  },
  {
    id: 'stage',
    header: 'Native stage',
    isUnbroken: true,
    isSortable: true,
    cell: (row) => <ui.Native>{row.native}</ui.Native>,
  },
  { id: 'state', header: 'State', isUnbroken: true, cell: (row) => states[row.state] },
  {
    id: 'on',
    header: 'Published',
    isSortable: true,
    cell: (row) =>
      row.on === null ? (
        <ui.Unknown />
      ) : row.isConfirmed ? (
        <ui.Day on={row.on} />
      ) : (
        <ui.Unconfirmed>
          <ui.Day on={row.on} />
        </ui.Unconfirmed>
      ),
  },
  { id: 'gaps', header: 'Gaps', align: 'end', cell: (row) => row.figure?.toLocaleString('en-GB') ?? <ui.Unknown /> },
  { id: 'note', header: 'Note', isHiddenAtFirst: true, cell: () => 'A note' },
]

function Forms() {
  return (
    <Section id="forms" title="Forms">
      <div className="split split-end">
        <ui.Form
          id="meeting"
          method="post"
          action="/"
          refusals={[
            {
              field: 'title',
              sentence:
                'A meeting needs a title of at least three letters. Nothing was saved; what you typed is below.',
            },
            { field: 'opens', sentence: 'The opening day lies after the closing day.' },
          ]}
          values={{ title: 'x' }}
          actions={
            <>
              <Button type="submit" kind="primary" children="Call the meeting" />
              <Button children="Save as draft" />
              <Button kind="quiet" children="Cancel" />
            </>
          }
        >
          <ui.TextField name="title" label="Title" isRequired hint="As it will stand in the circular." />
          <Cluster gap={4} align="start">
            <ui.DateField name="opens" label="Opens on" min="2026-01-01" max="2027-12-31" defaultValue="2026-03-14" />
            <ui.TimeField name="time" label="Time (Geneva)" defaultValue="09:30" />
          </Cluster>
          <ui.Select
            name="kind"
            label="Kind"
            placeholder="Choose one"
            options={[
              { value: 'a', label: 'Plenary' },
              { value: 'b', label: 'Working group' },
            ]}
          />
          <ui.TextArea name="text" label="Purpose" defaultValue="Several lines" />
          <ui.CheckboxGroup
            name="body"
            label="Bodies"
            defaultValues={['itu']}
            choices={[
              { value: 'iso', label: 'ISO' },
              { value: 'itu', label: 'ITU-T', hint: 'The parent group' },
              { value: 'x', label: 'Not now', isDisabled: true },
            ]}
          />
          <ui.RadioGroup
            name="mode"
            label="Where"
            defaultValue="there"
            choices={[
              { value: 'there', label: 'In a place' },
              { value: 'net', label: 'On the net' },
            ]}
          />
          <ui.Checkbox name="late" label="Take late contributions" hint="They are numbered and held for the meeting." />
          <ui.TextField name="off" label="Closed" disabled defaultValue="Cannot be changed now" />
        </ui.Form>
        <ui.CheckboxGroup
          name="facet"
          label="Body"
          isCompact
          choices={[
            { value: 'iso', label: 'International Organization for Standardization', count: 124 },
            { value: 'itu', label: 'ITU-T', count: 98 },
            { value: 'ieee', label: 'IEEE', count: 7 },
          ]}
        />
      </div>
    </Section>
  )
}

function Faces() {
  return (
    <Section id="faces" title="Faces of a page">
      <Stack gap={6}>
        <Stack gap={2}>
          <ui.Notice title="Remark">
            Something that belongs to what is around it, with a <a href="#x">link</a>.
          </ui.Notice>
          <ui.Notice kind="example" title="Example">
            This group is invented, so that you can try everything.
          </ui.Notice>
          <ui.Notice kind="attention" title="Not an endorsement">
            Listing an initiative says nothing about its quality.
          </ui.Notice>
          <ui.Notice kind="good">Saved 14:02:31</ui.Notice>
          <ui.RefusedInline sentence="Somebody changed this while you were working on it. Your text is still here." />
        </Stack>
        <ui.EmptyState
          title="No contributions yet"
          action={<LinkButton kind="primary" href="#new" children="Write the first one" />}
        >
          Contributions are numbered inputs to a meeting. They stand here in the order of their numbers, with what
          became of each.
        </ui.EmptyState>
        <ui.Loading label="Reading 1,000 items" done={0.42} onCancel={() => {}} />
        <ui.Loading lines={4} />
        <ui.OfflineNotice isOffline />
      </Stack>
    </Section>
  )
}

function Marks() {
  return (
    <Section id="marks" title="Marks" note={<ui.AsOf on="2026-02-20" />}>
      <Stack>
        <Cluster>
          {Object.entries(states).map(([name, chip]) => (
            <span key={name}>{chip}</span>
          ))}
        </Cluster>
        <Cluster>
          {Array.from({ length: 12 }, (_, at) => (
            <ui.BodyMark
              key={at}
              acronym={`BODY ${at + 1}`}
              hue={(at + 1) as ui.Hue}
              name="A body"
              href={at % 2 ? '#b' : undefined}
            />
          ))}
        </Cluster>
        <p>
          Closes <ui.Time at="2019-10-02T21:59:00Z" zone="Europe/Zurich" place="Geneva" />; held in{' '}
          <ui.Unconfirmed>Vienna</ui.Unconfirmed>; native stage <ui.Native>60.60</ui.Native>.
        </p>
        <Cluster>
          {(
            ['full', 'half', 'quarter', 'ring', 'square', 'diamond', 'triangle', 'cross', 'dash', 'hatch'] as const
          ).map((name) => (
            <Cluster key={name} gap={1}>
              <ui.Shape name={name} /> {name}
            </Cluster>
          ))}
        </Cluster>
        <Cluster>
          <Button kind="primary" children="Primary" />
          <Button children="Plain" />
          <Button kind="quiet" children="Quiet" />
          <Button kind="danger" children="Withdraw" />
          <Button disabled children="Disabled" />
          <Button isBusy children="Saving" />
          <Button size="small" children="Small" />
          <ui.Menu
            label="Export"
            size="small"
            items={[
              { id: 'csv', label: 'CSV', href: '#csv' },
              { id: 'json', label: 'JSON', href: '#json' },
              { id: 'x', label: 'Withdraw', isDanger: true, onAction: () => {} },
            ]}
          />
          <ui.DialogLink href="#dialog" label="Open a dialog" title="Move the meeting">
            {(close) => (
              <Stack>
                <p>Three deadlines move with it.</p>
                <ui.DateField name="to" label="To" />
                <Cluster justify="end">
                  <Button onClick={close} children="Cancel" />
                  <Button kind="primary" onClick={close} children="Move" />
                </Cluster>
              </Stack>
            )}
          </ui.DialogLink>
        </Cluster>
        <ui.Disclosure summary="Why this date?" isOpen>
          Published by the circular; the default would give 3 Oct.
        </ui.Disclosure>
      </Stack>
    </Section>
  )
}

function Lists() {
  return (
    <Section id="lists" title="Facts">
      <Stack gap={6}>
        <ui.Figures
          figures={[
            { label: 'items in force', value: '124', note: <ui.AsOf on="2026-02-20" />, href: '#f' },
            { label: 'in development', value: '61' },
            { label: 'gaps open', value: '17' },
            { label: 'on water use of inference', value: <ui.Unknown /> },
          ]}
        />
        <ui.DefinitionList
          facts={[
            { term: 'Parent group', value: 'ITU-T Study Group 5' },
            { term: 'Lifetime', value: 'May 2019 to December 2022', note: 'Extended twice' },
            { term: 'Chair', value: <ui.Unconfirmed>Somebody</ui.Unconfirmed> },
            { term: 'Left out', value: null },
          ]}
        />
        <ui.Timeline
          label="History of stages"
          entries={[
            {
              id: '1',
              when: <ui.Day on="2019-10-15" />,
              title: 'First meeting',
              body: 'Vienna, 41 participants',
              tone: 'good',
            },
            { id: '2', when: <ui.Day on="2020-03" />, title: 'Draft baseline agreed', shape: 'half', tone: 'progress' },
            { id: '3', when: <ui.Day on="2027-01-12" />, title: 'Next meeting', isPlanned: true },
          ]}
        />
        <ui.Prose>
          <h2>5 Water use of inference</h2>
          <p>
            The water consumed by a model in operation is reported per thousand requests, together with the season and
            the place in which it was measured, since both change the figure more than the model does.
          </p>
          <blockquote>An old text, quoted.</blockquote>
        </ui.Prose>
      </Stack>
    </Section>
  )
}

function Gallery() {
  const [twin, setTwin] = useState(location.search.includes('twin'))
  const address = `/gallery${location.search}`
  return (
    <ui.Shell
      brand={{ href: '#', label: 'Rapporteur' }}
      nav={['Roadmap', 'Gaps', 'Principles', 'Bodies', 'Overlaps', 'Editions', 'Groups'].map((label, at) => ({
        label,
        href: `#${label}`,
        isCurrent: at === 0,
      }))}
      tools={
        <>
          <ui.ShortcutSheet />
          <LinkButton size="small" href="#in" children="Sign in" />
        </>
      }
      banner={
        <ui.Notice kind="example" title="Example" isBanner>
          This group is invented, so that a newcomer can try everything.
        </ui.Notice>
      }
      footer={
        <>
          <span>Data as of 20 February 2026. The text of the cited documents belongs to their bodies.</span>
          <ui.ThemeSwitch />
        </>
      }
    >
      <ui.Breadcrumb crumbs={[{ label: 'Roadmap', href: '#' }, { label: 'Items' }]} />
      <ui.PageHeader
        eyebrow="Standard"
        title="Software carbon intensity (SCI) specification"
        marks={
          <>
            {states.force}
            <ui.BodyMark acronym="ISO/IEC" hue={2} />
            <ui.Native>60.60</ui.Native>
          </>
        }
        lead="How to score the carbon that software causes, per unit of work."
        actions={
          <>
            <LinkButton href="#follow" children="Follow" />
            <Button kind="primary" children="Edit" />
          </>
        }
      />
      <ui.Tabs
        label="Views"
        tabs={[
          { href: '#list', label: 'List', count: 1204, isCurrent: true },
          { href: '#time', label: 'Timeline' },
          { href: '#matrix', label: 'Matrix' },
        ]}
      />
      <ui.DataTable
        caption="Items"
        isMain
        columns={columns}
        rows={specimens}
        rowKey={(row) => row.slug}
        address={address}
        defaultSort={{ column: 'name', direction: 'ascending' }}
        tools={<span>1,204 items</span>}
      />
      <ui.Pager summary="1 to 6 of 1,204" previousHref="#p" nextHref="#n" />
      <hr />
      <div
        onClickCapture={(event) => {
          if ((event.target as Element).closest('.segment')) {
            event.preventDefault()
            setTwin((is) => !is)
          }
        }}
      >
        <ui.Matrix
          caption="What is covered, by topic and life-cycle stage"
          rowKind="Topic"
          columnKind="Stage"
          measures={measures}
          columns={stages.map((label, at) => ({ id: `s${at}`, label }))}
          rows={coverage}
          view={twin ? 'table' : 'matrix'}
          addresses={{ matrix: '#matrix', table: '#table' }}
          legend="The stronger the shade, the more items in force. A cell opens the list behind it."
          scale={{ from: 'fewer', to: 'more in force' }}
        />
      </div>
      <Marks />
      <Lists />
      <Forms />
      <Faces />
    </ui.Shell>
  )
}

const language = location.search.includes('rtl') ? 'ar-XB' : 'en'
document.documentElement.dir = language === 'en' ? 'ltr' : 'rtl'
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ui.UiProvider words={wordsFor(language)}>
      <Gallery />
    </ui.UiProvider>
  </StrictMode>,
)
