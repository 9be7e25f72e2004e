import type { RegistrationState } from '#schema/generated/operations.js'
import type { ShapeName, Tone } from '../../ui/index.js'

/** How the state of a registration is marked: shape and hue beside the word. */
export const registrationMarks: Readonly<Record<RegistrationState, { tone: Tone; shape: ShapeName }>> = {
  CONFIRMED: { tone: 'good', shape: 'full' },
  WAITING: { tone: 'attention', shape: 'half' },
  WITHDRAWN: { tone: 'quiet', shape: 'cross' },
}
