/**
 * The list of texts that are kept on this device, beside the texts themselves: what was known of each, and the changes that the server did not
 * store yet. One database for all of them, so that they can be listed, bounded and forgotten. The page and the service worker read it.
 */
import type { Standing } from '../connection/connection-state.js'
import { answerOf, deleteDatabase, endOf } from './requests.js'

/** A text of one person, at one version of the document schema. */
export interface CopyName {
  /** Id of the person; `reader` for a stranger. */
  readonly person: string
  /** Version of the document schema of the program that wrote the copy. */
  readonly schemaVersion: number
  readonly documentId: string
}

export interface KeptText extends CopyName {
  readonly key: string
  readonly title: string
  /** Path of the page where it is written. */
  readonly href: string
  /** When it was opened last, in milliseconds. */
  readonly openedAt: number
  /** What was known when all of it was here; null when it never was. */
  readonly standing: Standing | null
  /** It holds what the text will not hold: it is not to be opened again, only its words are to be read. */
  readonly isSpoilt: boolean
}

/** A change that waits, and when it was made. Sorted by its key, changes of several windows stand in the order in which they were made. */
export interface UnsentRow {
  readonly key: string
  readonly at: number
  readonly session: string
  readonly n: number
  readonly update: Uint8Array
}
export type UnsentKey = [key: string, at: number, session: string, n: number]

/** The words of a copy that could not become part of the text, until somebody has copied them. */
export interface AsideText {
  readonly key: string
  readonly person: string
  readonly documentId: string
  readonly text: string
  readonly at: number
}

/** What the page without a network says, in the language in which texts were opened last. */
export interface OfflinePageWords {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly lead: string
  readonly none: string
  /** Before the number of changes. */
  readonly waiting: string
}

export const strangerKey = 'reader'
const databaseName = 'rapporteur-texts'
type StoreName = 'texts' | 'unsent' | 'aside' | 'settings'

export const keyOf = ({ person, schemaVersion, documentId }: CopyName): string =>
  `${person}/${schemaVersion}/${documentId}`

/** Name of the database that holds the text itself. */
export const databaseOf = (name: CopyName): string => `rapporteur-text/${keyOf(name)}`

export const keyOfRow = ({ key, at, session, n }: UnsentRow): UnsentKey => [key, at, session, n]

const rowsOf = (key: string): IDBKeyRange => IDBKeyRange.bound([key], [key, []])

export class KeptTexts {
  private constructor(private readonly db: IDBDatabase) {}

  /** Rejects where the browser keeps nothing: without a database, in some private windows, on a full disk. */
  static async open(): Promise<KeptTexts> {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => {
      const db = request.result
      db.createObjectStore('texts', { keyPath: 'key' })
      db.createObjectStore('unsent', { keyPath: ['key', 'at', 'session', 'n'] })
      db.createObjectStore('aside', { keyPath: 'key' })
      db.createObjectStore('settings')
    }
    const db = await answerOf(request)
    db.onversionchange = () => db.close()
    return new KeptTexts(db)
  }

  close(): void {
    this.db.close()
  }

  all(): Promise<KeptText[]> {
    return this.read('texts', (store) => store.getAll() as IDBRequest<KeptText[]>)
  }

  async text(key: string): Promise<KeptText | null> {
    return (await this.read('texts', (store) => store.get(key) as IDBRequest<KeptText | undefined>)) ?? null
  }

  putText(text: KeptText): Promise<void> {
    return this.write(['texts'], (transaction) => transaction.objectStore('texts').put(text))
  }

  unsent(key: string): Promise<UnsentRow[]> {
    return this.read('unsent', (store) => store.getAll(rowsOf(key)) as IDBRequest<UnsentRow[]>)
  }

  countUnsent(key: string): Promise<number> {
    return this.read('unsent', (store) => store.count(rowsOf(key)))
  }

  /** Adds and removes changes that wait, both or neither. */
  changeUnsent(added: readonly UnsentRow[], removed: readonly UnsentKey[]): Promise<void> {
    return this.write(['unsent'], (transaction) => {
      const store = transaction.objectStore('unsent')
      for (const row of added) store.put(row)
      for (const key of removed) store.delete(key)
    })
  }

  asides(): Promise<AsideText[]> {
    return this.read('aside', (store) => store.getAll() as IDBRequest<AsideText[]>)
  }

  putAside(aside: AsideText): Promise<void> {
    return this.write(['aside'], (transaction) => transaction.objectStore('aside').put(aside))
  }

  dropAside(key: string): Promise<void> {
    return this.write(['aside'], (transaction) => transaction.objectStore('aside').delete(key))
  }

  pageWords(): Promise<OfflinePageWords | undefined> {
    return this.read('settings', (store) => store.get('page') as IDBRequest<OfflinePageWords | undefined>)
  }

  putPageWords(words: OfflinePageWords): Promise<void> {
    return this.write(['settings'], (transaction) => transaction.objectStore('settings').put(words, 'page'))
  }

  /** Removes a text with everything that belongs to it. From the list first: a window that has it open then does not make it again. */
  async forget(name: CopyName): Promise<void> {
    const key = keyOf(name)
    await this.write(['texts', 'unsent'], (transaction) => {
      transaction.objectStore('texts').delete(key)
      transaction.objectStore('unsent').delete(rowsOf(key))
    })
    await deleteDatabase(databaseOf(name))
  }

  private read<T>(name: StoreName, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return answerOf(ask(this.db.transaction(name).objectStore(name)))
  }

  private write(names: StoreName[], act: (transaction: IDBTransaction) => unknown): Promise<void> {
    const transaction = this.db.transaction(names, 'readwrite')
    act(transaction)
    const end = endOf(transaction)
    // Said outright, so that it is done also when the window closes the next moment.
    transaction.commit()
    return end
  }
}
