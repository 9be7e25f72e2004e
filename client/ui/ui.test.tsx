import { describe, expect, it } from '@jest/globals'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { wordsFor } from '#schema/words/index.js'
import * as ui from './index.js'

/** What a browser without scripts, a search engine and a screen reader get. */
const html = (element: ReactElement) =>
  renderToString(<ui.UiProvider words={wordsFor('en')}>{element}</ui.UiProvider>).replaceAll('<!-- -->', '')

interface Row {
  id: string
  name: string
  stage: string
}

const columns: ui.Column<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    isSortable: true,
    cell: (row) => <ui.Link href={`/items/${row.id}`}>{row.name}</ui.Link>,
  },
  { id: 'stage', header: 'Stage', isSortable: true, cell: (row) => row.stage },
  { id: 'note', header: 'Note', isHiddenAtFirst: true, cell: () => 'note of the row' },
]
const rows = [{ id: 'a', name: 'ISO/IEC 21031', stage: '60.60' }]

const table = (address: string, some: readonly Row[] = rows) =>
  html(
    <ui.DataTable
      caption="Items"
      columns={columns}
      rows={some}
      rowKey={(row) => row.id}
      address={address}
      defaultSort={{ column: 'name', direction: 'ascending' }}
      empty={<ui.EmptyState title="No items yet">Items stand here.</ui.EmptyState>}
    />,
  )

describe('a table, before any script runs', () => {
  it('sorts by links that keep the filters and forget the page', () => {
    const page = table('/roadmap?q=water&after=xyz&sort=stage')
    expect(page).toContain('href="/roadmap?q=water&amp;sort=-stage"')
    expect(page).toContain('href="/roadmap?q=water&amp;sort=name"')
    expect(page).toMatch(/<th[^>]*aria-sort="ascending"[^>]*>\s*<a[^>]*sort=-stage/)
  })

  it('says the order it stands in when the address names none', () => {
    expect(table('/roadmap')).toMatch(/<th[^>]*aria-sort="ascending"[^>]*>\s*<a[^>]*sort=-name/)
  })

  it('chooses columns and density by a form that carries the filters along', () => {
    const page = table('/roadmap?q=water&density=compact')
    expect(page).toMatch(/<form[^>]*action="\/roadmap" method="get"/)
    expect(page).toContain('<input type="hidden" name="q" value="water"/>')
    expect(page).toMatch(/<input type="checkbox"[^>]*name="columns"[^>]*value="note"\/>/)
    expect(page).toMatch(/<input type="radio"[^>]*name="density"[^>]*checked=""[^>]*value="compact"/)
    expect(page).not.toContain('note of the row')
    expect(table('/roadmap?columns=note')).toContain('note of the row')
    expect(table('/roadmap?columns=note')).toContain('ISO/IEC 21031')
  })

  it('teaches when it is empty', () => {
    expect(table('/roadmap', [])).toContain('No items yet')
    expect(table('/roadmap', [])).not.toContain('<table')
  })
})

describe('a form, before any script runs', () => {
  const form = html(
    <ui.Form
      id="meeting"
      method="post"
      action="/meetings"
      refusals={[{ field: 'title', sentence: 'A title needs three letters.' }, { sentence: 'The group is closed.' }]}
      values={{ title: 'ab', kind: 'b', bodies: ['itu'] }}
    >
      <ui.TextField name="title" label="Title" isRequired hint="Short" />
      <ui.Select
        name="kind"
        label="Kind"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />
      <ui.CheckboxGroup
        name="bodies"
        label="Bodies"
        defaultValues={['iso']}
        choices={[
          { value: 'iso', label: 'ISO' },
          { value: 'itu', label: 'ITU' },
        ]}
      />
      <ui.DateField name="opens" label="Opens" min="2026-01-01" max="2026-12-31" />
      <ui.TimeField name="at" label="At" />
    </ui.Form>,
  )

  it('sums its refusals up, and leads from each to the field that says it again', () => {
    expect(form).toContain('<a href="#meeting-title">A title needs three letters.</a>')
    expect(form).toContain('<li>The group is closed.</li>')
    expect(form).toContain('id="meeting-title-refusal"')
    expect(form).toMatch(
      /<input[^>]*aria-invalid="true"[^>]*aria-describedby="meeting-title-hint meeting-title-refusal"/,
    )
    expect(form).toContain('<label for="meeting-title"')
  })

  it('keeps what was typed', () => {
    expect(form).toMatch(/<input[^>]*name="title"[^>]*value="ab"/)
    expect(form).toContain('<option value="b" selected="">B</option>')
    expect(form).toMatch(/<input[^>]*checked=""[^>]*value="itu"/)
    expect(form).not.toMatch(/<input[^>]*checked=""[^>]*value="iso"/)
  })

  it('uses the controls that every browser has', () => {
    expect(form).toMatch(/<form[^>]*action="\/meetings"[^>]*method="post"/)
    expect(form).toMatch(/<input[^>]*type="date"[^>]*min="2026-01-01"[^>]*max="2026-12-31"/)
    expect(form).toMatch(/<input[^>]*type="time"/)
    expect(form).toMatch(/<fieldset[^>]*id="meeting-bodies"/)
  })
})

describe('marks', () => {
  it('tells an unconfirmed fact in a visible word, not by colour alone', () => {
    const mark = html(<ui.Unconfirmed>Vienna</ui.Unconfirmed>)
    expect(mark).toContain('Vienna')
    expect(mark).toContain('>not checked<')
    expect(mark).toContain('title="From memory, not checked against the source"')
  })

  it("shows the group's zone on the server, and not yet the reader's", () => {
    const time = html(<ui.Time at="2019-10-02T21:59:00Z" zone="Europe/Zurich" place="Geneva" />)
    expect(time).toContain('2 Oct 2019, 23:59 Geneva</time>')
    expect(time).toContain('title="UTC+02:00"')
    expect(time).not.toContain('your time')
  })
})

describe('what scripts improve', () => {
  it('is a link or a list of links until they run', () => {
    const menu = html(
      <ui.Menu
        label="Export"
        items={[
          { id: 'csv', label: 'CSV', href: '/items.csv', isFile: true },
          { id: 'x', label: 'Withdraw', onAction: () => {} },
        ]}
      />,
    )
    expect(menu).toMatch(/<details[^>]*><summary[^>]*>Export<\/summary>/)
    expect(menu).toContain('href="/items.csv"')
    expect(menu).not.toContain('Withdraw')
    const dialog = html(
      <ui.DialogLink href="/meetings/new" label="Call a meeting" title="Call">
        {() => 'in the dialog'}
      </ui.DialogLink>,
    )
    expect(dialog).toMatch(/<a[^>]*href="\/meetings\/new"/)
    expect(dialog).not.toContain('in the dialog')
  })
})

describe('the matrix', () => {
  const matrix = (view: 'matrix' | 'table') =>
    html(
      <ui.Matrix
        caption="Coverage"
        rowKind="Topic"
        columnKind="Stage"
        view={view}
        addresses={{ matrix: '/', table: '/?coverage=table' }}
        measures={[{ id: 'force', label: 'In force', shape: 'full' }]}
        columns={[
          { id: 'a', label: 'Design' },
          { id: 'b', label: 'Inference' },
        ]}
        rows={[
          {
            id: 'water',
            label: 'Water use',
            cells: [
              { figures: { force: 0 }, label: 'Water use, Design: none in force', href: '/roadmap?topic=water' },
              { figures: null, label: 'Water use, Inference: unknown' },
            ],
          },
        ]}
      />,
    )

  it('tells unknown apart from zero, to the eye and to the ear', () => {
    const page = matrix('matrix')
    expect(page).toContain('Water use, Design: none in force')
    expect(page).toContain('>0</span>')
    expect(page).toMatch(/cell-is-unknown.*Water use, Inference: unknown/)
    expect(page.match(/cell-is-unknown/g)).toHaveLength(1)
  })

  it('opens the list behind a cell by a link that the Tab key reaches while there are no arrow keys', () => {
    expect(matrix('matrix')).toMatch(/<a(?![^>]*tabindex)[^>]*href="\/roadmap\?topic=water"/i)
  })

  it('has a twin that is a plain table at an address of its own', () => {
    const page = matrix('table')
    expect(page).toContain('href="/?coverage=table"')
    expect(page).toMatch(
      /<a[^>]*aria-current="page"[^>]*>Table|<a[^>]*href="\/\?coverage=table"[^>]*aria-current="page"/,
    )
    expect(page).toContain('Unknown')
  })
})

describe('pages', () => {
  it('lead on by links, and promise no number of pages', () => {
    const pager = html(<ui.Pager previousHref="/r?before=a" nextHref="/r?after=b" summary="50 items" />)
    expect(pager).toMatch(/<a[^>]*rel="next"[^>]*href="\/r\?after=b"/)
    expect(pager).toMatch(/<a[^>]*rel="prev"[^>]*href="\/r\?before=a"/)
  })

  it('use the link that the application hands in', () => {
    const page = renderToString(
      <ui.UiProvider
        words={wordsFor('en')}
        Link={({ href, children }) => (
          <a data-router href={href}>
            {children}
          </a>
        )}
      >
        <ui.LinkButton href="/gaps" children="Gaps" />
      </ui.UiProvider>,
    )
    expect(page).toContain('data-router')
  })

  it('refuse to stand outside the provider, and say so', () => {
    expect(() => renderToString(<ui.SkipLink />)).toThrow('UiProvider')
  })
})

describe('names from data', () => {
  it('stand by themselves, so that Arabic and Latin in one line keep their order', () => {
    expect(html(<ui.BodyMark acronym="ساسو" hue={1} href="/bodies/saso" />)).toContain('<bdi>ساسو</bdi>')
    expect(html(<ui.BodyMark acronym="ITU-T" hue={1} />)).toContain('<bdi>ITU-T</bdi>')
    const trail = html(<ui.Breadcrumb crumbs={[{ label: 'ساسو', href: '/bodies/saso' }, { label: 'ITU-T' }]} />)
    expect(trail).toContain('<bdi>ساسو</bdi>')
    expect(trail).toMatch(/<bdi aria-current="page">ITU-T<\/bdi>/)
  })
})
