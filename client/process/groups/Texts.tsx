import type { GroupTextFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { readingHref, textHref } from '../../drafting/reading/index.js'
import { Cluster, EmptyState, Link, LinkButton, Native, Section, useWords } from '../../ui/index.js'

/** What the group writes: to be read by everybody who may, to be written in by those who may. */
export function Texts({ slug, documents }: { slug: string; documents: readonly GroupTextFragment[] }) {
  const words = useWords<Words>()
  return (
    <Section id="texts" title={words('group.texts')} note={words('group.textsNote')}>
      {documents.length === 0 ? (
        <EmptyState title={words('group.noTexts')}>{words('group.noTextsText')}</EmptyState>
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
