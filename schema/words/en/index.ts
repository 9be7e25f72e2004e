import { cli } from './cli.js'
import { shell } from './shell.js'
import { refusals } from '../../vocabulary/refusals.js'
import { register } from './register.js'
import { ui } from './ui.js'
import { stages } from './stages.js'
import { statements } from './statements.js'
import { dates } from './dates.js'
import { deadlines } from './deadlines.js'
import { actions } from './actions.js'
import { activity } from './activity.js'
import { bodies } from './bodies.js'
import { documentList } from './document-list.js'
import { documents } from './documents.js'
import { editor } from './editor.js'
import { editorSayings } from './editor-sayings.js'
import { editions } from './editions.js'
import { exported } from './exports.js'
import { facts } from './facts.js'
import { gapForms } from './gap-forms.js'
import { gaps } from './gaps.js'
import { overlaps } from './overlaps.js'
import { home } from './home.js'
import { follows } from './follows.js'
import { search } from './search.js'
import { items } from './items.js'
import { relations } from './relations.js'
import { offline } from './offline.js'
import { pictures } from './pictures.js'
import { principles } from './principles.js'
import { mail } from './mail.js'
import { consensus } from './consensus.js'
import { decisions } from './decisions.js'
import { deliverablePages } from './deliverable-pages.js'
import { deliverables } from './deliverables.js'
import { groups } from './groups.js'
import { meetings } from './meetings.js'
import { calendar } from './calendar.js'
import { notices } from './notices.js'
import { meetingSeries } from './meeting-series.js'
import { meetingHelp } from './meeting-help.js'
import { reminders } from './reminders.js'
import { agenda } from './agenda.js'
import { proceedings } from './proceedings.js'
import { groupPages } from './group-pages.js'
import { groupSettings } from './group-settings.js'
import { newGroup } from './new-group.js'
import { termsPage } from './terms-page.js'
import { people } from './people.js'
import { blockers } from './blockers.js'
import { groupLife } from './group-life.js'
import { imports } from './imports.js'
import { identity } from './identity.js'
import { contributions } from './contributions.js'
import { lints } from './lints.js'
import { live } from './live.js'
import { generated } from './generated.js'
import { reading } from './reading.js'
import { records } from './records.js'
import { closing } from './closing.js'
import { minutes } from './minutes.js'
import { reports } from './reports.js'
import { reportPages } from './report-pages.js'
import { call } from './call.js'
import { registration } from './registration.js'
import { meetingPages } from './meeting-pages.js'
import { editorThings } from './editor-things.js'
import { formsOfText } from './forms-of-text.js'
import { writing } from './writing.js'

type Prefixed<P extends string, T> = { [K in keyof T & string as `${P}.${K}`]: T[K] }

const prefixed = <P extends string, T extends Record<string, string>>(prefix: P, texts: T) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text])) as Prefixed<P, T>

/** The English catalogue, complete. One file a room; keys are `room.what`, refusals `refusal.CODE`. */
export const en = {
  ...prefixed('refusal', refusals),
  ...prefixed('cli', cli),
  ...prefixed('shell', shell),
  ...prefixed('register', register),
  ...prefixed('lint', lints),
  ...prefixed('stage', stages),
  ...prefixed('contribution', contributions),
  ...prefixed('statement', statements),
  ...prefixed('ui', ui),
  ...prefixed('date', dates),
  ...prefixed('deadline', deadlines),
  ...prefixed('activity', activity),
  ...prefixed('body', bodies),
  ...prefixed('document', documents),
  ...prefixed('documentList', documentList),
  ...prefixed('editor', editor),
  ...prefixed('say', editorSayings),
  ...prefixed('edition', editions),
  ...prefixed('export', exported),
  ...prefixed('fact', facts),
  ...prefixed('gap', gaps),
  ...prefixed('overlap', overlaps),
  ...prefixed('gap', gapForms),
  ...prefixed('home', home),
  ...prefixed('follow', follows),
  ...prefixed('search', search),
  ...prefixed('item', items),
  ...prefixed('relation', relations),
  ...prefixed('principle', principles),
  ...prefixed('picture', pictures),
  ...prefixed('mail', mail),
  ...prefixed('action', actions),
  ...prefixed('consensus', consensus),
  ...prefixed('decision', decisions),
  ...prefixed('deliverable', deliverables),
  ...prefixed('deliverable', deliverablePages),
  ...prefixed('group', groups),
  ...prefixed('meeting', meetings),
  ...prefixed('calendar', calendar),
  ...prefixed('notice', notices),
  ...prefixed('series', meetingSeries),
  ...prefixed('meetingHelp', meetingHelp),
  ...prefixed('reminder', reminders),
  ...prefixed('registration', registration),
  ...prefixed('call', call),
  ...prefixed('agenda', agenda),
  ...prefixed('room', proceedings),
  ...prefixed('group', groupPages),
  ...prefixed('groupSetting', groupSettings),
  ...prefixed('newGroup', newGroup),
  ...prefixed('termsPage', termsPage),
  ...prefixed('people', people),
  ...prefixed('blocker', blockers),
  ...prefixed('groupLife', groupLife),
  ...prefixed('import', imports),
  ...prefixed('identity', identity),
  ...prefixed('live', live),
  ...prefixed('generated', generated),
  ...prefixed('reading', reading),
  ...prefixed('record', records),
  ...prefixed('minutes', minutes),
  ...prefixed('report', reports),
  ...prefixed('report', reportPages),
  ...prefixed('closing', closing),
  ...prefixed('meeting', meetingPages),
  ...prefixed('thing', editorThings),
  ...prefixed('form', formsOfText),
  ...prefixed('writing', writing),
  ...prefixed('offline', offline),
} as const
