/** The frame around every page. */
export const shell = {
  name: 'Rapporteur',
  roadmap: 'Roadmap',
  gaps: 'Gaps',
  principles: 'Principles',
  bodies: 'Bodies',
  groups: 'Groups',
  activity: 'Activity',
  about: 'About this site',
  me: 'My account',
  signIn: 'Sign in',
  toStart: 'To the start page',
  keySearch: 'Search on this page',
  exampleTitle: 'Example.',
  exampleText:
    'This group, its people and its texts are made up, so that everything can be tried. Nothing here is a fact.',
  footer:
    'What exists, what is missing, who is acting, and which text closes the gap. Facts carry their source; nothing here is an official statement of any body named.',
  'refused.NOT_FOUND': 'Nothing here',
  'refused.FORBIDDEN': 'Not yours to open',
  'refused.SIGN_IN_REQUIRED': 'Please sign in',
  'refused.BAD_INPUT': 'That address cannot be read',
  'refused.BAD_CURSOR': 'That page of the list is gone',
  'refused.TOO_MANY_REQUESTS': 'A moment, please',
  'refused.OFFLINE': 'No connection',
  'refused.NOTHING_TO_SEND': 'Nothing to send here',
  'refused.INTERNAL': 'Something went wrong',
} as const
