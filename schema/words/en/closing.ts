/** What is to be done before a meeting is closed, as the rooms that ask for it say. */
export const closing = {
  PATENT_ANSWER: 'record whether the question about patents was asked, and what was answered',
} as const
