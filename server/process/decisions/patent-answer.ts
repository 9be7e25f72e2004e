/** What was recorded of the question about patents at a meeting, as far as closing it asks. */
export interface RecordedQuestion {
  readonly wasAsked: boolean
  /** Why it was not asked. */
  readonly note: string | null
}

/** Whether a meeting can be closed as far as patents go: it was asked, or it is said why not. Nobody having answered is an answer. [IP-4, MN-1] */
export const patentAnswerRecorded = (question: RecordedQuestion | null): boolean =>
  question !== null && (question.wasAsked || question.note !== null)
