import type { GroupTextFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { readingHref, textHref } from '../../drafting/reading/index.js'
import { Cluster, EmptyState, Link, LinkButton, Native, Section, useWords } from '../../ui/index.js'

/** What the group writes: to be read by everybody who may, to be written in by those who may. */
export function Texts({
  slug,
  documents,
  mayStart,
}: {
  slug: string
  documents: readonly GroupTextFragment[]
  mayStart: boolean
}) {
  const words = useWords<Words>()
  const start = mayStart && (
    <LinkButton size="small" href={`/groups/${slug}/documents/new`}>
      {words('group.startText')}
    </LinkButton>
  )
  const isEmpty = documents.length === 0
  return (
    <Section id="texts" title={words('group.texts')} note={words('group.textsNote')} actions={!isEmpty && start}>
      {isEmpty ? (
        <EmptyState title={words('group.noTexts')} action={start}>
          {words('group.noTextsText')}
        </EmptyState>
      ) : (
        <ul className="texts">
          {documents.map(({ id, title, viewerMay, deliverables }) => {
            const text = { id, group: { slug } }
            return (
              <li key={id}>
                <Cluster gap={3} justify="between">
                  <span>
                    {deliverables.map(
                      ({ id: deliverableId, code }) => code && <Native key={deliverableId}>{code}</Native>,
                    )}{' '}
                    <Link href={readingHref(text)} dir="auto">
                      {title}
                    </Link>
                  </span>
                  {viewerMay.includes('EDIT') && (
                    <LinkButton size="small" href={textHref(text)} aria-label={words('group.writeIn', { title })}>
                      {words('group.write')}
                    </LinkButton>
                  )}
                </Cluster>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
