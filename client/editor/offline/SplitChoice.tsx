import { useId, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { splitChoices, type SplitChoice as Choice } from '#schema/document/settle-split.js'
import { clauseOf } from '#schema/document/shared-types.js'
import type { Split } from '#schema/document/split-changes.js'
import { clauseText } from '#schema/document/text.js'
import type { Words } from '#schema/words/index.js'
import { Button, Dialog, RadioGroup, VisuallyHidden, useWords } from '../../ui/index.js'
import type { Apart } from '../connection/index.js'
import { compareWords, type Stretch } from '#schema/words/word-diff.js'

export interface SplitChoiceProps {
  readonly mine: Y.Doc
  readonly apart: Apart
  onChosen(choices: ReadonlyMap<string, Choice>): void
  onClose(): void
}

const textIn = (doc: Y.Doc, id: string): string => {
  const clause = clauseOf(doc, id)
  return clause ? clauseText(clause) : ''
}
const titleOf = (text: string): string => text.slice(0, text.indexOf('\n') >>> 0)
const isChoice = (value: string): value is Choice => (splitChoices as readonly string[]).includes(value)

/** Two versions of each clause that both sides have changed much, side by side, and what is to become of them. [OF-7, OF-8] */
export default function SplitChoice({ mine, apart, onChosen, onClose }: SplitChoiceProps) {
  const words = useWords<Words>()
  const { splits, theirs } = apart
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map())
  const isReady = splits.every(({ clause }) => chosen.has(clause))
  return (
    <Dialog
      title={words('offline.dialogTitle')}
      isOpen
      size="wide"
      mustDecide
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" disabled={!isReady} onClick={() => onChosen(chosen)}>
            {words('offline.send')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words('offline.later')}
          </Button>
        </>
      }
    >
      <p className="lead">{words('offline.dialogLead')}</p>
      {splits.map((split, at) => (
        <TwoVersions
          key={split.clause}
          split={split}
          number={at + 1}
          count={splits.length}
          mine={textIn(mine, split.clause)}
          theirs={textIn(theirs, split.clause)}
          onChoice={(choice) => setChosen(new Map([...chosen, [split.clause, choice]]))}
        />
      ))}
    </Dialog>
  )
}

interface TwoVersionsProps {
  readonly split: Split
  readonly number: number
  readonly count: number
  readonly mine: string
  readonly theirs: string
  onChoice(choice: Choice): void
}

function TwoVersions({ split, number, count, mine, theirs, onChoice }: TwoVersionsProps) {
  const words = useWords<Words>()
  const id = useId()
  const both = useMemo(() => compareWords(mine, theirs), [mine, theirs])
  const title = titleOf(mine) || titleOf(theirs) || words('offline.untitled')
  return (
    <section className="two-versions" aria-labelledby={id}>
      <h3 id={id}>{words('offline.ofMany', { number, count, title })}</h3>
      <div className="two-versions-pair">
        <Version label={words('offline.mine')} changes={split.mine} stretches={both.one} />
        <Version label={words('offline.theirs')} changes={split.theirs} stretches={both.other} />
      </div>
      <RadioGroup
        name={`choice-${split.clause}`}
        label={words('offline.choose', { title })}
        choices={splitChoices.map((value) => ({
          value,
          label: words(`offline.choice.${value}`),
          hint: words(`offline.choiceNote.${value}`),
        }))}
        onChange={({ target }) => {
          if (isChoice(target.value)) onChoice(target.value)
        }}
      />
    </section>
  )
}

/** The words of a version, in paragraphs; those that the other has not are marked, and said to be. */
function Version({ label, changes, stretches }: { label: string; changes: number; stretches: readonly Stretch[] }) {
  const words = useWords<Words>()
  return (
    <figure className="version">
      <figcaption>
        <strong>{label}</strong> <span className="soft">{words('offline.changes', { count: changes })}</span>
      </figcaption>
      {/* Long versions are scrolled by keyboard, too. */}
      <div className="version-words" lang="" dir="auto" tabIndex={0} role="group" aria-label={label}>
        {stretches.map(({ text, isOwn }, at) =>
          isOwn && text.trim() ? (
            <mark key={at}>
              <VisuallyHidden>{words('offline.markedBegin')}</VisuallyHidden>
              {text}
              <VisuallyHidden>{words('offline.markedEnd')}</VisuallyHidden>
            </mark>
          ) : (
            text
          ),
        )}
      </div>
    </figure>
  )
}
