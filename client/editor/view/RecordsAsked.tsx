import type { Words } from '#schema/words/index.js'
import { Button, Dialog, useWords } from '../../ui/index.js'

/** Records that somebody is about to delete from minutes. */
export interface AskedRecords {
  readonly names: readonly string[]
  go(): void
}

/** Asks before records of the group vanish from the minutes. [RC-4] */
export function RecordsAsked({ names, go, onClose }: AskedRecords & { onClose(): void }) {
  const words = useWords<Words>()
  return (
    <Dialog
      title={words('record.askTitle')}
      isOpen
      mustDecide
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {words('record.askNo')}
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              onClose()
              go()
            }}
          >
            {words('record.askYes')}
          </Button>
        </>
      }
    >
      <p>{words('record.ask', { count: names.length, names: names.join(', ') })}</p>
    </Dialog>
  )
}
