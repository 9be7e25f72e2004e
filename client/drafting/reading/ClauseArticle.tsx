import type { ClauseBodyFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Link, useWords } from '../../ui/index.js'
import { anchorOf } from './addresses.js'
import { clauseNameOf, clauseNumberOf, mannerOf } from './clause-name.js'
import { ClauseText } from './ClauseText.js'
import { directionIn } from './direction.js'
import { InlineText, type HrefOf } from './InlineText.js'
import { headingOf, type NodeJson } from './node-json.js'
import { statusSaid } from './status-said.js'

/**
 * A clause as it is read: number in the margin, heading, text. `depth` is the level of its heading on the page, 2 to 6. The number leads to the
 * permanent address.
 */
export function ClauseArticle({
  clause,
  depth,
  permanentHref,
  hrefOf,
  showsStatus,
  contributeHref = null,
}: {
  clause: ClauseBodyFragment
  depth: number
  permanentHref: string
  hrefOf: HrefOf
  /** Where the status differs from that of the clause above. */
  showsStatus: boolean
  /** Where a contribution about it begins; null for whoever may hand in none. */
  contributeHref?: string | null
}) {
  const words = useWords<Words>()
  const Heading = `h${Math.max(2, Math.min(depth, 6)) as 2 | 3 | 4 | 5 | 6}` as const
  const number = clauseNumberOf(clause, words)
  const manner = mannerOf(clause, words)
  const heading = headingOf(clause.content as NodeJson)
  const name = clauseNameOf(clause, words)
  return (
    <section
      className="clause"
      data-level={Math.min(clause.level, 4)}
      data-series={clause.series}
      aria-label={name}
      dir={directionIn([clause.content as NodeJson])}
    >
      <Heading id={anchorOf(clause.id)}>
        <Link
          className={number === null ? 'clause-number clause-sign' : 'clause-number'}
          href={permanentHref}
          aria-label={words('reading.permanentOf', { clause: name })}
          title={words('reading.permanent')}
        >
          {number ?? '§'}
        </Link>{' '}
        {manner && <span className="clause-manner">{manner} </span>}
        <span className="clause-title" dir="auto">
          {clause.title === '' ? words('reading.untitled') : <InlineText nodes={heading} hrefOf={hrefOf} />}
        </span>
        {showsStatus && <span className="clause-status">{statusSaid(clause, words)}</span>}
      </Heading>
      <ClauseText
        content={clause.content}
        hrefOf={hrefOf}
        names={new Map(clause.rescuedFrom.map(({ id, name: known }) => [id, known]))}
      />
      {contributeHref && (
        <p className="soft no-print">
          <Link href={contributeHref} aria-label={words('reading.contributeOn', { clause: name })}>
            {words('reading.contributeOnClause')}
          </Link>
        </p>
      )}
    </section>
  )
}
