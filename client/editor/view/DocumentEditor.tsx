/** The writing room without its walls: outline, tools, sheet, and the line that says what is saved. A chunk of its own. */
import { flushSync } from 'react-dom'
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { deleteClause, demoteClause, insertClause, moveClause, promoteClause } from '#schema/document/operations.js'
import { formOf, setForm } from '#schema/document/form.js'
import {
  draftsOf,
  templates,
  type CitedItem,
  type Lint,
  type LintOptions,
  type TemplateId,
} from '#schema/report/index.js'
import type { DocumentKind } from '#schema/vocabulary/collaboration.js'
import type { TextType } from '#schema/vocabulary/documents.js'
import type { Words } from '#schema/words/index.js'
import { Button, Loading, Notice, useAnnounce, ShortcutSheet, useWords } from '../../ui/index.js'
import '../editor.css'
import { bindingOf } from '../binding/index.js'
import { othersByClause } from '../carets/index.js'
import { clauseCommands, goTo } from '../commands/index.js'
import { isAtRisk, isThere, mayWriteIn, type ConnectionState } from '../connection/index.js'
import { KeptNotices } from '../offline/KeptNotices.js'
import type { RecordsOptions } from '../records/index.js'
import { FramesList, Outline, type OutlineActs } from '../outline/index.js'
import { AboutText } from './AboutText.js'
import { Beginnings, useFocusMode, WordCount, WordCounter } from '../manners/index.js'
import { Checks } from './Checks.js'
import { citedIn } from './cited.js'
import { LinkDialog } from './LinkDialog.js'
import { makeEditorView, type DocumentView, type ThingSources } from './make-editor-view.js'
import { PasteNews, type PasteNewsProps } from './PasteNews.js'
import { RecordsAsked, type AskedRecords } from './RecordsAsked.js'
import { PeopleHere } from './PeopleHere.js'
import { useEditorKeys } from './use-editor-keys.js'
import { useFinding } from './use-finding.js'
import { SavedIndicator } from './SavedIndicator.js'
import type { EditorSnapshot } from './snapshot.js'
import { Toolbar } from './Toolbar.js'
import { Troubles } from './Troubles.js'
import { useTextForm } from './use-form.js'
import { useKeeping, type Keep } from './use-keeping.js'
import { useConnectionState, usePeople, useTextLine, type TextAddress, type TextLine } from './use-line.js'

/** What the page gives: items of the register, pictures. */
export interface EditorSources extends ThingSources {
  /** What the register knows of cited items, by slug, as far as it was asked; null for one that it does not have. */
  known?(slugs: readonly string[]): ReadonlyMap<string, CitedItem | null>
  /** Calls whenever more has become known; answers how to call it off. */
  onKnown?(hear: () => void): () => void
  /** What the group knows of the records of minutes. */
  readonly records?: Pick<RecordsOptions, 'known' | 'onKnown'> & { keep: Keep }
}

export interface DocumentEditorProps {
  readonly documentId: string
  /** Who is here; null for a stranger. */
  readonly person: { readonly id: string; readonly name: string } | null
  /** Names of people who may have written here, by id: for words that were brought back. */
  readonly names: ReadonlyMap<string, string>
  /** The type of a text that says none itself. */
  readonly usualType: TextType
  /** What it is written for: which templates fit. */
  readonly kind: DocumentKind
  /** Names by which the group is known, for the checks. */
  readonly ownNames: readonly string[]
  /** Items to cite and pictures to put in. */
  readonly sources: EditorSources
  /** What stands at the right of the text; without it there is no column. */
  readonly side?: ReactNode
  /** Where somebody whose session ended signs in again. */
  readonly signInHref: string
  /** How the text is found again where this device keeps it. */
  readonly at: TextAddress
  /** Whether leaving now could lose something, and whether other pages can be reached, each time that changes. */
  onRisk(isAtRisk: boolean, isOffline: boolean): void
}

export default function DocumentEditor(props: DocumentEditorProps) {
  const words = useWords<Words>()
  const line = useTextLine(props.documentId, props.person, props.at)
  return line ? <OpenLine {...props} line={line} /> : <Loading lines={8} label={words('editor.opening')} />
}

function OpenLine(props: DocumentEditorProps & { line: TextLine }) {
  const { line, onRisk } = props
  const words = useWords<Words>()
  const state = useConnectionState(line)
  const [wasThere, setWasThere] = useState(false)
  const atRisk = isAtRisk(state)
  const isOffline = state.phase === 'OFFLINE' && state.choices === 0
  if (isThere(state) && !wasThere) setWasThere(true)
  useEffect(() => onRisk(atRisk, isOffline), [onRisk, atRisk, isOffline])
  const troubles = (
    <>
      <Troubles state={state} doc={line.doc} signInHref={props.signInHref} onAgain={() => line.connection.again()} />
      <KeptNotices line={line} state={state} person={props.person} />
    </>
  )
  // Two versions that were put together are shown anew: what could be undone before has no meaning in what they became.
  if (wasThere) return <Room key={line.connection.settled} {...props} state={state} troubles={troubles} />
  return state.phase === 'ENDED' ? troubles : <Loading lines={8} label={words('editor.opening')} />
}

const none: EditorSnapshot['rows'] = []

interface RoomProps extends DocumentEditorProps {
  readonly line: TextLine
  readonly state: ConnectionState
  readonly troubles: React.ReactNode
}

function Room(props: RoomProps) {
  const { documentId, line, state, troubles, person, names, usualType, kind, ownNames, sources, side } = props
  const personId = person?.id ?? null
  const words = useWords<Words>()
  const announce = useAnnounce()
  useEditorKeys(words)
  const place = useRef<HTMLDivElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const editor = useRef<DocumentView | null>(null)
  const [snapshot, setSnapshot] = useState<EditorSnapshot | null>(null)
  const [isLinking, setLinking] = useState(false)
  const [asked, setAsked] = useState<AskedRecords | null>(null)
  const [pasted, setPasted] = useState<Omit<PasteNewsProps, 'onClose'> | null>(null)
  const [isOutlineOpen, setOutlineOpen] = useState(false)
  const [lints, setLints] = useState<readonly Lint[] | null>(null)
  const [isChecking, setChecking] = useState(false)
  const [counter] = useState(() => new WordCounter())
  const [isFocused, turnFocus] = useFocusMode()
  const people = usePeople(line)
  const others = useMemo(() => othersByClause(people), [people])
  const mayEdit = mayWriteIn(state)
  const keeping = useKeeping(state, sources.records?.keep)
  const { onLeft } = keeping
  const form = useTextForm(line.doc, usualType)
  const [isAbout, setAbout] = useState(false)
  // Many rows may be drawn a moment after the letter that changed one of them.
  const rows = useDeferredValue(snapshot?.rows ?? none)
  const known = useRef(new Map<string, string>())
  const nameOf = useCallback((id: string) => known.current.get(id) ?? null, [])
  useEffect(() => {
    for (const [id, name] of names) known.current.set(id, name)
    for (const { id, name } of people) known.current.set(id, name)
  }, [names, people])

  const focus = (isOn: boolean) => {
    turnFocus(isOn)
    // What is hidden cannot keep the focus.
    if (isOn && room.current?.querySelector('.writing-outline')?.contains(document.activeElement))
      editor.current?.view.focus()
    announce(words(isOn ? 'writing.focusOn' : 'writing.focusOff'))
  }
  const latest = useRef({ isFocused, focus })
  useEffect(() => {
    latest.current = { isFocused, focus }
  })
  const finding = useFinding({ editor, rows: snapshot?.rows ?? none, current: snapshot?.current ?? null, mayEdit })
  const { onFound } = finding

  const first = useRef({ mayEdit, words, announce, ownNames, sources })
  useEffect(() => {
    const made = makeEditorView({
      place: place.current!,
      doc: line.doc,
      awareness: line.connection.awareness,
      by: personId,
      mayEdit: first.current.mayEdit,
      usualType,
      words: first.current.words,
      nameOf,
      onChange: setSnapshot,
      onLink: () => setLinking(true),
      pasting: {
        onDropped: (dropped) => setPasted({ dropped, take: null }),
        onMarkdown: (take) =>
          setPasted({
            dropped: [],
            take: () => {
              setPasted(null)
              take()
            },
          }),
      },
      onFound,
      onEscape: () => {
        if (!latest.current.isFocused) return false
        latest.current.focus(false)
        return true
      },
      counter,
      announce: first.current.announce,
      sources: first.current.sources,
      register: first.current.sources,
      records:
        kind === 'MINUTES'
          ? { ...first.current.sources.records, onLeft, onAsk: (names, go) => setAsked({ names, go }) }
          : undefined,
      checks: {
        known: () => ({
          ...checkedAs(line.doc, usualType),
          items: first.current.sources.known?.(citedIn(made.view.state.doc)),
          ownNames: first.current.ownNames,
        }),
        onFound: setLints,
      },
      onFault: (fault) => reportError(fault),
    })
    editor.current = made
    return () => {
      editor.current = null
      made.destroy()
    }
  }, [line, personId, usualType, kind, nameOf, onFound, onLeft, counter])
  useEffect(() => editor.current?.setMayEdit(mayEdit), [mayEdit])

  const here = snapshot?.rows.find(({ id }) => id === snapshot.current) ?? null
  const acts = useMemo((): OutlineActs => {
    const view = () => editor.current!.view
    const binding = () => bindingOf(view().state)
    return {
      lines: () => binding().tree.lines,
      jump: (id) => {
        setOutlineOpen(false)
        goTo(id)(view().state, view().dispatch)
        view().focus()
        // The heading comes to the top, as a page would that was turned to it.
        const at = binding().startOf(id)
        if (at !== undefined) (view().nodeDOM(at) as Element | null)?.scrollIntoView()
      },
      move: (id, where) => binding().operate((doc, act) => moveClause(doc, id, where, act)),
      promote: (id) => binding().operate((doc, act) => promoteClause(doc, id, act)),
      demote: (id) => binding().operate((doc, act) => demoteClause(doc, id, act)),
      insert: (where) => binding().operate((doc, act) => insertClause(doc, where, {}, act)),
      remove: (id, withChildren) =>
        binding().operate((doc, act) => deleteClause(doc, id, { ...act, withChildren }).length > 0),
      join: (id) => clauseCommands.join(id)(view().state, view().dispatch, view()),
      setStatus: (id, status) => clauseCommands.setStatus(status, id)(view().state, view().dispatch),
      undo: () => void binding().undo(),
    }
  }, [])

  /** F6 goes around: tools, outline, sheet. Escape closes the drawer. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOutlineOpen) {
      setOutlineOpen(false)
      editor.current?.view.focus()
    } else if (event.key === 'Escape' && isFocused && !event.defaultPrevented) focus(false)
    const isMod = (event.ctrlKey || event.metaKey) && !event.altKey
    if (isMod && event.shiftKey && event.key.toLowerCase() === 'f') {
      event.preventDefault()
      focus(!isFocused)
    } else finding.onKeyDown(event)
    if (event.key !== 'F6') return
    event.preventDefault()
    const stops = [
      ...room.current!.querySelectorAll<HTMLElement>('.tools button[tabindex="0"], .outline-tree, .sheet-text'),
    ]
    const usable = stops.filter((stop) => stop.offsetParent !== null)
    const at = usable.findIndex((stop) => stop.contains(document.activeElement))
    usable[(at + (event.shiftKey ? usable.length - 1 : 1)) % usable.length]?.focus()
  }
  const begin = (template: TemplateId | null) => {
    const { view } = editor.current!
    if (template) setForm(line.doc, { type: templates[template].type })
    const drafts = template ? draftsOf(template) : [{}]
    // The sheet is hidden while it is empty, and what is hidden takes no focus.
    flushSync(() => void clauseCommands.append(drafts)(view.state, view.dispatch, view))
    view.focus()
  }
  const openOutline = () => {
    setOutlineOpen(!isOutlineOpen)
    if (!isOutlineOpen) setTimeout(() => room.current?.querySelector<HTMLElement>('.outline-tree')?.focus())
  }
  const isEmpty = snapshot?.rows.length === 0
  const outlineButton = (
    <Button kind="quiet" size="small" className="outline-open" aria-expanded={isOutlineOpen} onClick={openOutline}>
      {words('editor.outline')}
    </Button>
  )
  return (
    <div ref={room} className="writing-room" onKeyDown={onKeyDown}>
      <div className="writing-head">
        {snapshot && editor.current && mayEdit ? (
          <Toolbar
            view={editor.current.view}
            snapshot={snapshot}
            clause={here}
            isMinutes={kind === 'MINUTES'}
            onLink={() => setLinking(true)}
          >
            {outlineButton}
          </Toolbar>
        ) : (
          <div className="tools">
            {outlineButton}
            <span className="soft">{words('editor.readOnly')}</span>
          </div>
        )}
        <PeopleHere people={people} />
        {finding.panel}
      </div>
      {troubles && <div className="writing-troubles">{troubles}</div>}
      {keeping.refused && (
        <div className="writing-troubles">
          <Notice
            kind="attention"
            title={words('record.notKept')}
            actions={
              <>
                <Button size="small" onClick={() => onLeft(keeping.refused!.record)}>
                  {words('record.again')}
                </Button>
                <Button size="small" kind="quiet" onClick={keeping.dismiss}>
                  {words('record.later')}
                </Button>
              </>
            }
          >
            {keeping.refused.why}
          </Notice>
        </div>
      )}
      {pasted && (
        <div className="writing-troubles">
          <PasteNews {...pasted} onClose={() => setPasted(null)} />
        </div>
      )}
      <div className="writing-main">
        <div className="writing-outline" data-open={isOutlineOpen || undefined}>
          {snapshot && !isEmpty && (
            <Outline
              documentId={documentId}
              rows={rows}
              people={others}
              current={snapshot.current}
              mayEdit={mayEdit}
              acts={acts}
              counter={counter}
              nameOf={nameOf}
            />
          )}
          {snapshot && !isEmpty && editor.current && (
            <FramesList view={editor.current.view} form={form} atRest={lints} onJump={() => setOutlineOpen(false)} />
          )}
        </div>
        <div className="sheet" lang="">
          {isEmpty && <Beginnings kind={kind} mayEdit={mayEdit} onChoose={begin} />}
          <div ref={place} className="sheet-place" hidden={isEmpty} />
        </div>
        <aside className="writing-side" aria-label={words('writing.side')} hidden={!side}>
          {side}
        </aside>
      </div>
      <div className="writing-foot">
        <SavedIndicator state={state} />
        <WordCount counter={counter} />
        <div className="cluster gap-2 align-center">
          <Button kind="quiet" size="small" aria-expanded={finding.panel !== null} onClick={finding.toggle}>
            {words('writing.findWhat')}
          </Button>
          <Button kind="quiet" size="small" aria-pressed={isFocused} onClick={() => focus(!isFocused)}>
            {words('writing.focus')}
          </Button>
          {!isEmpty && (
            <Button kind="quiet" size="small" aria-expanded={isChecking} onClick={() => setChecking(!isChecking)}>
              {lints ? words('lint.open', { count: lints.length }) : words('lint.title')}
            </Button>
          )}
          {mayEdit && (
            <Button kind="quiet" size="small" aria-haspopup="dialog" onClick={() => setAbout(true)}>
              {words('form.open')}
            </Button>
          )}
          <span className="writing-keys">
            <ShortcutSheet />
          </span>
        </div>
      </div>
      {isChecking && !isEmpty && editor.current && (
        <Checks
          view={editor.current.view}
          lints={lints}
          rows={rows}
          mayEdit={mayEdit}
          onClose={() => {
            setChecking(false)
            editor.current?.view.focus()
          }}
        />
      )}
      {isAbout && mayEdit && <AboutText doc={line.doc} form={form} onClose={() => setAbout(false)} />}
      {asked && <RecordsAsked {...asked} onClose={() => setAsked(null)} />}
      {isLinking && editor.current && (
        <LinkDialog view={editor.current.view} href={snapshot?.block.href ?? null} onClose={() => setLinking(false)} />
      )}
    </div>
  )
}

/** The form of a text as the checks take it. */
const checkedAs = (doc: TextLine['doc'], usualType: TextType): Pick<LintOptions, 'type' | 'mode'> => {
  const { type, labels } = formOf(doc, usualType)
  return { type, mode: labels }
}
