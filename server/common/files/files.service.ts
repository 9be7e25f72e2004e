import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { FileScopes, type FileOwner } from './file-scopes.service.js'
import { dispositionOf, fileNameOf } from './file-name.js'
import { documentIn, documentTypes, mostUnpackedBytes } from './document-formats.js'
import { filesById } from './files.loader.js'
import { StoredFile, type MediaType } from './file.entity.js'
import { fitsOnScreen, longestSide, mostPixels, pictureIn, type Picture } from './picture.js'

export interface AddFile {
  readonly scopeType: string
  readonly scopeId: string
  /** As the sender calls it. */
  readonly name: string
  readonly bytes: Buffer
}

/** A file that the viewer may read, ready to be answered with. */
export interface ReadableFile {
  readonly file: StoredFile
  readonly owner: FileOwner
  /** Value of `Content-Disposition`. */
  readonly disposition: string
}

/** All that one thing may hold, withdrawn files included, because their bytes are kept. [FI-6] */
const mostFiles = 2000
const mostBytes = 1024 ** 3
const pieceBytes = 256 * 1024

/** The verbs on files, and their bytes. Who may do what is known by the room that owns what a file belongs to (`FileScopes`). */
@Injectable()
export class Files {
  constructor(
    private readonly scopes: FileScopes,
    private readonly activity: Activity,
  ) {}

  /**
   * Keeps a picture or a document, as what it belongs to takes. The same bytes sent again to the same thing are the file that is there already, so that sending may be repeated.
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, FILE_TYPE, FILE_DAMAGED, FILE_TOO_MANY_PIXELS, FILE_NOT_DOCUMENT, FILES_FULL. [FI-1, FI-3, FI-5, FI-9]
   */
  async add(ctx: WriteCtx, { scopeType, scopeId, name, bytes }: AddFile): Promise<StoredFile> {
    const owner = await this.scopes.requireAdd(ctx, scopeType, scopeId)
    const { mediaType, width, height } =
      this.scopes.takes(scopeType) === 'DOCUMENTS' ? aDocument(bytes) : shownPicture(bytes)
    const sha256 = createHash('sha256').update(bytes).digest()

    // One at a time to one thing: for what is there already, and for what still fits.
    await ctx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`files of ${scopeType} ${scopeId}`])
    const [already] = (await ctx.db.query(
      `select ${columnsOf(ctx.db, StoredFile, 'f')} from file f
       where f.scope_type = $1 and f.scope_id = $2 and f.sha256 = $3 and f.withdrawn_at is null`,
      [scopeType, scopeId, sha256],
    )) as StoredFile[]
    if (already) return already
    await this.requireRoom(ctx, { scopeType, scopeId }, bytes.length)

    const file = Object.assign(new StoredFile(), {
      id: newId(),
      scopeType,
      scopeId,
      name: fileNameOf(name, mediaType),
      mediaType,
      sizeBytes: bytes.length,
      sha256,
      width,
      height,
      uploadedBy: ctx.viewer.personId,
      uploadedAt: ctx.now,
      withdrawnBy: null,
      withdrawnAt: null,
    })
    await ctx.db.insert(StoredFile, file)
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      await ctx.db.query('insert into file_piece (file_id, position, bytes) values ($1, $2, $3)', [
        file.id,
        at / pieceBytes,
        bytes.subarray(at, at + pieceBytes),
      ])
    }
    await this.record(ctx, 'file.uploaded', file, owner)
    return file
  }

  /**
   * Takes a file back: from now on its bytes are given only to those who may add files there. Texts that cite it show its alternative text. Whoever
   * may add files; again is no mistake. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN. [FI-8]
   */
  async withdraw(ctx: WriteCtx, id: string): Promise<StoredFile> {
    const file = await ctx.db.findOne(StoredFile, { where: { id }, lock: { mode: 'for_no_key_update' } })
    if (!file) throw refuse('NOT_FOUND')
    const owner = await this.scopes.requireAdd(ctx, file.scopeType, file.scopeId)
    if (file.withdrawnAt) return file
    const withdrawn = { withdrawnBy: ctx.viewer.personId, withdrawnAt: ctx.now }
    await ctx.db.update(StoredFile, { id }, withdrawn)
    await this.record(ctx, 'file.withdrawn', file, owner)
    return Object.assign(file, withdrawn)
  }

  /** A file, for whoever may read its bytes. Refuses: NOT_FOUND. [FI-2] */
  async readable(ctx: Ctx, id: string): Promise<ReadableFile> {
    const file = await filesById(ctx).load(id)
    const owner = file && (await this.scopes.ownerOf(ctx, file))
    if (!owner || (file.withdrawnAt && !this.scopes.mayAdd(ctx, file.scopeType, owner))) throw refuse('NOT_FOUND')
    if (!(await this.scopes.mayRead(ctx, file))) throw refuse('NOT_FOUND')
    return { file, owner, disposition: dispositionOf(file.name, file.mediaType) }
  }

  /** The bytes, piece by piece; nothing is read before somebody takes it. Who may read them is asked before. */
  async *bytes(ctx: Ctx, { id, sizeBytes }: StoredFile): AsyncGenerator<Buffer> {
    for (let position = 0; position * pieceBytes < sizeBytes; position += 1) {
      const [piece] = (await ctx.db.query('select bytes from file_piece where file_id = $1 and position = $2', [
        id,
        position,
      ])) as { bytes: Buffer }[]
      if (!piece) throw new Error(`Piece ${position} of file ${id} is missing`)
      yield piece.bytes
    }
  }

  private async requireRoom(ctx: WriteCtx, scope: { scopeType: string; scopeId: string }, more: number): Promise<void> {
    const [held] = (await ctx.db.query(
      `select count(*)::integer as files, coalesce(sum(size_bytes), 0)::float8 as bytes from file
       where scope_type = $1 and scope_id = $2`,
      [scope.scopeType, scope.scopeId],
    )) as [{ files: number; bytes: number }]
    if (held.files >= mostFiles || held.bytes + more > mostBytes) throw refuse('FILES_FULL', { files: mostFiles })
  }

  private record(ctx: WriteCtx, verb: `file.${string}`, file: StoredFile, owner: FileOwner): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'file', id: file.id },
      groupId: owner.groupId,
      visibility: owner.visibility,
      args: { [`${file.scopeType}Id`]: file.scopeId, mediaType: file.mediaType, sizeBytes: file.sizeBytes },
    })
  }
}

/** What is kept of a file's bytes beside them. */
interface Kept {
  readonly mediaType: MediaType
  readonly width: number | null
  readonly height: number | null
}

/** The document that bytes are. Refuses: FILE_NOT_DOCUMENT. */
function aDocument(bytes: Buffer): Kept {
  const seen = documentIn(bytes)
  const mediaType = documentTypes.find((type) => type === seen)
  if (mediaType) return { mediaType, width: null, height: null }
  throw refuse('FILE_NOT_DOCUMENT', { found: seen, limit: mostUnpackedBytes / 1024 ** 2 }, { field: 'input.file' })
}

/** The picture that bytes are. Refuses: FILE_TYPE, FILE_DAMAGED, FILE_TOO_MANY_PIXELS. */
function shownPicture(bytes: Buffer): Picture {
  const seen = pictureIn(bytes)
  if (seen === 'DAMAGED') throw refuse('FILE_DAMAGED')
  if (typeof seen === 'string') throw refuse('FILE_TYPE', { found: seen })
  if (!fitsOnScreen(seen)) {
    const { width, height } = seen
    throw refuse('FILE_TOO_MANY_PIXELS', { width, height, millions: mostPixels / 1_000_000, side: longestSide })
  }
  return seen
}
