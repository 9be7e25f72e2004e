import type { ClauseBodyFragment } from '#schema/generated/operations.js'
import {
  anchorOf,
  ClauseArticle,
  Contents,
  directionIn,
  placeIdOf,
  SurroundingsContext,
  surroundingsOf,
  type NodeJson,
} from '../../drafting/reading/index.js'
import { Split } from '../../ui/index.js'

const hrefOf = (clauseId: string, at?: string) => `#${at === undefined ? anchorOf(clauseId) : placeIdOf(at)}`
const surroundings = surroundingsOf({ citedItems: [], clausesElsewhere: [] })

/** The text of a report, with its contents beside it. `href` is the address at which this very text stays. */
export function ReportText({
  clauses,
  title,
  href,
}: {
  clauses: readonly ClauseBodyFragment[]
  title: string
  href: string
}) {
  return (
    <Split
      aside={
        <div className="reading-aside">
          <Contents clauses={clauses} hrefOf={hrefOf} />
        </div>
      }
    >
      <article
        className="report"
        aria-label={title}
        dir={directionIn(clauses.map(({ content }) => content as NodeJson))}
      >
        <SurroundingsContext value={surroundings}>
          {clauses.map((clause) => (
            <ClauseArticle
              key={clause.id}
              clause={clause}
              depth={clause.level + 1}
              permanentHref={`${href}#${anchorOf(clause.id)}`}
              hrefOf={hrefOf}
              showsStatus={false}
            />
          ))}
        </SurroundingsContext>
      </article>
    </Split>
  )
}
