import type { RefusalCode } from '#schema/vocabulary/refusals.js'
import { Refused, type RefusalSeen } from './api.js'

/** Sends a form with a file in it as a browser without script would, and answers with what the server says of it, or throws `Refused`. */
export async function uploadForm<Answer>(path: string, form: FormData, language: string): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json', 'accept-language': language },
    })
  } catch (cause) {
    throw Object.assign(new Refused([{ code: 'OFFLINE', args: {} }]), { cause })
  }
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  const answer = isJson
    ? ((await response.json()) as Answer & { code?: RefusalCode; args?: RefusalSeen['args']; field?: string })
    : null
  if (response.ok && answer) return answer
  const { code = 'INTERNAL', args = { reference: String(response.status) }, field } = answer ?? {}
  throw new Refused([{ code, args, ...(field && { field }) }])
}
