import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { ActivityAddedDocument } from '#schema/generated/operations.js'
import { listen, type LineState } from '../../api/index.js'

/** Several events of one act come together; a room is fetched once for them. */
const gatherMs = 60
/** The pause between two signs of life, and between two tries to come back. */
export const signMs = 15_000

/** Whether the room reaches this screen. */
export interface RoomLine {
  /** Since when nothing comes; null while the line stands. */
  readonly lostSince: Date | null
  /** It was lost and is back. */
  readonly isHealed: boolean
}

/**
 * Keeps the room as others move it, and notices when nothing comes any more: the browser says so, the socket breaks, or what was asked for was not
 * answered (`isOld`). Back again, everything is fetched anew; nothing that was pressed meanwhile is sent. [RO-9]
 */
export function useRoomLine(meetingId: string, isOld: boolean, sign: () => void): RoomLine {
  const { revalidate } = useRevalidator()
  const again = useRef(revalidate)
  const giveSign = useRef(sign)
  const [line, setLine] = useState<LineState>('opening')
  const [isOnline, setOnline] = useState(true)
  const [lostSince, setLostSince] = useState<Date | null>(null)
  const [isHealed, setHealed] = useState(false)
  const isLost = !isOnline || line === 'lost' || isOld
  useEffect(() => {
    again.current = revalidate
    giveSign.current = sign
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void again.current(), gatherMs)
    }
    const filter = { objectId: meetingId }
    const end = listen(ActivityAddedDocument, { filter }, { onNews: refresh, onBack: refresh, onLine: setLine })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [meetingId])

  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])

  useEffect(() => {
    if (isLost) {
      setLostSince((since) => since ?? new Date())
      setHealed(false)
      return
    }
    setLostSince((since) => {
      if (since) {
        setHealed(true)
        void again.current()
      }
      return null
    })
  }, [isLost])

  useEffect(() => {
    if (!isLost) giveSign.current()
    const timer = setInterval(() => {
      if (!isLost) giveSign.current()
      else if (navigator.onLine) void again.current()
    }, signMs)
    return () => clearInterval(timer)
  }, [isLost])

  return { lostSince, isHealed }
}
