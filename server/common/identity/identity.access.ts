import { holdsAnywhere, isAdministrator, permissions } from '#server/common/access/index.js'

/** What belongs to the site as a whole. */
export const siteAccess = permissions({
  'site.registerEdit': [[isAdministrator]],
  // Where bodies meet is the business of whoever speaks for a group to others. [OV-5]
  'site.overlapEdit': [[holdsAnywhere('LIAISON_OFFICER')], [isAdministrator]],
  'site.siteAdminister': [[isAdministrator]],
})
