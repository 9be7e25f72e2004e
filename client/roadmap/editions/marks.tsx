import type { EditionLineFragment } from '#schema/generated/operations.js'
import type { EditionState } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { formatInstant } from '#schema/words/dates.js'
import { Chip, Notice, useWords } from '../../ui/index.js'
import type { Look } from '../parts/index.js'

const looks: Readonly<Record<EditionState, Look>> = {
  DRAFT: { tone: 'quiet', shape: 'ring' },
  REVIEW: { tone: 'attention', shape: 'half' },
  FROZEN: { tone: 'good', shape: 'full' },
}

export const editionHref = (slug: string) => `/editions/${slug}`

/** Where it stands, and what it is where that is no edition. [GA-4] */
export function EditionMarks({ edition }: { edition: Pick<EditionLineFragment, 'state' | 'kind' | 'isExample'> }) {
  const words = useWords<Words>()
  const { state, kind, isExample } = edition
  return (
    <span className="cluster gap-2">
      <Chip {...looks[state]} title={words(`edition.stateMeaning.${state}`)}>
        {words(`edition.state.${state}`)}
      </Chip>
      {kind === 'INTERIM_REPORT' && (
        <Chip tone="attention" shape="triangle" title={words('edition.kindMeaning.INTERIM_REPORT')}>
          {words('edition.notAgreedShort')}
        </Chip>
      )}
      {isExample && (
        <Chip tone="quiet" shape="hatch">
          {words('edition.example')}
        </Chip>
      )}
    </span>
  )
}

/** On every page of an interim report. [GA-4] */
export function NotAgreed({ kind }: Pick<EditionLineFragment, 'kind'>) {
  const words = useWords<Words>()
  if (kind !== 'INTERIM_REPORT') return null
  return (
    <Notice kind="attention" title={words('edition.notAgreed')}>
      {words('edition.notAgreedText')}
    </Notice>
  )
}

/** A side of a comparison in words: an edition by name, a moment by its instant. */
export const sideInWords = (
  words: Words,
  { at, edition }: { readonly at: string | null; readonly edition: { readonly label: string } | null },
): string => edition?.label ?? (at === null ? words('edition.today') : formatInstant(at, 'UTC', words))
