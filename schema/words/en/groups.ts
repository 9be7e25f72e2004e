/** Groups at work: what their page says. */
export const groups = {
  'lifetime.LIFETIME_NOT_STARTED':
    'The lifetime begins with the first meeting, and none is set yet. It then lasts {months, plural, one {# month} other {# months}}.',
  'lifetime.LIFETIME_UNLIMITED': 'This group works without a limit of time.',
  'lifetime.LIFETIME_RUNS':
    '{months, plural, one {# month} other {# months}} from the first meeting, which opened or opens on {startsOn}: to {endsOn}.',
  'lifetime.LIFETIME_WAITS_FOR_TERMS':
    'The lifetime begins when the parent approves the terms of reference, and that day is not known yet. It then lasts {months, plural, one {# month} other {# months}}.',
  'lifetime.LIFETIME_RUNS_FROM_TERMS':
    '{months, plural, one {# month} other {# months}} from the approval of the terms of reference on {startsOn}: to {endsOn}.',
  'lifetime.LIFETIME_EXTENDED':
    'To {endsOn}, by a decision of the parent group of {decidedOn}; without it, to {wouldEndOn}.',
  'lifetime.LIFETIME_EXTENDED_ONLY': 'To {endsOn}, by a decision of the parent group of {decidedOn}.',

  // The nineteen sections of terms of reference.
  'terms.RATIONALE_AND_SCOPE': 'Rationale and scope',
  'terms.OBJECTIVES': 'Objectives',
  'terms.STRUCTURE': 'Structure',
  'terms.TASKS_AND_DELIVERABLES': 'Tasks and deliverables',
  'terms.RELATIONSHIPS': 'Relationships',
  'terms.PARENT_GROUP': 'Parent group',
  'terms.LEADERSHIP': 'Leadership',
  'terms.PARTICIPATION': 'Participation',
  'terms.ADMINISTRATIVE_SUPPORT': 'Administrative support',
  'terms.FINANCING': 'General financing',
  'terms.MEETINGS': 'Meetings',
  'terms.TECHNICAL_CONTRIBUTIONS': 'Technical contributions',
  'terms.WORKING_LANGUAGE': 'Working language',
  'terms.APPROVAL_OF_DELIVERABLES': 'Approval of deliverables',
  'terms.WORKING_GUIDELINES': 'Working guidelines',
  'terms.PROGRESS_REPORTS': 'Progress reports',
  'terms.ANNOUNCEMENT_OF_FORMATION': 'Announcement of formation',
  'terms.MILESTONES_AND_DURATION': 'Milestones and duration',
  'terms.PATENT_POLICY': 'Patent policy',

  // Names of the closed lists.
  'kind.FOCUS_GROUP': 'Focus group',
  'kind.STUDY_GROUP': 'Study group',
  'kind.WORKING_GROUP': 'Working group',
  'state.PROPOSED': 'Proposed',
  'state.ESTABLISHED_PROVISIONAL': 'At work, to be confirmed',
  'state.ESTABLISHED': 'At work',
  'state.EXTENDED': 'At work, extended',
  'state.CONCLUDED': 'Concluded',
  'role.CHAIR': 'Chair',
  'role.VICE_CHAIR': 'Vice-chair',
  'role.SECRETARIAT': 'Secretariat',
  'role.EDITOR': 'Editor',
  'role.CONTRIBUTOR': 'Contributor',
  'role.LIAISON_OFFICER': 'Liaison officer',
  'role.PARTICIPANT': 'Participant',
} as const
