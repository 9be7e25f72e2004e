/** The agenda of a meeting, asked through the API. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSite, type Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.stop())

/** Writes rows into an agenda, each under the one named; answers their titles to ids. */
async function rows(meetingId: string, given: readonly (readonly [string, string | null, string])[]) {
  const ids = new Map<string, string>()
  for (const [at, [title, under, visibility]] of given.entries()) {
    const [row] = (await site.dataSource.query(
      `insert into agenda_item (id, meeting_id, parent_id, position, title, visibility)
       values (gen_random_uuid(), $1, $2, $3, $4, $5) returning id`,
      [meetingId, under && ids.get(under), at, title, visibility],
    )) as [{ id: string }]
    ids.set(title, row.id)
  }
}

describe('the agenda', () => {
  it('[ME-10, GR-3] keeps the number of a row whoever reads, and hides what hangs from a hidden row', async () => {
    const group = await site.group()
    const meeting = await site.meeting(group)
    const chair = await site.member(group, 'CHAIR')
    await rows(meeting.id, [
      ['Opening', null, 'PUBLIC'],
      ['Management', null, 'MANAGEMENT'],
      ['Candidates', 'Management', 'PUBLIC'],
      ['Contributions', null, 'PUBLIC'],
      ['On water', 'Contributions', 'PUBLIC'],
    ])
    const ask = async (asker: string | null) => {
      const { data, errors } = await site.ask(
        `query ($group: String!) { meeting(group: $group, number: 1) { agenda { number title parent { number } } } }`,
        { group: group.slug },
        asker,
      )
      expect(errors).toEqual([])
      const { agenda } = data.meeting as {
        agenda: { number: string; title: string; parent: { number: string } | null }[]
      }
      return agenda.map(({ number, title, parent }) => `${number} ${title} < ${parent?.number ?? '-'}`)
    }
    expect(await ask(chair)).toEqual([
      '1 Opening < -',
      '2 Management < -',
      '2.1 Candidates < 2',
      '3 Contributions < -',
      '3.1 On water < 3',
    ])
    expect(await ask(null)).toEqual(['1 Opening < -', '3 Contributions < -', '3.1 On water < 3'])
  })
})
