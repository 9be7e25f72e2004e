/** Where a text is written, and where it is read. */
export const roomHref = (slug: string, id: string): string => `/groups/${slug}/documents/${id}`
export const readingHref = (slug: string, id: string): string => `${roomHref(slug, id)}/read`
