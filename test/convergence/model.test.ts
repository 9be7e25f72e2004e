import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { clauseDeeds, editing, historyOf, undoDeeds, type Deed, type DeedName } from './histories.js'
import { play, type Outcome } from './world.js'

/** A failing storm names its seed: `historyOf(seed)` repeats it. More of them: STORM_RUNS=3000. */
const storms = Number(process.env['STORM_RUNS'] ?? 300)
/** Those with a text full of tables are dear; all that are asked for are played where somebody asks for storms. */
const richStorms = Number(process.env['STORM_RUNS'] ?? 100)
/** The same histories each time; `STORM_SEED=7` plays others. */
const seed = Number(process.env['STORM_SEED'] ?? 1)
const runs = { numRuns: 60, seed }

/** Storms that meet the defect of Yjs that is described below: everybody sees the same and nothing is lost, but a fresh copy reads it otherwise. */
const meetsDefect = new Set([2854])

function allIsWell({ hashes, texts, problems }: Outcome): void {
  expect(problems).toEqual([])
  expect(new Set(texts).size).toBe(1)
  expect(new Set(hashes).size).toBe(1)
}

describe('several people and one text', () => {
  it('[WT-1] sees the same with everybody, whatever is done, delayed, reordered or delivered twice', () => {
    fc.assert(
      fc.property(editing(), (history) => allIsWell(play(history))),
      runs,
    )
  })

  it('[WT-1, I1-I7] holds every invariant after everything that happens', () => {
    fc.assert(
      fc.property(editing({ length: 40 }), (history) => allIsWell(play(history, { isStrict: true }))),
      { numRuns: 25, seed },
    )
  })

  it('[CL-2, CL-3] loses and doubles nothing by typing and clause operations, without any rescue', () => {
    fc.assert(
      fc.property(editing({ deeds: clauseDeeds }), (history) => {
        const outcome = play(history, { hasRescue: false })
        allIsWell(outcome)
        expect({ lost: outcome.lost, doubled: outcome.doubled }).toEqual({ lost: [], doubled: [] })
      }),
      runs,
    )
  })

  it('[CL-11] never removes by undo what another wrote', () => {
    fc.assert(
      fc.property(editing({ deeds: [...clauseDeeds, ...undoDeeds, 'undo', 'undo'] }), (history) => {
        const outcome = play(history)
        allIsWell(outcome)
        expect(outcome.takenByUndo).toEqual([])
      }),
      runs,
    )
  })

  it('[WT-1, I1-I7] holds every invariant in a text with frames, tables and equations', () => {
    fc.assert(
      fc.property(editing({ length: 40 }), (history) => allIsWell(play(history, { isStrict: true, isRich: true }))),
      { numRuns: 25, seed },
    )
  })

  it(`[WT-5] loses no character of captions, cells and keys in ${richStorms} storms of everything at once`, () => {
    const failing: unknown[] = []
    for (let number = seed; number < seed + richStorms; number++) {
      const { lost, problems, hashes } = play(historyOf(number), { isRich: true })
      const isSame = new Set(hashes).size === 1
      if (lost.length > 0 || problems.length > 0 || !isSame) failing.push({ number, lost, problems, isSame })
    }
    expect(failing).toEqual([])
  }, 3_600_000)

  it(`[WT-5, WT-6] loses no character in ${storms} storms of everything at once`, () => {
    let typed = 0
    let doubled = 0
    const failing: unknown[] = []
    for (let seed = 1; seed <= storms; seed++) {
      const outcome = play(historyOf(seed))
      typed += outcome.typed
      doubled += outcome.doubled.length
      const { lost, problems } = outcome
      const isSame = new Set(outcome.hashes).size === 1
      const isWell = lost.length === 0 && isSame && (problems.length === 0 || meetsDefect.has(seed))
      if (!isWell) failing.push({ seed, lost, problems, isSame })
    }
    expect(failing).toEqual([])
    // Text may stand twice after a split or join under someone's hands; a storm is far denser than people are.
    expect(doubled / typed).toBeLessThan(0.1)
  }, 3_600_000)

  // A defect of Yjs 13.6.33 (redoItem): what an undo brings back twice may get neighbours that contradict each other. Nothing is missing, but a
  // fresh copy reads the characters of that paragraph in another order. One storm in 3,000 meets it (seed 2854). When this test fails, it is gone.
  it.failing(
    '[WT-1] shows a fresh copy the same after undoing the deletion of a paragraph in which an undo had brought text back',
    () => {
      const alone = (deed: DeedName, ...where: [number, number, number]): Deed => ({ editor: 0, deed, where })
      const happenings = [
        alone('splitBlock', 76, 623, 41),
        alone('undo', 0, 0, 0),
        alone('deleteWithChildren', 306, 560, 800),
        alone('type', 242, 530, 667),
        alone('deleteBlock', 258, 264, 164),
        alone('undo', 0, 0, 0),
      ]
      allIsWell(play({ editors: 3, seed: 2854, happenings }))
    },
  )

  it('[WT-5] does lose characters without the rescue: the storms are not harmless', () => {
    const lost = Array.from({ length: 40 }, (_, seed) => play(historyOf(seed + 1), { hasRescue: false }).lost.length)
    expect(lost.reduce((sum, number) => sum + number, 0)).toBeGreaterThan(20)
  })
})
