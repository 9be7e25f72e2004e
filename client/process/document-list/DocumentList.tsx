import { useEffect, useMemo, useState } from 'react'
import { useActionData, useLoaderData, useLocation, useSubmit } from 'react-router'
import type { DocumentLineFragment } from '#schema/generated/operations.js'
import { documentFilterNames } from '#schema/vocabulary/document-address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Button,
  Dialog,
  EmptyState,
  FilterForm,
  LinkButton,
  Notice,
  PageHeader,
  Pager,
  Split,
  Stack,
  Tabs,
  useKey,
  useWords,
  withParams,
} from '../../ui/index.js'
import { UnreadNotice } from '../../roadmap/parts/index.js'
import { MeetingCrumbs } from '../meetings/index.js'
import { useDocumentColumns, useFilledColumns } from './columns.js'
import { documentsHref } from './documents-address.js'
import type { DocumentListData, QuietAnswer } from './documents.route.js'
import { DocumentTable } from './DocumentTable.js'
import { filesOf } from './files.js'
import { Filters } from './Filters.js'
import { AllocateForm, DocumentForm, SettleForm } from './forms.js'
import type { Lines } from './live-lines.js'
import { useLiveLines } from './use-live-lines.js'

/** The documents of a meeting: one live table. */
export function DocumentList() {
  const words = useWords<Words>()
  const data = useLoaderData<DocumentListData>()
  const { pathname, search } = useLocation()
  const { meeting, view } = data
  const { now, line, ask } = useLiveLines(data)
  const address = pathname + search
  const href = documentsHref(meeting.group, meeting.number)
  const mayChange = meeting.viewerMay.includes('EDIT')
  const isFiltered = Object.keys(view.filter).length > 0
  const values = useMemo(() => valuesIn(search), [search])
  const { pageInfo } = meeting.documents
  return (
    <>
      <PageHead
        title={words('documentList.of', { meeting: meeting.title })}
        description={words('documentList.description', { meeting: meeting.title })}
        canonical={href}
        alternates={filesOf(words, address)}
        isPrivate={search !== '' || meeting.visibility !== 'PUBLIC' || meeting.group.isExample}
      />
      <MeetingCrumbs meeting={meeting} doing={words('documentList.title')} />
      <PageHeader
        eyebrow={<span dir="auto">{meeting.title}</span>}
        title={words('documentList.title')}
        actions={mayChange && <LinkButton href={`${href}/rules`}>{words('documentList.rules')}</LinkButton>}
      />
      {line === 'lost' && (
        <div role="status">
          <Notice kind="attention">{words('live.lineLost')}</Notice>
        </div>
      )}
      <Tabs
        label={words('documentList.which')}
        tabs={[
          { href: withParams(address, { all: null }), label: words('documentList.page'), isCurrent: !view.isWhole },
          { href: withParams(address, { all: 'true' }), label: words('documentList.whole'), isCurrent: view.isWhole },
        ]}
      />
      <Split
        aside={
          <FilterForm
            address={address}
            label={words('documentList.filters')}
            search={words('documentList.search')}
            placeholder={words('documentList.searchExample')}
            values={values}
            summary={words('fact.filters', { count: Object.keys(view.filter).length })}
            submit={words('fact.apply')}
          >
            <Filters facets={meeting.documentFacets} agenda={now.agenda} values={values} />
          </FilterForm>
        }
      >
        <Stack gap={4}>
          <UnreadNotice unread={view.unread} />
          {view.isWhole && (
            <noscript>
              <p>{words('documentList.withoutScript')}</p>
            </noscript>
          )}
          <Documents {...{ data, now, ask, address, isFiltered }} />
          {!view.isWhole && (
            <Pager
              previousHref={pageInfo.hasPreviousPage ? withParams(address, { before: pageInfo.startCursor }) : null}
              nextHref={pageInfo.hasNextPage ? withParams(address, { after: pageInfo.endCursor }) : null}
            />
          )}
        </Stack>
      </Split>
    </>
  )
}

const valuesIn = (search: string): Record<string, string[]> => {
  const params = new URLSearchParams(search)
  return Object.fromEntries(documentFilterNames.map((name) => [name, params.getAll(name)]))
}

/** The table with what can be done with its lines. What is chosen and where the keys are is known here only: the page around it is not drawn for it. */
function Documents({
  data,
  now,
  ask,
  address,
  isFiltered,
}: {
  data: DocumentListData
  now: Lines
  ask(): void
  address: string
  isFiltered: boolean
}) {
  const words = useWords<Words>()
  const { meeting, view } = data
  const href = documentsHref(meeting.group, meeting.number)
  const mayChange = meeting.viewerMay.includes('EDIT')
  const columns = useFilledColumns(useDocumentColumns(now.agenda, href, meeting.group), now.lines)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<string | null>(null)
  const toggle = useMemo(
    () =>
      mayChange
        ? (id: string) =>
            setChosen((before) => {
              const after = new Set(before)
              if (!after.delete(id)) after.add(id)
              return after
            })
        : null,
    [mayChange],
  )
  return (
    <>
      {mayChange && <Doing {...{ data, now, chosen, setChosen, active, ask }} />}
      {now.lines.length === 0 ? (
        <EmptyState
          title={words(isFiltered ? 'documentList.emptyFiltered' : 'documentList.emptyTitle')}
          action={isFiltered && <LinkButton href={href}>{words('documentList.emptyAction')}</LinkButton>}
        >
          <p>{words(isFiltered ? 'documentList.emptyFilteredText' : 'documentList.emptyText')}</p>
        </EmptyState>
      ) : (
        <DocumentTable
          lines={now.lines}
          agenda={now.agenda}
          isGrouped={view.sort.by === 'AGENDA'}
          columns={columns}
          address={address}
          caption={words('documentList.count', { count: now.totalCount })}
          chosen={chosen}
          onChoose={toggle}
          active={active}
          onActive={setActive}
        />
      )}
    </>
  )
}

/** What whoever runs the meeting does with the chosen documents, or with the one that the keys are about. */
function Doing({
  data,
  now,
  chosen,
  setChosen,
  active,
  ask,
}: {
  data: DocumentListData
  now: Lines
  chosen: ReadonlySet<string>
  setChosen(chosen: ReadonlySet<string>): void
  active: string | null
  ask(): void
}) {
  const words = useWords<Words>()
  const submit = useSubmit()
  const answer = useActionData() as QuietAnswer | undefined
  const [open, setOpen] = useState<'allocate' | 'settle' | null>(null)
  const { meeting } = data
  const concerned = now.lines.filter(({ id }) => (chosen.size > 0 ? chosen.has(id) : id === active))
  const [first] = concerned

  useEffect(() => {
    if (!answer?.isDone) return
    setOpen(null)
    ask()
  }, [answer, ask])

  const send = (act: string, line: DocumentLineFragment, more: Record<string, string> = {}) =>
    void submit(
      { act, quiet: 'true', meetingId: meeting.id, document: `${line.id} ${line.revision}`, ...more },
      { method: 'post', preventScrollReset: true },
    )
  const lineNow = now.lines.find(({ id }) => id === active)
  const shift = (by: 1 | -1) => {
    if (!lineNow?.agendaItemId) return
    const row = now.lines.filter(({ agendaItemId }) => agendaItemId === lineNow.agendaItemId)
    const at = row.indexOf(lineNow)
    const before = by < 0 ? row[at - 1] : row[at + 2]
    if (by < 0 ? at > 0 : at < row.length - 1) send('order', lineNow, before ? { before: before.id } : {})
  }
  const choose = () => {
    if (!active) return
    const after = new Set(chosen)
    if (!after.delete(active)) after.add(active)
    setChosen(after)
  }
  useKey({ key: 'x', label: words('documentList.keyChoose') }, choose)
  useKey({ key: 'a', label: words('documentList.keyAllocate') }, () => concerned.length > 0 && setOpen('allocate'))
  useKey({ key: 'r', label: words('documentList.keySettle') }, () => concerned.length > 0 && setOpen('settle'))
  useKey({ key: 'u', label: words('documentList.keyUndo') }, () => lineNow && send('undo', lineNow))
  useKey({ key: 'J', label: words('documentList.keyDown') }, () => shift(1))
  useKey({ key: 'K', label: words('documentList.keyUp') }, () => shift(-1))
  useKey({ key: 'Escape', label: words('documentList.keyNone') }, () => setChosen(new Set()))

  const shared = { meetingId: meeting.id, documents: concerned, isQuiet: true }
  const run = meeting.lastAllocation
  return (
    <div className="documents-doing">
      <div className="cluster gap-2 align-center js-only">
        <span className="soft" role="status">
          {words('documentList.chosen', { count: chosen.size })}
        </span>
        <Button
          size="small"
          aria-keyshortcuts="a"
          disabled={concerned.length === 0}
          onClick={() => setOpen('allocate')}
        >
          {words('documentList.allocate')}
        </Button>
        <Button size="small" aria-keyshortcuts="r" disabled={concerned.length === 0} onClick={() => setOpen('settle')}>
          {words('documentList.settle')}
        </Button>
        {chosen.size > 0 && (
          <Button size="small" kind="quiet" onClick={() => setChosen(new Set())}>
            {words('documentList.chooseNone')}
          </Button>
        )}
      </div>
      {run && (
        <DocumentForm
          act="undoRun"
          meetingId={meeting.id}
          documents={[]}
          kind="plain"
          send={words('documentList.undoRun', { count: run.count })}
        >
          <input type="hidden" name="run" value={run.id} />
        </DocumentForm>
      )}
      <Dialog
        title={words('documentList.allocateTitle', { count: concerned.length })}
        isOpen={open === 'allocate'}
        onClose={() => setOpen(null)}
      >
        <AllocateForm agenda={now.agenda} now={first?.agendaItemId ?? null} {...shared} />
      </Dialog>
      <Dialog
        title={words('documentList.settleTitle', { count: concerned.length })}
        isOpen={open === 'settle'}
        onClose={() => setOpen(null)}
      >
        <SettleForm now={first?.result ?? null} {...shared} />
      </Dialog>
    </div>
  )
}
