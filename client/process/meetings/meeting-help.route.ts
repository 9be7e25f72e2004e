import type { RouteObject } from 'react-router'
import { MeetingHelp } from './MeetingHelp.js'

/** What each state of a meeting allows to whom. For everybody; it asks nothing. */
export const meetingHelpRoute = (): RouteObject => ({ path: 'help/meetings', Component: MeetingHelp })
