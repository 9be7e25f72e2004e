import { Injectable } from '@nestjs/common'
import type { WriteCtx } from '#server/platform/context/index.js'
import { Editions } from '#server/roadmap/editions/index.js'
import { evidenceOf } from './evidence.js'
import type { StarterData } from './starter-data.js'

/** What the source calls its versions. */
const labels: Readonly<Record<string, string>> = {
  '2025-02': 'First edition, February 2025',
  '2026-02-20': 'Updated version, 20 February 2026',
}

/** The address at which the roadmap is published, as its own page names it. */
const PUBLISHED_AT = 'https://www.sustainableaicoalition.org/roadmap-of-standardization/'

/** Loads the printed editions of the roadmap as far as they are known, and freezes an example after everything else. */
@Injectable()
export class EditionLoading {
  constructor(private readonly editions: Editions) {}

  async load(ctx: WriteCtx, { roadmap, bodies }: StarterData): Promise<void> {
    const named = (id: string) => {
      const body = bodies.find((one) => one.id === id)
      if (!body) throw new Error(`The roadmap names ${id}, which is no body of the data`)
      return body.acronym ?? body.name
    }
    for (const [at, { date, event }] of roadmap.versions.entries()) {
      await this.editions.recordElsewhere(ctx, {
        number: at + 1,
        kind: 'EDITION',
        label: labels[date] ?? date,
        datedOn: date,
        occasion: event,
        lead: named(roadmap.leadOrganisation),
        partners: [...roadmap.experts, ...roadmap.partners].map(named),
        summary: roadmap.title,
        url: PUBLISHED_AT,
        provenance: evidenceOf(roadmap),
      })
    }
  }

  /** Freezes the register as it was loaded, once. Refuses: REGISTER_IN_USE. */
  async freezeExample(ctx: WriteCtx): Promise<void> {
    const [there] = (await ctx.db.query('select exists (select from edition where is_example) as "isThere"')) as [
      { isThere: boolean },
    ]
    if (there.isThere) return
    const { slug, revision } = await this.editions.create(ctx, {
      kind: 'EDITION',
      label: 'Example edition',
      isExample: true,
      occasion: 'Made up: the day on which this register was loaded',
      lead: 'Example Institute of Measurement',
      partners: ['Example Ministry of the Environment'],
      summary:
        'Made up to show how editions work. It keeps the register as it was loaded, so that what has changed since can be seen by comparing it with today.',
      contributors: [
        { name: 'Edda Lindqvist', affiliation: 'Example Institute of Measurement', mark: 'editor' },
        { name: 'Charles Adeyemi', affiliation: 'Example Ministry of the Environment' },
      ],
    })
    await this.editions.freeze(ctx, { slug, expectedRevision: revision })
  }
}
