import { isAdministrator, permissions } from '#server/common/access/index.js'

/** What belongs to the site as a whole. */
export const siteAccess = permissions({
  'site.registerEdit': [[isAdministrator]],
  'site.siteAdminister': [[isAdministrator]],
})
