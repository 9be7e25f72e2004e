import { readConfidence, type Source } from '#schema/vocabulary/register.js'
import type { SourcedEntry } from './starter-data.js'

/** The provenance of an entry. Its date is the one given, else the day of the (oldest) catalogue snapshot that its source names, else unknown. */
export function evidenceOf(
  { source, confidence }: SourcedEntry,
  asOf: string | null = null,
): Pick<Source, 'source' | 'confidence' | 'asOf'> {
  const snapshots = Array.from((source ?? '').matchAll(/snapshot (\d{4}-\d\d-\d\d)/g), ([, day]) => day!).sort()
  return { source, confidence: readConfidence(confidence), asOf: asOf ?? snapshots[0] ?? null }
}
