import { useLoaderData, useLocation } from 'react-router'
import { compareAddress, readCompare } from '#schema/vocabulary/compare-address.js'
import type { EditionChangeKind } from '#schema/vocabulary/editions.js'
import { changeSentence } from '#schema/words/edition-change.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  DefinitionList,
  Link,
  LinkButton,
  PageHeader,
  Prose,
  Section,
  Stack,
  useWords,
} from '../../ui/index.js'
import { Cite, Terms } from '../parts/index.js'
import type { ChangePageData } from './compare.route.js'
import { NotAgreed, sideInWords } from './marks.js'

/** One change: what became of what, between which moments, and the words before and after where words changed. */
export function ChangePage() {
  const words = useWords<Words>()
  const { search } = useLocation()
  const { change, href } = useLoaderData<ChangePageData>()
  const { kind, label, topics, comparison } = change
  const { from, to } = readCompare(new URLSearchParams(search))
  const title = words('edition.changeTitle', { label, kind: words(`edition.change.${kind}`) })
  const sentence = changeSentence(words, change)
  const texts = wordsOf(change)
  return (
    <>
      <PageHead title={title} description={sentence} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('edition.listTitle'), href: '/editions' },
          { label: words('edition.compareTitle'), href: compareAddress(from, to) },
          { label: title },
        ]}
      />
      <PageHeader
        eyebrow={words(`edition.change.${kind}`)}
        title={label}
        lead={<span dir="auto">{sentence}</span>}
        actions={
          <>
            <LinkButton href={change.href} kind="primary">
              {words('edition.changeThing', { label })}
            </LinkButton>
            <LinkButton href={compareAddress(from, to)}>{words('edition.changeAll')}</LinkButton>
          </>
        }
      />
      <Stack gap={6}>
        {[comparison.from, comparison.to].map(
          (side, at) => side.edition && <NotAgreed key={at} kind={side.edition.kind} />,
        )}
        <DefinitionList
          facts={[
            { term: words('edition.from'), value: <SideLink side={comparison.from} /> },
            { term: words('edition.to'), value: <SideLink side={comparison.to} /> },
            {
              term: words('edition.facet.topic'),
              value: topics.length > 0 && <Terms list="topic" values={topics} />,
            },
          ]}
        />
        {texts && (
          <div className="before-after">
            {(['from', 'to'] as const).map((side) => (
              <Section
                key={side}
                id={side}
                title={words(side === 'from' ? 'edition.changeBefore' : 'edition.changeAfter')}
              >
                <Prose>
                  {texts[side].split('\n\n').map((paragraph, at) => (
                    <p key={at}>{paragraph}</p>
                  ))}
                </Prose>
              </Section>
            ))}
          </div>
        )}
        <Section id="cite" title={words('edition.changeAddress')}>
          <Cite
            text={`${sentence} ${words('edition.compareOf', { from: sideInWords(words, comparison.from), to: sideInWords(words, comparison.to) })}.`}
            href={href}
          />
        </Section>
      </Stack>
    </>
  )
}

function SideLink({ side }: { side: ChangePageData['change']['comparison']['from'] }) {
  const words = useWords<Words>()
  const text = sideInWords(words, side)
  return side.edition ? <Link href={`/editions/${side.edition.slug}`}>{text}</Link> : <>{text}</>
}

/** Changes of words, which are shown whole beside each other. */
const reworded: ReadonlySet<EditionChangeKind> = new Set(['GAP_REWORDED', 'PRINCIPLE_REWORDED', 'ITEM_RETITLED'])

function wordsOf({ kind, args }: ChangePageData['change']): { from: string; to: string } | null {
  if (!reworded.has(kind)) return null
  const { from, to } = args as Record<string, unknown>
  return { from: String(from ?? ''), to: String(to ?? '') }
}
