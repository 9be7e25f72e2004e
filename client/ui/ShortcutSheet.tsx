import { useState } from 'react'
import { Button } from './Button.js'
import { Dialog } from './Dialog.js'
import { areKeysOn, turnKeys, useKey, useKeyList, type KeyBinding } from './keys.js'
import { useWords } from './words.js'

const youngestOfEach = (list: readonly KeyBinding[]) => [
  ...new Map(list.map((binding) => [binding.key, binding])).values(),
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

/** The sheet behind `?`: the keys that work on this page, and the switch that turns them off. Put once, in the shell. */
export function ShortcutSheet() {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isOn, setOn] = useState(true)
  const list = youngestOfEach(useKeyList())
  const open = () => {
    setOn(areKeysOn())
    setOpen(true)
  }
  useKey({ key: '?', label: words('ui.keyHelp'), scope: 'everywhere' }, open)
  return (
    <>
      <Button kind="quiet" size="small" className="js-only" aria-keyshortcuts="?" onClick={open}>
        {words('ui.keys')}
      </Button>
      <Dialog title={words('ui.keys')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="stack gap-4">
          <KeyTable title={words('ui.keysHere')} bindings={list.filter((one) => one.scope !== 'everywhere')} />
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
