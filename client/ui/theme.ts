import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './stored.js'

export type Theme = 'light' | 'dark' | 'system'

// The same name stands in theme-boot.ts, which may not import.
const name = 'rapporteur.theme'
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const read = (): Theme => {
  const stored = readStored(name)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Remembers the choice and applies it at once. */
export function setTheme(theme: Theme): void {
  writeStored(name, theme === 'system' ? null : theme)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

/** The reader's choice; 'system' on the server. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, read, () => 'system')
