import { Sealer } from '#server/common/activity/index.js'
import type { Command } from '../command.js'

/** Recomputes the chain of seals over the record. What waits to be sealed is sealed first, as far as nobody else is at it. */
export const verify: Command = {
  name: 'verify',
  about: 'cli.about.verify',
  options: {},
  async run(house) {
    const sealer = house.get(Sealer)
    await sealer.seal()
    const { sealed, unsealed, brokenAt } = await sealer.verify()
    const isIntact = brokenAt === null
    return {
      text: isIntact
        ? house.words('cli.verify.intact', { sealed, unsealed })
        : house.words('cli.verify.broken', { sealed, unsealed, position: brokenAt }),
      json: { isIntact, sealed, unsealed, brokenAt },
      isRefusal: !isIntact,
    }
  },
}
