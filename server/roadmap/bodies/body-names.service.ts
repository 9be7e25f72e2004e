import { Injectable } from '@nestjs/common'
import { IsNull, Not } from 'typeorm'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import {
  givenDay,
  givenLanguage,
  givenOptionalText,
  givenText,
  sourceColumns,
  type GivenSource,
} from '#server/roadmap/provenance/index.js'
import './bodies.access.js'
import { BodyName } from './body-name.entity.js'
import { Body } from './body.entity.js'

/** A name in another language. */
export interface GivenName {
  /** BCP 47 tag. */
  readonly lang: string
  readonly name: string
  readonly acronym?: string | null
}

export interface RenameBody {
  /** Slug. */
  readonly body: string
  readonly expectedRevision: number
  readonly name: string
  readonly acronym?: string | null
  /** First day of the new name; null when unknown. */
  readonly on?: string | null
  /** The old name was a mistake, and is not kept. */
  readonly isCorrection?: boolean | null
  readonly provenance: GivenSource
}

const mostNames = 40

/** The verbs on what bodies are called. */
@Injectable()
export class BodyNames {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /**
   * Gives a body a new name; the old one stays beside it until the day before, and goes on finding it, unless it was a mistake. [BO-3]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, SAME_NAME, TEXT_MISSING, TEXT_TOO_LONG, NO_SUCH_DAY.
   */
  async rename(ctx: WriteCtx, given: RenameBody): Promise<Body> {
    const before = await ctx.db.findOneBy(Body, { slug: given.body.replaceAll('\0', '') })
    if (!before) throw refuse('NOT_FOUND', {}, { field: 'input.body' })
    this.access.require(ctx, 'body.edit', before)
    const name = givenText(given.name, 500, 'input.name')
    const acronym = givenOptionalText(given.acronym, 100, 'input.acronym')
    const on = givenDay(given.on, 'input.on')
    const body = await revise(ctx.db, Body, before.id, given.expectedRevision, {
      name,
      acronym,
      ...sourceColumns(given.provenance),
    })
    if (name === before.name && acronym === before.acronym) throw refuse('SAME_NAME', {}, { field: 'input.name' })
    if (!given.isCorrection) {
      const { source, confidence, evidenceOn, checkedById, checkAgainOn } = before
      await ctx.db.insert(BodyName, {
        id: newId(),
        bodyId: before.id,
        lang: null,
        name: before.name,
        acronym: before.acronym,
        toOn: on ?? ctx.now.toISOString().slice(0, 10),
        source,
        confidence,
        evidenceOn,
        checkedById,
        checkAgainOn,
      })
    }
    await this.activity.record(ctx, {
      verb: 'body.renamed',
      object: { type: 'body', id: body.id },
      args: { slug: body.slug, from: before.acronym ?? before.name, to: acronym ?? name },
    })
    return body
  }

  /**
   * Makes the names in other languages those given: one that is new or other is added, one that is left out ends today. Answers whether that changed
   * anything. Refuses: BAD_INPUT for no language or one twice, TEXT_MISSING, TEXT_TOO_LONG.
   */
  async say(ctx: WriteCtx, body: Body, given: readonly GivenName[], provenance: GivenSource): Promise<boolean> {
    const wanted = new Map<string, { name: string; acronym: string | null }>()
    for (const [at, one] of given.entries()) {
      const field = `input.names.${at}.lang`
      const lang = givenLanguage(one.lang, field)
      if (wanted.has(lang) || at >= mostNames) {
        const detail = wanted.has(lang) ? `the language ${lang} is there twice` : `${mostNames} languages at most`
        throw refuse('BAD_INPUT', { detail }, { field })
      }
      wanted.set(lang, {
        name: givenText(one.name, 500, `input.names.${at}.name`),
        acronym: givenOptionalText(one.acronym, 100, `input.names.${at}.acronym`),
      })
    }
    let isOther = false
    const held = await ctx.db.findBy(BodyName, { bodyId: body.id, toOn: IsNull(), lang: Not(IsNull()) })
    for (const row of held) {
      const now = wanted.get(row.lang!)
      if (now?.name === row.name && now.acronym === row.acronym) {
        wanted.delete(row.lang!)
        continue
      }
      isOther = true
      await revise(ctx.db, BodyName, row.id, row.revision, { toOn: ctx.now.toISOString().slice(0, 10) })
    }
    for (const [lang, { name, acronym }] of wanted) {
      isOther = true
      await ctx.db.insert(BodyName, {
        id: newId(),
        bodyId: body.id,
        lang,
        name,
        acronym,
        toOn: null,
        ...sourceColumns(provenance),
      })
    }
    return isOther
  }
}
