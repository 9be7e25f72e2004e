import type { Words } from '#schema/words/index.js'
import type { ItemOnPage } from './items.route.js'

/** An item as schema.org describes a work. What is unknown is left out, which a machine takes for unknown. [CI-2] */
export function itemAsData(words: Words, item: ItemOnPage, href: string): Record<string, unknown> {
  const { designation, title, names, body, committee, url, state, nativeStage, topics, dates, scopeNote } = item
  const former = names.map((name) => name.designation).filter((name) => name !== designation)
  const published = dates.find(({ kind }) => kind === 'PUBLISHED')?.on
  return {
    '@type': 'CreativeWork',
    '@id': href,
    url: href,
    identifier: designation,
    name: title ?? designation,
    ...(title && { alternateName: [designation, ...former] }),
    ...(scopeNote && { abstract: scopeNote }),
    publisher: { '@type': 'Organization', name: body.name },
    ...(committee && { creator: { '@type': 'Organization', name: committee.name } }),
    ...(url && { sameAs: url }),
    ...(state !== 'UNKNOWN' && { creativeWorkStatus: nativeStage ?? words.dynamic(`register.itemState.${state}`) }),
    ...(topics.length > 0 && { keywords: topics.map((topic) => words.dynamic(`register.topic.${topic}`)) }),
    ...(published && { datePublished: published }),
  }
}
