import type { LabelMode, ReportType } from '#schema/report/index.js'
import type { OtherTexts } from './elsewhere.js'
import type { Words } from '#schema/words/index.js'

/** An item of the register, as far as a citation needs it. */
export interface FoundItem {
  readonly slug: string
  /** What stands between the brackets: `ITU-T L.1410`. */
  readonly designation: string
  readonly title: string
  /** As a person reads it: "In force", "Withdrawn". */
  readonly state: string
}

export interface StoredPicture {
  readonly id: string
  readonly url: string
}

/** What the things of a text need from the page; the editor itself asks no server. */
export interface ThingOptions {
  readonly words: Words
  readonly type: ReportType
  readonly mode?: LabelMode
  /** Items of the register for what was typed. Without it only free keys can be cited. */
  findItems?(query: string): Promise<readonly FoundItem[]>
  /** What is known of a cited item now; null where nothing is. */
  itemOf?(slug: string): FoundItem | null
  /** Other texts, for cross-references to their clauses. Without it only this text can be referred to. */
  readonly others?: OtherTexts
  /**
   * Stores a picture; rejects with an `Error` that says why to a person. `onProgress` hears how much has gone, from 0 to 1. Without it no picture can be
   * put in.
   */
  upload?(
    file: File,
    more?: { onProgress?(share: number): void; readonly signal?: AbortSignal },
  ): Promise<StoredPicture>
  /** Where the picture with this id is; without it pictures are shown by their text. */
  fileUrl?(id: string): string
  /** A fault that was survived. */
  onFault?(fault: unknown): void
}
