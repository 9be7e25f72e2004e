/** Principles for standards to come. */
export const principles = {
  listTitle: 'Principles',
  listLead: 'What standards to come should do, statement by statement, and the gaps that stand in the way.',
  count: '{count, plural, =0 {No principles} one {# principle} other {# principles}}',
  address: 'Address of {number}',
  gaps: '{count, plural, one {# gap stands in its way} other {# gaps stand in its way}}',
  noGaps: 'No gap is recorded against it',
  emptyTitle: 'No principles are recorded',
  emptyText: 'A principle is a numbered statement of what standards should do. It comes from a named document.',
} as const
