import { useEffect, useState, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import { schemaVersion } from '#schema/document/schema.js'
import { peopleIn, type PersonHere } from '../carets/index.js'
import { DocumentConnection, type ConnectionState } from '../connection/index.js'

export interface TextLine {
  readonly doc: Y.Doc
  readonly connection: DocumentConnection
}

const address = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`

/** Opens a shared text for as long as the component is there. Null before the first effect has run. */
export function useTextLine(documentId: string, person: { id: string; name: string } | null): TextLine | null {
  const { id, name } = person ?? {}
  const [line, setLine] = useState<TextLine | null>(null)
  useEffect(() => {
    const doc = new Y.Doc()
    const connection = new DocumentConnection({ address: address(), documentId, doc, schemaVersion, network: window })
    // To others the server says who this is; one's own copy of it never comes back.
    if (id !== undefined) connection.awareness.setLocalStateField('user', { id, name })
    setLine({ doc, connection })
    return () => {
      connection.destroy()
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
