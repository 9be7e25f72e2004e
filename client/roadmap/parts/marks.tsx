/** How the things of the register stand in a line: as links, chips and marks. */
import type { ReactNode } from 'react'
import type { BodyLinkFragment, GapLinkFragment, ItemLinkFragment } from '#schema/generated/operations.js'
import type {
  Assessment,
  Confidence,
  CoverageDegree,
  GapStanding,
  ItemState,
  Priority,
  StateBasis,
} from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { BodyMark, Chip, Link, Native, Unconfirmed, Unknown, useWords } from '../../ui/index.js'
import { hueOf } from '../bodies/hue.js'
import { assessmentLook, degreeLook, priorityLook, standingLook, stateLook } from './looks.js'
import { stageMeaning } from './stage-meaning.js'

export const itemHref = (slug: string) => `/items/${encodeURIComponent(slug)}`
export const principleHref = (number: string) => `/principles/${encodeURIComponent(number)}`
/** Where it is told how an item stands against a principle. */
export const standHref = (number: string, slug: string) => `${principleHref(number)}${itemHref(slug)}`
export const gapHref = (number: string) => `/gaps/${encodeURIComponent(number)}`
export const bodyHref = (slug: string) => `/bodies/${encodeURIComponent(slug)}`

/** Looks unconfirmed when it is. [SO-3] */
export const Sourced = ({ confidence, children }: { confidence: Confidence; children: ReactNode }) =>
  confidence === 'MEMORY' ? <Unconfirmed>{children}</Unconfirmed> : <>{children}</>

/** A body by its acronym and hue; by name where it has no acronym. */
export function BodyLink({ body }: { body: BodyLinkFragment }) {
  const mark = (
    <BodyMark acronym={body.acronym ?? body.name} name={body.name} hue={hueOf(body.slug)} href={bodyHref(body.slug)} />
  )
  return body.acronym === null ? <span className="long-name">{mark}</span> : mark
}

/** The same with its name behind it, which is not said twice where there is no acronym. */
export const BodyName = ({ body, confidence }: { body: BodyLinkFragment; confidence: Confidence }) =>
  body.acronym === null ? (
    <Sourced confidence={confidence}>
      <BodyLink body={body} />
    </Sourced>
  ) : (
    <>
      <BodyLink body={body} />{' '}
      <Sourced confidence={confidence}>
        <bdi>{body.name}</bdi>
      </Sourced>
    </>
  )

/** An item by its designation, and its title behind it where asked for. */
export function ItemLink({ item, isTitled = false }: { item: ItemLinkFragment; isTitled?: boolean }) {
  return (
    <>
      <Link href={itemHref(item.slug)} title={isTitled ? undefined : (item.title ?? undefined)}>
        <bdi>{item.designation}</bdi>
      </Link>
      {isTitled && (
        <>
          {' '}
          <ItemTitle item={item} />
        </>
      )}
    </>
  )
}

/** The official title, unconfirmed or unknown as it may be. */
export const ItemTitle = ({ item }: { item: Pick<ItemLinkFragment, 'title' | 'titleConfidence'> }) =>
  item.title === null ? (
    <Unknown />
  ) : (
    <Sourced confidence={item.titleConfidence}>
      <span dir="auto">{item.title}</span>
    </Sourced>
  )

export const GapLink = ({ gap }: { gap: GapLinkFragment }) => (
  <Link href={gapHref(gap.number)}>
    {gap.number} <span dir="auto">{gap.title}</span>
  </Link>
)

export function StateChip({ state, basis }: { state: ItemState; basis?: StateBasis }) {
  const words = useWords<Words>()
  if (state === 'UNKNOWN') return <Unknown>{words('register.itemState.UNKNOWN')}</Unknown>
  const meaning = words.dynamic(`register.itemStateMeaning.${state}`)
  const why = basis ? ` ${words.dynamic(`register.stateBasis.${basis}`)}.` : ''
  return (
    <Chip {...stateLook[state]} title={meaning + why}>
      {words.dynamic(`register.itemState.${state}`)}
    </Chip>
  )
}

/** The body's own stage, verbatim; its meaning is the title. */
export function NativeStage({ stage, body }: { stage: string | null; body: string }) {
  const words = useWords<Words>()
  if (stage === null) return <Unknown />
  return <Native title={stageMeaning(words, body, stage) ?? undefined}>{stage}</Native>
}

export function StandingChip({ standing }: { standing: GapStanding }) {
  const words = useWords<Words>()
  return (
    <Chip {...standingLook[standing]} title={words.dynamic(`register.gapStandingMeaning.${standing}`)}>
      {words.dynamic(`register.gapStanding.${standing}`)}
    </Chip>
  )
}

export function PriorityChip({ priority }: { priority: Priority | null }) {
  const words = useWords<Words>()
  return priority === null ? (
    <Unknown />
  ) : (
    <Chip {...priorityLook[priority]}>{words.dynamic(`register.priority.${priority}`)}</Chip>
  )
}

export function DegreeChip({ degree, title }: { degree: CoverageDegree; title?: string }) {
  const words = useWords<Words>()
  return (
    <Chip {...degreeLook[degree]} title={title}>
      {words.dynamic(`register.coverageDegree.${degree}`)}
    </Chip>
  )
}

/** How an item stands against a principle; what nobody has looked at is unknown. [PR-6] */
export function AssessmentChip({ assessment }: { assessment: Assessment }) {
  const words = useWords<Words>()
  const label = words.dynamic(`register.assessment.${assessment}`)
  return assessment === 'NOT_ASSESSED' ? (
    <Unknown>{label}</Unknown>
  ) : (
    <Chip {...assessmentLook[assessment]}>{label}</Chip>
  )
}

export const PrincipleLink = ({ principle }: { principle: { readonly number: string; readonly title: string } }) => (
  <Link href={principleHref(principle.number)}>
    {principle.number} <span dir="auto">{principle.title}</span>
  </Link>
)

/** Values of a closed list, each a link to the list it narrows. */
export function Terms({
  list,
  values,
  href,
}: {
  /** Name of the list in the catalogue: `topic`. */
  list: string
  values: readonly string[]
  href?: (value: string) => string
}) {
  const words = useWords<Words>()
  return (
    <ul className="values">
      {values.map((value) => {
        const label = words.dynamic(`register.${list}.${value}`)
        return <li key={value}>{href ? <Link href={href(value)}>{label}</Link> : label}</li>
      })}
    </ul>
  )
}
