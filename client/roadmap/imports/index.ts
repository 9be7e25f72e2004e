export { importListRoute, importRoute, newImportRoute, undoImportRoute } from './imports.route.js'
