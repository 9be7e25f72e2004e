import { readFileSync } from 'node:fs'
import type { RecordGap } from '#server/roadmap/gaps/index.js'

/** On what an entry rests, as the files write it. */
export interface SourcedEntry {
  readonly confidence: string
  readonly source: string | null
}

export interface BodyEntry extends SourcedEntry {
  readonly id: string
  readonly name: string
  readonly acronym: string | null
  readonly parent: string | null
  readonly coParent?: string
  readonly kind: string
  readonly url: string | null
}

export interface ItemEntry extends SourcedEntry {
  readonly id: string
  readonly body: string
  readonly designation: string
  readonly title: string | null
  readonly titleConfidence?: string
  readonly type: string
  readonly committee: string
  readonly status: string
  readonly statusAsOf: string | null
  readonly stage: string | null
  readonly dates: Readonly<Record<string, string>>
  readonly topics: readonly string[]
  readonly lifecycleStages: readonly string[]
  readonly impacts: readonly string[]
  readonly scopeNote: string
  readonly equivalents?: readonly string[]
  readonly url: string | null
}

export interface RelationEntry extends SourcedEntry {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly note: string | null
}

export interface PrincipleEntry extends SourcedEntry {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly origin: string
}

export interface GapEntry {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly topics: readonly string[]
  readonly lifecycleStages: readonly string[]
  readonly principles: readonly string[]
  readonly relatedItems: readonly string[]
  readonly candidateBodies: readonly string[]
  readonly priority: string
  readonly case: NonNullable<RecordGap['score']>
  readonly status: string
  readonly statedIn: readonly string[]
  readonly sourceKind: string
  readonly confidence: string
}

export interface FocusGroupEntry extends SourcedEntry {
  readonly id: string
  readonly name: string
  readonly acronym: string
  readonly parentGroup: string
  readonly parentGroupNameIn2019: string
  readonly url: string
  readonly statusConfidence: string
  readonly establishment: {
    readonly termsOfReferenceApproved: string
    readonly announced: string
    readonly announcement: string
  }
  readonly rules: {
    readonly workingLanguage: string
    readonly meetingNoticeWeeks: number
    readonly finalDeliverablesToParentWeeksBefore: number
  }
  readonly scope: { readonly technologies: readonly string[]; readonly aim: string }
  readonly leadership: readonly { readonly role: string; readonly name: string; readonly affiliation: string }[]
  readonly workingGroups: readonly {
    readonly id: string
    readonly number: number
    readonly title: string
    readonly confidence: string
  }[]
  readonly meetings: readonly MeetingEntry[]
  readonly tasks: readonly string[]
  readonly deliverables: readonly DeliverableEntry[]
}

export interface MeetingEntry extends SourcedEntry {
  readonly date: string
  readonly place: string
  readonly country: string
  readonly host: string
  readonly start: string
  readonly registrationOpens: string
  readonly timezone: string
  readonly language: string
  readonly remoteParticipation: boolean
  readonly deadlines: readonly { readonly kind: string; readonly date: string }[]
  readonly objectives: readonly string[]
}

export interface DeliverableEntry extends SourcedEntry {
  readonly number: string | null
  readonly workingGroup: string
  readonly title: string
  readonly status: string
  readonly publishedAs: string | null
  readonly mappingNote: string | null
}

/** What is known of the printed editions: no snapshot of the register was kept with them, and their contributors were not available to us. */
export interface RoadmapEntry extends SourcedEntry {
  readonly title: string
  /** Ids of bodies. */
  readonly leadOrganisation: string
  readonly experts: readonly string[]
  readonly partners: readonly string[]
  readonly versions: readonly { readonly date: string; readonly item: string; readonly event: string }[]
}

export interface StarterData {
  readonly bodies: readonly BodyEntry[]
  readonly items: readonly ItemEntry[]
  readonly relations: readonly RelationEntry[]
  readonly principles: readonly PrincipleEntry[]
  readonly gaps: readonly GapEntry[]
  readonly focusGroup: FocusGroupEntry
  readonly roadmap: RoadmapEntry
}

/** The files of `data/` that are loaded. The other facts of the Coalition wait for the rooms that will hold them. */
export function readStarterData(): StarterData {
  return {
    bodies: read('bodies'),
    items: read('items'),
    relations: read('relations'),
    principles: read('principles'),
    gaps: read('gaps'),
    focusGroup: read('focusgroup'),
    roadmap: read<{ roadmap: RoadmapEntry }>('coalition').roadmap,
  }
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')) as T
