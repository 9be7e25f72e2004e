import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { startApp, type TestApp } from '../harness/app.js'
import { freshStarterDatabase } from '../harness/starter.js'
import { capacities, everybody, gatherCast, hidden, type Capacity, type Cast, type Member } from './cast.js'
import { samples } from './walk-samples.js'

/**
 * What each root field answers to whom. `yes`: data. `null`: there is nothing that they may see. Otherwise a refusal: `sign-in`
 * (SIGN_IN_REQUIRED), `role` (FORBIDDEN: it is there, the role does not allow it), `none` (NOT_FOUND), and other codes in small letters.
 */
const expected = `
                                             stranger reader  participant contributor editor liaison vice  chair secretariat administrator
Query.viewer                                 yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.now                                    yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.activity                               yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.organisations                          yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.bodies                                 yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.body                                   yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.items                                  yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.item                                   yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.itemsNamed                             yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.search                                 yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.follow                                 null  null  null  null  null  null  null  null  null  null
Query.itemFacets                             yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.itemRename                             sign-in  role    role        role        role   role    role  role  role        yes
Query.factsToCheck                           yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.fact                                   yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.relation                               yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.relations                              yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.principle                              yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.principleStand                         yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.principles                             yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.overlaps                               yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.overlap                                yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.overlapMatrix                          yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.overlapSuggestions                     yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.overlapSuggestion                      yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.gaps                                   yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.gap                                    yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.gapFacets                              yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.coverage                               yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.editions                               yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.edition                                yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.editionDiff                            yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.editionDiff: of a draft                none     none    none        none        none   none    none  none  none        yes
Query.editionChange                          null everywhere
Query.statements                             yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.contributions                          yes  yes  yes  yes  yes  yes  yes  yes  yes  yes
Query.contribution                           yes  yes  yes  yes  yes  yes  yes  yes  yes  yes
Query.contribution: of participants          null  null  yes  yes  yes  yes  yes  yes  yes  yes
Query.groups                                 yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.group                                  yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.group: closed                          null     null    null        null        null   null    null  null  null        yes
Query.meeting                                yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.meeting: of participants               null     null    yes         yes         yes    yes     yes   yes   yes         yes
Query.meeting: closed                        null     null    null        null        null   null    null  null  null        yes
Query.upcomingMeetings                       yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.deliverable                            yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.deliverable: closed                    null     null    null        null        null   null    null  null  null        yes
Query.deliverables                           yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.document                               yes  yes  yes  yes  yes  yes  yes  yes  yes  yes
Query.document: of participants              null  null  yes  yes  yes  yes  yes  yes  yes  yes
Query.consensusCall                          null everywhere
Query.actions                                yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.action                                 null everywhere
Query.decisions                              yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Query.decision                               null everywhere
Query.meetingMove                            sign-in  role    role        role        role   role    yes   yes   yes         yes
Query.meetingMove: closed                    none     none    none        none        none   none    none  none  none        yes
Query.groupChange                            sign-in  role    role        role        role   role    role  yes   yes         yes
Query.groupChange: of the parent             sign-in  role    role        role        role   role    role  role  role        yes
Query.groupChange: closed                    none     none    none        none        none   none    none  none  none        yes
Query.meetingDates                           sign-in  role    role        role        role   role    yes   yes   yes         yes
Query.meetingDates: closed                   none     none    none        none        none   none    none  none  none        yes
Query.meetingSeriesDays                      sign-in  role    role        role        role   role    yes   yes   yes         yes
Query.meetingSeriesDays: closed              none     none    none        none        none   none    none  none  none        yes
Query.agendaSubjectChoices                   sign-in  role    role        role        role   role    yes   yes   yes         yes
Query.agendaTemplate                         sign-in  role    role        role        role   role    yes   yes   yes         yes
Query.agendaTemplate: closed                 none     none    none        none        none   none    none  none  none        yes

Mutation.signIn                              bad_credentials everywhere
Mutation.requestSignInLink                   yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.signInWithLink                      link_expired everywhere
Mutation.register                            yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.signInAsStarter                     yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.signOut                             yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.changePassword                      sign-in  bad_credentials otherwise
Mutation.chooseLanguage                      sign-in  yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.createAccessToken                   sign-in  yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.revokeAccessToken: somebody else's  sign-in  none    none        none        none   none    none  none  none        none
Mutation.revokeAccessToken: one's own        sign-in  yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.beginFollow                         sign-in  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.endFollow: somebody else's          sign-in  none  none  none  none  none  none  none  none  none
Mutation.saveView                            sign-in  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.renameView: somebody else's         sign-in  none  none  none  none  none  none  none  none  none
Mutation.deleteView: somebody else's         sign-in  none  none  none  none  none  none  none  none  none
Mutation.markNewsSeen                        sign-in  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.markNoticesSeen                     sign-in  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.chooseNoticesByMail                 sign-in  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.chooseDigest                        sign-in  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.endDigest                           yes  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.makeCalendarAddress                 sign-in  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.withdrawCalendarAddress             sign-in  yes  yes  yes  yes  yes  yes  yes  yes  yes
Mutation.erasePerson                         sign-in  role    role        role        role   role    role  role  role        yes
Mutation.openOverlapCase                     sign-in  role    role        role        role   yes     role  role  role        yes
Mutation.updateOverlapCase                   sign-in  role    role        role        role   yes     role  role  role        yes
Mutation.moveOverlapCase                     sign-in  role    role        role        role   yes     role  role  role        yes
Mutation.dismissOverlapSuggestion            sign-in  role    role        role        role   yes     role  role  role        yes
Mutation.seekOverlaps                        sign-in  role    role        role        role   yes     role  role  role        yes
Mutation.startStatement                      sign-in  role    role        role        role   yes     yes   yes   yes         yes
Mutation.startStatement: closed              none     none    none        none        none   none    none  none  none        yes
Mutation.reserveContribution                 sign-in  contributor_needed  contributor_needed  yes  yes  contributor_needed  yes  yes  yes  yes
Mutation.reserveContribution: closed         none  none  none  none  none  none  none  none  none  yes
Mutation.updateContribution                  sign-in  role  role  yes  role  role  yes  yes  yes  yes
Mutation.writeContribution                   sign-in  role  role  yes  role  role  yes  yes  yes  yes
Mutation.submitContribution                  sign-in  role  role  yes  role  role  yes  yes  yes  yes
Mutation.submitContribution: of management   none  none  none  none  none  none  yes  yes  yes  yes
Mutation.reviseContribution                  sign-in  role  role  yes  role  role  yes  yes  yes  yes
Mutation.withdrawContribution                sign-in  role  role  yes  role  role  yes  yes  yes  yes
Mutation.admitContribution                   sign-in  role  role  role  role  role  yes  yes  yes  yes
Mutation.holdContribution                    sign-in  role  role  role  role  role  yes  yes  yes  yes
Mutation.inviteCosigner                      sign-in  role  role  yes  role  role  yes  yes  yes  yes
Mutation.answerCosigning                     sign-in  role  yes  role  role  role  role  role  role  role
Mutation.createGap                           sign-in  role    role        role        role   role    role  role  role        yes
Mutation.assertCoverage                      sign-in  role    role        role        role   role    role  role  role        yes
Mutation.changeCoverage                      sign-in  role    role        role        role   role    role  role  role        yes
Mutation.reviewCoverage                      sign-in  role    role        role        role   role    role  role  role        yes
Mutation.withdrawCoverage                    sign-in  role    role        role        role   role    role  role  role        yes
Mutation.recordGapProgress                   sign-in  role    role        role        role   role    role  role  role        yes
Mutation.closeGap                            sign-in  role    role        role        role   role    role  role  role        yes
Mutation.reopenGap                           sign-in  role    role        role        role   role    role  role  role        yes
Mutation.mergeGap                            sign-in  role    role        role        role   role    role  role  role        yes
Mutation.splitGap                            sign-in  role    role        role        role   role    role  role  role        yes
Mutation.undoGapReplacement                  sign-in  role    role        role        role   role    role  role  role        yes
Mutation.updateGap                           sign-in  role    role        role        role   role    role  role  role        yes
Mutation.recordItem                          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.updateItem                          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.renameItem                          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.recordItemTitle                     sign-in  role    role        role        role   role    role  role  role        yes
Mutation.recordItemStage                     sign-in  role    role        role        role   role    role  role  role        yes
Mutation.recordItemPlan                      sign-in  role    role        role        role   role    role  role  role        yes
Mutation.recordPrinciple                     sign-in  role    role        role        role   role    role  role  role        yes
Mutation.rewordPrinciple                     sign-in  role    role        role        role   role    role  role  role        yes
Mutation.withdrawPrinciple                   sign-in  role    role        role        role   role    role  role  role        yes
Mutation.assessItem                          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.recordBody                          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.updateBody                          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.renameBody                          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.recordRelation                      sign-in  role    role        role        role   role    role  role  role        yes
Mutation.changeRelation                      sign-in  role    role        role        role   role    role  role  role        yes
Mutation.endRelation                         sign-in  role    role        role        role   role    role  role  role        yes
Query.imports                                sign-in  role role role role role role role role yes
Query.import                                 null     null null null null null null null null yes
Mutation.decideImportRow                     sign-in  role role role role role role role role yes
Mutation.decideImportRows                    sign-in  role role role role role role role role yes
Mutation.previewImport                       sign-in  role role role role role role role role yes
Mutation.applyImport                         sign-in  role role role role role role role role yes
Mutation.cancelImport                        sign-in  role role role role role role role role yes
Mutation.undoImport                          sign-in  role role role role role role role role yes
Mutation.createEdition                       sign-in  role    role        role        role   role    role  role  role        yes
Mutation.updateEdition                       sign-in  role    role        role        role   role    role  role  role        yes
Mutation.freezeEdition                       sign-in  role    role        role        role   role    role  role  role        yes
Mutation.annotateEdition                     sign-in  role    role        role        role   role    role  role  role        yes
Mutation.openReview                          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.endReview                           sign-in  role    role        role        role   role    role  role  role        yes
Mutation.commentOnEdition                    yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.confirmComment                      link_expired everywhere
Mutation.settleComment                       sign-in  role    role        role        role   role    role  role  role        yes
Mutation.answerComment                       sign-in  role    role        role        role   role    role  role  role        yes
Mutation.verifyEdition                       sign-in  role    role        role        role   role    role  role  role        yes
Mutation.checkFact                           sign-in  yes     yes         yes         yes    yes     yes   yes   yes         yes
Mutation.settleCheck                         sign-in  role    role        role        role   role    role  role  role        yes
Mutation.assignRole                          sign-in  role    role        role        role   role    role  yes   yes         yes
Mutation.endRole                             sign-in  role    role        role        role   role    role  yes   yes         yes
Mutation.createDocument                      sign-in  role    role        role        yes    role   yes   yes   yes         yes
Mutation.createDocument: closed              none     none    none        none        none   none    none  none  none        yes
Mutation.renameDocument                      sign-in  role  role  role  yes  role  yes  yes  yes  yes
Mutation.withdrawFile                        sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.withdrawFile: of participants       none     none    role        role        yes    role    yes   yes   yes         yes
Mutation.createGroup                         sign-in  role    role        role        role   role    role  role  role        yes
Mutation.updateGroup                         sign-in  role    role        role        role   role    role  yes   yes         yes
Mutation.updateGroup: of the parent          sign-in  role    role        role        role   role    role  role  role        yes
Mutation.updateGroup: closed                 none     none    none        none        none   none    none  none  none        yes
Mutation.extendGroup                         sign-in  role    role        role        role   role    role  role  role        yes
Mutation.changeGroupState                    none     none    none        none        none   none    none  none  none        not_a_step
Mutation.addSubgroup                         sign-in  role    role        role        role   role    role  yes   yes         yes
Mutation.renameSubgroup                      sign-in  role    role        role        role   role    role  yes   yes         yes
Mutation.recordTerms                         sign-in  role    role        role        role   role    role  role  role        yes
Mutation.openConsensusCall                   sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.answerConsensusCall                 sign-in  role    yes         yes         yes    yes     yes   yes   yes         yes
Mutation.ratifyConsensusCall                 sign-in  role    role        role        role   role    yes   yes   role        yes
Mutation.withdrawConsensusCall               sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.recordAction                        sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.updateAction                        sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.moveAction                          sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.recordPatentQuestion                sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.recordDecision                      sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.recordDecision: closed              none     none    none        none        none   none    none  none  none        yes
Mutation.correctDecision                     sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.enterReservation                    sign-in  role    yes         yes         yes    yes     yes   yes   yes         yes
Mutation.rewordReservation                   sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.openMinutes                         sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.makeMeetingReport                   sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.makeProgressReport                  sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.renewReport                         sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.freezeReport                        sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.keepMinutesRecord                   none none role        role        role   role    yes   yes   yes         yes
Mutation.putBackMinutesRecord                none none role        role        role   role    yes   yes   yes         yes
Mutation.answerReservation                   sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.moveReservation                     sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.createDeliverable                   sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.updateDeliverable                   sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.changeDeliverableState              sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.addDeliverableEditor                sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.endDeliverableEditor                sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.addDeliverableMilestone             sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.moveDeliverableMilestone            sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.reachDeliverableMilestone           sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.raiseDeliverableIssue               sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.settleDeliverableIssue              sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.addDeliverableLineage               sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.freezeDeliverable                   sign-in  role    role        role        yes    role    yes   yes   yes         yes
Mutation.approveDeliverable                  sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.transmitDeliverable                 sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.receiveTransmission                 sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.answerTransmission                  sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.createMeeting                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.createMeeting: closed               none     none    none        none        none   none    none  none  none        yes
Mutation.createMeetingSeries                 sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.createMeetingSeries: closed         none     none    none        none        none   none    none  none  none        yes
Mutation.cancelMeetingsOfSeries              sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.updateMeeting                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.updateMeeting: closed               none     none    none        none        none   none    none  none  none        yes
Mutation.moveMeeting                         sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.announceMeeting                     sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.cancelMeeting                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.wordCallClause                      sign-in role role role role role yes yes yes yes
Mutation.issueConveningLetter                sign-in role role role role role stale stale stale stale
Mutation.issueCallCorrigendum                sign-in role role role role role letter_not_issued letter_not_issued letter_not_issued letter_not_issued
Mutation.offerRegistration                   sign-in role role role role role yes yes yes yes
Mutation.registerForMeeting                  sign-in role yes yes yes yes yes yes yes role
Mutation.registerForMeeting: closed          none none none none none none none none none registration_not_offered
Mutation.registerByHand                      sign-in role role role role role yes yes yes yes
Mutation.changeRegistration                  sign-in yes everywhere
Mutation.withdrawRegistration: of reader     sign-in yes none none none none yes yes yes yes
Mutation.checkIn                             sign-in role yes yes yes yes yes yes yes role
Mutation.checkOut                            sign-in role yes yes yes yes yes yes yes role
Mutation.correctPresence                     sign-in role role role role role yes yes yes yes
Mutation.publishDate                         sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.closeMeeting                        sign-in  role    role        role        role   role    yes   yes   role        yes
Mutation.reopenMeeting                       sign-in  role    role        role        role   role    yes   yes   role        yes
Mutation.setReminder                         sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.withdrawPublishedDate               sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.allocateDocuments                   sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.applyAllocationRules                sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.undoAllocation                      sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.orderDocument                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.namePresenter                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.settleDocuments                     sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.undoSettling                        sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.addAllocationRule                   sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.removeAllocationRule                sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.addAgendaItem                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.addAgendaItem: closed               none     none    none        none        none   none    none  none  none        yes
Mutation.updateAgendaItem                    sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.moveAgendaItem                      sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.removeAgendaItem                    sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.putBackAgendaItem                   sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.fillAgenda                          sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.carryAgendaOver                     sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.setAgendaHours                      sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.publishAgenda                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.moveRoom                            sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.openRehearsal                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.endRehearsal                        sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.attendRoom                          sign-in  role    yes         yes         yes    yes     yes   yes   yes         yes
Mutation.askToSpeak                          sign-in  role    yes         yes         yes    yes     yes   yes   yes         yes
Mutation.askToSpeak: closed                  none     none    none        none        none   none    none  none  none        room_closed
Mutation.withdrawSpeech                      sign-in  role    yes         yes         yes    yes     yes   yes   yes         yes
Mutation.giveFloor                           sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.endSpeech                           sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.reorderSpeech                       sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.setSpeakersList                     sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.proposeBlock                        sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.pullFromBlock                       sign-in  role    yes         yes         yes    yes     yes   yes   yes         yes
Mutation.approveBlock                        sign-in  role    role        role        role   role    yes   yes   yes         yes
Mutation.withdrawBlock                       sign-in  role    role        role        role   role    yes   yes   yes         yes

Subscription.meetingDocumentsChanged         yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
Subscription.activityAdded                   yes      yes     yes         yes         yes    yes     yes   yes   yes         yes
`
type Answers = Record<Capacity, string>

/** The table as it reads: a field, then a word for each column, or one word for the rest of them. */
const table: Readonly<Record<string, Answers>> = Object.fromEntries(
  expected
    .split('\n')
    .filter((line) => /^\w/.test(line))
    .map((line) => {
      const field = line.slice(0, 45).trim()
      const words = line.slice(45).trim().split(/\s+/)
      const rest = /^(everywhere|otherwise)$/.test(words.at(-1)!) ? words.at(-2)! : null
      return [
        field,
        Object.fromEntries(everybody.map((who, at) => [who, rest && at >= words.length - 2 ? rest : words[at]])),
      ]
    }),
) as Record<string, Answers>

const shortly: Record<string, string> = { SIGN_IN_REQUIRED: 'sign-in', FORBIDDEN: 'role', NOT_FOUND: 'none' }

let app: TestApp
let people: Cast
let schema: GraphQLSchema
let turn = 0

beforeAll(async () => {
  // Everybody asks for everything, all from one address.
  app = await startApp({ database: await freshStarterDatabase(), env: { REQUESTS_PER_MINUTE: '999999' } })
  people = await gatherCast(app)
  const { data } = await app.query<IntrospectionQuery>(getIntrospectionQuery())
  schema = buildClientSchema(data!)
})
afterAll(() => app.stop())

const ask = (member: Member, query: string, variables = {}) =>
  app.query<Record<string, unknown>>(query, variables, member.cookie ? { cookie: member.cookie } : {})

/** News for one caller, from the moment on which the subscription stands. */
async function listen(member: Member, query: string, variables: object = {}) {
  const heard: Record<string, unknown>[] = []
  const refused: string[] = []
  class Socket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: { origin: app.url, ...(member.cookie && { cookie: member.cookie }) } })
    }
  }
  const client = createClient({
    url: app.url.replace('http', 'ws') + '/graphql',
    webSocketImpl: Socket,
    retryAttempts: 0,
  })
  let more = () => {}
  const opened = new Promise<void>((resolve) => client.on('connected', () => resolve()))
  client.subscribe(
    { query, variables: { ...variables } },
    {
      next: ({ data, errors }) => {
        if (data) heard.push(data)
        for (const error of errors ?? []) refused.push(String(error.extensions?.code))
        more()
      },
      error: (error) => void refused.push(JSON.stringify(error)),
      complete: () => {},
    },
  )
  await opened
  return {
    heard,
    refused,
    /** Waits until something that was heard fits. */
    async until(fits: (one: Record<string, unknown>) => boolean): Promise<void> {
      while (!heard.some(fits)) await new Promise<void>((resolve) => (more = resolve))
    },
    close: () => client.dispose(),
  }
}

async function answerTo(field: string, member: Member): Promise<string> {
  const { query, variables, endsSession } = samples[field]!
  if (field.startsWith('Subscription.')) {
    const news = await listen(member, query, await variables?.(people, member, (turn += 1)))
    const { data } = await ask(member, '{ viewer { isSignedIn } }')
    await news.close()
    return data && news.refused.length === 0 ? 'yes' : news.refused.join()
  }
  const { data, errors } = await ask(member, query, (await variables?.(people, member, (turn += 1))) ?? {})
  if (endsSession) await people.renew(member)
  if (errors) return errors.map(({ extensions: { code } }) => shortly[code] ?? code.toLowerCase()).join()
  return Object.values(data!)[0] === null ? 'null' : 'yes'
}

it('every root field has a sample, every sample its line in the table, and nothing else has', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const fields = roots.flatMap((type) => Object.keys(type!.getFields()).map((name) => `${type!.name}.${name}`))
  expect([...new Set(Object.keys(samples).map((name) => name.split(':')[0]!))].sort()).toEqual(fields.sort())
  expect(Object.keys(table).sort()).toEqual(Object.keys(samples).sort())
})

describe('[VI-1] whoever asks is answered as the table says:', () => {
  it.each(Object.keys(samples))('%s', async (field) => {
    const answers = {} as Answers
    for (const who of everybody) answers[who] = await answerTo(field, people.cast[who])
    expect(answers).toEqual(table[field])
  })
})

/** Whoever tries the product is shown the addresses of the starter accounts; everything else about people is looked through. */
const leftOut = new Set(['starterAccounts', 'edges'])

/** A selection of all fields of a type, as deep as it goes before it becomes too much. */
function everythingOf(type: GraphQLObjectType, depth: number, rows: number): string {
  const parts: string[] = []
  for (const field of Object.values(type.getFields())) {
    if (leftOut.has(field.name) || field.args.some(({ type: given }) => String(given).endsWith('!'))) continue
    const named = getNamedType(field.type)
    const args = field.args.some(({ name }) => name === 'first') ? `(first: ${rows})` : ''
    if (!isCompositeType(named)) parts.push(field.name + args)
    else if (depth > 1 && isObjectType(named))
      parts.push(`${field.name}${args} { ${everythingOf(named, depth - 1, rows)} }`)
  }
  return parts.join(' ') || '__typename'
}

/** All that one caller can read through a root field, as one text. Goes less deep where the API finds it too much. */
async function everythingSeen(member: Member, root: string, args: string, rows = 5): Promise<string> {
  const field = schema.getQueryType()!.getFields()[root]!
  const type = getNamedType(field.type) as GraphQLObjectType
  for (let depth = 4; depth > 1; depth -= 1) {
    const { data, errors } = await ask(member, `{ ${root}${args} { ${everythingOf(type, depth, rows)} } }`)
    const codes = new Set(errors?.map(({ extensions }) => extensions.code))
    if (['TOO_COSTLY', 'TOO_MANY_FIELDS', 'QUERY_TOO_LONG', 'TOO_DEEP'].some((code) => codes.has(code))) continue
    expect([root, ...codes]).toEqual([root])
    return JSON.stringify(data)
  }
  throw new Error(`${root} cannot be asked even for its own fields.`)
}

/** Roots, and how they are asked so that what is hidden would show. */
const looks: readonly (readonly [root: string, args: string])[] = [
  ['viewer', ''],
  ['activity', '(first: 100)'],
  ['activity', '(first: 100, filter: { group: "example" })'],
  ['activity', '(first: 100, filter: { group: "closed-circle" })'],
  ['groups', '(first: 20)'],
  ['group', '(slug: "example")'],
  ['group', '(slug: "closed-circle")'],
  ['meeting', '(group: "example", number: 3)'],
  ['meeting', '(group: "example", number: 2)'],
  ['meeting', '(group: "closed-circle", number: 1)'],
  ['upcomingMeetings', '(first: 50)'],
  ['contributions', '(first: 20)'],
  ['deliverables', '(first: 50)'],
  ['deliverables', '(first: 50, filter: { group: "closed-circle" })'],
  ['body', '(id: "example-parent-group")'],
  ['body', '(id: "example-focus-group")'],
  ['bodies', '(first: 100, filter: { search: "example" })'],
  ['gap', '(id: "G-01")'],
  ['organisations', '(first: 50)'],
]

describe('nothing hidden leaks', () => {
  const outsiders = everybody.filter((who) => who !== 'administrator')
  const notInTheGroup: Capacity[] = ['stranger', 'reader']
  let meetingOfParticipants: string

  beforeAll(async () => {
    const [row] = (await people.dataSource.query(
      `select m.id from meeting m join standards_group g on g.id = m.group_id where g.slug = 'example' and m.number = 3`,
    )) as [{ id: string }]
    meetingOfParticipants = row.id
  })

  it.each(outsiders)('[VI-1] to %s, however deep one asks, now and as of an instant', async (who) => {
    const member = people.cast[who]
    const others = everybody.filter((one) => one !== who && one !== 'stranger').map((one) => people.cast[one])
    const secrets = [
      ...Object.values(hidden),
      people.closed.groupId,
      people.closed.meetingId,
      ...others.flatMap(({ email, tokenId, capacity }) => [email, tokenId!, `Token of ${capacity}`]),
      '@example.org',
      ...(notInTheGroup.includes(who) ? [meetingOfParticipants, 'Editors’ session'] : []),
    ]
    const asOf = new Date().toISOString()
    for (const [root, args] of looks) {
      const { [root]: field } = schema.getQueryType()!.getFields()
      const takesAsOf = field!.args.some(({ name }) => name === 'asOf')
      const texts = [await everythingSeen(member, root, args)]
      if (takesAsOf) texts.push(await everythingSeen(member, root, args.replace(')', `, asOf: "${asOf}")`)))
      for (const secret of secrets)
        expect([root + args, secret, texts.some((text) => text.includes(secret))]).toEqual([root + args, secret, false])
    }
  })

  it('[VI-1] the administrator does see them, so that the test above looks in the right places', async () => {
    const member = people.cast.administrator
    const texts: string[] = []
    for (const [root, args] of looks) texts.push(await everythingSeen(member, root, args))
    const all = texts.join()
    for (const text of [...Object.values(hidden), meetingOfParticipants, people.closed.meetingId])
      expect([text, all.includes(text)]).toEqual([text, true])
  })

  it('[VI-1] not even as a number: totals count what the caller may see', async () => {
    const totals = async (who: Capacity) => {
      const { data } = await ask(
        people.cast[who],
        `{ groups { totalCount nodes { slug } }
           deliverables(first: 200) { totalCount nodes { id } }
           group(slug: "example") { meetings(first: 200) { totalCount nodes { number } } } }`,
      )
      const { groups, deliverables, group } = data as {
        groups: { totalCount: number; nodes: unknown[] }
        deliverables: { totalCount: number; nodes: unknown[] }
        group: { meetings: { totalCount: number; nodes: unknown[] } }
      }
      for (const list of [groups, deliverables, group.meetings]) expect(list.totalCount).toBe(list.nodes.length)
      return [groups.totalCount, deliverables.totalCount, group.meetings.totalCount] as const
    }
    const [stranger, participant, administrator] = [
      await totals('stranger'),
      await totals('participant'),
      await totals('administrator'),
    ]
    expect(participant).toEqual([stranger[0], stranger[1], stranger[2] + 1])
    expect(administrator).toEqual([stranger[0] + 1, stranger[1] + 1, stranger[2] + 1])
  })

  it('[VI-1] nor as news: whoever may not see a thing hears nothing of it', async () => {
    const [first, last] = [await people.aMeeting(), await people.aMeeting()]
    const watched = '{ verb objectId label href args actor { id name } visibility }'
    const listeners: { who: Capacity; news: Awaited<ReturnType<typeof listen>> }[] = []
    for (const who of everybody) {
      listeners.push({ who, news: await listen(people.cast[who], `subscription { activityAdded ${watched} }`) })
    }
    const update = async (id: string, place: string) => {
      const [row] = (await people.dataSource.query('select revision from meeting where id = $1', [id])) as [
        { revision: number },
      ]
      const { errors } = await ask(
        people.cast.administrator,
        'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { id } }',
        { input: { id, expectedRevision: row.revision, place } },
      )
      expect(errors).toBeUndefined()
    }
    // A subscription stands once it has told of something public; news come in order, so the last public one comes after all that is hidden.
    const everybodyHeardOf = (id: string) =>
      Promise.all(listeners.map(({ news }) => news.until((one) => JSON.stringify(one).includes(id))))
    await update(first.id, 'Vienna')
    await everybodyHeardOf(first.id)

    await update(people.closed.meetingId, 'Geneva')
    await update(meetingOfParticipants, 'Geneva')
    await update(last.id, 'Vienna')
    await everybodyHeardOf(last.id)
    const heardOf = (id: string) =>
      listeners.filter(({ news }) => JSON.stringify(news.heard).includes(id)).map(({ who }) => who)
    expect(heardOf(people.closed.meetingId)).toEqual(['administrator'])
    expect(heardOf(meetingOfParticipants)).toEqual(
      everybody.filter((who) => capacities[who] !== null || who === 'administrator'),
    )
    for (const { news } of listeners) await news.close()
  })
})
