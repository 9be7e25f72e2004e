import type { DocumentLineFragment } from '#schema/generated/operations.js'
import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { Link, useWords } from '../../ui/index.js'

/** The way from a document to its contribution, and to what was handed in: its words there, or the file. [WA-1] */
export function HandedIn({
  line,
  slug,
}: {
  line: Pick<DocumentLineFragment, 'number' | 'handedIn'>
  /** Of the group. */
  slug: string
}) {
  const words = useWords<Words>()
  const { number, handedIn } = line
  const page = contributionHref(slug, number)
  if (!handedIn)
    return (
      <Link href={page} aria-label={words('documentList.notYetHandedInIt', { number })}>
        {words('documentList.notYetHandedIn')}
      </Link>
    )
  const { file } = handedIn
  return (
    <>
      <Link href={`${page}#text`} aria-label={words('documentList.readIt', { number: handedIn.citedAs })}>
        {words('documentList.read')}
      </Link>
      {file && (
        <>
          {' '}
          <a href={file.url} download={file.name}>
            <bdi>{file.name}</bdi>
          </a>
        </>
      )}
    </>
  )
}
