/** What a shared text is, and what both ends of a collaboration socket agree on. Meanings and format: docs/collaboration-protocol.md. */

/** What sort of text it is. The list is an SDL enum of the same members. */
export const documentKinds = ['REPORT', 'CONTRIBUTION', 'MINUTES', 'STATEMENT'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Kinds of messages. 0 to 3 are those of y-websocket; 80 is ours and goes only to clients that ask for it with `?features=ack`. */
export const messageKinds = { SYNC: 0, AWARENESS: 1, AUTH: 2, QUERY_AWARENESS: 3, NOTICE: 80 } as const

/** Kinds of sync messages, as in y-protocols. */
export const syncKinds = { STEP_1: 0, STEP_2: 1, UPDATE: 2 } as const

/** Kinds of our own message. */
export const noticeKinds = {
  /** All updates of this connection up to the n-th are settled: on disk, without news, or refused one by one. */
  STORED: 0,
  /** The n-th update of this connection is not in the text and will not be. */
  REFUSED: 1,
  /** Where this connection stands: what it may do, which schema and epoch the text has. */
  STANDING: 2,
  /** Whether storing works; while it does not, updates wait in memory and are seen by nobody. */
  STORING: 3,
} as const

/** Why an update is refused. */
export const updateRefusals = ['READ_ONLY', 'SCHEMA_NOT_SAID', 'NOT_YOURS', 'NOT_APPLICABLE', 'TEXT_FULL'] as const
export type UpdateRefusal = (typeof updateRefusals)[number]

/**
 * The closed list of codes with which the server closes a collaboration socket. 4400 to 4499: coming back does not help until a person has
 * done something (y-websocket stops by itself); all others: come back after a while.
 */
export const closeCodes = {
  /** The server stops; another one, or the same, is there in a moment. */
  GOING_AWAY: 1001,
  /** A text frame; everything here is binary. */
  NOT_BINARY: 1003,
  /** A frame above the limit. */
  TOO_BIG: 1009,
  /** A fault of the server; the reason names its reference in the log. */
  FAULT: 1011,
  /** The text cannot be opened or stored just now, or the reader fell too far behind. */
  TRY_AGAIN: 1013,
  /** A frame that is no message of the protocol, or an update that is none. */
  BAD_MESSAGE: 4400,
  /** The token does not work, or the session has ended. */
  SIGN_IN: 4401,
  /** An update in the name of another person's editing session. */
  NOT_YOURS: 4403,
  /** There is no such text that this person may read (any more). */
  NOT_FOUND: 4404,
  /** The program knows an older document schema than the text has. */
  SCHEMA_TOO_OLD: 4409,
  /** The history of the text was folded into a new epoch; reload. Kept for later. */
  EPOCH_OVER: 4410,
  /** An update that cannot be part of this text; it was put aside. */
  NOT_APPLICABLE: 4422,
  /** Too many or too large frames in a short time. */
  TOO_FAST: 4529,
} as const
export type CloseReason = keyof typeof closeCodes
