import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { chairAddresses, publicAddresses, type Address } from './addresses.js'
import { makeMeant, type Placing } from './meant.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let stranger: Visitor
let chair: Visitor
let placed: Placing

beforeAll(async () => {
  visitors = await openForVisitors()
  stranger = await visitors.arrive()
  chair = await visitors.arrive({ email: 'chair@example.org' })
  placed = await makeMeant(visitors)
})
afterAll(() => visitors.stop())

/**
 * Texts that people read or hear and that came neither from the catalogue nor from the API. What the catalogue gave stands in the brackets of the
 * mirrored language; what the API gave is in the data that travel with the page.
 */
const unmarked = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const data = new Set<string>()
    const gather = (value: unknown): void => {
      if (typeof value === 'string') data.add(value.replace(/\s+/g, ' ').trim())
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather)
    }
    gather(JSON.parse(document.getElementById('page-state')!.textContent!))
    const known = [...data].filter((text) => /\p{L}{2}/u.test(text)).sort((one, other) => other.length - one.length)

    // Names of months and languages, and what stands between the parts of a list, come from CLDR by way of the browser.
    const locales = ['en', document.documentElement.lang]
    const told = new Set<string>()
    for (const locale of locales) {
      for (const month of ['short', 'long'] as const)
        for (let at = 0; at < 12; at++)
          told.add(new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(Date.UTC(2026, at, 1)))
      for (const type of ['conjunction', 'disjunction'] as const)
        for (const part of new Intl.ListFormat(locale, { type }).formatToParts(['1', '2', '3']))
          if (part.type === 'literal') told.add(part.value.replace(/[\s,]/g, ''))
      const languages = new Intl.DisplayNames(locale, { type: 'language' })
      for (const tag of data) if (/^[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?$/.test(tag)) told.add(languages.of(tag)!)
    }
    told.delete('')
    // The sign of universal time is the same in every language.
    told.add('UTC')
    const withoutTold = (text: string): string => text.replace(/\p{L}+/gu, (word) => (told.has(word) ? ' ' : word))

    const withoutWords = (text: string): string => {
      const less = text.replace(/⟦[^⟦⟧]*⟧/g, ' ')
      return less === text ? text : withoutWords(less)
    }
    const isLiteral = (text: string): boolean => {
      let rest = withoutWords(text)
        .replace(/https?:\/\/\S+/g, ' ')
        .replace(/\s+/g, ' ')
      for (const one of known) {
        if (!/\p{L}{2}/u.test(rest)) return false
        rest = rest.replaceAll(one, ' ')
      }
      // A part of something longer, as where the addresses in a text are made links.
      const isOfData = (words: string) => !/\p{L}{2}/u.test(words) || known.some((one) => one.includes(words.trim()))
      return !isOfData(rest) && !isOfData(withoutTold(rest))
    }
    const isWhole = (text: string) => text.split('⟦').length === text.split('⟧').length
    /** A sentence with a link in it is several texts. */
    const wholeText = (node: Node): string => {
      let around = node
      while (!isWhole(around.textContent!) && around.parentNode) around = around.parentNode
      return around.textContent!
    }

    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement!
      // A letter is written in its own language. Days and keys are told by the browser and the keyboard; what a shared text says does not travel with the page; initials are made of names;
      // commands and records are for machines, and names in a picture are cut short.
      if (
        holder.closest(
          'script, style, noscript, time, kbd, code, .cite-record, .graph-link, .sheet-text :is(h2, p), .outline-words, .face, .letter',
        )
      )
        continue
      if (isLiteral(wholeText(node))) found.add(`${holder.tagName}.${holder.className}: ${node.textContent}`)
    }
    for (const name of ['aria-label', 'aria-description', 'alt', 'placeholder', 'title', 'data-label']) {
      for (const element of document.querySelectorAll(`body [${name}]:not(time)`)) {
        const text = element.getAttribute(name)!
        if (isLiteral(text)) found.add(`${element.tagName}.${element.className}[${name}]: ${text}`)
      }
    }
    if (isLiteral(document.title)) found.add(`title: ${document.title}`)
    return [...found].slice(0, 12)
  })

async function look(visitor: Visitor, { path, status = 200 }: Address): Promise<void> {
  const { page, problems } = visitor
  problems.length = 0
  expect(await visitor.open(`${path}${path.includes('?') ? '&' : '?'}lang=ar-XB`)).toBe(status)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await unmarked(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(problems).toEqual([])
}

describe('in the mirrored language every word on screen comes from the catalogue:', () => {
  it.each(publicAddresses)('$path', (address) => look(stranger, placed(address)))
})

describe('so it does for the chair:', () => {
  it.each(chairAddresses)('$path', (address) => look(chair, placed(address)))
})

it('the language that somebody chooses goes with their account', async () => {
  const visitor = await visitors.arrive({ email: 'reader@example.org' })
  const { page } = visitor
  await visitor.open('/me')
  await page.locator('select[name=language]').selectOption('ar-XB')
  await page.locator('#choose-language button[type=submit]').click()
  await page.locator('html[dir=rtl]').waitFor()
  await visitor.open('/gaps')
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await visitor.context.close()
})
