import { useEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import type { Words } from '#schema/words/index.js'
import type { FormAnswer } from '../../app/forms.js'
import { useAnnounce, useWords } from '../../ui/index.js'

/** Does something in the room and stays where one is. */
export type RoomAct = (fields: Readonly<Record<string, string>>) => void

/**
 * What keys do: sent at once, and refused with a sentence. While there is no connection nothing is sent and nothing is kept for later. [RO-9]
 */
export function useRoomActs(meetingId: string, isLost: boolean): { act: RoomAct; sentence: string | null } {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const fetcher = useFetcher<FormAnswer | null>()
  const [notSent, setNotSent] = useState(false)
  const told = useRef<unknown>(null)
  const refused = fetcher.state === 'idle' ? (fetcher.data ?? null) : null
  const sentence =
    notSent || refused?.codes.includes('OFFLINE') ? words('room.notSent') : (refused?.refusals[0]?.sentence ?? null)
  useEffect(() => {
    if (!refused || told.current === refused) return
    told.current = refused
    if (sentence) announce(sentence, 'assertive')
  }, [refused, sentence, announce])
  // What could not be sent is over when the line is back.
  useEffect(() => {
    if (!isLost) setNotSent(false)
  }, [isLost])
  const act: RoomAct = (fields) => {
    if (isLost) {
      setNotSent(true)
      announce(words('room.notSent'), 'assertive')
      return
    }
    setNotSent(false)
    void fetcher.submit({ ...fields, stay: 'true', meetingId }, { method: 'post' })
  }
  return { act, sentence }
}
