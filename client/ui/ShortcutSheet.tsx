import { useState } from 'react'
import { Button } from './Button.js'
import { Dialog } from './Dialog.js'
import { areKeysOn, turnKeys, useKey, useKeyList, type KeyBinding } from './keys.js'
import { TextField } from './TextField.js'
import { useWords } from './words.js'

const youngestOfEach = (list: readonly KeyBinding[]) => [
  // A key may do one thing in a table and another in a list.
  ...new Map(list.map((binding) => [`${binding.group ?? ''} ${binding.key}`, binding])).values(),
]

const KeyTable = ({ title, bindings }: { title: string; bindings: readonly KeyBinding[] }) =>
  bindings.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <dl className="key-list">
        {bindings.map(({ key, label }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </>
  )

/** So many keys, and they are looked for rather than read. */
const manyKeys = 12

/** The sheet behind `?`: the keys that work on this page, and the switch that turns them off. Put once, in the shell. */
export function ShortcutSheet() {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isOn, setOn] = useState(true)
  const [wanted, setWanted] = useState('')
  const all = youngestOfEach(useKeyList())
  const isWanted = ({ key, label }: KeyBinding) =>
    `${label} ${key}`.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase())
  const list = all.filter(isWanted)
  const groups = [...new Set(list.map(({ group }) => group))].filter((group) => group !== undefined)
  const open = () => {
    setOn(areKeysOn())
    setWanted('')
    setOpen(true)
  }
  useKey({ key: '?', label: words('ui.keyHelp'), scope: 'everywhere' }, open)
  return (
    <>
      <Button kind="quiet" size="small" className="js-only" aria-keyshortcuts="?" onClick={open}>
        {words('ui.keys')}
      </Button>
      <Dialog
        title={words('ui.keys')}
        size={all.length > manyKeys ? 'wide' : undefined}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <div className="stack gap-4">
          {all.length > manyKeys && (
            <TextField
              name="key"
              type="search"
              label={words('ui.keysFind')}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          )}
          <p role="status" className={list.length > 0 ? 'visually-hidden' : undefined}>
            {wanted !== '' && words('ui.keysFound', { count: list.length })}
          </p>
          {groups.map((group) => (
            <KeyTable key={group} title={group} bindings={list.filter((one) => one.group === group)} />
          ))}
          <KeyTable
            title={words('ui.keysHere')}
            bindings={list.filter((one) => !one.group && one.scope !== 'everywhere')}
          />
          <KeyTable title={words('ui.keysEverywhere')} bindings={list.filter((one) => one.scope === 'everywhere')} />
          <div>
            <label className="choice">
              <input
                type="checkbox"
                checked={isOn}
                aria-describedby="keys-hint"
                onChange={(event) => {
                  setOn(event.target.checked)
                  turnKeys(event.target.checked)
                }}
              />
              <span className="choice-label">{words('ui.keysOff')}</span>
            </label>
            <p id="keys-hint" className="choice-hint">
              {words('ui.keysOffHint')}
            </p>
          </div>
        </div>
      </Dialog>
    </>
  )
}
