/** The keys of text, outline, tables and find, for the sheet behind `?`. [MN-14] */
import { useMemo } from 'react'
import type { Words } from '#schema/words/index.js'
import { useListedKeys, type KeyBinding } from '../../ui/index.js'
import { keyList } from '../commands/index.js'
import { tableKeyList } from '../tables/index.js'
import { thingKeyList } from '../things/index.js'

/** Names of `keyList` that are about clauses; all others are about the words. */
const clauseKeys: ReadonlySet<string> = new Set([
  ...['insertAfter', 'insertBelow', 'split', 'join', 'moveUp', 'moveDown', 'promote', 'demote'],
  ...['select', 'leave', 'remove'],
])

export function useEditorKeys(words: Words): void {
  const list = useMemo(() => {
    const control = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'
    const shown = (key: string) => key.replaceAll('Mod', control).replaceAll('Arrow', '').replaceAll('-', ' ')
    const of = (group: string, keys: readonly (readonly [key: string, label: string])[]): KeyBinding[] =>
      keys.map(([key, label]) => ({ key: shown(key), label, group }))
    const text = keyList.map(({ name, keys }) => [name, keys[0]!, words.dynamic(`editor.key.${name}`)] as const)
    return [
      ...of(words('writing.keysText'), [
        ...text.filter(([name]) => !clauseKeys.has(name)).map(([, key, label]) => [key, label] as const),
        ['Tab', words('writing.key.deeper')],
        ['Shift-Tab', words('writing.key.higher')],
        ['Mod-Home, Mod-End', words('writing.key.edges')],
        ['F6', words('editor.key.around')],
      ]),
      ...of(words('writing.keysClauses'), [
        ...text.filter(([name]) => clauseKeys.has(name)).map(([, key, label]) => [key, label] as const),
        ['[ ]', words('editor.key.outlineLevel')],
        ['Mod-x, Mod-v', words('editor.key.outlineCut')],
        ['Insert', words('writing.key.outlineInsert')],
        ['Mod-Backspace', words('writing.key.outlineJoin')],
      ]),
      ...of(words('writing.keysTables'), [
        ['Tab, Shift-Tab', words('writing.key.cells')],
        ['Mod-Enter', words('writing.key.leaveTable')],
        ['Mod-a', words('writing.key.wholeTable')],
        ...tableKeyList.map(({ name, keys }) => [keys[0]!, words.dynamic(`thing.table.${name}`)] as const),
      ]),
      ...of(words('writing.keysInsert'), [
        ['/', words('writing.key.slash')],
        ...thingKeyList.map(({ name, keys }) => [keys[0]!, words.dynamic(`thing.${name}`)] as const),
        ['Mod-k', words('editor.key.link')],
      ]),
      ...of(words('writing.keysFind'), [
        ['Mod-f', words('writing.find')],
        ['Mod-h', words('writing.key.replace')],
        ['Mod-g', words('writing.key.next')],
        ['Shift-Mod-g', words('writing.key.previous')],
        ['Mod-Shift-f', words('writing.key.focus')],
      ]),
    ]
  }, [words])
  useListedKeys(list)
}
