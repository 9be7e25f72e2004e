import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { hasFocus, pressUntil, tabTo } from './keyboard.js'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
let reader: Visitor

beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())
beforeEach(async () => {
  reader = await visitors.arrive()
})
afterEach(async () => {
  expect(reader.problems).toEqual([])
  await reader.context.close()
})

const asked = () => new URL(reader.page.url()).searchParams

/** A cell of the map under which something is in force and a gap is open. */
const cell = () => reader.page.locator('td.cell a', { hasText: /[1-9]\d* in force.*[1-9]\d* gaps? open/ }).first()

describe('a reader without an account', () => {
  it('goes from the coverage map to who is on a gap, and back to where they were', async () => {
    const { page } = reader
    await reader.open('/')
    await cell().click()
    await reader.reach(/\/roadmap\?/, 'Roadmap')
    const list = page.url()
    expect(asked().getAll('topic')).toHaveLength(1)
    expect(asked().getAll('lifecycleStage')).toHaveLength(1)

    // From the list to an item of it, or to the gaps of the same cell.
    const item = page.locator('tbody th a').first()
    const designation = (await item.innerText()).trim()
    await item.click()
    await reader.reach(/\/items\//, designation)
    await page.goBack()
    await reader.reach(list, 'Roadmap')
    await page
      .getByRole('link', { name: /gaps? (is|are) still open here/ })
      .first()
      .click()
    await reader.reach(/\/gaps\?/, 'Gaps')
    const gap = page.locator('tbody a[href^="/gaps/G-"]').first()
    const title = (await gap.locator('xpath=ancestor::tr').innerText()).trim()
    await gap.click()
    await page.waitForURL(/\/gaps\/G-/)
    await page.locator('#bodies').waitFor()
    expect(title).toContain(new URL(page.url()).pathname.split('/').at(-1))
    expect(await page.locator('#bodies').innerText()).toMatch(/Who could act/)
    expect(await page.locator('#bodies tbody tr').count()).toBeGreaterThan(0)

    await page.goBack()
    await reader.reach(/\/gaps\?/, 'Gaps')
    await page.goBack()
    await reader.reach(list, 'Roadmap')
    await page.goForward()
    await reader.reach(/\/gaps\?/, 'Gaps')
    expect(asked().get('isOpen') ?? asked().get('open') ?? asked().get('standing')).not.toBeNull()
  })

  it('finds what is still open on water use of inference, and who is on it: in three clicks', async () => {
    const { page } = reader
    let clicks = 0
    const click = async (what: Locator) => {
      clicks += 1
      await what.click()
    }
    await reader.open('/')
    const water = page.locator('td.cell a[href*="topic=WATER"][href*="lifecycleStage=DEPLOYMENT_INFERENCE"]')
    await click(water)
    await reader.reach(/\/roadmap\?/, 'Roadmap')
    await click(page.getByRole('link', { name: /still open here/ }))
    await reader.reach(/\/gaps\?/, 'Gaps')
    const row = page.locator('tbody tr', { hasText: 'Water footprint of AI services' })
    // The list says already who could act; the third click is for the whole of it.
    expect(await row.innerText()).toMatch(/SG5/)
    await click(row.locator('a[href="/gaps/G-05"]').first())
    await reader.reach('/gaps/G-05', 'Water footprint of AI services')
    expect(await page.locator('#bodies').innerText()).toMatch(/ITU-T Study Group 5/)
    expect(clicks).toBeLessThanOrEqual(3)
  })

  it('[SE-2] finds it by one search, as a question with its slips of the pen', async () => {
    const { page } = reader
    await reader.open('/')
    const box = page.getByRole('searchbox', { name: 'What are you looking for?' })
    await box.fill('what is still open on water use of inference, and who is on it?')
    await box.press('Enter')
    await reader.reach(/\/search\?q=/, 'Search')
    const gaps = page.locator('#gap li').first()
    expect(await page.locator('main section').first().getAttribute('id')).toBe('gap')
    expect(await gaps.innerText()).toMatch(/G-05 Water footprint of AI services[\s\S]*Who could act[\s\S]*SG5/)

    await box.fill('watter use of infrence')
    await box.press('Enter')
    await page.getByText('Did you mean').waitFor()
    await page.getByRole('link', { name: 'water use inference' }).click()
    await page.waitForURL(/q=water\+use\+inference/)
    expect(await page.locator('#gap li').first().innerText()).toMatch(/G-05/)
  })

  it('searches while typing; the address holds the view, and comes back to it', async () => {
    const { page } = reader
    await reader.open('/roadmap')
    const everything = await page.locator('.data-caption').innerText()
    await page.getByRole('searchbox').first().pressSequentially('water')
    await page.waitForURL(/q=water/)
    await page.waitForFunction((before) => document.querySelector('.data-caption')!.textContent !== before, everything)
    const found = await page.locator('.data-caption').innerText()
    expect(await hasFocus(page, 'input[type=search]')).toBe(true)

    await page.getByRole('columnheader', { name: 'Title' }).getByRole('link').click()
    await page.waitForURL(/sort=/)
    const view = page.url()
    await page.locator('tbody th a').first().click()
    await page.waitForURL(/\/items\//)
    await page.goBack()
    await reader.reach(view, 'Roadmap')
    expect(await page.getByRole('searchbox').first().inputValue()).toBe('water')
    expect(await page.locator('.data-caption').innerText()).toBe(found)

    await reader.open(view)
    expect(await page.getByRole('searchbox').first().inputValue()).toBe('water')
    expect(await page.locator('.data-caption').innerText()).toBe(found)
  })

  it('[PG-3] reads what they walk to from its top, and finds their place again when they go back', async () => {
    const { page } = reader
    const hasArrived = () => page.waitForFunction(() => document.activeElement?.matches('h1') && scrollY === 0)
    await reader.open('/roadmap')
    await page.locator('tbody tr').last().scrollIntoViewIfNeeded()
    const place = await page.evaluate(() => scrollY)
    expect(place).toBeGreaterThan(0)

    await page.locator('tbody th a').last().click()
    await page.waitForURL(/\/items\//)
    await hasArrived()
    await page.goBack()
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, place)

    // Another order is the same page; the next part of the list is not.
    await page.evaluate(() => scrollTo(0, 40))
    await page.locator('thead a').first().click()
    await page.waitForURL(/sort=/)
    expect(await page.evaluate(() => scrollY)).toBe(40)
    await page.getByRole('link', { name: 'Next' }).click()
    await page.waitForURL(/after=/)
    await hasArrived()
  })

  it('gets the page they walk to as a whole, when its code is no longer there', async () => {
    const { page, problems } = reader
    await page.route(/\/assets\/gaps-[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: '' }), { times: 1 })
    await reader.open('/roadmap')
    await page.evaluate(() => Object.assign(window, { isFirstLoad: true }))
    await page.locator('.bar-nav a[href="/gaps"]').click()
    await page.waitForFunction(() => !('isFirstLoad' in window))
    await reader.reach('/gaps', 'Gaps')
    expect(problems.splice(0)).toEqual([expect.stringMatching(/404.*\/assets\/gaps-/)])
  })

  it('is told in words when nothing is found, and which way leads on', async () => {
    const { page } = reader
    await reader.open('/gaps?q=nothing-is-called-like-this')
    expect(await page.locator('main').innerText()).toMatch(/[A-Z][^.]{10,}\./)
    await page.locator('.empty a, main a:has-text("filter")').first().click()
    await page.waitForURL((url) => !url.searchParams.has('q'))
  })

  it('reads the same pages without JavaScript, and filters them', async () => {
    const plain = await visitors.arrive({ javaScriptEnabled: false })
    const { page } = plain
    try {
      for (const path of ['/', '/roadmap', '/items/iso-iec-21031-2024', '/gaps/G-01', '/groups/example/meetings/2']) {
        await plain.open(path)
        const without = await page.locator('h1').innerText()
        await reader.open(path)
        expect(without).toBe(await reader.page.locator('h1').innerText())
      }
      await plain.open('/roadmap')
      await page.getByRole('searchbox').first().fill('water')
      await page.getByRole('searchbox').first().press('Enter')
      await page.waitForURL(/q=water/)
      const links = await page.locator('tbody th a').allInnerTexts()
      await reader.open(page.url())
      expect(await reader.page.locator('tbody th a').allInnerTexts()).toEqual(links)
      expect(links.length).toBeGreaterThan(0)
      expect(plain.problems).toEqual([])
    } finally {
      await plain.context.close()
    }
  })

  it('does all of it with the keyboard alone', async () => {
    const { page } = reader
    await reader.open('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Skip to content')
    expect(
      await page
        .locator('.skip-link, a[href="#content"]')
        .first()
        .evaluate((one) => one.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'content')

    // One stop for the whole map; the arrows move inside it.
    await tabTo(page, '[data-cell="0-0"]')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await hasFocus(page, '[data-cell="1-1"]')).toBe(true)
    await pressUntil(page, 'ArrowDown', () => document.activeElement instanceof HTMLAnchorElement)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/roadmap\?/)

    await reader.open('/roadmap')
    await page.keyboard.press('j')
    const first = await page.evaluate(() => document.activeElement!.textContent)
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.activeElement!.textContent)).not.toBe(first)
    await page.keyboard.press('k')
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/items\//)

    await reader.open('/gaps')
    await page.keyboard.press('/')
    expect(await hasFocus(page, 'input[type=search]')).toBe(true)
    await page.keyboard.type('inference?')
    await page.waitForURL(/q=inference/)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('finds the keys behind ?, and gets back to where they were', async () => {
    const { page } = reader
    await reader.open('/roadmap')
    await page.keyboard.press('j')
    const before = await page.evaluate(() => document.activeElement!.textContent)
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog')
    await sheet.waitFor()
    for (const text of ['Next row', 'Previous row', 'Search on this page', 'Show the keys']) {
      expect(await sheet.innerText()).toContain(text)
    }
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await page.waitForFunction((text) => document.activeElement!.textContent === text, before)
  })

  it('sees where the focus is, at every stop of the page', async () => {
    const { page } = reader
    for (const path of ['/', '/gaps/G-01', '/sign-in']) {
      await reader.open(path)
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press('Tab')
        const seen = await page.evaluate(() => {
          const one = document.activeElement!
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
          const label = one.closest('label') ?? one
          const around = getComputedStyle(label)
          const isMarked =
            (outlineStyle !== 'none' && outlineWidth !== '0px') ||
            boxShadow !== 'none' ||
            around.outlineStyle !== 'none'
          return one === document.body || isMarked ? '' : one.outerHTML.slice(0, 120)
        })
        expect([path, stop, seen]).toEqual([path, stop, ''])
      }
    }
  })

  it('chooses dark colours, and keeps them on the next page', async () => {
    const { page } = reader
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    await page.emulateMedia({ colorScheme: 'light' })
    await reader.open('/')
    const light = await paper()
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.waitForFunction((before) => getComputedStyle(document.documentElement).backgroundColor !== before, light)
    const dark = await paper()
    await reader.open('/gaps')
    expect(await paper()).toBe(dark)
    await page.getByRole('button', { name: 'As the system' }).click()
    await page.waitForFunction((before) => getComputedStyle(document.documentElement).backgroundColor === before, light)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await paper()).toBe(dark)
  })

  it('is told when the connection is gone, and when it is back', async () => {
    const { page, context } = reader
    await reader.open('/gaps')
    await context.setOffline(true)
    await page.getByText('You are offline').waitFor()
    await context.setOffline(false)
    await page.getByText('You are offline').waitFor({ state: 'detached' })
  })
})
