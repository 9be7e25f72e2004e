import type { TermsTextFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { Day, Disclosure, EmptyState, LinkButton, Section, Unconfirmed, Unknown, useWords } from '../../ui/index.js'

/** The nineteen sections: a text of the group's own, or the clause that holds instead. Each has an address, `#terms-7`. */
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
          <ol className="terms">
            {terms.sections.map(({ number, key, text, see }) => (
              <li key={number} id={`terms-${number}`}>
                <h3>
                  <a href={`#terms-${number}`}>{number}</a> {words.dynamic(`group.terms.${key}`)}
                </h3>
                {text && (
                  <p className="prose" dir="auto">
                    {terms.provenance.confidence === 'MEMORY' ? <Unconfirmed>{text}</Unconfirmed> : text}
                  </p>
                )}
                {see && <p className="soft">{words('group.see', { clause: see })}</p>}
                {!text && !see && (
                  <p>
                    <Unknown>{words('group.termsUnknown')}</Unknown>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </Section>
  )
}
