import type { RefusalCode } from '#schema/vocabulary/refusals.js'
import { Refused, type RefusalSeen } from './api.js'

export interface Upload {
  /** Path on this site, with what the file belongs to: `/files?document=<id>&name=<name>`. */
  readonly path: string
  readonly file: Blob
  readonly language: string
  /** From 0 to 1, as the bytes go. */
  onProgress?(share: number): void
  readonly signal?: AbortSignal
}

/**
 * Sends a file as it is and answers with what the server says of it, or throws `Refused`. By XMLHttpRequest, because `fetch` does not tell how much has
 * gone. Stopped by its signal it throws the signal's reason.
 */
export function upload<Answer>({ path, file, language, onProgress, signal }: Upload): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const refuse = (refusal: RefusalSeen) => reject(new Refused([refusal]))
    request.open('PUT', path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', language)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total)
    }
    request.onload = () => {
      const answer = request.response as (Answer & { code?: RefusalCode; args?: RefusalSeen['args'] }) | null
      if (request.status < 300 && answer) resolve(answer)
      else if (answer?.code) refuse({ code: answer.code, args: answer.args ?? {} })
      else refuse({ code: 'INTERNAL', args: { reference: String(request.status) } })
    }
    request.onerror = () => refuse({ code: 'OFFLINE', args: {} })
    request.onabort = () => reject(signal?.reason)
    request.onloadend = () => signal?.removeEventListener('abort', stop)
    signal?.addEventListener('abort', stop)
    request.send(file)
  })
}
