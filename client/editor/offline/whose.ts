/** Whose texts this device keeps, known without opening a database. A pure rule, and where it is written down. */
import { readStored, writeStored } from '../../ui/index.js'

const ownerName = 'texts-kept-for'
const leavingName = 'texts-signing-out'

export const keptFor = (): string | null => readStored(ownerName)
export const keepsFor = (person: string | null): void => writeStored(ownerName, person)
/** Somebody is signing out: when it has worked, what the device keeps goes. A session that ends by itself takes nothing along. */
export const signingOut = (isIt: boolean): void => writeStored(leavingName, isIt ? 'yes' : null)
export const isSigningOut = (): boolean => readStored(leavingName) !== null

/**
 * What is to be forgotten when `viewer` (null: nobody) is found here: NOTHING; OTHERS, when somebody else has signed in than the one whose texts are
 * kept; ALL, when that one has signed out. [OF-5]
 */
export function toForget(
  owner: string | null,
  viewer: string | null,
  isLeaving: boolean,
): 'NOTHING' | 'OTHERS' | 'ALL' {
  if (viewer === null) return isLeaving ? 'ALL' : 'NOTHING'
  return owner !== null && owner !== viewer ? 'OTHERS' : 'NOTHING'
}
