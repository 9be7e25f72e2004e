import type { RefusalCode } from '#schema/vocabulary/refusals.js'

/** Values that fill the sentence of a refusal. Never free text about a person, never a secret. */
export type RefusalArgs = Readonly<Record<string, string | number | boolean | null | undefined>>

/** The person can do something about it: a code, the arguments of its sentence, and the input field concerned, if one is. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: RefusalCode,
    readonly args: RefusalArgs = {},
    /** Dotted path of the input that is refused (`input.startsOn`); absent when no single field is to blame. */
    readonly field?: string,
    /** Anything machine-readable that helps to go on: for STALE, the current object. */
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(code)
  }
}

/** `throw refuse('MEETING_CLOSED', { endedAt })` */
export function refuse(
  code: RefusalCode,
  args?: RefusalArgs,
  more: { field?: string; details?: Readonly<Record<string, unknown>> } = {},
): Refusal {
  return new Refusal(code, args, more.field, more.details)
}
