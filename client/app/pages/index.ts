import type { RouteTools } from '../routes.js'
import { room, routesOf } from './rooms.js'

/**
 * Where the pages are: every address, by the room that answers it. A room's pages are fetched when somebody
 * first goes there. One line an address.
 */
export const rooms = [
  room('client/app/pages/home/index.ts', () => import('./home/index.js'), {
    '': (home) => home.homeRoute,
  }),
  room('client/app/pages/search/index.ts', () => import('./search/index.js'), {
    search: (search) => search.searchRoute,
  }),
  room('client/roadmap/items/index.ts', () => import('../../roadmap/items/index.js'), {
    roadmap: (items) => items.itemListRoute,
    'items/*': (items) => items.itemRoute,
    'items/new': (items) => items.newItemRoute,
    'items/:slug/lineage': (items) => items.itemLineageRoute,
    'items/:slug/edit': (items) => items.editItemRoute,
    'items/:slug/rename': (items) => items.renameItemRoute,
    'items/:slug/stage': (items) => items.stageItemRoute,
    'items/:slug/plan': (items) => items.planItemRoute,
    'items/:slug/title': (items) => items.titleItemRoute,
  }),
  room('client/roadmap/relations/index.ts', () => import('../../roadmap/relations/index.js'), {
    'items/:slug/relations/new': (relations) => relations.newRelationRoute,
    'items/:slug/relations/:relation/edit': (relations) => relations.changeRelationRoute,
  }),
  room('client/roadmap/checks/index.ts', () => import('../../roadmap/checks/index.js'), {
    'roadmap/to-check': (checks) => checks.toCheckRoute,
    'roadmap/to-check/:kind/:id': (checks) => checks.checkFactRoute,
  }),
  room('client/roadmap/imports/index.ts', () => import('../../roadmap/imports/index.js'), {
    'admin/imports': (imports) => imports.importListRoute,
    'admin/imports/new': (imports) => imports.newImportRoute,
    'admin/imports/:id': (imports) => imports.importRoute,
    'admin/imports/:id/undo': (imports) => imports.undoImportRoute,
  }),
  room('client/roadmap/gaps/index.ts', () => import('../../roadmap/gaps/index.js'), {
    gaps: (gaps) => gaps.gapListRoute,
    'gaps/:id': (gaps) => gaps.gapRoute,
  }),
  room('client/roadmap/gaps/change/index.ts', () => import('../../roadmap/gaps/change/index.js'), {
    'gaps/new': (change) => change.newGapRoute,
    'gaps/:id/edit': (change) => change.editGapRoute,
    'gaps/:id/progress': (change) => change.recordProgressRoute,
    'gaps/:id/close': (change) => change.closeGapRoute,
    'gaps/:id/reopen': (change) => change.reopenGapRoute,
    'gaps/:id/merge': (change) => change.mergeGapRoute,
    'gaps/:id/split': (change) => change.splitGapRoute,
    'gaps/:id/undo': (change) => change.undoReplacementRoute,
    'gaps/:id/coverage/new': (change) => change.addCoverageRoute,
    'gaps/:id/coverage/:edge': (change) => change.changeCoverageRoute,
  }),
  room('client/roadmap/overlaps/index.ts', () => import('../../roadmap/overlaps/index.js'), {
    overlaps: (overlaps) => overlaps.overlapListRoute,
    'overlaps/new': (overlaps) => overlaps.newCaseRoute,
    'overlaps/suggestions': (overlaps) => overlaps.suggestionListRoute,
    'overlaps/suggestions/:id': (overlaps) => overlaps.suggestionRoute,
    'overlaps/:number': (overlaps) => overlaps.caseRoute,
    'overlaps/:number/edit': (overlaps) => overlaps.editCaseRoute,
  }),
  room('client/roadmap/editions/index.ts', () => import('../../roadmap/editions/index.js'), {
    editions: (editions) => editions.editionListRoute,
    'editions/new': (editions) => editions.newEditionRoute,
    'editions/compare': (editions) => editions.compareRoute,
    'editions/compare/:key': (editions) => editions.changeRoute,
    'editions/:slug': (editions) => editions.editionRoute,
    'editions/:slug/edit': (editions) => editions.editEditionRoute,
    'editions/:slug/freeze': (editions) => editions.freezeEditionRoute,
    'editions/:slug/note': (editions) => editions.annotateEditionRoute,
    'editions/:slug/review': (editions) => editions.reviewRoute,
    'editions/:slug/review/days': (editions) => editions.reviewDaysRoute,
    'editions/:slug/review/confirm': (editions) => editions.confirmCommentRoute,
  }),
  room('client/roadmap/principles/index.ts', () => import('../../roadmap/principles/index.js'), {
    principles: (principles) => principles.principleListRoute,
    'principles/:number': (principles) => principles.principleRoute,
    'principles/:number/items/:slug': (principles) => principles.standRoute,
  }),
  room('client/roadmap/principles/change/index.ts', () => import('../../roadmap/principles/change/index.js'), {
    'principles/new': (change) => change.newPrincipleRoute,
    'principles/:number/reword': (change) => change.rewordPrincipleRoute,
    'principles/:number/withdraw': (change) => change.withdrawPrincipleRoute,
  }),
  room('client/roadmap/bodies/index.ts', () => import('../../roadmap/bodies/index.js'), {
    bodies: (bodies) => bodies.bodyListRoute,
    'bodies/:id': (bodies) => bodies.bodyRoute,
  }),
  room('client/roadmap/bodies/change/index.ts', () => import('../../roadmap/bodies/change/index.js'), {
    'bodies/new': (change) => change.newBodyRoute,
    'bodies/:id/edit': (change) => change.editBodyRoute,
  }),
  room('client/common/identity/index.ts', () => import('../../common/identity/index.js'), {
    'sign-in': (identity) => identity.signInRoute,
    'sign-in/link': (identity) => identity.signInLinkRoute,
    register: (identity) => identity.registerRoute,
    me: (identity) => identity.meRoute,
    'me/tokens/:id': (identity) => identity.revokeTokenRoute,
  }),
  room('client/common/notifications/index.ts', () => import('../../common/notifications/index.js'), {
    'me/follows': (notifications) => notifications.followsRoute,
    'me/notices': (notifications) => notifications.noticesRoute,
    'me/views/new': (notifications) => notifications.keepViewRoute,
    'me/views/:id': (notifications) => notifications.renameViewRoute,
    unsubscribe: (notifications) => notifications.unsubscribeRoute,
  }),
  room('client/process/groups/index.ts', () => import('../../process/groups/index.js'), {
    groups: (groups) => groups.groupListRoute,
    'groups/:slug': (groups) => groups.groupRoute,
  }),
  room('client/process/groups/manage/index.ts', () => import('../../process/groups/manage/index.js'), {
    'groups/new': (manage) => manage.newGroupRoute,
    'groups/:slug/settings': (manage) => manage.groupSettingsRoute,
    'groups/:slug/state': (manage) => manage.groupStateRoute,
    'groups/:slug/extend': (manage) => manage.extendGroupRoute,
  }),
  room('client/process/groups/terms/index.ts', () => import('../../process/groups/terms/index.js'), {
    'groups/:slug/terms': (terms) => terms.termsRoute,
    'groups/:slug/terms/new': (terms) => terms.newTermsRoute,
  }),
  room('client/process/groups/people/index.ts', () => import('../../process/groups/people/index.js'), {
    'groups/:slug/people': (people) => people.peopleRoute,
    'groups/:slug/people/give': (people) => people.giveRoleRoute,
    'groups/:slug/people/:role/end': (people) => people.endRoleRoute,
    'groups/:slug/working-groups': (people) => people.workingGroupsRoute,
  }),
  room('client/process/deliverables/index.ts', () => import('../../process/deliverables/index.js'), {
    'groups/:slug/deliverables': (deliverables) => deliverables.deliverableListRoute,
    'groups/:slug/deliverables/new': (deliverables) => deliverables.newDeliverableRoute,
    'groups/:slug/deliverables/:key': (deliverables) => deliverables.deliverableRoute,
    'groups/:slug/deliverables/:key/edit': (deliverables) => deliverables.editDeliverableRoute,
    'groups/:slug/deliverables/:key/state': (deliverables) => deliverables.stateRoute,
    'groups/:slug/deliverables/:key/plan': (deliverables) => deliverables.planRoute,
    'groups/:slug/deliverables/:key/freeze': (deliverables) => deliverables.freezeRoute,
    'groups/:slug/deliverables/:key/approve': (deliverables) => deliverables.approveRoute,
    'groups/:slug/deliverables/:key/hand-over': (deliverables) => deliverables.handOverRoute,
    'groups/:slug/deliverables/:key/versions/:number': (deliverables) => deliverables.versionRoute,
    'groups/:slug/deliverables/:key/transmissions/:number': (deliverables) => deliverables.coverRoute,
    'groups/:slug/deliverables/:key/transmissions/:number/answer': (deliverables) => deliverables.answerRoute,
  }),
  room('client/drafting/reading/index.ts', () => import('../../drafting/reading/index.js'), {
    'groups/:slug/documents/:id/read': (reading) => reading.readingRoute,
    'groups/:slug/documents/:id/clauses/:clauseId': (reading) => reading.clauseRoute,
  }),
  room('client/drafting/documents/index.ts', () => import('../../drafting/documents/index.js'), {
    'groups/:slug/documents/new': (documents) => documents.newTextRoute,
    'groups/:slug/documents/:id': (documents) => documents.roomRoute,
  }),
  room('client/liaison/statements/index.ts', () => import('../../liaison/statements/index.js'), {
    'groups/:slug/liaison': (statements) => statements.liaisonRoute,
    'overlaps/:number/statement': (statements) => statements.startStatementRoute,
  }),
  room('client/process/contributions/index.ts', () => import('../../process/contributions/index.js'), {
    'groups/:slug/contributions': (contributions) => contributions.contributionListRoute,
    'groups/:slug/contributions/new': (contributions) => contributions.newContributionRoute,
    'groups/:slug/contributions/:number': (contributions) => contributions.contributionRoute,
    'groups/:slug/contributions/:number/edit': (contributions) => contributions.editContributionRoute,
    'groups/:slug/contributions/:number/submit': (contributions) => contributions.submitContributionRoute,
    'groups/:slug/contributions/:number/revise': (contributions) => contributions.reviseContributionRoute,
    'groups/:slug/contributions/:number/withdraw': (contributions) => contributions.withdrawContributionRoute,
    'groups/:slug/contributions/:number/admit': (contributions) => contributions.admitContributionRoute,
    'groups/:slug/contributions/:number/hold': (contributions) => contributions.holdContributionRoute,
  }),
  room('client/process/meetings/index.ts', () => import('../../process/meetings/index.js'), {
    'me/calendar': (meetings) => meetings.ownCalendarRoute,
    'groups/:slug/meetings/new': (meetings) => meetings.newMeetingRoute,
    'groups/:slug/meetings/series': (meetings) => meetings.newSeriesRoute,
    'groups/:slug/meetings/:number': (meetings) => meetings.meetingRoute,
    'groups/:slug/meetings/:number/series': (meetings) => meetings.seriesRoute,
    'groups/:slug/meetings/:number/move': (meetings) => meetings.moveMeetingRoute,
    'groups/:slug/meetings/:number/edit': (meetings) => meetings.editMeetingRoute,
    'groups/:slug/meetings/:number/announce': (meetings) => meetings.announceMeetingRoute,
    'groups/:slug/meetings/:number/cancel': (meetings) => meetings.cancelMeetingRoute,
    'help/meetings': (meetings) => meetings.meetingHelpRoute,
    'groups/:slug/meetings/:number/close': (meetings) => meetings.closeMeetingRoute,
    'groups/:slug/meetings/:number/reopen': (meetings) => meetings.reopenMeetingRoute,
    'groups/:slug/meetings/:number/reminders': (meetings) => meetings.remindersRoute,
    'groups/:slug/meetings/:number/dates': (meetings) => meetings.publishDateRoute,
  }),
  room('client/process/minutes/index.ts', () => import('../../process/minutes/index.js'), {
    'groups/:slug/meetings/:number/minutes': (minutes) => minutes.minutesRoute,
  }),
  room('client/process/reports/index.ts', () => import('../../process/reports/index.js'), {
    'groups/:slug/reports': (reports) => reports.reportListRoute,
    'groups/:slug/reports/:number': (reports) => reports.progressReportRoute,
    'groups/:slug/reports/:number/freeze': (reports) => reports.freezeProgressReportRoute,
    'groups/:slug/reports/:number/renew': (reports) => reports.renewProgressReportRoute,
    'groups/:slug/meetings/:number/report': (reports) => reports.meetingReportRoute,
    'groups/:slug/meetings/:number/report/freeze': (reports) => reports.freezeMeetingReportRoute,
    'groups/:slug/meetings/:number/report/renew': (reports) => reports.renewMeetingReportRoute,
  }),
  room('client/process/convening/index.ts', () => import('../../process/convening/index.js'), {
    'groups/:slug/meetings/:number/call': (convening) => convening.callRoute,
    'groups/:slug/meetings/:number/call/issue': (convening) => convening.issueCallRoute,
    'groups/:slug/meetings/:number/call/clauses/:key': (convening) => convening.wordClauseRoute,
  }),
  room('client/process/registration/index.ts', () => import('../../process/registration/index.js'), {
    'groups/:slug/meetings/:number/registration': (registration) => registration.registrationRoute,
    'groups/:slug/meetings/:number/registration/offer': (registration) => registration.offerRoute,
    'groups/:slug/meetings/:number/registration/list': (registration) => registration.listRoute,
    'groups/:slug/meetings/:number/registration/new': (registration) => registration.byHandRoute,
    'groups/:slug/meetings/:number/attendance': (registration) => registration.attendanceRoute,
  }),
  room('client/process/agenda/index.ts', () => import('../../process/agenda/index.js'), {
    'groups/:slug/meetings/:number/agenda': (agenda) => agenda.agendaRoute,
    'groups/:slug/meetings/:number/agenda/versions/:version': (agenda) => agenda.agendaVersionRoute,
  }),
  room('client/process/proceedings/index.ts', () => import('../../process/proceedings/index.js'), {
    'groups/:slug/meetings/:number/room': (proceedings) => proceedings.roomRoute,
  }),
  room('client/process/decisions/index.ts', () => import('../../process/decisions/index.js'), {
    'groups/:slug/decisions': (decisions) => decisions.decisionListRoute,
    'groups/:slug/decisions/new': (decisions) => decisions.recordDecisionRoute,
    'groups/:slug/decisions/:number': (decisions) => decisions.decisionRoute,
    'groups/:slug/decisions/:number/correct': (decisions) => decisions.correctDecisionRoute,
    'groups/:slug/actions': (decisions) => decisions.actionListRoute,
    'groups/:slug/actions/new': (decisions) => decisions.handOutActionRoute,
    'groups/:slug/actions/:number': (decisions) => decisions.actionRoute,
    'groups/:slug/meetings/:number/patents': (decisions) => decisions.patentsRoute,
    'me/actions': (decisions) => decisions.myActionsRoute,
    'groups/:slug/consensus': (decisions) => decisions.consensusListRoute,
    'groups/:slug/consensus/new': (decisions) => decisions.openConsensusRoute,
    'groups/:slug/consensus/:number': (decisions) => decisions.consensusRoute,
    'groups/:slug/reservations': (decisions) => decisions.reservationListRoute,
    'groups/:slug/reservations/new': (decisions) => decisions.enterReservationRoute,
  }),
  room('client/process/document-list/index.ts', () => import('../../process/document-list/index.js'), {
    'groups/:slug/meetings/:number/documents': (list) => list.documentListRoute,
    'groups/:slug/meetings/:number/documents/changes': (list) => list.documentChangesRoute,
    'groups/:slug/meetings/:number/documents/rules': (list) => list.allocationRulesRoute,
    'groups/:slug/meetings/:number/documents/:document': (list) => list.documentRoute,
  }),
  room('client/common/activity/index.ts', () => import('../../common/activity/index.js'), {
    activity: (activity) => activity.activityRoute,
  }),
]

/** Pages that mix storeys, and the routes of the rooms. */
export const makePageRoutes = (tools: RouteTools) => rooms.flatMap((one) => routesOf(one, tools))

/** The source file of the room that answers an address, as the build's manifest names it; null for an address that nobody answers. */
export const roomFileOf = (path: string | undefined): string | null =>
  rooms.find((one) => (path ?? '') in one.pages)?.file ?? null
