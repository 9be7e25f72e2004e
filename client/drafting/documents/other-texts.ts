/** Other texts of the group, as the form for cross-references and the text itself need them: each is asked for once while the room is open. [TH-5] */
import { ClausesOfTextDocument, OtherTextsDocument, type ClausesOfTextQuery } from '#schema/generated/operations.js'
import type { RouteTools } from '../../app/routes.js'
import { orRefuse, Refused } from '../../api/index.js'

type TextAndClauses = NonNullable<ClausesOfTextQuery['document']>

export interface OtherTexts {
  otherTexts(): Promise<readonly { readonly id: string; readonly title: string }[]>
  clausesOf(textId: string): Promise<TextAndClauses | null>
}

/** So many texts are looked at, as on the reading page. */
const mostTexts = 20
const isTextId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

export function otherTextsOf({ api }: Pick<RouteTools, 'api'>, documentId: string): OtherTexts {
  const known = new Map<string, Promise<TextAndClauses | null>>()
  const ask = async (id: string) => {
    try {
      return (await orRefuse(api(ClausesOfTextDocument, { id }))).document ?? null
    } catch (fault) {
      // A refusal says no more than that it is not for this person now; it may be the next time.
      known.delete(id)
      if (fault instanceof Refused) return null
      throw fault
    }
  }
  return {
    async otherTexts() {
      const { document } = await orRefuse(api(OtherTextsDocument, { id: documentId }))
      return (document?.group?.documents ?? []).filter(({ id }) => id !== documentId)
    },
    clausesOf(id) {
      let found = known.get(id)
      if (!found && isTextId(id) && known.size < mostTexts) known.set(id, (found = ask(id)))
      return found ?? Promise.resolve(null)
    },
  }
}
