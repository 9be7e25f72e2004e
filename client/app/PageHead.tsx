import type { Words } from '#schema/words/index.js'
import { useWords } from '../ui/index.js'

/**
 * Title and metadata of a page; React lifts them into the document's head. `canonical` is the address search engines should keep; without it
 * the address as it is. `alternates` are the files beside the page.
 */
export function PageHead({
  title,
  description,
  canonical,
  alternates = [],
  isPrivate = false,
}: {
  title: string
  description?: string | null
  canonical?: string
  alternates?: readonly { type: string; href: string; title: string }[]
  /** Not for search engines. */
  isPrivate?: boolean
}) {
  const words = useWords<Words>()
  return (
    <>
      <title>{`${title} · ${words('shell.name')}`}</title>
      {description && <meta name="description" content={description.slice(0, 300)} />}
      {isPrivate && <meta name="robots" content="noindex" />}
      {canonical && <link rel="canonical" href={canonical} />}
      {alternates.map(({ type, href, title: name }) => (
        <link key={href} rel="alternate" type={type} href={href} title={name} />
      ))}
    </>
  )
}
