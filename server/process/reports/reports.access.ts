import { isAdministrator, isVisible, managesGroup, permissions, type Visibility } from '#server/common/access/index.js'

/** A report as the permission table sees it: as hidden as the most hidden of itself, its meeting and its group. [GR-3] */
export interface ReportScope {
  readonly groupId: string
  readonly visibility: Visibility
}

/** Chair, vice-chairs and secretariat make reports; others read what they have frozen. */
export const reportsAccess = permissions<ReportScope>({
  'reports.read': [[isVisible]],
  'reports.write': [[isVisible, managesGroup], [isAdministrator]],
})
