import { useActionData, useLoaderData } from 'react-router'
import { gapsAddress, itemsAddress } from '#schema/vocabulary/address.js'
import { compareAddress } from '#schema/vocabulary/compare-address.js'
import type { Words } from '#schema/words/index.js'
import { formatDay } from '#schema/words/dates.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  Day,
  DefinitionList,
  Figures,
  Form,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  Section,
  Split,
  Stack,
  Time,
  Unknown,
  useWords,
} from '../../ui/index.js'
import { Cite, Linked, ProvenanceFacts } from '../parts/index.js'
import type { EditionOnPage, EditionPageData, Verified } from './editions.route.js'
import { editionHref, EditionMarks, NotAgreed } from './marks.js'
import { reviewInWords } from './Review.js'

/** One edition: what it prints, what it holds, how to cite and to check it. */
export function EditionPage() {
  const words = useWords<Words>()
  const { edition, href } = useLoaderData<EditionPageData>()
  const { label, slug, number, summary, kind, state, viewerMay, registerAt, review } = edition
  const at = editionHref(slug)
  return (
    <>
      <PageHead
        title={label}
        description={summary ?? words('edition.listLead')}
        canonical={at}
        isPrivate={state !== 'FROZEN' || edition.isExample}
      />
      <Breadcrumb crumbs={[{ label: words('edition.listTitle'), href: '/editions' }, { label }]} />
      <PageHeader
        eyebrow={number === null ? words(`edition.kind.${kind}`) : words('edition.numbered', { number })}
        title={label}
        marks={<EditionMarks edition={edition} />}
        lead={summary && <span dir="auto">{summary}</span>}
        actions={
          <>
            {registerAt !== null && (
              <LinkButton href={compareAddress(slug)} kind="primary">
                {words('edition.compareToday')}
              </LinkButton>
            )}
            {viewerMay.includes('EDIT') && <LinkButton href={`${at}/edit`}>{words('edition.edit')}</LinkButton>}
            {viewerMay.includes('REVIEW') && (
              <LinkButton href={`${at}/review/days`}>
                {words(state === 'REVIEW' ? 'edition.reviewChangeDays' : 'edition.reviewDays')}
              </LinkButton>
            )}
            {viewerMay.includes('FREEZE') && <LinkButton href={`${at}/freeze`}>{words('edition.freeze')}</LinkButton>}
            {viewerMay.includes('ANNOTATE') && <LinkButton href={`${at}/note`}>{words('edition.annotate')}</LinkButton>}
          </>
        }
      />
      <Split side="end" aside={<About edition={edition} />}>
        <Stack gap={6}>
          <NotAgreed kind={kind} />
          {review.standing !== 'NONE' && (
            <Section id="review" title={words('edition.review')}>
              <p className="spaced">{reviewInWords(words, review)}</p>
              <LinkButton href={`${at}/review`}>
                {words(review.standing === 'OPEN' ? 'edition.reviewGo' : 'edition.comments')}
              </LinkButton>
            </Section>
          )}
          <Contents edition={edition} />
          <Contributors edition={edition} />
          <Notes edition={edition} />
          {state === 'FROZEN' && (
            <Section id="cite" title={words('edition.cite')}>
              <Cite text={citationOf(words, edition, href)} href={href} />
            </Section>
          )}
          {edition.hash !== null && <Check edition={edition} href={href} />}
        </Stack>
      </Split>
    </>
  )
}

const citationOf = (words: Words, { label, lead, datedOn, hash }: EditionOnPage, href: string) =>
  words('edition.citation', {
    label,
    lead: lead ?? 'none',
    date: datedOn ? formatDay(datedOn, words) : 'none',
    hash: hash ?? 'none',
    href,
  })

function About({ edition }: { edition: EditionOnPage }) {
  const words = useWords<Words>()
  const { datedOn, occasion, lead, partners, url, registerAt, frozenAt, isElsewhere, provenance } = edition
  return (
    <>
      <Section id="about" title={words('edition.about')}>
        <DefinitionList
          isStacked
          facts={[
            { term: words('edition.date'), value: datedOn ? <Day on={datedOn} /> : <Unknown /> },
            { term: words('edition.occasion'), value: occasion ? <span dir="auto">{occasion}</span> : <Unknown /> },
            { term: words('edition.lead'), value: lead ? <bdi>{lead}</bdi> : <Unknown /> },
            {
              term: words('edition.partners'),
              value:
                partners.length > 0 ? (
                  <ul className="values">
                    {partners.map((partner) => (
                      <li key={partner}>
                        <bdi>{partner}</bdi>
                      </li>
                    ))}
                  </ul>
                ) : (
                  <Unknown />
                ),
            },
            { term: words('edition.published'), value: url && <Linked text={url} /> },
            { term: words('edition.registerAt'), value: registerAt && <Time at={registerAt} zone="UTC" /> },
            { term: words('edition.frozenAt'), value: frozenAt && <Time at={frozenAt} zone="UTC" /> },
          ]}
        />
      </Section>
      {isElsewhere && (
        <Section id="source" title={words('edition.provenance')}>
          <ProvenanceFacts provenance={provenance} />
        </Section>
      )}
    </>
  )
}

/** The counts of then, each a way to the list as it stood then. */
function Contents({ edition }: { edition: EditionOnPage }) {
  const words = useWords<Words>()
  const { counts, registerAt, state, label } = edition
  if (state !== 'FROZEN') return <WillHold />
  if (!counts || registerAt === null) return <Notice title={label}>{words('edition.nothingKept')}</Notice>
  const asOf = `?asOf=${encodeURIComponent(registerAt)}`
  return (
    <Section id="contents" title={words('edition.contents')}>
      <p className="spaced">{words('edition.contentsNote')}</p>
      <Figures
        figures={[
          { label: words('edition.items'), value: counts.items, href: itemsAddress({}, registerAt) },
          { label: words('edition.gaps'), value: counts.gaps, href: gapsAddress({}, registerAt) },
          { label: words('edition.openGaps'), value: counts.openGaps, href: gapsAddress({ isOpen: true }, registerAt) },
          { label: words('edition.principles'), value: counts.principles, href: `/principles${asOf}` },
          { label: words('edition.bodies'), value: counts.bodies, href: `/bodies${asOf}` },
          { label: words('edition.relations'), value: counts.relations },
        ]}
      />
    </Section>
  )
}

/** A draft holds the register as it is: that is what a review reads. */
function WillHold() {
  const words = useWords<Words>()
  const lists = [
    { label: words('edition.items'), href: '/roadmap' },
    { label: words('edition.gaps'), href: '/gaps' },
    { label: words('edition.principles'), href: '/principles' },
    { label: words('edition.compare'), href: '/editions/compare' },
  ]
  return (
    <Section id="contents" title={words('edition.contents')}>
      <p className="spaced">{words('edition.willHold')}</p>
      <ul className="values">
        {lists.map(({ label, href }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Contributors({ edition }: { edition: EditionOnPage }) {
  const words = useWords<Words>()
  const { contributors } = edition
  return (
    <Section id="contributors" title={words('edition.contributors')} note={words('edition.contributorsNote')}>
      {contributors.length === 0 ? (
        <Unknown>{words('edition.contributorsUnknown')}</Unknown>
      ) : (
        <ul className="lines">
          {contributors.map(({ id, name, affiliation, country, mark, notes }) => (
            <li key={id}>
              {name === null ? <Unknown>{words('edition.erased')}</Unknown> : <bdi>{name}</bdi>}
              {[affiliation, country, mark].map(
                (part, place) => part && <span key={place} dir="auto">{`, ${part}`}</span>,
              )}
              {notes.map((note) => (
                <span key={note.id} className="fact-note" dir="auto">
                  {note.text} <Time at={note.toldAt} zone="UTC" />
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Notes({ edition }: { edition: EditionOnPage }) {
  const words = useWords<Words>()
  if (edition.notes.length === 0) return null
  return (
    <Section id="notes" title={words('edition.notes')}>
      <ul className="lines">
        {edition.notes.map(({ id, text, toldAt }) => (
          <li key={id}>
            <span dir="auto">{text}</span>
            <span className="fact-note">
              <Time at={toldAt} zone="UTC" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How anybody can see that it still is what was frozen. [ED-7] */
function Check({ edition, href }: { edition: EditionOnPage; href: string }) {
  const words = useWords<Words>()
  const { refusals } = useFormAnswer('verify')
  const answer = useActionData() as Partial<Verified> | undefined
  const { hash, slug, sizeBytes, viewerMay } = edition
  const file = `${editionHref(slug)}/register.jsonl.gz`
  const size = new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
  return (
    <Section id="check" title={words('edition.verify')}>
      <Prose kind="plain">
        <p>{words('edition.verifyText')}</p>
      </Prose>
      <DefinitionList
        isStacked
        facts={[
          { term: words('edition.hash'), value: <code className="cite">{hash}</code> },
          {
            term: words('edition.file'),
            value: (
              <Link href={file} download>
                <code>{file}</code>
              </Link>
            ),
            note: words('edition.fileSize', { size: size.format((sizeBytes ?? 0) / 1000) }),
          },
          {
            term: words('edition.command'),
            value: (
              <ul className="lines">
                {[
                  `curl -s ${href}/register.jsonl.gz | gunzip | sha256sum`,
                  `npm run -s cli -- verify edition ${slug}`,
                ].map((line) => (
                  <li key={line}>
                    <code className="cite">{line}</code>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {answer?.verified && (
        <div role="status" className="spaced">
          <Notice
            kind={answer.verified.isIntact ? 'info' : 'attention'}
            title={words(answer.verified.isIntact ? 'edition.intact' : 'edition.broken')}
          >
            <code className="cite">{answer.verified.fromHistory ?? words('ui.unknown')}</code>
          </Notice>
        </div>
      )}
      {viewerMay.includes('VERIFY') && (
        <Form
          id="verify"
          method="post"
          refusals={refusals}
          actions={<SubmitButton>{words('edition.verifyNow')}</SubmitButton>}
        >
          <input type="hidden" name="form" value="verify" />
        </Form>
      )}
    </Section>
  )
}
