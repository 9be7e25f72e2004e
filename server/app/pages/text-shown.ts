/** Id of the shared text that stands on the page of an address; null for a page that shows none. What is written is not in the record. */
export function textShownAt(url: string): string | null {
  const [path = ''] = url.split('?')
  return (
    /^\/+groups\/[^/]+\/documents\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/.]|$)/i
      .exec(path)?.[1]
      ?.toLowerCase() ?? null
  )
}

/** Whether the page of an address may show words of any text: it is made anew each time. */
export const showsAnyText = (url: string): boolean => /^\/+search\/*(?:\?|$)/i.test(url)
