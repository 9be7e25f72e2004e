import { Accounts, SignIn } from '#server/common/identity/index.js'
import { People } from '#server/community/people/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { Command } from '../command.js'

/** Makes a person with an account and a link that signs them in once. How the first administrator of an installation comes to be. */
export const userCreate: Command = {
  name: 'user create',
  about: 'cli.about.userCreate',
  options: {
    email: { isRequired: true, placeholder: 'address' },
    name: { isRequired: true },
    administrator: { isFlag: true },
  },
  async run(house, { options, flags }) {
    const { email, name } = options as { email: string; name: string }
    const isAdministrator = flags.has('administrator')
    const { link, until } = await house.write(async (tx) => {
      const { id: personId } = await house.get(People).record(tx, { name })
      const account = await house
        .get(Accounts)
        .create(tx, { personId, email, passwordHash: null, isConfirmed: true, isAdministrator })
      if (!account) throw refuse('ACCOUNT_EXISTS', {}, { field: 'email' })
      return house.get(SignIn).invite(tx, account)
    })
    return {
      text: house.words('cli.userCreated', { email, link, until, isMailed: house.settings.smtpUrl ? 'yes' : 'no' }),
      json: { email, isAdministrator, link, until },
    }
  },
}
