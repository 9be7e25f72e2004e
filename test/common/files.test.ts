import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { aGif, aJpeg, aPng } from '../builders/pictures.js'
import { until } from '../drafting/clients.js'
import { openDraftingSite, type DraftingSite, type Writer } from '../drafting/site.js'

let site: DraftingSite
let group: Awaited<ReturnType<DraftingSite['group']>>
let editor: Writer
let participant: Writer
let outsider: Writer
let made = 0

beforeAll(async () => {
  site = await openDraftingSite({ env: { LARGEST_FILE_MB: '1' } })
  group = await site.group()
  editor = await site.person('EDITOR', group)
  participant = await site.person('PARTICIPANT', group)
  outsider = await site.person()
})
afterAll(() => site.stop())

interface Sent {
  readonly status: number
  readonly id: string
  readonly url: string
  readonly name: string
  readonly width: number
  readonly height: number
  readonly code: string
  readonly message: string
}

type Body = Uint8Array<ArrayBuffer> | ReadableStream | string | null

interface Sending {
  readonly who?: { token: string } | null
  readonly name?: string
  readonly headers?: Record<string, string>
  readonly query?: string
}

/** Not the same picture twice. */
const another = () => aPng({ width: (made += 1), height: 2 })

async function put(documentId: string, body: Body, sending: Sending = {}): Promise<Sent> {
  const { who = editor, name = 'a picture.png', headers } = sending
  const query = sending.query ?? `document=${documentId}&name=${encodeURIComponent(name)}`
  const answer = await fetch(`${site.url}/files?${query}`, {
    method: 'PUT',
    headers: { ...(who && { authorization: `Bearer ${who.token}` }), 'content-type': 'image/png', ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  } as RequestInit)
  return { status: answer.status, ...((await answer.json()) as Omit<Sent, 'status'>) }
}

const get = (path: string, who: { token: string } | null = null, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { headers: { ...(who && { authorization: `Bearer ${who.token}` }), ...headers } })

const rows = async (documentId: string) =>
  (await site.dataSource.query('select id from file where scope_id = $1', [documentId])) as { id: string }[]
const stream = (parts: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })

describe('a picture', () => {
  it('[FI-1, FI-3, FI-7] is taken from an editor, whatever its sender calls it, and given as what it is', async () => {
    const { id: documentId } = await site.document(group)
    const bytes = aPng({ width: 7, height: 5, ballast: 600_000 })
    const sent = await put(documentId, new Uint8Array(bytes), {
      name: '../Energy of inference.html',
      headers: { 'content-type': 'text/html' },
    })
    expect(sent).toMatchObject({ status: 201, name: 'Energy of inference.png', width: 7, height: 5 })
    expect(sent.url).toBe(`/files/${sent.id}/Energy%20of%20inference.png`)

    for (const path of [sent.url, `/files/${sent.id}`, `/files/${sent.id}/anything`]) {
      const answer = await get(path)
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/png',
        'content-length': String(bytes.length),
        'content-disposition': `inline; filename="Energy of inference.png"; filename*=UTF-8''Energy%20of%20inference.png`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    }
  })

  it('[FI-5] sent twice is there once, also when both arrive together; withdrawn, it can be sent again', async () => {
    const { id: documentId } = await site.document(group)
    const bytes = new Uint8Array(another())
    const [one, two] = await Promise.all([put(documentId, bytes), put(documentId, bytes)])
    expect(one.id).toBe(two.id)
    expect(await rows(documentId)).toHaveLength(1)
    await withdraw(one.id, editor)
    const again = await put(documentId, bytes)
    expect(again.id).not.toBe(one.id)
  })

  it('[FI-1] is listed with its text, with who sent it and when, and leaves an event', async () => {
    const { id: documentId } = await site.document(group)
    const [first, second] = [aGif(), aJpeg()]
    const sent = [
      await put(documentId, new Uint8Array(first), { name: 'moving' }),
      await put(documentId, new Uint8Array(second)),
    ]
    const { data } = await site.query<{ document: { files: object[] } }>(
      `query ($id: UUID!) { document(id: $id) { files { id name mediaType sizeBytes sha256 width height url uploadedBy { name } withdrawnAt } } }`,
      { id: documentId },
      participant,
    )
    expect(data!.document.files).toEqual([
      {
        id: sent[0]!.id,
        name: 'moving.gif',
        mediaType: 'image/gif',
        sizeBytes: first.length,
        sha256: createHash('sha256').update(first).digest('hex'),
        width: 1,
        height: 1,
        url: sent[0]!.url,
        uploadedBy: { name: editor.name },
        withdrawnAt: null,
      },
      expect.objectContaining({ mediaType: 'image/jpeg', name: 'a picture.jpg' }),
    ])
    const events = await site.query<{ activity: { nodes: object[] } }>(
      `query ($id: UUID!) { activity(filter: { objectId: $id }) { nodes { verb label href args } } }`,
      { id: sent[0]!.id },
    )
    expect(events.data!.activity.nodes).toEqual([
      {
        verb: 'file.uploaded',
        label: 'moving.gif',
        href: sent[0]!.url,
        args: { documentId, mediaType: 'image/gif', sizeBytes: first.length },
      },
    ])
  })
})

describe('is refused, and nothing is stored:', () => {
  const refusedWith = async (documentId: string, body: Body, sending: Sending = {}) => {
    const { status, code } = await put(documentId, body, sending)
    expect(await rows(documentId)).toEqual([])
    return [status, code]
  }

  it('[FI-1] from a stranger, from somebody who may only read, and from somebody to whom the text is hidden', async () => {
    const { id } = await site.document(group)
    const hidden = await site.document(group, 'PARTICIPANTS')
    const bytes = new Uint8Array(another())
    expect(await refusedWith(id, bytes, { who: null })).toEqual([401, 'SIGN_IN_REQUIRED'])
    expect(await refusedWith(id, bytes, { who: participant })).toEqual([403, 'FORBIDDEN'])
    expect(await refusedWith(id, bytes, { who: outsider })).toEqual([403, 'FORBIDDEN'])
    expect(await refusedWith(hidden.id, bytes, { who: outsider })).toEqual([404, 'NOT_FOUND'])
    expect(await refusedWith(hidden.id, bytes, { who: null })).toEqual([404, 'NOT_FOUND'])
  })

  it("[FI-1] to another group's text, to one that is not there, and to nothing", async () => {
    const elsewhere = await site.document(await site.group())
    const bytes = new Uint8Array(another())
    expect(await refusedWith(elsewhere.id, bytes)).toEqual([403, 'FORBIDDEN'])
    expect(await refusedWith('0190163d-8694-739b-aea5-966c26f8ad91', bytes)).toEqual([404, 'NOT_FOUND'])
    for (const query of ['', 'document=', 'document=1&name=x', `group=${group.id}`, `document=${group.id}&document=x`])
      expect(await refusedWith(elsewhere.id, bytes, { query })).toEqual([400, 'BAD_INPUT'])
  })

  it("[FI-1, ID-8] by cookie from another site's page; by cookie from our own it is taken", async () => {
    const { id } = await site.document(group)
    const cookie = await site.session(editor)
    const bytes = new Uint8Array(another())
    const from = (origin: string) => ({ who: null, headers: { cookie, origin } })
    expect(await refusedWith(id, bytes, from('https://elsewhere.example'))).toEqual([403, 'BAD_ORIGIN'])
    expect(await put(id, bytes, from(site.url))).toMatchObject({ status: 201 })
  })

  it('[FI-1] when the role ends while the bytes are on their way', async () => {
    const leaving = await site.person('EDITOR', group)
    const { id } = await site.document(group)
    const bytes = another()
    let finish = () => {}
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 20))
        finish = () => {
          controller.enqueue(bytes.subarray(20))
          controller.close()
        }
      },
    })
    const sending = refusedWith(id, body, { who: leaving })
    // Requests of one server are taken in the order in which they come.
    await get('/files/0190163d-8694-739b-aea5-966c26f8ad91', leaving)
    await site.endRole(leaving.role!, '2020-06-01')
    finish()
    expect(await sending).toEqual([403, 'FORBIDDEN'])
  })

  it('[FI-3] what is no picture, whatever it is called and marked as', async () => {
    const { id } = await site.document(group)
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    expect(await put(id, svg, { headers: { 'content-type': 'image/svg+xml' } })).toMatchObject({
      status: 415,
      code: 'FILE_TYPE',
      message: expect.stringContaining('an SVG drawing'),
    })
    expect(await refusedWith(id, svg)).toEqual([415, 'FILE_TYPE'])
    expect(await refusedWith(id, '<!doctype html><script>alert(1)</script>')).toEqual([415, 'FILE_TYPE'])
    expect(await refusedWith(id, '%PDF-1.7')).toEqual([415, 'FILE_TYPE'])
    expect(await refusedWith(id, null)).toEqual([415, 'FILE_TYPE'])
  })

  it('[FI-4] more bytes than are taken, by what is announced and by what comes', async () => {
    const { id } = await site.document(group)
    const tooMuch = new Uint8Array(80 * 1024 * 1024)
    expect(await put(id, tooMuch)).toMatchObject({
      status: 413,
      code: 'FILE_TOO_LARGE',
      message: expect.stringContaining('1 MB at most'),
    })
    const piece = new Uint8Array(64 * 1024)
    expect(await refusedWith(id, stream(Array.from({ length: 40 }, () => piece)))).toEqual([413, 'FILE_TOO_LARGE'])
    const largest = aPng({ ballast: 1024 * 1024 - aPng({ ballast: 1 }).length + 1 })
    expect(largest).toHaveLength(1024 * 1024)
    expect(await refusedWith(id, new Uint8Array(Buffer.concat([largest, Buffer.alloc(1)])))).toEqual([
      413,
      'FILE_TOO_LARGE',
    ])
    expect(await put(id, stream([largest]))).toMatchObject({ status: 201 })
  })

  it('[FI-4] what is cut off, by its sender or by the line', async () => {
    const { id } = await site.document(group)
    const bytes = aPng({ width: 30, height: 30 })
    expect(await refusedWith(id, new Uint8Array(bytes.subarray(0, -5)))).toEqual([422, 'FILE_DAMAGED'])

    const { hostname, port } = new URL(site.url)
    const line = connect(Number(port), hostname)
    line.write(
      `PUT /files?document=${id} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${editor.token}\r\ncontent-length: ${bytes.length}\r\n\r\n`,
    )
    line.write(bytes.subarray(0, 50))
    await until(() => line.bytesWritten > 50)
    const over = new Promise((resolve) => line.on('close', resolve))
    line.destroy()
    await over
    // A request that comes later has been answered, and nothing of the other is there.
    expect(await refusedWith(id, 'nothing')).toEqual([415, 'FILE_TYPE'])
  })

  it('[FI-4] a few bytes that say they are very many pixels', async () => {
    const { id } = await site.document(group)
    expect(await put(id, new Uint8Array(aPng({ said: { width: 30_000, height: 30_000 } })))).toMatchObject({
      status: 422,
      code: 'FILE_TOO_MANY_PIXELS',
      message: expect.stringContaining('30,000 by 30,000 pixels'),
    })
  })

  it('[FI-6] what no longer fits into one text, withdrawn files included', async () => {
    const { id } = await site.document(group)
    await site.dataSource.query(
      `insert into file (id, scope_type, scope_id, name, media_type, size_bytes, sha256, width, height, uploaded_at, withdrawn_at)
       select gen_random_uuid(), 'document', $1, 'x', 'image/png', 1000, sha256(n::text::bytea), 1, 1, now(), now()
       from generate_series(1, 2000) n`,
      [id],
    )
    expect(await put(id, new Uint8Array(another()))).toMatchObject({ status: 422, code: 'FILES_FULL' })
  })
})

async function withdraw(id: string, who: { token?: string } = {}) {
  const { data, errors } = await site.query<{ withdrawFile: { withdrawnAt: string } }>(
    'mutation ($id: UUID!) { withdrawFile(id: $id) { withdrawnAt } }',
    { id },
    who,
  )
  return data?.withdrawFile.withdrawnAt ? 'withdrawn' : errors?.[0]?.extensions.code
}

describe('whoever may see the text', () => {
  it('[FI-2] may see its pictures, and nobody else learns that there are any', async () => {
    const open = await site.document(group)
    const hidden = await site.document(group, 'PARTICIPANTS')
    const [shown, secret] = [
      await put(open.id, new Uint8Array(another())),
      await put(hidden.id, new Uint8Array(another())),
    ]
    const statuses = async (path: string) =>
      Promise.all([null, outsider, participant, editor].map(async (who) => (await get(path, who)).status))
    expect(await statuses(shown.url)).toEqual([200, 200, 200, 200])
    expect(await statuses(secret.url)).toEqual([404, 404, 200, 200])
    const nowhere = await get('/files/0190163d-8694-739b-aea5-966c26f8ad91')
    expect([nowhere.status, await nowhere.json()]).toEqual([404, await (await get(secret.url)).json()])
    expect((await get('/files/x')).status).toBe(404)
  })

  it('[FI-2] hides them with the text, and caches hear of it at once', async () => {
    const { id } = await site.document(group)
    const sent = await put(id, new Uint8Array(another()))
    const first = await get(sent.url)
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    expect(first.headers.get('vary')).toContain('Cookie')
    const known = await get(sent.url, null, { 'if-none-match': etag })
    expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag])
    expect((await get(sent.url, null, { 'if-none-match': `W/${etag}, "x"` })).status).toBe(304)
    expect((await get(sent.url, null, { 'if-none-match': '"x"' })).status).toBe(200)

    await site.dataSource.query(`update document set visibility = 'PARTICIPANTS' where id = $1`, [id])
    expect((await get(sent.url, null, { 'if-none-match': etag })).status).toBe(404)
    const toParticipants = await get(sent.url, participant, { 'if-none-match': etag })
    expect([toParticipants.status, toParticipants.headers.get('cache-control')]).toEqual([304, 'private, no-cache'])
  })

  it('[FI-8] sees a picture no more when it is withdrawn; whoever may write there still does, and it is kept', async () => {
    const { id } = await site.document(group)
    const sent = await put(id, new Uint8Array(another()))
    expect(await withdraw(sent.id)).toBe('SIGN_IN_REQUIRED')
    expect(await withdraw(sent.id, participant)).toBe('FORBIDDEN')
    expect(await withdraw(sent.id, editor)).toBe('withdrawn')
    expect(await withdraw(sent.id, editor)).toBe('withdrawn')
    expect(await withdraw('0190163d-8694-739b-aea5-966c26f8ad91', editor)).toBe('NOT_FOUND')

    expect((await get(sent.url, participant)).status).toBe(404)
    const toEditor = await get(sent.url, editor)
    expect([toEditor.status, toEditor.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
    const { data } = await site.query<{ activity: { nodes: object[] } }>(
      `query ($id: UUID!) { activity(filter: { objectId: $id }) { nodes { verb label } } }`,
      { id: sent.id },
    )
    expect(data!.activity.nodes).toEqual([
      { verb: 'file.withdrawn', label: null },
      { verb: 'file.uploaded', label: null },
    ])
    await expect(site.dataSource.query('delete from file where id = $1', [sent.id])).rejects.toThrow('append-only')
    await expect(site.dataSource.query('delete from file_piece where file_id = $1', [sent.id])).rejects.toThrow(
      'append-only',
    )
  })
})

it('[FI-6] a network address that sends without end is asked to wait', async () => {
  const answers = new Map<number, number>()
  for (let turn = 0; turn < 125; turn++) {
    const { status } = await put('x', 'x', { who: null })
    answers.set(status, (answers.get(status) ?? 0) + 1)
  }
  expect(answers.get(429)).toBeGreaterThan(4)
  expect(answers.get(400)).toBeGreaterThan(20)
})
