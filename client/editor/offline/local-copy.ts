/**
 * A text on this device: opened without a network, and what is written in it kept until the server has it. y-indexeddb keeps the text; the list
 * beside it (kept-texts.ts) keeps what waits. What y-indexeddb does badly is mended here:
 *
 * - It writes while Yjs tells everybody of an update, and throws there when the database is being closed (iOS does that to pages in the
 *   background; "The database connection is closing"): then nobody after it hears of the update, not even the line to the server. Ours does not throw.
 * - A full disk is a promise that nobody looks at. Here it ends the keeping, and the saved indicator says so.
 * - Where there is no database at all it never gets ready, and says nothing. Here opening the list finds out first.
 */
import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb'
import * as Y from 'yjs'
import { documentText } from '#schema/document/text.js'
import type { Keeper, Standing } from '../connection/index.js'
import { forgetPage } from './kept-pages.js'
import {
  databaseOf,
  keyOf,
  keyOfRow,
  KeptTexts,
  type AsideText,
  type CopyName,
  type KeptText,
  type UnsentRow,
} from './kept-texts.js'
import { within } from './requests.js'
import { isOverdue } from './sweep.js'

export interface LocalCopyOptions extends CopyName {
  readonly doc: Y.Doc
  readonly title: string
  readonly href: string
  readonly now?: () => number
  /** A fault that took nothing but the copy. */
  onFault(fault: unknown): void
}

const patienceMs = 5_000
/** What the server has stored by then is never written down as waiting. */
const gatherMs = 200
const trimAfterMs = 1_000
/** Origin of updates that come out of the copy. */
const broughtBack = { localCopy: true }

export class LocalCopy implements Keeper {
  /** Words of an earlier copy that could not become part of the text. */
  aside: AsideText | null = null
  unsent: readonly Uint8Array[] = []
  works = true
  private store: IndexeddbPersistence | null = null
  private text: KeptText
  private readonly doc: Y.Doc
  private readonly session = Math.random().toString(36).slice(2, 10)
  private readonly now: () => number
  /** What waits, in order; of it what is not written down yet; and what is to be struck out. */
  private rows: UnsentRow[] = []
  private fresh: UnsentRow[] = []
  private removed: UnsentRow[] = []
  private made = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private trimming: ReturnType<typeof setTimeout> | undefined
  private tellFailing: () => void = () => {}
  private isOver = false
  private reopened = 0

  private constructor(
    private readonly options: LocalCopyOptions,
    private readonly list: KeptTexts,
    known: KeptText | null,
  ) {
    this.doc = options.doc
    this.now = options.now ?? Date.now
    const { person, schemaVersion, documentId, title, href } = options
    this.text = {
      person,
      schemaVersion,
      documentId,
      title,
      href,
      key: keyOf(options),
      openedAt: this.now(),
      standing: known?.standing ?? null,
      isSpoilt: false,
    }
  }

  /**
   * Puts what this device keeps of a text into the Y.Doc, and keeps what follows. Null where nothing can be kept: then the window is all there is.
   * What an older version of the program kept is taken over. [OF-1, OF-2]
   */
  static async open(options: LocalCopyOptions): Promise<LocalCopy | null> {
    let list: KeptTexts | null = null
    try {
      list = await within(patienceMs, KeptTexts.open())
      const mine = (await list.all()).filter(
        ({ person, documentId }) => person === options.person && documentId === options.documentId,
      )
      for (const spoilt of mine.filter(({ isSpoilt }) => isSpoilt)) await putAside(list, spoilt, options)
      const whole = mine.filter(({ isSpoilt }) => !isSpoilt)
      const older = whole.filter(({ schemaVersion }) => schemaVersion < options.schemaVersion)
      const known = whole.find(({ key }) => key === keyOf(options)) ?? null
      const copy = new LocalCopy(options, list, known ?? newest(older))
      await copy.load(older)
      return copy
    } catch (fault) {
      // Going on is safe: the editor works as it does without a copy, and says that nothing is kept here.
      options.onFault(fault)
      list?.close()
      return null
    }
  }

  private async load(older: readonly KeptText[]): Promise<void> {
    await within(patienceMs, this.attach())
    for (const one of older) {
      Y.applyUpdate(this.doc, await stateOf(one), broughtBack)
      const rows = await this.list.unsent(one.key)
      const moved = rows.map((row) => ({ ...row, key: this.text.key }))
      await this.list.changeUnsent(moved, rows.map(keyOfRow))
    }
    this.rows = await this.list.unsent(this.text.key)
    this.unsent = this.rows.map(({ update }) => update)
    // They are in the copy already, unless it was broken off between the two.
    if (this.rows.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates([...this.unsent]), broughtBack)
    await this.list.putText(this.text)
    for (const one of older) await this.list.forget(one)
    const asides = await this.list.asides()
    const { person, documentId } = this.options
    this.aside = asides.find((one) => one.person === person && one.documentId === documentId) ?? null
    addEventListener('pagehide', this.flush)
    document.addEventListener('visibilitychange', this.flush)
    void this.sweep().catch(this.options.onFault)
  }

  // --- as the line asks

  get standing(): Standing | null {
    return this.text.standing
  }

  brought(origin: unknown): boolean {
    return origin === broughtBack || (origin !== null && origin === this.store)
  }

  wrote(update: Uint8Array, isLive: boolean): void {
    const row = { key: this.text.key, at: this.now(), session: this.session, n: ++this.made, update }
    this.rows.push(row)
    this.fresh.push(row)
    // What a server is there for is mostly stored before it is worth writing down that it waits.
    if (isLive) this.soon()
    else this.flush()
  }

  stored(changes: number): void {
    const gone = new Set(this.rows.splice(0, changes))
    const never = new Set(this.fresh.filter((row) => gone.has(row)))
    this.fresh = this.fresh.filter((row) => !never.has(row))
    this.removed.push(...[...gone].filter((row) => !never.has(row)))
    this.soon()
  }

  knows(standing: Standing): void {
    const { mayEdit, schemaVersion, epoch } = standing
    this.note({ standing: { mayEdit, schemaVersion, epoch } })
  }

  spoilt(isSpoilt: boolean): void {
    this.note({ isSpoilt })
  }

  onFailing(tell: () => void): void {
    this.tellFailing = tell
  }

  // --- as a person wants

  /** Removes the text from this device, and keeps nothing more of it. */
  async forget(): Promise<void> {
    this.stop()
    await Promise.all([this.list.forget(this.options), forgetPage(this.options.href)])
    this.tellFailing()
  }

  async forgetAside(): Promise<void> {
    if (this.aside) await this.list.dropAside(this.aside.key)
    this.aside = null
  }

  /** Ends the keeping, with everything written down that was asked for. */
  async close(): Promise<void> {
    if (this.isOver) return
    const last = this.write()
    this.stop()
    await last
    this.list.close()
  }

  private stop(): void {
    this.isOver = true
    clearTimeout(this.timer)
    clearTimeout(this.trimming)
    removeEventListener('pagehide', this.flush)
    document.removeEventListener('visibilitychange', this.flush)
    void this.store?.destroy()
    this.store = null
  }

  // --- the text

  private attach(): Promise<unknown> {
    const store = new IndexeddbPersistence(databaseOf(this.options), this.doc)
    this.store = store
    this.doc.off('update', store._storeUpdate)
    store._storeUpdate = (update, origin) => this.keep(store, update, origin)
    this.doc.on('update', store._storeUpdate)
    return store.whenSynced
  }

  private keep(store: IndexeddbPersistence, update: Uint8Array, origin: unknown): void {
    if (!store.db || origin === store || this.isOver) return
    try {
      const transaction = store.db.transaction('updates', 'readwrite')
      transaction.onabort = () => this.fail(transaction.error)
      transaction.objectStore('updates').add(update)
      // Said outright, so that it is done also when the window closes the next moment.
      transaction.commit()
    } catch (fault) {
      return this.reopen(store, fault)
    }
    if (++store._dbsize < PREFERRED_TRIM_SIZE) return
    clearTimeout(this.trimming)
    this.trimming = setTimeout(
      () => void storeState(store, false).catch((fault: unknown) => this.fail(fault)),
      trimAfterMs,
    )
  }

  /** The browser has closed the database: it is opened again, unless the text is gone from the list, or it happens time and again. */
  private reopen(store: IndexeddbPersistence, fault: unknown): void {
    if (store !== this.store) return
    this.store = null
    void store.destroy()
    if (++this.reopened > 5) return this.fail(fault)
    const again = async () => {
      if (await this.list.text(this.text.key)) await within(patienceMs, this.attach())
      else this.fail(fault)
    }
    again().catch((why: unknown) => this.fail(why))
  }

  private fail(fault: unknown): void {
    if (!this.works || this.isOver) return
    this.works = false
    this.options.onFault(fault)
    this.tellFailing()
  }

  // --- what waits

  private note(news: Partial<KeptText>): void {
    this.text = { ...this.text, ...news }
    if (this.isOver || !this.works) return
    this.list.putText(this.text).catch((fault: unknown) => this.fail(fault))
  }

  private soon(): void {
    if (!this.isOver) this.timer ??= setTimeout(this.flush, gatherMs)
  }

  private readonly flush = (): void => void this.write()

  private async write(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.isOver || !this.works) return
    const [added, removed] = [this.fresh, this.removed]
    this.fresh = []
    this.removed = []
    if (added.length + removed.length === 0) return
    try {
      await this.list.changeUnsent(added, removed.map(keyOfRow))
    } catch (fault) {
      this.fail(fault)
    }
  }

  /** Removes texts that nobody has opened for long. */
  private async sweep(): Promise<void> {
    const now = this.now()
    for (const text of await this.list.all())
      if (isOverdue({ ...text, unsent: await this.list.countUnsent(text.key) }, now))
        await Promise.all([this.list.forget(text), forgetPage(text.href)])
    for (const { key, at } of await this.list.asides())
      if (isOverdue({ openedAt: at, isSpoilt: true, unsent: 0 }, now)) await this.list.dropAside(key)
  }
}

const newest = (texts: readonly KeptText[]): KeptText | null =>
  texts.reduce<KeptText | null>((best, one) => (best && best.schemaVersion > one.schemaVersion ? best : one), null)

/** The text that a copy holds, as one update. */
async function stateOf(name: CopyName): Promise<Uint8Array> {
  const doc = new Y.Doc()
  const store = new IndexeddbPersistence(databaseOf(name), doc)
  await within(patienceMs, store.whenSynced)
  const state = Y.encodeStateAsUpdate(doc)
  await store.destroy()
  doc.destroy()
  return state
}

/** Keeps the words of a copy that is of no other use, and removes the copy. */
async function putAside(list: KeptTexts, spoilt: KeptText, { now = Date.now }: LocalCopyOptions): Promise<void> {
  const { key, person, documentId } = spoilt
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await stateOf(spoilt))
  for (const { update } of await list.unsent(key)) Y.applyUpdate(doc, update)
  await list.putAside({ key, person, documentId, text: documentText(doc), at: now() })
  await list.forget(spoilt)
}
