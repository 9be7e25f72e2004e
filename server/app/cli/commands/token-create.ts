import { Accounts, Tokens } from '#server/common/identity/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Command } from '../command.js'

/** Makes a personal access token of an account; shown this once. */
export const tokenCreate: Command = {
  name: 'token create',
  about: 'cli.about.tokenCreate',
  options: { as: { isRequired: true, placeholder: 'address' }, name: {} },
  async run(house, { options }) {
    const { as, name = house.words('cli.tokenName') } = options as { as: string; name?: string }
    const { secret } = await house.write(async (tx) => {
      const account = await house.get(Accounts).byEmail(tx.db, as.trim())
      if (!account || account.closedAt !== null) throw refuse('NO_SUCH_ACCOUNT', {}, { field: 'as' })
      return house.get(Tokens).create(tx, account, { name })
    })
    return { text: secret, json: { token: secret } }
  },
}
