import { exampleWorld } from '#server/app/starter/index.js'
import { writeText } from '#server/app/starter/texts/write-text.js'
import { readText, textOfUpdates } from '#server/drafting/reading/read-text.js'
import type { TestApp } from './app.js'

/** Ids of clauses of the example report, which are the same in every installation. */
export function exampleClauses(): { idOf: (title: string) => string; deletedId: string } {
  const { source, seed } = exampleWorld.deliverables.find(({ text }) => text)!.text!
  const { clauses, deleted } = readText(textOfUpdates([writeText(source, seed).update]), 'REPORT')
  return {
    idOf: (title) => clauses.find((clause) => clause.title === title)!.id,
    deletedId: deleted[0]!.id,
  }
}

/** Id of the example report, as a stranger finds it. */
export async function exampleTextId(app: TestApp): Promise<string> {
  const { data } = await app.query<{ group: { documents: { id: string }[] } }>(
    '{ group(slug: "example") { documents { id } } }',
  )
  return data!.group.documents[0]!.id
}
