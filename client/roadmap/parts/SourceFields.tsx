import type { Words } from '#schema/words/index.js'
import { DateField, RadioGroup, TextField, useWords } from '../../ui/index.js'

/** On what a fact rests: where it was read, as of when, whether by whoever sends the form, and when to look again. */
export function SourceFields({ isOptional = false }: { isOptional?: boolean }) {
  const words = useWords<Words>()
  return (
    <>
      <TextField
        name="source"
        label={words('fact.source')}
        hint={words(isOptional ? 'fact.sourceStays' : 'fact.sourceHint')}
      />
      <RadioGroup
        name="confidence"
        label={words('fact.confidence')}
        defaultValue="MEMORY"
        choices={[
          { value: 'VERIFIED', label: words('fact.readThere'), hint: words('fact.readThereHint') },
          { value: 'MEMORY', label: words('fact.notRead'), hint: words('fact.notReadHint') },
        ]}
      />
      <div className="side-by-side">
        <TextField name="asOf" label={words('fact.asOf')} hint={words('fact.asOfHint')} dir="ltr" autoComplete="off" />
        <DateField name="checkAgainOn" label={words('fact.checkAgainOn')} hint={words('fact.optional')} />
      </div>
    </>
  )
}
