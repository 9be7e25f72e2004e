/** On what a page rests, as of when it is told, and how to cite it. */
import { useLocation } from 'react-router'
import type { ProvenanceFactsFragment } from '#schema/generated/operations.js'
import type { FactKind } from '#schema/vocabulary/register.js'
import type { Unread } from '#schema/vocabulary/address.js'
import type { Words } from '#schema/words/index.js'
import { formatInstant } from '#schema/words/dates.js'
import {
  Chip,
  Day,
  DefinitionList,
  Disclosure,
  Link,
  LinkButton,
  Notice,
  Unknown,
  useWords,
  withParams,
} from '../../ui/index.js'
import { bibtex, ris, type Cited } from './cite-formats.js'
import { factHref } from './fact-href.js'

/** Text in which the addresses are links. */
export function Linked({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s;,]+[^\s;,.)])/)
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <Link key={at} href={part} rel="noreferrer" className="source-link">
            {part}
          </Link>
        ) : (
          part
        ),
      )}
    </>
  )
}

/** Where a fact comes from, how sure it is, and when somebody should look again. */
export function ProvenanceFacts({ provenance }: { provenance: ProvenanceFactsFragment }) {
  const words = useWords<Words>()
  const { source, confidence, asOf, checkedBy, checkAgainOn, isStale } = provenance
  return (
    <DefinitionList
      isStacked
      facts={[
        {
          term: words('fact.confidence'),
          value:
            confidence === 'VERIFIED' ? (
              <Chip tone="good" shape="full">
                {words('register.confidence.VERIFIED')}
              </Chip>
            ) : (
              <Chip tone="attention" shape="hatch">
                {words('register.confidence.MEMORY')}
              </Chip>
            ),
        },
        {
          term: words('fact.source'),
          value: source ? <Linked text={source} /> : <Unknown>{words('fact.noSource')}</Unknown>,
        },
        { term: words('fact.asOf'), value: asOf ? <Day on={asOf} /> : <Unknown /> },
        {
          term: words('fact.checkedBy'),
          value: checkedBy?.name ? <bdi>{checkedBy.name}</bdi> : words(checkedBy ? 'fact.erased' : 'fact.nobody'),
        },
        {
          term: words('fact.checkAgainOn'),
          value: checkAgainOn && (
            <span className="cluster gap-2 align-center">
              <Day on={checkAgainOn} />
              {isStale && (
                <Chip tone="attention" shape="triangle">
                  {words('fact.stale')}
                </Chip>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}

/** The same behind a word, for a fact in a line or cell; with the way to look again where `fact` names it, which past ones do not need. [SO-1] */
export function Evidence({
  provenance,
  fact,
}: {
  provenance: ProvenanceFactsFragment
  fact?: { readonly kind: FactKind; readonly id: string }
}) {
  const words = useWords<Words>()
  return (
    <Disclosure summary={words(provenance.isStale && fact ? 'fact.evidenceStale' : 'fact.evidence')}>
      <ProvenanceFacts provenance={provenance} />
      {fact && <Link href={factHref(fact.kind, fact.id)}>{words('fact.check')}</Link>}
    </Disclosure>
  )
}

/** Name, permanent address and date, ready to be copied; with `cited`, also as reference managers and LaTeX take it. */
export function Cite({ text, href, cited }: { text: string; href: string; cited?: Omit<Cited, 'publisher' | 'href'> }) {
  const words = useWords<Words>()
  return (
    <DefinitionList
      isStacked
      facts={[
        { term: words('fact.citeText'), value: <span className="cite">{text}</span> },
        {
          term: words('fact.permanent'),
          value: (
            <Link href={href} className="cite">
              {href}
            </Link>
          ),
        },
        ...(cited
          ? [['bibtex', bibtex] as const, ['ris', ris] as const].map(([name, write]) => ({
              term: words(`fact.${name}`),
              value: (
                <Disclosure summary={words('fact.citeShow')}>
                  <pre className="cite cite-record">{write({ ...cited, href, publisher: words('shell.name') })}</pre>
                </Disclosure>
              ),
            }))
          : []),
      ]}
    />
  )
}

/** What a citation says: "G-01 Metering inference. Rapporteur, register as of 22 Nov 2026, 02:09 UTC. http://…" */
export function citation(words: Words, { what, asOf, href }: { what: string; asOf: string; href: string }): string {
  return words('fact.citation', { what, name: words('shell.name'), asOf: formatInstant(asOf, 'UTC', words), href })
}

/** Says that the page shows the past, and leads back. Shows nothing when it does not. */
export function AsOfNotice({ asOf }: { asOf: string | null }) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  if (asOf === null) return null
  return (
    <Notice
      kind="attention"
      title={words('fact.asOfTitle', { at: formatInstant(asOf, 'UTC', words) })}
      actions={
        <LinkButton size="small" href={withParams(pathname + search, { asOf: '' })}>
          {words('fact.asOfNow')}
        </LinkButton>
      }
    >
      {words('fact.asOfText')}
    </Notice>
  )
}

/** Says what of the address was not understood. Shows nothing when all was. [AD-2] */
export function UnreadNotice({ unread }: { unread: readonly Unread[] }) {
  const words = useWords<Words>()
  if (unread.length === 0) return null
  return (
    <Notice kind="attention" title={words('fact.unreadTitle')}>
      {words('fact.unreadText', { what: unread.map(({ name, value }) => `${name}=${value}`).join(', ') })}
    </Notice>
  )
}
