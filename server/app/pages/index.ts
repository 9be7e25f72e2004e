/** Server-rendered pages: the client's own routes, run in process; kept for strangers under the register revision. */
export { loadClientBuild, type ClientBuild } from './client-build.js'
export { problemPage } from './problem-page.js'
export { registerPages, type PagesOptions } from './pages.js'
