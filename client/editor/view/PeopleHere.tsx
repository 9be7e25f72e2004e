import type { Words } from '#schema/words/index.js'
import { useWords } from '../../ui/index.js'
import { initialsOf, type PersonHere } from '../carets/index.js'

/** Who has the text open: a face each, with the name beside it for those who cannot see or hover. */
export function PeopleHere({ people }: { people: readonly PersonHere[] }) {
  const words = useWords<Words>()
  if (people.length === 0) return null
  return (
    <ul className="people-here" aria-label={words('editor.peopleHere')}>
      {people.map(({ id, name, hue, isSelf }) => (
        <li key={id} className={`face caret-hue-${hue}`} title={isSelf ? words('editor.you', { name }) : name}>
          <span aria-hidden="true">{initialsOf(name)}</span>
          <span className="visually-hidden">{isSelf ? words('editor.you', { name }) : name}</span>
        </li>
      ))}
    </ul>
  )
}
