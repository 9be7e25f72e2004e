import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'

/**
 * English made strange: each text run is widened by a third and wrapped in right-to-left marks, arguments and plurals stay. Whatever shows
 * up unmarked in a browser test is a literal that never went through the catalogue.
 */
export function pseudo(message: string): string {
  return `\u202E⟦${render(parse(message))}⟧\u202C`
}

const widen = (text: string) => text.replace(/[aeiou]/g, (vowel) => vowel + vowel.normalize('NFD') + '\u0301')

const quote = (text: string) => text.replace(/'/g, "''").replace(/[{}<>#]/g, (sign) => `'${sign}'`)

function render(elements: MessageFormatElement[]): string {
  return elements
    .map((element) => {
      switch (element.type) {
        case TYPE.literal:
          return quote(widen(element.value))
        case TYPE.argument:
          return `{${element.value}}`
        case TYPE.number:
        case TYPE.date:
        case TYPE.time: {
          const kind = { [TYPE.number]: 'number', [TYPE.date]: 'date', [TYPE.time]: 'time' }[element.type]
          return `{${element.value}, ${kind}${typeof element.style === 'string' ? `, ${element.style}` : ''}}`
        }
        case TYPE.select:
        case TYPE.plural: {
          const kind =
            element.type === TYPE.select ? 'select' : element.pluralType === 'ordinal' ? 'selectordinal' : 'plural'
          const options = Object.entries(element.options).map(([name, option]) => `${name} {${render(option.value)}}`)
          return `{${element.value}, ${kind}, ${options.join(' ')}}`
        }
        case TYPE.pound:
          return '#'
        case TYPE.tag:
          return `<${element.value}>${render(element.children)}</${element.value}>`
      }
    })
    .join('')
}
