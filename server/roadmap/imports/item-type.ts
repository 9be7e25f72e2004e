import { ITEM_TYPES, type ItemType } from '#schema/vocabulary/register.js'

/** What catalogues call kinds of texts, in small letters without signs; our own names come first. [GA-8] */
const named: Readonly<Record<string, ItemType>> = {
  ...Object.fromEntries(ITEM_TYPES.map((type) => [type.toLowerCase().replaceAll('_', ''), type])),
  is: 'INTERNATIONAL_STANDARD',
  tr: 'TECHNICAL_REPORT',
  ts: 'TECHNICAL_SPECIFICATION',
  technicalpaper: 'REPORT',
  publiclyavailablespecification: 'TECHNICAL_SPECIFICATION',
  pas: 'TECHNICAL_SPECIFICATION',
  iwa: 'WORKSHOP_AGREEMENT',
  internationalworkshopagreement: 'WORKSHOP_AGREEMENT',
  cwa: 'WORKSHOP_AGREEMENT',
  recommendationsupplement: 'SUPPLEMENT',
  nationalstandard: 'STANDARD',
  etsiguide: 'GUIDE',
  eg: 'GUIDE',
  es: 'ETSI_STANDARD',
  en: 'EUROPEAN_STANDARD',
  europeannorm: 'EUROPEAN_STANDARD',
  groupspecification: 'INDUSTRY_SPECIFICATION',
  gs: 'INDUSTRY_SPECIFICATION',
  groupreport: 'REPORT',
  gr: 'REPORT',
  specialreport: 'REPORT',
}

/** The kind that a text names; null when we know no such kind. */
export function typeNamed(text: string): ItemType | null {
  const name = text.toLowerCase().replace(/[^a-z]/g, '')
  return Object.hasOwn(named, name) ? named[name]! : null
}

/** The kind that a designation tells by its own words (ISO/IEC TR 20226, ITU-T L.1801, ETSI EN 303 470); null when it tells none. */
export function typeInDesignation(designation: string): ItemType | null {
  const name = ` ${designation.toUpperCase().replace(/[^A-Z0-9.]+/g, ' ')} `
  if (/ (TR|DTR) /.test(name)) return 'TECHNICAL_REPORT'
  if (/ (TS|DTS|PAS) /.test(name)) return 'TECHNICAL_SPECIFICATION'
  if (/ (IWA|CWA) /.test(name)) return 'WORKSHOP_AGREEMENT'
  if (/^ ITU [TR] /.test(name)) return / SUP/.test(name) ? 'SUPPLEMENT' : 'RECOMMENDATION'
  if (/ (EN|PREN) /.test(name)) return 'EUROPEAN_STANDARD'
  if (/^ ETSI (ES|GS) /.test(name)) return / GS /.test(name) ? 'INDUSTRY_SPECIFICATION' : 'ETSI_STANDARD'
  if (/ (GUIDE|EG) /.test(name)) return 'GUIDE'
  if (/^ (ISO|IEC) /.test(name)) return 'INTERNATIONAL_STANDARD'
  return /^ IEEE /.test(name) ? 'STANDARD' : null
}
