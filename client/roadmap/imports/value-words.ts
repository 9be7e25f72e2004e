import type { Words } from '#schema/words/index.js'

/** Closed lists whose values have words, by the field that holds them. */
const lists: Readonly<Record<string, string>> = {
  type: 'itemType',
  topics: 'topic',
  lifecycleStages: 'lifecycleStage',
  impacts: 'impact',
}

/** A value of an item as people read it: values of our lists in words, dates with what happened on them, everything else as it is. */
export function valueInWords(words: Words, field: string, value: unknown): string {
  if (value === null || value === undefined) return words('ui.unknown')
  if (Array.isArray(value)) return value.map((one) => valueInWords(words, field, one)).join('; ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([kind, on]) => words('import.date', { kind: words.dynamic(`register.dateKind.${kind}`), on: String(on) }))
      .join('; ')
  }
  const text = String(value)
  const list = lists[field]
  if (list && words.has(`register.${list}.${text}`)) return words.dynamic(`register.${list}.${text}`)
  return field === 'stage' && words.has(`register.itemState.${text}`)
    ? words.dynamic(`register.itemState.${text}`)
    : text
}

/** The name of a field; a title in another language names it. */
export function fieldInWords(words: Words, field: string): string {
  const [name, lang] = field.split(':')
  return lang ? words('import.field.titleIn', { lang }) : words.dynamic(`import.field.${name}`)
}

/** A reason in words; fields that it names, too. */
export function reasonInWords(words: Words, { code, args }: { code: string; args: unknown }): string {
  const given = { ...(args as Record<string, string | number>) }
  if (typeof given['fields'] === 'string') {
    given['fields'] = given['fields']
      .split(', ')
      .map((field) => fieldInWords(words, field))
      .join(', ')
  }
  return words.dynamic(`import.reason.${code}`, given)
}
