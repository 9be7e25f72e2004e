import { Starter } from '#server/app/starter/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Command } from '../command.js'

/** Loads the starter world into an empty register; one that has it already keeps it as it is. */
export const starterLoad: Command = {
  name: 'starter load',
  about: 'cli.about.starterLoad',
  options: {},
  async run(house) {
    const outcome = await house.get(Starter).load()
    if (outcome === 'NOT_EMPTY') throw refuse('REGISTER_NOT_EMPTY')
    return {
      text: house.words(`cli.starter.${outcome}`),
      json: { isLoaded: true, wasThereBefore: outcome === 'LOADED_BEFORE' },
    }
  },
}
