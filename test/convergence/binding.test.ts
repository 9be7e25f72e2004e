import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Random } from '#schema/document/index.js'
import { allDeeds, clauseDeeds, editing, frameDeeds, historyOf, richDeeds, undoDeeds } from './histories.js'
import { play, type Outcome } from './world.js'
import { ViewEditor } from './view-editor.js'

/** A failing storm names its seed. More of them: `npm run storm -- --runs 3000`. */
const storms = Number(process.env['STORM_RUNS'] ?? 300)
/** Those with a text full of tables are dear; all that are asked for are played where somebody asks for storms. */
const richStorms = Number(process.env['STORM_RUNS'] ?? 100)
const seed = Number(process.env['STORM_SEED'] ?? 1)
const makeEditor = (clientId: number, random: Random) => new ViewEditor(clientId, random)

function allIsWell({ hashes, texts, problems }: Outcome): void {
  expect(problems).toEqual([])
  expect(new Set(texts).size).toBe(1)
  expect(new Set(hashes).size).toBe(1)
}

describe('several people, each at a view', () => {
  it('[CB-19, I1-I7] shows in every view what the text holds, after everything that happens', () => {
    fc.assert(
      fc.property(editing({ length: 60 }), (history) => allIsWell(play(history, { makeEditor, isStrict: true }))),
      { numRuns: 40, seed },
    )
  })

  it('[CL-2, CL-3] loses and doubles nothing by typing and clause operations, without any rescue', () => {
    fc.assert(
      fc.property(editing({ deeds: clauseDeeds }), (history) => {
        const outcome = play(history, { makeEditor, hasRescue: false })
        allIsWell(outcome)
        expect(outcome.lost).toEqual([])
      }),
      { numRuns: 60, seed },
    )
  })

  it('[CL-11, CB-7] never removes by undo what another wrote', () => {
    fc.assert(
      fc.property(editing({ deeds: [...clauseDeeds, ...undoDeeds, 'undo', 'undo'] }), (history) => {
        const outcome = play(history, { makeEditor })
        allIsWell(outcome)
        expect(outcome.takenByUndo).toEqual([])
      }),
      { numRuns: 60, seed },
    )
  })

  it('[CB-19, I1-I7] holds with tables, pictures, formulas and citations in the text', () => {
    const deeds = [...allDeeds, ...richDeeds, ...richDeeds]
    fc.assert(
      fc.property(editing({ deeds, length: 60 }), (history) =>
        allIsWell(play(history, { makeEditor, isStrict: true })),
      ),
      { numRuns: 40, seed },
    )
  })

  const everything = [...allDeeds, ...richDeeds, ...frameDeeds]
  it('[CB-19, I1-I7] holds in a text that has frames, tables, equations and notes from the beginning, whatever is done to them', () => {
    fc.assert(
      fc.property(editing({ deeds: [...everything, ...frameDeeds], length: 60 }), (history) =>
        allIsWell(play(history, { makeEditor, isStrict: true, isRich: true })),
      ),
      { numRuns: 40, seed },
    )
  })

  it('[CL-11, CB-7] never removes by undo what another wrote in a table, a caption or a key', () => {
    const deeds = [...clauseDeeds, ...richDeeds, ...frameDeeds, ...undoDeeds, 'undo', 'undo', 'undo'] as const
    fc.assert(
      fc.property(editing({ deeds }), (history) => {
        const outcome = play(history, { makeEditor, isRich: true })
        allIsWell(outcome)
        expect(outcome.takenByUndo).toEqual([])
      }),
      { numRuns: 60, seed },
    )
  })

  it('does in its storms all that it says it does', () => {
    const editors: ViewEditor[] = []
    const noted = (clientId: number, random: Random) => {
      editors.push(makeEditor(clientId, random))
      return editors.at(-1)!
    }
    for (let number = 1; number <= 30; number++)
      play(historyOf(number, { deeds: everything }), { makeEditor: noted, isRich: true })
    const done = new Set(editors.flatMap(({ effective }) => [...effective]))
    expect(everything.filter((deed) => !done.has(deed))).toEqual([])
  })

  it(`[CB-19] loses no character in ${richStorms} storms with every kind of block`, () => {
    for (let number = seed; number < seed + richStorms; number++) {
      const { lost, problems, hashes } = play(historyOf(number, { deeds: everything }), { makeEditor, isRich: true })
      const isSame = new Set(hashes).size === 1
      expect({ number, lost, problems, isSame }).toEqual({ number, lost: [], problems: [], isSame: true })
    }
  }, 3_600_000)

  it(`[CB-19] loses no character in ${storms} storms of everything at once`, () => {
    for (let number = seed; number < seed + storms; number++) {
      const { lost, problems, hashes } = play(historyOf(number, { deeds: [...allDeeds, ...richDeeds] }), { makeEditor })
      const isSame = new Set(hashes).size === 1
      expect({ number, lost, problems, isSame }).toEqual({ number, lost: [], problems: [], isSame: true })
    }
  }, 3_600_000)
})
