import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openForVisitors, type Visitors } from './visitors.js'

let visitors: Visitors

beforeAll(async () => {
  visitors = await openForVisitors()
})
afterAll(() => visitors.stop())

const email = 'nora@example.net'
const first = 'three quiet green boats'
const second = 'a lamp under five stairs'

it('somebody makes an account, confirms it by mail, changes the password, keeps a token, and leaves', async () => {
  const nora = await visitors.arrive()
  const { page } = nora
  await nora.open('/register')
  await page.getByLabel('Name').fill('Nora Lind')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.getByText('shorter than 12 characters').first().waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Nora Lind')
  nora.problems.length = 0 // the refusal came with its status, which the browser reports
  await page.getByLabel('Password').fill(first)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.getByText('a message is on its way').waitFor()

  // The letter; in demo mode it can be read here.
  await page.goto('/dev/outbox')
  const letter = page.locator('article', { hasText: email }).first()
  await letter.getByRole('link').first().click()
  await page.waitForURL(/\/sign-in\/link/)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('/me')
  // The address comes first, the page a moment later.
  await page.locator('h1', { hasText: 'Nora Lind' }).waitFor()

  await page.getByLabel('Password now').fill('not this one')
  await page.getByLabel('New password').fill(second)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('do not go together').first().waitFor()
  nora.problems.length = 0
  await page.getByLabel('Password now').fill(first)
  await page.getByLabel('New password').fill(second)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Your password is changed').waitFor()

  await page.getByLabel('What it is for').fill('Weekly export')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const secret = await page.locator('code.secret').innerText()
  const me = () => visitors.app.query<{ viewer: { email: string } }>('{ viewer { email } }', {}, { token: secret })
  expect((await me()).data!.viewer.email).toBe(email)
  await nora.open('/me')
  expect(await page.locator('main').innerText()).not.toContain(secret)

  await page.getByRole('link', { name: 'Revoke the token “Weekly export”' }).click()
  await page.waitForURL(/\/me\/tokens\//)
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.waitForURL(/\/me(#tokens)?$/)
  await page.locator('#tokens').getByText('Revoked').waitFor()
  expect((await me()).data?.viewer.email ?? null).toBeNull()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('/')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await nora.open('/me')
  expect(new URL(page.url()).pathname).toBe('/sign-in')

  const withPassword = page.locator('#password')
  await withPassword.getByLabel('E-mail address').fill(email)
  await withPassword.getByLabel('Password').fill(first)
  await withPassword.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('do not go together').first().waitFor()
  nora.problems.length = 0
  await withPassword.getByLabel('Password').fill(second)
  await withPassword.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('/me')
  expect(nora.problems).toEqual([])
  await nora.context.close()
})

it('without JavaScript too: signs in with one click, makes a token, signs out', async () => {
  const plain = await visitors.arrive({ javaScriptEnabled: false })
  const { page } = plain
  await plain.open('/sign-in?to=/me')
  await page.getByRole('button', { name: 'Sign in as Camila Novak' }).click()
  await page.waitForURL('/me')
  await page.getByLabel('What it is for').fill('A script')
  await page.getByRole('button', { name: 'Make a token' }).click()
  expect(await page.locator('code.secret').innerText()).toMatch(/^rpt_/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('/')
  await page.getByRole('link', { name: 'Sign in' }).waitFor()
  await plain.context.close()
})
