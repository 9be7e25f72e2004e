/**
 * One view over all clauses of a shared text: what is done in the view is written into the text at once, what others write is shown by the smallest
 * steps. The design: decisions 9 and 10; what must hold: I1 to I7 in schema/document/invariants.ts.
 */
import { AllSelection, EditorState, NodeSelection, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { mergeComposition } from './composition.js'
import type { Host } from './host.js'
import { takeUpSelection } from './pending-selection.js'
import { bindingKey, type BindingMeta } from './key.js'
import { indexOfShown, placeAt, positionOf, type ClausePlace, type Side } from './places.js'
import { nothingTouched, Reader, type ShownClause, type Touched } from './reader.js'
import { startOfChild } from './start-of-child.js'
import { writeClause } from './to-shared.js'
import { onTheWay, patch, type Shown } from './to-view.js'

export interface BindingOptions {
  readonly doc: Y.Doc
  /** Id of the person who writes, kept with deletions. */
  readonly by?: string | null
  readonly random?: document.Random
  /** Told of faults that the binding survived: of another plugin that threw, or of its own. */
  readonly onFault?: (fault: unknown) => void
  /** Typing within this time is one step of undo. Default 500. */
  readonly captureTimeoutMs?: number
}

/** Where a selection is, so that it can be found again. */
interface SelectionPlaces {
  readonly anchor: ClausePlace | null
  readonly head: ClausePlace | null
  /** Id of a clause that is selected as a whole. */
  readonly clause: string | null
}

type Cause = BindingMeta['cause']

const selectionKey = 'selection'

export class Binding {
  readonly doc: Y.Doc
  private readonly reader: Reader
  private readonly random: document.Random
  /** Under which the view's changes and the operations are written. Two, since only the first are in the view already. */
  private readonly writing = { bindingWrites: true }
  private readonly operating = { bindingOperates: true }
  private readonly history: Y.UndoManager
  private host: Host | null = null
  private shown: Shown = { ids: [], clauses: new Map() }
  /** The document of the view that `shown` describes. */
  private shownDoc: Node | null = null
  private shownTree: document.Tree = document.effectiveTree(new Map())
  private touched: Touched = nothingTouched()
  private isWriting = false
  private isShowing = false
  /** Clauses in which an input method works and others have written, as they were then: neither direction goes on until it ends. */
  private readonly held = new Map<string, ShownClause>()
  private isSettling = false
  private isRebuilding = false
  private places: SelectionPlaces | null = null
  private placesBefore: SelectionPlaces | null = null
  private readonly freshIds = new Set<string>()

  constructor(private readonly options: BindingOptions) {
    this.doc = options.doc
    this.random = options.random ?? document.platformRandom
    this.reader = new Reader(this.doc)
    this.history = document.undoOf(this.doc, [this.writing, this.operating], options.captureTimeoutMs)
    this.history.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(selectionKey, this.placesBefore))
    this.history.on('stack-item-popped', ({ stackItem }) =>
      this.restoreSelection(stackItem.meta.get(selectionKey) as SelectionPlaces | null),
    )
  }

  // --- life

  /** The text as it stands, for the first state of a view. What is read for it need not be read again when the view comes. */
  open(): Node {
    this.listen()
    return documentOf(this.read(this.reader.tree(), false))
  }

  private listen(): void {
    this.doc.off('afterTransaction', this.afterTransaction)
    this.doc.on('afterTransaction', this.afterTransaction)
  }

  /** Begins to show the text in a view and to write what is done there. */
  attach(host: Host): void {
    this.host = host
    this.doc.on('beforeAllTransactions', this.beforeTransactions)
    this.listen()
    // A view that is given another state makes its plugins' views anew; whoever gave it one looks after what is shown.
    if (this.isRebuilding) return
    this.touched = { clauses: new Set(), isTree: true }
    // A state that was made of the same text is taken as it is.
    const tree = this.reader.tree()
    const now = this.read(tree, false)
    this.shown = { ids: [], clauses: new Map() }
    this.shownDoc = host.state.doc
    if (this.isShown(now)) this.adopt(now, tree)
    else if (host.state.doc.childCount > 0) this.rebuild(now, tree)
    else this.show('remote')
  }

  destroy(): void {
    this.doc.off('beforeAllTransactions', this.beforeTransactions)
    this.doc.off('afterTransaction', this.afterTransaction)
    this.host = null
    // A new state of the view makes the plugins' views anew; what can be undone stays.
    if (!this.isRebuilding) this.history.destroy()
  }

  // --- what others may ask

  /** The effective tree that is shown. */
  get tree(): document.Tree {
    return this.shownTree
  }

  get canUndo(): boolean {
    return this.history.canUndo()
  }

  get canRedo(): boolean {
    return this.history.canRedo()
  }

  undo(): boolean {
    return this.travel(() => this.history.undo())
  }

  redo(): boolean {
    return this.travel(() => this.history.redo())
  }

  private travel(go: () => unknown): boolean {
    if (this.isComposing) return false
    this.placesBefore = this.currentPlaces()
    return go() !== null
  }

  /** What is done next is a step of undo of its own. */
  stopCapturing(): void {
    this.history.stopCapturing()
  }

  /** Does an operation of the document model as one step of undo; the view shows it when this returns. */
  operate<T>(change: (doc: Y.Doc, act: document.Act) => T): T {
    this.history.stopCapturing()
    this.placesBefore = this.currentPlaces()
    try {
      return change(this.doc, { origin: this.operating, by: this.options.by ?? null, random: this.random })
    } finally {
      this.history.stopCapturing()
    }
  }

  /** The place at a position of the view, to be kept or sent. Null between clauses, and while the view is ahead of the text. */
  placeOf(pos: number, side: Side = 'before'): ClausePlace | null {
    const { doc } = this.host?.state ?? {}
    if (!doc || doc !== this.shownDoc || pos < 0 || pos > doc.content.size) return null
    return this.placeIn(doc, pos, side)
  }

  /** Where a place is in the view now; null when it is not shown. */
  posOf(place: ClausePlace): number | null {
    const pos = positionOf(place, this.doc, this.shown.clauses, this.startOf)
    return pos !== null && this.host && pos <= this.host.state.doc.content.size ? pos : null
  }

  /** The position before a clause; undefined for one that is not shown. */
  readonly startOf = (id: string): number | undefined => {
    const index = this.shown.ids.indexOf(id)
    const doc = this.host?.state.doc
    if (index < 0 || !doc || index >= doc.childCount) return undefined
    return startOfChild(doc, index)
  }

  /** The number of a block of a clause among all that its body stores. */
  storedBlock(id: string, block: number): number {
    const body = this.bodyOf(id)
    return body ? indexOfShown(body, block) : block
  }

  /** A clause that was deleted, as the text still holds it; null for one that is shown or never was. */
  deletedClause(id: string): Node | null {
    return this.shown.clauses.has(id) ? null : (this.reader.clause({ id, level: 1 })?.node ?? null)
  }

  /** Ids for clauses that the view makes. */
  readonly ids = {
    isKnown: (id: string): boolean => this.freshIds.has(id) || document.clauseOf(this.doc, id) !== undefined,
    fresh: (): string => {
      const id = document.newClauseId(this.random)
      this.freshIds.add(id)
      return id
    },
  }

  // --- from the view to the text

  /** To be called after each change of the view's state. */
  update(before: EditorState): void {
    const { host } = this
    if (!host || this.isShowing || host.state.doc === this.shownDoc) return
    try {
      this.write(before)
      if (this.held.size > 0 && !this.isComposing) this.release()
    } catch (fault) {
      // The view must not go on with what is not in the text: it shows the text again, and whoever writes is told.
      this.options.onFault?.(fault)
      const tree = this.reader.tree()
      this.rebuild(this.read(tree, false), tree)
    }
  }

  private write(before: EditorState): void {
    const now = this.host!.state.doc
    const old = this.shown
    const lines = now.children.map(({ attrs }) => ({ id: String(attrs['id']), level: Number(attrs['level']) }))
    const isNew = (node: Node, i: number) => old.clauses.get(lines[i]!.id)?.node !== node
    const changed = now.children.filter((node, i) => isNew(node, i) && !this.held.has(lines[i]!.id))
    const tree = this.shownTree
    const isSameList =
      lines.length === tree.lines.length &&
      lines.every(
        ({ id, level }, i) => id === tree.lines[i]!.id && (level === tree.lines[i]!.level || this.held.has(id)),
      )
    this.placesBefore = before.doc === this.shownDoc ? this.placesOf(before.selection) : null
    if (!isSameList) this.history.stopCapturing()
    // What others wrote may still wait for the end of a composition.
    const waiting = this.touched
    this.touched = nothingTouched()
    this.isWriting = true
    try {
      this.writeChanges(changed, isSameList ? null : lines)
    } finally {
      this.isWriting = false
    }
    if (!isSameList) this.history.stopCapturing()
    this.takeWritten(now, new Set(changed.map(({ attrs }) => String(attrs['id']))), waiting)
  }

  private writeChanges(changed: readonly Node[], lines: readonly document.Line[] | null): void {
    const { doc, reader } = this
    const act = { by: this.options.by ?? null }
    let places = new Map<string, document.Place>()
    let gone: readonly string[] = []
    if (lines) {
      places = document.arrange(reader.entries(), lines, this.random)
      const births = new Map([...places].filter(([id]) => !document.clausesOf(doc).has(id)))
      document.bearClauses(doc, births)
      for (const id of births.keys()) {
        places.delete(id)
        this.freshIds.delete(id)
      }
      const wanted = new Set(lines.map(({ id }) => id))
      gone = this.shown.ids.filter((id) => !wanted.has(id))
    }
    doc.transact(() => {
      document.writePlaces(doc, places)
      document.markDeleted(doc, gone, act)
      for (const node of changed) {
        const [id, level] = [String(node.attrs['id']), Number(node.attrs['level'])]
        const clause = document.clauseOf(doc, id)
        // A clause that comes back from a deletion is compared with what it holds.
        const base = this.shown.clauses.get(id) ?? reader.clause({ id, level })
        if (!clause || !base) continue
        document.settle(clause)
        writeClause(clause, base.node, node)
      }
    }, this.writing)
  }

  /** Notes that the text now holds what the view shows; where it does not, the view follows. */
  private takeWritten(now: Node, changed: ReadonlySet<string>, waiting: Touched): void {
    const { touched } = this
    this.touched = waiting
    const tree = touched.isTree ? this.reader.tree() : this.shownTree
    const lines = new Map(tree.lines.map((line) => [line.id, line]))
    const clauses = new Map<string, ShownClause>()
    const again = nothingTouched()
    const ids = now.children.map((node) => {
      const id = String(node.attrs['id'])
      const old = this.shown.clauses.get(id)
      const line = lines.get(id)
      if (this.held.has(id) && old) clauses.set(id, { node, types: old.types })
      else if (old && old.node === node && !changed.has(id)) clauses.set(id, old)
      else {
        const held = line && this.reader.clause(line)
        const isSame = held?.node.eq(node)
        clauses.set(id, { node, types: held?.types ?? [] })
        if (isSame) this.reader.adopt(clauses.get(id)!)
        else again.clauses.add(id)
      }
      return id
    })
    again.isTree = tree.lines.length !== ids.length || tree.lines.some(({ id }, i) => ids[i] !== id)
    this.shown = { ids, clauses }
    this.shownDoc = now
    this.shownTree = tree
    if (!again.isTree && again.clauses.size === 0) return
    for (const id of again.clauses) waiting.clauses.add(id)
    waiting.isTree ||= again.isTree
    this.show('remote')
  }

  // --- from the text to the view

  private readonly beforeTransactions = (): void => {
    if (this.isWriting || this.isShowing) return
    if (this.host) takeUpSelection(this.host)
    this.places = this.currentPlaces()
  }

  private readonly afterTransaction = (transaction: Y.Transaction): void => {
    this.reader.forget(transaction, this.touched)
    if (this.isWriting) return
    const { origin } = transaction
    this.show(origin === this.operating ? 'operation' : origin === this.history ? 'undo' : 'remote')
  }

  /** All that is to be shown. Clauses that did not change are the ones shown now. */
  private read(tree: document.Tree, mayKeep = true): Shown {
    const clauses = new Map<string, ShownClause>()
    for (const line of tree.lines) {
      const old = mayKeep ? this.shown.clauses.get(line.id) : undefined
      const isSame = old && !this.touched.clauses.has(line.id) && old.node.attrs['level'] === line.level
      const now = isSame || (old && this.held.has(line.id)) ? old : this.reader.clause(line)!
      clauses.set(line.id, old && now !== old && now.node.eq(old.node) ? { node: old.node, types: now.types } : now)
    }
    return { ids: tree.lines.map(({ id }) => id), clauses }
  }

  private show(cause: Cause): void {
    const { host, touched } = this
    if (!host || (!touched.isTree && touched.clauses.size === 0)) return
    const tree = touched.isTree ? this.reader.tree() : this.shownTree
    if (this.isComposing && !this.mayShowNow(tree)) return
    const now = this.read(tree)
    this.touched = nothingTouched()
    const first = onTheWay(this.shown, now)
    if (first) {
      const { tr } = host.state
      patch(tr, this.shown, first)
      this.send(tr, cause)
      if (!this.isShown(first)) return this.rebuild(now, tree)
      this.shown = first
    }
    const { tr } = host.state
    const moved = patch(tr, this.shown, now)
    if (!tr.docChanged) return this.adopt(now, tree)
    const selection = this.places && this.selectionAt(this.places, tr.doc, now, moved, touched.clauses)
    if (selection) tr.setSelection(selection)
    // In an empty view all is selected, for there is no place for a caret; in the text that arrives, typing would then replace everything.
    else if (cause === 'remote' && this.shown.ids.length === 0) tr.setSelection(Selection.atStart(tr.doc))
    this.send(tr, cause)
    // Another plugin threw, or put something of its own into what was to be shown.
    if (this.isShown(now)) this.adopt(now, tree)
    else this.rebuild(now, tree)
  }

  /** Gives the view a transaction that shows what the text holds. */
  private send(tr: Transaction, cause: Cause): void {
    const meta: BindingMeta = { isRemote: cause === 'remote', cause }
    tr.setMeta(bindingKey, meta).setMeta('addToHistory', false)
    this.isShowing = true
    try {
      this.host!.dispatch(tr)
    } catch (fault) {
      // Whoever threw, the view must show what the text holds, or the next key would write the old words over the new ones.
      this.options.onFault?.(fault)
    } finally {
      this.isShowing = false
    }
  }

  private isShown({ ids, clauses }: Shown): boolean {
    const { doc } = this.host!.state
    return doc.childCount === ids.length && ids.every((id, i) => clauses.get(id)!.node.eq(doc.child(i)))
  }

  /** Begins a new state of the view with what the text holds. */
  private rebuild(now: Shown, tree: document.Tree): void {
    const { host } = this
    if (!host) return
    this.held.clear()
    const doc = documentOf(now)
    this.isShowing = this.isRebuilding = true
    try {
      host.updateState(EditorState.create({ doc, plugins: host.state.plugins }))
    } finally {
      this.isShowing = this.isRebuilding = false
    }
    this.adopt(now, tree)
    const selection = this.places && this.selectionAt(this.places, doc, now, new Set(now.ids), new Set())
    if (selection) host.dispatch(host.state.tr.setSelection(selection))
  }

  /** The view shows this; its nodes stand for what is behind them from now on. */
  private adopt(now: Shown, tree: document.Tree): void {
    const doc = this.host!.state.doc
    const clauses = new Map<string, ShownClause>()
    now.ids.forEach((id, i) => {
      const wanted = now.clauses.get(id)!
      const node = doc.child(i)
      const isHeld = this.held.has(id)
      const clause = node === wanted.node ? wanted : { node, types: wanted.types }
      clauses.set(id, clause)
      if (clause !== this.shown.clauses.get(id) && !isHeld) this.reader.adopt(clause)
    })
    this.shown = { ids: now.ids, clauses }
    this.shownDoc = doc
    this.shownTree = tree
  }

  // --- input methods

  private get isComposing(): boolean {
    return this.isSettling || (this.host?.composing ?? false)
  }

  /** The clause in which an input method works, if one does. */
  private composingClause(): string | null {
    const { $head } = this.host!.state.selection
    return $head.depth > 0 ? String($head.node(1).attrs['id']) : null
  }

  /** While somebody composes, their clause is left alone; a change that would move or remove it waits altogether. */
  private mayShowNow(tree: document.Tree): boolean {
    const id = this.composingClause()
    if (id === null) return true
    if (this.touched.isTree) {
      const order = (ids: readonly string[]) => ids.join(' ')
      const isSameOrder = order(tree.lines.map((line) => line.id)) === order(this.shown.ids)
      if (!isSameOrder) return false
    }
    const line = tree.lines.find((one) => one.id === id)
    const isTouched = this.touched.clauses.has(id) || line?.level !== this.shown.clauses.get(id)?.node.attrs['level']
    if (isTouched && !this.held.has(id)) this.held.set(id, this.shown.clauses.get(id)!)
    return true
  }

  /** To be called when a composition ends: the view still reads the last of it from the page, so it is settled a moment later. */
  compositionEnds(later: (settle: () => void) => void): void {
    if (this.held.size === 0 && !this.touched.isTree && this.touched.clauses.size === 0) return
    this.isSettling = true
    later(() => {
      this.isSettling = false
      if (!this.host || this.host.composing) return
      this.release()
    })
  }

  /** Puts together what was composed and what others wrote meanwhile. */
  private release(): void {
    const host = this.host!
    const held = [...this.held]
    this.held.clear()
    for (const [id, base] of held) {
      const line = this.shownTree.lines.find((one) => one.id === id)
      const theirs = line && this.reader.clause(line)
      const at = this.startOf(id)
      const ours = at === undefined ? null : host.state.doc.nodeAt(at)
      if (!theirs || !ours || at === undefined) continue
      const merged = mergeComposition(id, base, ours, theirs)
      const { tr } = host.state
      const asShown = (node: Node, types: ShownClause['types']): Shown => ({
        ids: this.shown.ids,
        clauses: new Map(this.shown.clauses).set(id, { node, types }),
      })
      const isSameShape = ours.childCount === base.types.length && merged.childCount === theirs.types.length
      if (isSameShape) patch(tr, this.viewed(id, ours, base.types), asShown(merged, theirs.types))
      else tr.replaceWith(at, at + ours.nodeSize, merged)
      this.shown = asShown(theirs.node, theirs.types)
      // What others wrote at the caret stands behind it, as it does without a composition.
      const { empty, head } = host.state.selection
      if (empty) tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(head, -1)), -1))
      this.isShowing = true
      try {
        const meta: BindingMeta = { isRemote: true, cause: 'remote' }
        host.dispatch(tr.setMeta(bindingKey, meta).setMeta('addToHistory', false))
      } finally {
        this.isShowing = false
      }
    }
    // Now the view is ahead of the text by what was composed.
    if (held.length > 0) this.write(host.state)
    if (this.touched.isTree || this.touched.clauses.size > 0) this.show('remote')
  }

  /** What the view shows now, with one clause as it is on the screen. */
  private viewed(id: string, node: Node, types: ShownClause['types']): Shown {
    return { ids: this.shown.ids, clauses: new Map(this.shown.clauses).set(id, { node, types }) }
  }

  // --- selections

  private placeIn(doc: Node, pos: number, side: Side): ClausePlace | null {
    return placeAt(doc.resolve(pos), this.shown.clauses, (id) => this.bodyOf(id), side)
  }

  private bodyOf(id: string): Y.XmlFragment | undefined {
    const clause = document.clauseOf(this.doc, id)
    return clause && document.bodyOf(clause)
  }

  private currentPlaces(): SelectionPlaces | null {
    const { host } = this
    return host && host.state.doc === this.shownDoc ? this.placesOf(host.state.selection) : null
  }

  private placesOf(selection: Selection): SelectionPlaces {
    const { anchor, head, empty, $anchor } = selection
    const isClause = selection instanceof NodeSelection && selection.node.type.name === 'clause'
    if (isClause) return { anchor: null, head: null, clause: String(selection.node.attrs['id']) }
    // Several cells of a table, a formula: found again by mapping, which keeps what sort of selection it is.
    const isText = selection instanceof TextSelection || selection instanceof AllSelection
    if (!isText) return { anchor: null, head: null, clause: null }
    const doc = $anchor.doc
    // What comes in at the edge of a selection stays outside of it.
    const sideOf = (pos: number, other: number): Side => (empty || pos > other ? 'before' : 'after')
    return {
      anchor: this.placeIn(doc, anchor, sideOf(anchor, head)),
      head: this.placeIn(doc, head, sideOf(head, anchor)),
      clause: null,
    }
  }

  /** A selection found again in a document that shows `now`; null where mapping it is as good, or it is gone. */
  private selectionAt(
    places: SelectionPlaces,
    doc: Node,
    now: Shown,
    moved: ReadonlySet<string>,
    touched: ReadonlySet<string>,
  ): Selection | null {
    const starts = new Map<string, number>()
    let at = 0
    doc.children.forEach((node, i) => {
      starts.set(now.ids[i]!, at)
      at += node.nodeSize
    })
    const startOf = (id: string) => starts.get(id)
    if (places.clause !== null) {
      const start = moved.has(places.clause) ? startOf(places.clause) : undefined
      return start === undefined ? null : NodeSelection.create(doc, start)
    }
    const { anchor, head } = places
    if (!anchor || !head) return null
    const concerns = (id: string) => (moved.has(id) || touched.has(id)) && !this.held.has(id)
    if (!concerns(anchor.c) && !concerns(head.c)) return null
    const [a, h] = [anchor, head].map((place) => positionOf(place, this.doc, now.clauses, startOf))
    if (a === null || a === undefined || h === null || h === undefined) return null
    if (a > doc.content.size || h > doc.content.size) return null
    return TextSelection.between(doc.resolve(a), doc.resolve(h))
  }

  private restoreSelection(places: SelectionPlaces | null): void {
    const { host } = this
    if (!host || !places) return
    const all = new Set(this.shown.ids)
    const selection = this.selectionAt(places, host.state.doc, this.shown, all, all)
    if (selection) host.dispatch(host.state.tr.setSelection(selection).scrollIntoView())
  }
}

const documentOf = ({ ids, clauses }: Shown): Node =>
  document.schema.nodes['doc']!.create(
    null,
    ids.map((id) => clauses.get(id)!.node),
  )
