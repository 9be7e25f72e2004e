import { lazy, Suspense, useEffect, useState } from 'react'
import type { Words } from '#schema/words/index.js'
import { Button, Notice, useAnnounce, useWords } from '../../ui/index.js'
import { isAtRisk, type ConnectionState } from '../connection/index.js'
import { CopyWords } from '../view/Troubles.js'
import type { TextLine } from '../view/use-line.js'

// Hardly anybody ever sees it.
const SplitChoice = lazy(() => import('./SplitChoice.js'))

export interface KeptNoticesProps {
  readonly line: TextLine
  readonly state: ConnectionState
  readonly person: { readonly id: string; readonly name: string } | null
}

/** What is to be decided about the copy on this device: two versions of a clause, words that could not be sent, a text that is closed now. */
export function KeptNotices({ line, state, person }: KeptNoticesProps) {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const [isChoosing, setChoosing] = useState(false)
  const [aside, setAside] = useState(line.copy?.aside ?? null)
  const [isForgotten, setForgotten] = useState(false)
  const { copy, connection } = line
  const { apart } = connection
  const isClosed = state.ending === 'NOT_FOUND'
  const hasWords = isAtRisk(state)
  useEffect(() => {
    // Not to be read any more, and nothing of one's own in it.
    if (isClosed && !hasWords) copy?.forget().catch(reportError)
  }, [copy, isClosed, hasWords])
  const dropAside = () => {
    setAside(null)
    copy?.forgetAside().catch(reportError)
  }
  const forget = () => {
    setForgotten(true)
    copy?.forget().catch(reportError)
  }
  return (
    <>
      {apart && (
        <Notice
          kind="attention"
          title={words('offline.choiceTitle')}
          actions={
            <Button size="small" kind="primary" onClick={() => setChoosing(true)}>
              {words('offline.choiceOpen')}
            </Button>
          }
        >
          {words('offline.choiceText', { clauses: apart.splits.length })}
        </Notice>
      )}
      {apart && isChoosing && (
        <Suspense fallback={null}>
          <SplitChoice
            mine={line.doc}
            apart={apart}
            onClose={() => setChoosing(false)}
            onChosen={(choices) => {
              const name = person?.name ?? ''
              const isDone = connection.settle({
                choices,
                by: person?.id ?? null,
                titleOfMine: (title) => words('offline.titleOfMine', { title, name }),
                titleOfTheirs: (title) => words('offline.titleOfTheirs', { title }),
              })
              announce(words(isDone ? 'offline.sent' : 'offline.moreCame'))
              if (isDone) setChoosing(false)
            }}
          />
        </Suspense>
      )}
      {aside && (
        <Notice
          kind="attention"
          title={words('offline.asideTitle')}
          actions={
            <>
              <CopyWords label={words('offline.asideShow')} wordsOf={() => aside.text} />
              <Button size="small" onClick={dropAside}>
                {words('offline.asideDrop')}
              </Button>
            </>
          }
        >
          {words('offline.asideText', {
            when: new Intl.DateTimeFormat(words.locale, { dateStyle: 'long' }).format(aside.at),
          })}
        </Notice>
      )}
      {copy && isClosed && hasWords && !isForgotten && (
        <p>
          <Button size="small" onClick={forget}>
            {words('offline.forget')}
          </Button>
        </p>
      )}
    </>
  )
}
