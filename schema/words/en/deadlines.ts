/** Deadlines that explain themselves. The pieces are put together in schema/words/explain.ts. */
export const deadlines = {
  join: '{left}; {right}',

  // How long, and counted from what.
  'offset.months': '{count, plural, one {# month} other {# months}}',
  'offset.weeks': '{count, plural, one {# week} other {# weeks}}',
  'offset.calendarDays': '{count, plural, one {# calendar day} other {# calendar days}}',
  'offset.workingDays': '{count, plural, one {# working day} other {# working days}}',
  'timing.MEETING_START.BEFORE':
    '{count, plural, =0 {the day the meeting opens} other {{offset} before the meeting opens}}',
  'timing.MEETING_START.AFTER':
    '{count, plural, =0 {the day the meeting opens} other {{offset} after the meeting opens}}',
  'timing.MEETING_END.BEFORE':
    '{count, plural, =0 {the day the meeting ends} other {{offset} before the meeting ends}}',
  'timing.MEETING_END.AFTER': '{count, plural, =0 {the day the meeting ends} other {{offset} after the meeting ends}}',
  'timing.PARENT_MEETING_START.BEFORE':
    '{count, plural, =0 {the day the parent group’s meeting opens} other {{offset} before the parent group’s meeting opens}}',
  'timing.PARENT_MEETING_START.AFTER':
    '{count, plural, =0 {the day the parent group’s meeting opens} other {{offset} after the parent group’s meeting opens}}',
  'timing.CONTRIBUTION_DEADLINE.BEFORE':
    '{count, plural, =0 {with the contribution deadline} other {{offset} before the contribution deadline}}',
  'timing.CONTRIBUTION_DEADLINE.AFTER':
    '{count, plural, =0 {with the contribution deadline} other {{offset} after the contribution deadline}}',

  // Which rule, and where it is written.
  'name.TERMS_OF_REFERENCE': 'the terms of reference',
  'name.GROUP_SETTING': 'the group’s own setting',
  'name.INHERITED': 'the inherited rule',
  'name.DEFAULT': 'the default',
  'grounds.cited': '{document} clause {clause}',
  'grounds.uncited': '{document}',
  'grounds.borrowed': 'borrowed from {borrowedFrom}; see {document} clause {clause}',
  'grounds.D-FG-1': 'borrowed from {borrowedFrom}; {document} clause {clause} leaves it to the group',
  'grounds.GROUP_SETTING': 'set by the group',

  // The sentences.
  'closes.rule': '{closesAt}; {name}: {timing}, {grounds}',
  'closes.published': '{closesAt}; published by {source}',
  'closes.announced': '{closesAt}; published for this meeting',
  'other.differs': '{name} ({offset}, {grounds}) would give {on}',
  'other.agrees': '{name} ({offset}, {grounds}) gives the same day',
  'standing.ON_TIME': 'Received {receivedAt}, in time: the deadline is {closesAt}.',
  'standing.LATE_PENDING':
    'Received {receivedAt}, after the deadline of {closesAt}. It is kept and numbered; the meeting decides whether to admit it.',
  'standing.LATE_HELD':
    'Received {receivedAt}, after the deadline of {closesAt}. It is kept and numbered, and held for the next meeting unless this one admits it.',
  'standing.LATE_ADVISED':
    'Received {receivedAt}, after the advised date of {closesAt}. It is taken all the same; earlier gives others time to read.',
  'announcement.ANNOUNCE_BY': 'Not announced yet; {latestOn} is the last day in time',
  'announcement.ANNOUNCED_IN_TIME':
    'Announced {announcedOn}, {daysAhead, plural, one {# day} other {# days}} ahead; in time, {latestOn} being the last day',
  'announcement.ANNOUNCED_TOO_LATE':
    'Announced {announcedOn}, {daysAhead, plural, one {# day} other {# days}} ahead; too late, {latestOn} was the last day',
  'announcement.norm': 'advice only: {name} ({offset}, {grounds}) would ask for {on}',
  'deliverable.DELIVERABLE_IN_TIME':
    'Approved {approvedOn}, in time for the parent group’s meeting of {parentStartsOn}: {latestOn} is the last day.',
  'deliverable.DELIVERABLE_TOO_LATE':
    'Approved {approvedOn}, {daysLate, plural, one {# day} other {# days}} too late for the parent group’s meeting of {parentStartsOn}: {latestOn} was the last day. Carry it to the next parent meeting, or record a waiver.',

  // Names of the closed lists.
  'obligation.CONTRIBUTIONS': 'Contributions',
  'obligation.CONTRIBUTIONS_FOR_TRANSLATION': 'Contributions to be translated',
  'obligation.POSTING': 'Posting of documents',
  'obligation.ANNOUNCEMENT': 'Announcement of the meeting',
  'obligation.COLLECTIVE_LETTER': 'Collective letter',
  'obligation.REGISTRATION': 'Registration',
  'obligation.VISA': 'Requests for visa support',
  'obligation.TEMPORARY_DOCUMENTS': 'Temporary documents',
  'obligation.RECENT_EVENT_REPORTS': 'Reports on recent events',
  'obligation.DRAFT_RECOMMENDATIONS': 'Draft Recommendations to the parent group',
  'obligation.DELIVERABLES_TO_PARENT': 'Final deliverables to the parent group',
  'obligation.PROGRESS_REPORT': 'Progress report to the parent group',
  'obligation.CORRESPONDENCE_END': 'End of activities by correspondence',
  'obligation.DRAFT_AGENDA': 'Draft agenda',
  'obligation.DOCUMENTS_FOR_DECISION': 'Documents for decision',
  'obligation.WORKING_DOCUMENTS': 'Working documents',
  'obligation.RESOLUTIONS': 'Resolutions',
  'obligation.MINUTES': 'Minutes',
  'obligation.FIRST_MEETING': 'First meeting',
  'strength.BLOCK': 'What is late is held for the next meeting',
  'strength.FLAG': 'What comes later is marked as late',
  'strength.ADVISE': 'Advice; nothing follows from being late',
  'provenance.PUBLISHED': 'Published for this meeting',
  'provenance.TERMS_OF_REFERENCE': 'From the terms of reference',
  'provenance.GROUP_SETTING': 'Set by the group',
  'provenance.INHERITED': 'Inherited rule',
  'provenance.DEFAULT': 'Default',
  'confidence.V': 'Read in the source',
  'confidence.C': 'From a catalogue, a contents page or an extract',
  'confidence.M': 'From memory, not checked',
  'confidence.P': 'Our own decision, where the sources are silent',
  'mode.ONSITE': 'On site',
  'mode.HYBRID': 'On site and remote',
  'mode.REMOTE': 'Remote',
  'kind.FOCUS_GROUP': 'Focus group',
  'kind.STUDY_GROUP': 'Study group',
  'kind.WORKING_PARTY': 'Working party',
  'kind.RAPPORTEUR_GROUP': 'Rapporteur group',
  'kind.COMMON_TEAM': 'Common team',
  'kind.ISO_COMMITTEE': 'ISO committee',
  'kind.ISO_WORKING_GROUP': 'ISO working group',
  'contributionStanding.ON_TIME': 'On time',
  'contributionStanding.LATE_PENDING': 'Late, the meeting decides',
  'contributionStanding.ADMITTED_LATE': 'Late, admitted',
  'contributionStanding.HELD_FOR_NEXT': 'Held for the next meeting',
  'move.MOVES': 'Moves',
  'move.PINNED': 'Stays: it was published',
  'move.STAYS': 'Stays',
  'move.ADDED': 'New',
  'move.REMOVED': 'No longer due',
  'ruleset.itu-t-a7-2016': 'ITU-T A.7 (10/2016), focus groups',
  'ruleset.itu-t-a7-2024': 'ITU-T A.7 (08/2024), focus groups',
  'ruleset.iso': 'ISO committees and working groups',
  'ruleset.own': 'The group’s own rules, after A.7',
} as const
