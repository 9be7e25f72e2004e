/** The editor's binding against two others in Chromium, on the same text, and the writing room's editor beside its binding. Scene by scene. */
import { longest } from '../long-report.js'
import { things } from '../full-report.js'
import type { Aim } from '../statistics.js'
import { aimsTable } from '../table.js'
import { aimsOfMemory, playMemory, tableOfMemory } from './memory.js'
import { aimsOfMoving, playMoving, tableOfMoving } from './moving.js'
import { aimsOfPlugins, playPlugins, tablesOfPlugins } from './plugins.js'
import { othersPerSecond, Stage, type Extent } from './stage.js'
import { aimsOfTyping, playTyping, tableOfTyping } from './typing.js'

export const usualExtent: Extent = { rounds: 5, keys: 40, minutes: 60 }
export const quickExtent: Extent = { rounds: 1, keys: 10, minutes: 2 }

interface Played {
  readonly text: string
  readonly aims: readonly Aim[]
  readonly figures: object
}

const scenes = {
  typing: async (stage: Stage, extent: Extent): Promise<Played> => {
    const figures = await playTyping(stage, extent)
    return { text: tableOfTyping(figures), aims: aimsOfTyping(figures), figures }
  },
  moving: async (stage: Stage, extent: Extent): Promise<Played> => {
    const figures = await playMoving(stage, extent)
    return { text: tableOfMoving(figures), aims: aimsOfMoving(figures), figures }
  },
  plugins: async (stage: Stage, extent: Extent): Promise<Played> => {
    const figures = await playPlugins(stage, extent)
    return { text: tablesOfPlugins(figures), aims: aimsOfPlugins(figures), figures }
  },
  memory: async (stage: Stage, extent: Extent): Promise<Played> => {
    const figures = await playMemory(stage, extent)
    return { text: tableOfMemory(figures, extent), aims: aimsOfMemory(figures), figures }
  },
}

export type EditorScene = keyof typeof scenes
export const editorScenes = Object.keys(scenes) as EditorScene[]

const told: Readonly<Record<EditorScene, string>> = {
  typing: 'Opening and typing',
  moving: 'Moving ten clauses',
  plugins: 'What each plugin takes',
  memory: 'An hour of writing',
}

export interface Options {
  readonly extent: Extent
  readonly only?: EditorScene
  /** A folder for a profile of each page. */
  readonly profile?: string
  readonly say: (what: string) => void
}

export async function measureEditor({ extent, only, profile, say }: Options) {
  say('The page, and the text in two forms')
  const stage = await Stage.open(extent, profile ?? null)
  try {
    const played: Partial<Record<EditorScene, Played>> = {}
    for (const scene of editorScenes) {
      if (only && only !== scene) continue
      say(told[scene])
      played[scene] = await scenes[scene](stage, extent)
    }
    const all = Object.values(played)
    const aims = all.flatMap((one) => one.aims)
    const setting = { extent, text: { ...longest, ...things }, othersPerSecond, browser: stage.browser.version() }
    const figures = Object.fromEntries(Object.entries(played).map(([scene, one]) => [scene, one.figures]))
    return { text: [...all.map((one) => one.text), aimsTable(aims)].join('\n\n'), result: { setting, figures, aims } }
  } finally {
    await stage.close()
  }
}
