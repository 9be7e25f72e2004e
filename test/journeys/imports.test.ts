/** A list of items comes in: looked at first, taken in at once, found, and undone as a whole. [IM-2, IM-4, IM-7] */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openForVisitors, type Visitor, type Visitors } from './visitors.js'

let visitors: Visitors
beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())

/** A list of so many items that nobody has, one that is there, one that is nearly, and one that cannot be. */
function aList(count: number, series: string): Buffer {
  const rows = Array.from(
    { length: count },
    (_, at) => `${series} ${at + 1}:2026,Meter ${at + 1} of the ${series} series,ISO,Standard,,2026-01`,
  )
  return Buffer.from(
    [
      'designation,title,body,type,stage,published',
      ...rows,
      'ISO 14040:2006,,,,,',
      'ISO 14046,,,,,',
      'ISO 99999:2026,Not official,ISO,Standard,29.20,',
    ].join('\n'),
  )
}

/** Sends the list, looks at it, takes it in, finds one of its items, and undoes it; with script or without. */
async function importsAndUndoes({ page }: Visitor, count: number, series: string): Promise<void> {
  const settled = async (state: string) => {
    // Without script the page tells how far it is when it is asked.
    for (let n = 0; n < 300 && (await page.getByText(state, { exact: true }).count()) === 0; n += 1) {
      const look = page.getByRole('link', { name: 'Look how far it is' })
      if (await look.count()) await look.click()
      else await page.waitForLoadState()
    }
    // A thousand rows take their time on a machine that does other things.
    const shown = page.getByText(state, { exact: true }).first().waitFor({ timeout: 120_000 })
    await shown.catch(async (cause: unknown) => {
      throw new Error(`“${state}” never came; the page says:\n${await page.locator('body').innerText()}`, { cause })
    })
  }

  await page.goto('/roadmap')
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await page.getByRole('link', { name: 'Import a list' }).click()
  await page.waitForURL('/admin/imports/new')
  await page
    .getByLabel('File')
    .setInputFiles({ name: `${series}.csv`, mimeType: 'text/csv', buffer: aList(count, series) })
  await page.getByLabel('Where the facts come from').fill('The catalogue of the series')
  await page.getByRole('button', { name: 'Read the file' }).click()
  await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/)
  await settled('waits for you')

  await page.getByText(`${count.toLocaleString('en')} new items and no change`).waitFor()
  await page.getByRole('link', { name: /^doubtful/ }).click()
  await page.getByText('Its name is like that of ISO 14046:2014.').waitFor()
  await page.getByRole('button', { name: 'It is ISO 14046:2014' }).click()
  await page.getByText('No row of this kind').waitFor()
  await page.getByRole('link', { name: /^refused/ }).click()
  await page.getByText('The stage 29.20 is not official').waitFor()

  await page.getByRole('button', { name: 'Take it into the register' }).click()
  await settled('in the register')
  const importAddress = page.url()

  await page.goto(`/roadmap?q=${encodeURIComponent(`${series} ${count}`)}`)
  await page.getByRole('link', { name: `${series} ${count}:2026` }).click()
  await page.getByRole('heading', { level: 1, name: `${series} ${count}:2026` }).waitFor()
  expect(await page.locator('#source').innerText()).toContain('The catalogue of the series')
  const itemAddress = page.url()

  await page.goto(importAddress)
  await page.getByRole('link', { name: 'Undo the whole import' }).click()
  await page.waitForURL(/\/undo$/)
  await page.getByRole('button', { name: 'Undo the whole import' }).click()
  await page.waitForURL(importAddress)
  await settled('undone')
  expect((await page.goto(itemAddress))!.status()).toBe(404)
}

describe('[IM-4] a secretary', () => {
  it('imports a list of 1,000 items, looks at it first, finds one of them, and undoes the whole', async () => {
    const secretariat = await visitors.arrive({ email: 'secretariat@example.org' })
    await importsAndUndoes(secretariat, 1000, 'JRN')
    // That the undone item is not there any more is an answer.
    expect(secretariat.problems).toEqual([])
  })

  it('does the same without script', async () => {
    const secretariat = await visitors.arrive({ email: 'secretariat@example.org', javaScriptEnabled: false })
    await importsAndUndoes(secretariat, 20, 'NOS')
    expect(secretariat.problems).toEqual([])
  })

  it('[IM-1] is told beside the field why a file is not taken, and what was typed stays', async () => {
    const { page } = await visitors.arrive({ email: 'secretariat@example.org' })
    await page.goto('/admin/imports/new')
    await page.getByLabel('Where the facts come from').fill('A catalogue')
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })
    await page.getByRole('button', { name: 'Read the file' }).click()
    await page.getByText('A file that ends in “pdf” is none of those that are taken').first().waitFor()
    expect(await page.getByLabel('Where the facts come from').inputValue()).toBe('A catalogue')

    await page.getByLabel('File').setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('designation,title\nISO 1,caf\xe9\n', 'latin1'),
    })
    await page.getByRole('button', { name: 'Read the file' }).click()
    await page.getByText('Line 2 cannot be read').waitFor()
  })
})
