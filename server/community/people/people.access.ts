import { anybody, isAdministrator, permissions } from '#server/common/access/index.js'
import type { Viewer } from '#server/platform/context/index.js'

const isThemself = (viewer: Viewer, person: { id: string }): boolean => viewer.personId === person.id

/** People are shown by name wherever they act. Who they are is kept by themselves and by the administrators. */
export const peopleAccess = permissions<{ id: string }>({
  'person.read': [[anybody]],
  'person.record': [[isAdministrator]],
  'person.edit': [[isThemself], [isAdministrator]],
  'person.erase': [[isThemself], [isAdministrator]],
})
