/** How days, instants and zones are put together. A zone goes by the last part of its name (Europe/Vienna: Vienna) unless it is listed here. */
export const dates = {
  instant: '{at} {zone}',
  'zone.Europe/Zurich': 'Geneva',
  'zone.UTC': 'UTC',
} as const
