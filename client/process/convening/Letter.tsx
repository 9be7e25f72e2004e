import type { CallClauseTextFragment } from '#schema/generated/operations.js'
import { annexClauses } from '#schema/vocabulary/convening.js'
import type { Words } from '#schema/words/index.js'
import type { ReactNode } from 'react'
import { DataTable, Link, Section, useWords } from '../../ui/index.js'
import { blocksOf, piecesOf } from './letter-blocks.js'

type Clause = Omit<CallClauseTextFragment, '__typename'>

/** The clauses of a letter, numbered; `besideOf` is what stands at the head of a clause, `belowOf` what stands below it. */
export function Letter<T extends Clause>({
  clauses,
  besideOf,
  belowOf,
}: {
  clauses: readonly T[]
  besideOf?: (clause: T) => ReactNode
  belowOf?: (clause: T) => ReactNode
}) {
  const words = useWords<Words>()
  return (
    <div className="letter">
      {clauses.map((clause) => (
        <Section
          key={clause.key}
          id={`clause-${clause.number}`}
          title={
            annexClauses.includes(clause.key)
              ? `${words('call.annex', { letter: clause.number })} ${clause.heading}`
              : `${clause.number} ${clause.heading}`
          }
          actions={besideOf?.(clause)}
        >
          <ClauseText clause={clause} />
          {belowOf?.(clause)}
        </Section>
      ))}
    </div>
  )
}

/** What a clause says: paragraphs, points, and the table of key dates. */
export function ClauseText({ clause }: { clause: Pick<Clause, 'text' | 'dates' | 'heading'> }) {
  const words = useWords<Words>()
  return (
    <>
      <div className="prose" dir="auto">
        {blocksOf(clause.text).map((block, at) =>
          block.kind === 'paragraph' ? (
            <p key={at}>
              <Linked text={block.text} />
            </p>
          ) : (
            <ul key={at} className="bullets">
              {block.points.map((point, index) => (
                <li key={index}>
                  <Linked text={point} />
                </li>
              ))}
            </ul>
          ),
        )}
      </div>
      {clause.dates.length > 0 && (
        <DataTable
          caption={clause.heading}
          isCaptionHidden
          rows={clause.dates}
          rowKey={({ obligation }) => obligation}
          columns={[
            {
              id: 'what',
              header: words('call.dateWhat'),
              isRowHeader: true,
              cell: ({ obligation }) => words(`deadline.obligation.${obligation}`),
            },
            { id: 'until', header: words('call.dateUntil'), isUnbroken: true, cell: ({ until }) => until },
            { id: 'why', header: words('call.dateWhy'), isLong: true, cell: ({ explanation }) => explanation },
          ]}
        />
      )}
    </>
  )
}

function Linked({ text }: { text: string }) {
  return piecesOf(text).map(({ text: words, href }, at) =>
    href === null ? (
      words
    ) : (
      <Link key={at} href={href} className="address">
        {words}
      </Link>
    ),
  )
}
