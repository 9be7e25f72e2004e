/** Freezes texts beside the server, in a thread of its own: nobody's keystroke waits for it. */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { schema, type TextForm } from '#schema/document/index.js'
import { lintsOf } from '#schema/report/index.js'
import { wordsFor, type Language } from '#schema/words/index.js'
import type { ReadClause } from '#server/drafting/reading/index.js'
import { serve } from '#server/platform/threads/index.js'
import type { Finding } from './deliverable-version.entity.js'
import { frozenHtml, type CoverFact } from './frozen-html.js'
import { frozenFile, marksOf, readFrozenFile } from './frozen-text.js'

export interface FreezeTask {
  readonly document: {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly schemaVersion: number
  }
  readonly form: TextForm
  readonly clauses: readonly ReadClause[]
  /** Names by which the group that writes is known. */
  readonly ownNames: readonly string[]
}

export interface Frozen {
  /** The file, compressed. */
  readonly body: Uint8Array
  readonly sizeBytes: number
  readonly hash: Uint8Array
  readonly textHash: Uint8Array
  readonly findings: readonly Finding[]
}

export interface HtmlTask {
  /** The file, compressed. */
  readonly body: Uint8Array
  readonly cover: readonly CoverFact[]
  readonly language: Language
}

/** So many findings are kept; who has more begins with these. */
const MOST_FINDINGS = 500

const sha256 = (bytes: Uint8Array | string): Uint8Array => createHash('sha256').update(bytes).digest()

function findingsIn({ clauses, form, ownNames }: FreezeTask): Finding[] {
  const nodes = clauses.map(({ content }) => schema.nodeFromJSON(JSON.parse(content) as object))
  const doc = schema.topNodeType.create(null, nodes)
  return lintsOf(doc, { type: form.type, mode: form.labels, ownNames }).slice(0, MOST_FINDINGS)
}

const tasks = {
  freeze(task: FreezeTask): Frozen {
    const file = Buffer.from(frozenFile(task), 'utf8')
    return {
      body: gzipSync(file),
      sizeBytes: file.length,
      hash: sha256(file),
      textHash: sha256(marksOf(task.document.title, task.clauses)),
      findings: findingsIn(task),
    }
  },
  html: ({ body, cover, language }: HtmlTask): string =>
    frozenHtml(readFrozenFile(gunzipSync(body).toString('utf8')), cover, wordsFor(language)),
}
export type FreezingTasks = typeof tasks

serve(tasks)
