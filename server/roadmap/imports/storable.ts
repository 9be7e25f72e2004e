/** What PostgreSQL cannot hold in JSON (the character 0, halves of characters) is shown by its replacement; no fact holds any. */
export const storable = (records: unknown): string =>
  JSON.stringify(records, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value,
  )
