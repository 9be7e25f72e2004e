/** Shared texts as things. */
export { SharedDocument } from './document.entity.js'
export { WRITER, type DocumentScope } from './documents.access.js'
export { documentsByGroup, documentsById } from './documents.loader.js'
export { DocumentsModule } from './documents.module.js'
export { Documents, type OpenDocument } from './documents.service.js'
