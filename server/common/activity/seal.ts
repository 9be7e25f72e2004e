import { createHash } from 'node:crypto'

/** What a seal covers of an event: all of it but its place in the table. */
export interface SealedEvent {
  id: string
  occurredAt: Date
  actorId: string | null
  verb: string
  objectType: string
  objectId: string
  groupId: string | null
  visibility: string
  args: unknown
}

/** The hash before the first event: 32 zero bytes. */
export const GENESIS = Buffer.alloc(32)

/** Hash of an event chained to the one before: SHA-256 over the previous hash and the event in canonical JSON. [AC-3] */
export function sealOf(previous: Buffer, event: SealedEvent): Buffer {
  const { id, occurredAt, actorId, verb, objectType, objectId, groupId, visibility, args } = event
  const content = {
    id,
    occurredAt: occurredAt.toISOString(),
    actorId,
    verb,
    objectType,
    objectId,
    groupId,
    visibility,
    args,
  }
  return createHash('sha256').update(previous).update(canonical(content)).digest()
}

/** JSON with sorted keys: the database does not keep the order of an object's members. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
