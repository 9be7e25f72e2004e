import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import { schemaVersion } from '#schema/document/schema.js'
import { peopleIn, type PersonHere } from '../carets/index.js'
import { DocumentConnection, type ConnectionState } from '../connection/index.js'
import { LocalCopy, strangerKey } from '../offline/index.js'
import { keepsFor } from '../offline/whose.js'

export interface TextLine {
  readonly doc: Y.Doc
  readonly connection: DocumentConnection
  /** What this device keeps of the text; null where it keeps nothing. */
  readonly copy: LocalCopy | null
}

/** How the text is found again in the list of what this device keeps. */
export interface TextAddress {
  readonly title: string
  readonly href: string
}

const address = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`

/** Opens a shared text for as long as the component is there: from this device, then from the server. Null until what is kept here was looked at. */
export function useTextLine(
  documentId: string,
  person: { id: string; name: string } | null,
  at: TextAddress,
): TextLine | null {
  const { id, name } = person ?? {}
  const [line, setLine] = useState<TextLine | null>(null)
  const found = useRef(at)
  useEffect(() => {
    const doc = new Y.Doc()
    let opened: TextLine | null = null
    let isOver = false
    const open = async () => {
      const onFault = (fault: unknown) => reportError(fault)
      const copy = await LocalCopy.open({
        ...found.current,
        doc,
        documentId,
        person: id ?? strangerKey,
        schemaVersion,
        onFault,
      })
      if (isOver) return copy?.close()
      if (copy && id !== undefined) keepsFor(id)
      const options = { address: address(), documentId, doc, schemaVersion, network: window, keeper: copy }
      const connection = new DocumentConnection(options)
      // To others the server says who this is; one's own copy of it never comes back.
      if (id !== undefined) connection.awareness.setLocalStateField('user', { id, name })
      setLine((opened = { doc, connection, copy }))
    }
    open().catch(reportError)
    return () => {
      isOver = true
      opened?.connection.destroy()
      opened?.copy?.close().catch(reportError)
      doc.destroy()
    }
  }, [documentId, id, name])
  return line
}

export const useConnectionState = ({ connection }: TextLine): ConnectionState =>
  useSyncExternalStore(connection.subscribe, () => connection.state)

/** Who is in the text. Carets move many times a second: what is answered changes only when somebody comes, goes, or enters another clause. */
export function usePeople({ connection }: TextLine): readonly PersonHere[] {
  const { awareness } = connection
  const [people, setPeople] = useState<readonly PersonHere[]>([])
  useEffect(() => {
    let said = ''
    const look = () => {
      const now = peopleIn(awareness.getStates(), awareness.clientID)
      const saying = JSON.stringify(now.map(({ id, name, hue, clauses }) => [id, name, hue, clauses]))
      if (saying === said) return
      said = saying
      setPeople(now)
    }
    look()
    awareness.on('change', look)
    return () => awareness.off('change', look)
  }, [awareness])
  return people
}
