/** News of what others do while one reads. */
export const live = {
  updated: 'This page was updated at {time}, your time.',
  lineLost:
    'The connection for news is lost; it is being tried again. Until then this page may be older than what others see.',
} as const
