/** What a text says without anybody writing it. The short phrases of the lines are the guide's; the rest is ours. */
export const generated = {
  none: 'None.',
  'lead.REFERENCES':
    'This {type, select, SPECIFICATION {Technical Specification} other {Technical Report}} cites the following works. The edition named is the one that was known when the list was made; whoever uses a work looks whether there is a newer one.',
  'lead.TERMS_ELSEWHERE':
    'This {type, select, SPECIFICATION {Technical Specification} other {Technical Report}} uses the following terms defined elsewhere:',
  'lead.TERMS_HERE':
    'This {type, select, SPECIFICATION {Technical Specification} other {Technical Report}} defines the following terms:',
  'lead.ABBREVIATIONS':
    'This {type, select, SPECIFICATION {Technical Specification} other {Technical Report}} uses the following abbreviations and acronyms:',
  'lead.ANNEX':
    '(This annex forms an integral part of this {type, select, SPECIFICATION {Technical Specification} other {Technical Report}}.)',
  'lead.APPENDIX':
    '(This appendix does not form an integral part of this {type, select, SPECIFICATION {Technical Specification} other {Technical Report}}.)',
  tag: '[{use, select, BIBLIOGRAPHY {b-} other {}}{key}]',
  designation: '{designation}{hasDate, select, yes { ({on})} other {}},',
  noTitle: 'title not known',
  state: '({state})',
  replacedBy: 'Replaced by',
  notInRegister: 'not in the register',
  notAskedYet: '{key}',
  citedIn: 'Cited in',
  comma: ', ',
  works: 'Works cited here',
  bibliography: 'Works cited for the bibliography',
  goTo: 'To where it is cited: {clause}',
} as const
