import type { TermsTextFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Day, Disclosure, EmptyState, LinkButton, Section, Unknown, useWords } from '../../ui/index.js'
import { TermsSections } from './terms/TermsSections.js'

/** The terms of reference that hold now, closed until one asks for them. */
export function Terms({ terms, href, mayWrite }: { terms: TermsTextFragment | null; href: string; mayWrite: boolean }) {
  const words = useWords<Words>()
  return (
    <Section
      id="terms"
      title={words('group.terms')}
      note={terms && words('group.termsVersion', { version: terms.version })}
      actions={
        terms && (
          <LinkButton size="small" href={href}>
            {words('group.termsAll')}
          </LinkButton>
        )
      }
    >
      {terms === null ? (
        <EmptyState
          title={words('group.noTerms')}
          action={mayWrite && <LinkButton href={`${href}/new`}>{words('termsPage.writeFirst')}</LinkButton>}
        >
          {words('group.noTermsText')}
        </EmptyState>
      ) : (
        <Disclosure summary={words('group.termsShow', { count: terms.sections.length })}>
          <p className="soft">
            {words('group.termsApproved')} {terms.approvedOn ? <Day on={terms.approvedOn} /> : <Unknown />}
            {terms.provenance.source && ` · ${terms.provenance.source}`}
          </p>
          <TermsSections terms={terms} />
        </Disclosure>
      )}
    </Section>
  )
}
