/**
 * The registry of single-key shortcuts: components say which keys they answer, one listener serves them all, and the sheet behind `?` lists
 * exactly those. Keys typed into a field, with Control, Alt or Command, or in a dialog, are left alone. They can be turned off (WCAG 2.1.4).
 */
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { readStored, writeStored } from './stored.js'

export interface KeyBinding {
  /** As in KeyboardEvent.key: 'j', '?', 'ArrowDown'. */
  key: string
  /** What it does, in the reader's language: "Next row". */
  label: string
  /** 'everywhere' keys stand apart on the sheet. */
  scope?: 'page' | 'everywhere'
  /** Heading under which it stands on the sheet; without one it stands with the keys of the page. */
  group?: string
}

/** Without `run` it is only listed: somebody else listens to it. */
type Entry = KeyBinding & { run?(event: KeyboardEvent): void }

const switchName = 'rapporteur.keys'

class Keys {
  private entries: readonly Entry[] = []
  private readonly listeners = new Set<() => void>()
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
  readonly list = () => this.entries
  add(entry: Entry): () => void {
    this.change([...this.entries, entry])
    return () => this.change(this.entries.filter((one) => one !== entry))
  }
  /** The youngest binding of a key wins: what was opened last is what the reader looks at. */
  find(key: string): Entry | undefined {
    return this.entries.findLast((entry) => entry.key === key && entry.run)
  }
  private change(entries: readonly Entry[]): void {
    this.entries = entries
    for (const listener of this.listeners) listener()
  }
}

const KeysContext = createContext<Keys | null>(null)

const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role=dialog], [role=menu]',
  ) !== null

export const areKeysOn = (): boolean => readStored(switchName) !== 'off'
export const turnKeys = (isOn: boolean): void => writeStored(switchName, isOn ? null : 'off')

export function KeysProvider({ children }: { children: ReactNode }) {
  const [keys] = useState(() => new Keys())
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      const entry = keys.find(event.key)
      if (!entry || !areKeysOn()) return
      event.preventDefault()
      entry.run?.(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [keys])
  return <KeysContext value={keys}>{children}</KeysContext>
}

/** Answers a key for as long as the component is on the page (and `isActive` holds). */
export function useKey(
  { key, label, scope = 'page' }: KeyBinding,
  run: (event: KeyboardEvent) => void,
  isActive = true,
) {
  const keys = useContext(KeysContext)
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!keys || !isActive) return
    return keys.add({ key, label, scope, run: (event) => latest.current(event) })
  }, [keys, key, label, scope, isActive])
}

/** Puts keys on the sheet that a part of the page listens to by itself: those of an editor, with Control or in a text. */
export function useListedKeys(list: readonly KeyBinding[]) {
  const keys = useContext(KeysContext)
  useEffect(() => {
    if (!keys) return
    const removals = list.map((binding) => keys.add(binding))
    return () => removals.forEach((remove) => remove())
  }, [keys, list])
}

const none: readonly KeyBinding[] = []

/** What the sheet lists: one line a key, the youngest binding of each. */
export function useKeyList(): readonly KeyBinding[] {
  const keys = useContext(KeysContext)
  return useSyncExternalStore(
    keys?.subscribe ?? (() => () => {}),
    () => keys?.list() ?? none,
    () => none,
  )
}
