import { useLoaderData } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ActivityLines } from '../../common/activity/index.js'
import { readingHref } from '../../drafting/reading/index.js'
import {
  Chip,
  DefinitionList,
  EmptyState,
  Link,
  Notice,
  PageHeader,
  Section,
  Unconfirmed,
  useWords,
} from '../../ui/index.js'
import { deliverableHref } from './address.js'
import { DeliverableActions } from './DeliverableActions.js'
import { DeliverableCrumbs } from './DeliverableCrumbs.js'
import type { DeliverableData, DeliverableOnPage } from './deliverables.route.js'
import { Issues } from './Issues.js'
import { deliverableMarks } from './marks.js'
import { Milestones } from './Milestones.js'
import { editorSaid } from './parts.js'
import { Transmissions } from './Transmissions.js'
import { Versions } from './Versions.js'
import { Way } from './Way.js'

/** One deliverable: where it stands, who writes it by when, what was frozen, approved and sent, what became of it. */
export function DeliverablePage() {
  const words = useWords<Words>()
  const { deliverable } = useLoaderData<DeliverableData>()
  const { group, code, title, type, state, provenance } = deliverable
  const chip = <Chip {...deliverableMarks[state]}>{words(`deliverable.state.${state}`)}</Chip>
  const named = [group.acronym ?? group.name, code, type === 'UNKNOWN' ? null : words(`deliverable.type.${type}`)]
  return (
    <>
      <PageHead
        title={[code, title].filter(Boolean).join(' ')}
        description={deliverable.scope ?? words('deliverable.listDescription', { group: group.name })}
        canonical={deliverableHref(group, deliverable)}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample}
      />
      <DeliverableCrumbs group={group} deliverable={deliverable} />
      <PageHeader
        eyebrow={named.filter(Boolean).join(' · ')}
        title={title}
        marks={provenance.confidence === 'MEMORY' ? <Unconfirmed>{chip}</Unconfirmed> : chip}
        actions={<DeliverableActions deliverable={deliverable} />}
      />
      <Questions deliverable={deliverable} />
      <Way deliverable={deliverable} />
      <Facts deliverable={deliverable} />
      <Milestones deliverable={deliverable} />
      <Issues deliverable={deliverable} />
      <Versions deliverable={deliverable} />
      <Transmissions deliverable={deliverable} />
      <Lineage deliverable={deliverable} />
      <Section id="activity" title={words('deliverable.record')}>
        <ActivityLines events={deliverable.activity.nodes} />
      </Section>
    </>
  )
}

/** What wants somebody's attention: a gap that may be closed, a text that is not the approved one any more. */
function Questions({ deliverable: { closingQuestions, versions } }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  const approved = versions.find(({ kind }) => kind === 'APPROVED')
  return (
    <>
      {closingQuestions.map(({ gap, item }) => (
        <div key={gap.number + item.slug} className="spaced">
          <Notice
            kind="attention"
            title={words('deliverable.asked', { item: item.designation, gap: `${gap.number} ${gap.title}` })}
          >
            {words('deliverable.askedText')} <Link href={`/gaps/${gap.number}`}>{words('deliverable.closeIt')}</Link>
          </Notice>
        </div>
      ))}
      {approved?.textHasChanged && (
        <div className="spaced">
          <Notice kind="info">{words('deliverable.changedSince', { number: approved.number })}</Notice>
        </div>
      )}
    </>
  )
}

function Facts({ deliverable }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  const {
    group,
    subgroup,
    editors,
    scope,
    baseText,
    targetQuestion,
    intendedProduct,
    gaps,
    document,
    note,
    mergedInto,
  } = deliverable
  const editing = editors.map((editor) => (
    <span key={editor.id} className="block" dir="auto">
      {editorSaid(editor, words)}
    </span>
  ))
  const target = [
    targetQuestion,
    intendedProduct === 'UNKNOWN'
      ? null
      : words('deliverable.intendedOf', { product: words(`deliverable.product.${intendedProduct}`) }),
  ].filter(Boolean)
  return (
    <Section id="plan" title={words('deliverable.facts')}>
      <DefinitionList
        facts={[
          { term: words('deliverable.code'), value: deliverable.code ?? words('deliverable.codeNone') },
          {
            term: words('deliverable.subgroup'),
            value: subgroup ? words('group.subgroup', { number: subgroup.number }) : null,
            note: subgroup?.title,
          },
          {
            term: words('deliverable.people'),
            value: editors.length > 0 ? editing : <span className="soft">{words('deliverable.noEditors')}</span>,
          },
          { term: words('deliverable.scope'), value: scope && <span dir="auto">{scope}</span> },
          { term: words('deliverable.baseText'), value: baseText && <span dir="auto">{baseText}</span> },
          { term: words('deliverable.target'), value: target.join(' · ') },
          {
            term: words('deliverable.text'),
            value: document?.group ? (
              <Link href={readingHref({ id: document.id, group: document.group })} dir="auto">
                {document.title}
              </Link>
            ) : (
              <span className="soft">{words('deliverable.noText')}</span>
            ),
          },
          {
            term: words('deliverable.gaps'),
            value:
              gaps.length > 0 &&
              gaps.map(({ number, title }) => (
                <Link key={number} href={`/gaps/${number}`} className="block">
                  {number} {title}
                </Link>
              )),
          },
          {
            term: words('deliverable.mergedInto'),
            value: mergedInto && (
              <Link href={deliverableHref(group, mergedInto)} dir="auto">
                {[mergedInto.code, mergedInto.title].filter(Boolean).join(' ')}
              </Link>
            ),
          },
          { term: words('deliverable.note'), value: note && <span dir="auto">{note}</span> },
        ].map((fact) => ({ ...fact, value: fact.value === false ? null : fact.value }))}
      />
    </Section>
  )
}

function Lineage({ deliverable: { lineage, disposition } }: { deliverable: DeliverableOnPage }) {
  const words = useWords<Words>()
  return (
    <Section
      id="lineage"
      title={words('deliverable.lineage')}
      note={
        disposition === 'UNKNOWN' ? words('deliverable.lineageNote') : words(`deliverable.disposition.${disposition}`)
      }
    >
      {lineage.length === 0 ? (
        <EmptyState title={words('deliverable.noLineage')}>{words('deliverable.noLineageText')}</EmptyState>
      ) : (
        <ul className="lines">
          {lineage.map(({ relation, item, titleThen, notedOn, note, provenance }, at) => {
            const name = item ? (
              <Link href={`/items/${item.slug}`}>
                <bdi>{item.designation}</bdi>
              </Link>
            ) : (
              <span dir="auto">{titleThen}</span>
            )
            return (
              <li key={at}>
                <span className="soft">{words(`group.lineage.${relation}`)}</span>{' '}
                {provenance.confidence === 'MEMORY' ? <Unconfirmed>{name}</Unconfirmed> : name}{' '}
                <span dir="auto">{item?.title}</span>
                <span className="fact-note" dir="auto">
                  {[notedOn && formatDay(notedOn, words), note].filter(Boolean).join(' · ')}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
