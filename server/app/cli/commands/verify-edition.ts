import { Editions } from '#server/roadmap/editions/index.js'
import type { Command } from '../command.js'

/** Makes the register of a frozen edition again from history, and compares it with what was kept. [ED-7] */
export const verifyEdition: Command = {
  name: 'verify edition',
  about: 'cli.about.verifyEdition',
  operand: { name: 'slug' },
  options: {},
  async run(house, { operand }) {
    const found = await house.write((tx) => house.get(Editions).verify(tx, operand))
    const { isIntact, hash, fromHistory, fromFile } = found
    return {
      text: isIntact
        ? house.words('cli.edition.intact', { hash })
        : house.words('cli.edition.broken', { hash, fromHistory: fromHistory ?? 'none', fromFile }),
      json: found,
      isRefusal: !isIntact,
    }
  },
}
