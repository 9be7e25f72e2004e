import { refusals } from '../../vocabulary/refusals.js'

type Prefixed<P extends string, T> = { [K in keyof T & string as `${P}.${K}`]: T[K] }

const prefixed = <P extends string, T extends Record<string, string>>(prefix: P, texts: T) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text])) as Prefixed<P, T>

/** The English catalogue, complete. One file a room; keys are `room.what`, refusals `refusal.CODE`. */
export const en = {
  ...prefixed('refusal', refusals),
} as const
