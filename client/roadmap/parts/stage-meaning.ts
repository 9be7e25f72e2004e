import { stageFamilyOf, type StageFamily } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'

/** Families whose words a stage may be found under: joint work uses the codes of ISO or the words of IEC. */
const families: Readonly<Record<StageFamily, readonly string[]>> = {
  ISO: ['ISO'],
  IEC: ['IEC', 'ISO'],
  JTC1: ['ISO', 'IEC'],
  ITU_T: ['ITU_T'],
  IEEE: ['IEEE'],
  ETSI: ['ETSI'],
  CEN_CENELEC: ['CEN', 'ISO'],
  OTHER: [],
}

/** What a native stage means, for those who do not know the body's codes; null when the catalogue has no words for it. */
export function stageMeaning(words: Words, bodySlug: string, nativeStage: string): string | null {
  const spelled = nativeStage
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')
  for (const family of families[stageFamilyOf(bodySlug)]) {
    for (const key of [`stage.${family}.${nativeStage.trim()}`, `stage.${family}.${spelled}`])
      if (words.has(key)) return words(key)
  }
  return null
}
