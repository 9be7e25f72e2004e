import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { Kind, parse } from 'graphql'
import {
  agendaChangeKinds,
  agendaOutcomes,
  agendaProgress,
  agendaSteps,
  agendaSubjects,
  agendaTemplateKeys,
} from '#schema/vocabulary/agenda.js'
import { callClauseKeys } from '#schema/vocabulary/convening.js'
import {
  actionStates,
  consensusStates,
  decisionKinds,
  decisionPresences,
  reservationKinds,
  reservationStates,
  subjectKinds,
} from '#schema/vocabulary/decisions.js'
import {
  deliverableStates,
  deliverableTypes,
  dispositions,
  intendedProducts,
  lineageRelations,
  milestoneKinds,
  parentAnswers,
  stepManners,
  transmissionKinds,
  versionKinds,
} from '#schema/vocabulary/deliverables.js'
import { recordKinds } from '#schema/vocabulary/documents.js'
import { groupKinds, groupRoleKinds, groupStates, termsSectionKeys } from '#schema/vocabulary/groups.js'
import { meetingActions, meetingStates, seriesSteps } from '#schema/vocabulary/meetings.js'
import { blockOutcomes, roomStates, roomSteps, speechStates } from '#schema/vocabulary/proceedings.js'
import {
  deliverableRemedies,
  meetingModes,
  obligations,
  provenances,
  rulesetIds,
  strengths,
} from '#schema/vocabulary/process.js'
import {
  attendanceModes,
  registrationAudiences,
  registrationPhases,
  registrationStates,
} from '#schema/vocabulary/registration.js'
import { reminderAudiences, reminderStates } from '#schema/vocabulary/reminders.js'
import { meetingSections, progressSections, reportApprovals, reportKinds } from '#schema/vocabulary/reports.js'
import { wordsFor } from '#schema/words/index.js'
import { packageRoot } from '#server/platform/graphql/index.js'

const cwd = join(packageRoot, 'schema/graphql')
const definitions = globSync('process/*.graphql', { cwd }).flatMap(
  (file) => parse(readFileSync(join(cwd, file), 'utf8')).definitions,
)

it.each([
  ['Obligation', obligations],
  ['DeadlineStrength', strengths],
  ['DeadlineProvenance', provenances],
  ['MeetingMode', meetingModes],
  ['MeetingState', meetingStates],
  ['MeetingPermission', meetingActions],
  ['SeriesEvery', seriesSteps],
  ['ReminderAudience', reminderAudiences],
  ['ReminderState', reminderStates],
  ['AttendanceMode', attendanceModes],
  ['RegistrationState', registrationStates],
  ['RegistrationAudience', registrationAudiences],
  ['RegistrationPhase', registrationPhases],
  ['CallClauseKey', callClauseKeys],
  ['GroupKind', groupKinds],
  ['GroupState', groupStates],
  ['GroupRoleKind', groupRoleKinds],
  ['ActionState', actionStates],
  ['ConsensusState', consensusStates],
  ['DecisionKind', decisionKinds],
  ['DecisionPresence', decisionPresences],
  ['DecisionSubjectKind', subjectKinds],
  ['ReservationKind', reservationKinds],
  ['ReservationState', reservationStates],
  ['AgendaOutcome', agendaOutcomes],
  ['AgendaProgress', agendaProgress],
  ['AgendaSubjectKind', agendaSubjects],
  ['AgendaStep', agendaSteps],
  ['AgendaTemplateKey', agendaTemplateKeys],
  ['AgendaChangeKind', agendaChangeKinds],
  ['MinutesRecordKind', recordKinds],
  ['ReportKind', reportKinds],
  ['ReportApproval', reportApprovals],
  ['ReportSectionKey', [...new Set([...meetingSections, ...progressSections])]],
  ['RoomState', roomStates],
  ['SpeechState', speechStates],
  ['RoomStep', roomSteps],
  ['RoomBlockOutcome', blockOutcomes],
  ['DeliverableState', deliverableStates],
  ['DeliverableType', deliverableTypes],
  ['Disposition', dispositions],
  ['IntendedProduct', intendedProducts],
  ['MilestoneKind', milestoneKinds],
  ['StepManner', stepManners],
  ['VersionKind', versionKinds],
  ['TransmissionKind', transmissionKinds],
  ['ParentAnswer', parentAnswers],
  ['DeliverableRemedy', deliverableRemedies],
  ['LineageRelation', lineageRelations],
])('the SDL enum %s is the closed list of that name', (name, list) => {
  const found = definitions.find((each) => each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === name)
  const values = found?.kind === Kind.ENUM_TYPE_DEFINITION ? found.values!.map((value) => value.name.value) : []
  expect([...values].sort()).toEqual([...list].sort())
})

it('every member of a closed list of the process has a word', () => {
  const words = wordsFor('en')
  const keys = [
    ...obligations.map((one) => `deadline.obligation.${one}`),
    ...rulesetIds.map((one) => `deadline.ruleset.${one}`),
    ...groupKinds.map((one) => `group.kind.${one}`),
    ...groupStates.map((one) => `group.state.${one}`),
    ...groupRoleKinds.map((one) => `group.role.${one}`),
    ...termsSectionKeys.map((one) => `group.terms.${one}`),
    ...meetingStates.map((one) => `meeting.state.${one}`),
    ...decisionKinds.flatMap((one) => [`decision.kind.${one}`, `decision.kindMeaning.${one}`]),
    ...actionStates.flatMap((one) => [`action.state.${one}`, `action.stateMeaning.${one}`]),
    ...consensusStates.flatMap((one) => [`consensus.state.${one}`, `consensus.stateMeaning.${one}`]),
    ...decisionPresences.map((one) => `decision.presence.${one}`),
    ...subjectKinds.map((one) => `decision.subjectKind.${one}`),
    ...reservationKinds.flatMap((one) => [`decision.held.${one}`, `decision.heldMeaning.${one}`]),
    ...reservationStates.flatMap((one) => [`decision.heldState.${one}`, `decision.heldStateMeaning.${one}`]),
    ...attendanceModes.map((one) => `registration.modeIs.${one}`),
    ...registrationStates.map((one) => `registration.state.${one}`),
    ...registrationAudiences.map((one) => `registration.audienceIs.${one}`),
    ...registrationPhases.map((one) => `registration.phaseIs.${one}`),
    ...callClauseKeys.map((one) => `call.clause.${one}`),
    ...agendaOutcomes.map((one) => `agenda.outcome.${one}`),
    ...agendaProgress.map((one) => `agenda.progress.${one}`),
    ...agendaSubjects.map((one) => `agenda.subjectKind.${one}`),
    ...agendaTemplateKeys.map((one) => `agenda.template.${one}`),
    ...agendaChangeKinds.map((one) => `agenda.change.${one}`),
    ...roomStates.map((one) => `room.state.${one}`),
    ...reportKinds.map((one) => `report.kind.${one}`),
    ...reportApprovals.map((one) => `report.approval.${one}`),
    ...meetingSections.map((one) => `report.section.${one}`),
    ...progressSections.map((one) => `report.progressSection.${one}`),
    ...deliverableStates.map((one) => `deliverable.state.${one}`),
    ...deliverableTypes.map((one) => `deliverable.type.${one}`),
    ...dispositions.map((one) => `deliverable.disposition.${one}`),
    ...intendedProducts.map((one) => `deliverable.product.${one}`),
    ...milestoneKinds.map((one) => `deliverable.milestone.${one}`),
    ...versionKinds.map((one) => `deliverable.versionKind.${one}`),
    ...transmissionKinds.map((one) => `deliverable.transmission.${one}`),
    ...parentAnswers.map((one) => `deliverable.answer.${one}`),
    ...deliverableRemedies.map((one) => `deliverable.remedy.${one}`),
  ]
  expect(keys.filter((key) => !words.has(key))).toEqual([])
})
