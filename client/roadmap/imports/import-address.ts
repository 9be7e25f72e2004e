import { IMPORT_OUTCOMES, type ImportOutcome } from '#schema/vocabulary/imports.js'

/** What the address of an import shows: rows of one outcome or of all, and where in them. */
export interface ImportView {
  readonly outcome: ImportOutcome | null
  readonly after: string | null
  readonly before: string | null
}

export function readImportView(params: URLSearchParams): ImportView {
  const asked = (params.get('outcome') ?? '').toUpperCase()
  const after = params.get('after') || null
  return {
    outcome: IMPORT_OUTCOMES.find((outcome) => outcome === asked) ?? null,
    after,
    before: after ? null : params.get('before') || null,
  }
}

/** The id in an address; null when it is none. */
export const readImportId = (text: string | undefined): string | null =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(text ?? '')?.[0] ?? null

export const importHref = (id: string): string => `/admin/imports/${id}`
