/** What somebody does who has no mouse. */
import type { Page } from 'playwright-core'

/** Whether the focus is on (or in) what the selector names. */
export const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector)

/** Presses a key until the page says that it is enough; 200 times at most. */
export async function pressUntil(page: Page, key: string, isEnough: (() => boolean) | string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    const there = typeof isEnough === 'string' ? await hasFocus(page, isEnough) : await page.evaluate(isEnough)
    if (there) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(isEnough)}`)
}

/** Tabs to something, starting where the focus is. */
export const tabTo = (page: Page, selector: string): Promise<void> => pressUntil(page, 'Tab', selector)
