import { Injectable } from '@nestjs/common'
import type { SubjectKind } from '#schema/vocabulary/decisions.js'
import { readNumber } from '#schema/vocabulary/numbers.js'
import { Objects } from '#server/common/activity/index.js'
import { documentsById } from '#server/drafting/documents/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Contribution, contributionsById } from '#server/process/contributions/index.js'
import type { StandardsGroup } from '#server/process/groups/index.js'
import { gapsByNumber } from '#server/roadmap/gaps/index.js'
import { Items } from '#server/roadmap/items/index.js'
import { casesByNumber } from '#server/roadmap/overlaps/index.js'
import { subjectOf, type Subject, type SubjectColumns } from './subject.js'

/** As in the SDL. */
export interface GivenSubject {
  readonly kind: SubjectKind
  readonly key: string
}

/** A subject as it is shown. */
export interface ShownSubject extends Subject {
  readonly label: string | null
  readonly href: string | null
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** What decisions, reservations and calls are about: found by what people call it, and shown. */
@Injectable()
export class Subjects {
  constructor(
    private readonly items: Items,
    private readonly objects: Objects,
  ) {}

  /** The thing that is meant, of this group where it is one of a group's. Refuses: NOT_FOUND, BAD_INPUT, DECIDED_ON_WITHDRAWN. [DC-5] */
  async find(ctx: WriteCtx, group: StandardsGroup, given: GivenSubject | null | undefined): Promise<Subject | null> {
    if (!given) return null
    const id = await this.idOf(ctx, group, given)
    if (id === null) throw refuse('NOT_FOUND', {}, { field: 'input.subject' })
    return { kind: given.kind, id }
  }

  /** A thing that was found before, unless it was taken back since. Refuses: NOT_FOUND, DECIDED_ON_WITHDRAWN. [DC-5] */
  async still(ctx: WriteCtx, group: StandardsGroup, subject: Subject): Promise<Subject> {
    if (subject.kind === 'CONTRIBUTION') await this.find(ctx, group, { kind: 'CONTRIBUTION', key: subject.id })
    return subject
  }

  /** How the subject of a row is called now and where it is, as far as the viewer may see it. */
  async shown(ctx: Ctx, row: SubjectColumns): Promise<ShownSubject | null> {
    const subject = subjectOf(row)
    if (!subject) return null
    const type = subject.kind === 'CASE' ? 'overlap' : subject.kind.toLowerCase()
    const face = await this.objects.faceOf(ctx, type, subject.id)
    if (face || subject.kind !== 'CONTRIBUTION') {
      return { ...subject, label: face?.label ?? null, href: face?.href ?? null }
    }
    const contribution = await contributionsById(ctx).load(subject.id)
    return { ...subject, label: contribution && `${contribution.number} ${contribution.title}`, href: null }
  }

  private async idOf(ctx: WriteCtx, group: StandardsGroup, { kind, key: given }: GivenSubject): Promise<string | null> {
    const key = given.replaceAll('\0', '').trim()
    switch (kind) {
      case 'CONTRIBUTION':
        return this.contribution(ctx, group, key)
      case 'DOCUMENT': {
        const document = isId(key) ? await documentsById(ctx).load(key.toLowerCase()) : null
        return document?.groupId === group.id ? document.id : null
      }
      case 'DELIVERABLE': {
        const [row] = (await ctx.db.query(
          'select id from deliverable where group_id = $1 and (code = $2 or id::text = lower($2))',
          [group.id, key],
        )) as { id: string }[]
        return row?.id ?? null
      }
      case 'GAP': {
        const number = readNumber('G', key)
        return number === null ? null : ((await gapsByNumber(ctx).load(number))?.id ?? null)
      }
      case 'CASE': {
        const number = readNumber('O', key)
        return number === null ? null : ((await casesByNumber(ctx).load(number))?.id ?? null)
      }
      case 'ITEM':
        return (await this.items.require(ctx, key, 'input.subject')).id
    }
  }

  /** Locked, so that nobody takes it back while the group decides on it. */
  private async contribution(ctx: WriteCtx, group: StandardsGroup, key: string): Promise<string | null> {
    const found = await ctx.db.findOne(Contribution, {
      where: isId(key) ? { groupId: group.id, id: key.toLowerCase() } : { groupId: group.id, number: key },
      lock: { mode: 'pessimistic_read' },
    })
    if (!found || !(await contributionsById(ctx).load(found.id))) return null
    if (found.state === 'WITHDRAWN' || found.state === 'LAPSED') {
      throw refuse('DECIDED_ON_WITHDRAWN', { number: found.number }, { field: 'input.subject' })
    }
    return found.id
  }
}
