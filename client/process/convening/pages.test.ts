import { expect, it } from '@jest/globals'
import { aPage, textOf } from '../../app/testing/pages.js'
import { aMeeting } from '../testing/answers.js'

it('[CL-3] whoever issues the letter before the place is known is told so, and where it is written', async () => {
  const issuing = async (over: object, issues: object[] = []) => {
    const draft = { revision: 0, hash: 'a', reference: 'Circular 1', clauses: [], changes: [] }
    const meeting = { ...aMeeting(over), conveningLetter: { isBehind: false, issues, draft } }
    const { status, html } = await aPage('/groups/fg-x/meetings/1/call/issue', { CallPage: { meeting } })
    expect(status).toBe(200)
    return html
  }
  const html = await issuing({ place: null })
  expect(textOf(html)).toContain('The place is not known here yet')
  expect(html).toContain('href="/groups/fg-x/meetings/1/edit"')
  expect(textOf(await issuing({}))).not.toContain('not known here')
  expect(textOf(await issuing({ place: null, mode: 'REMOTE' }))).not.toContain('not known here')
})
