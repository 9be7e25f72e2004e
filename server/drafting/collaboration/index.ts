/** Writing together over sockets, and what stands in shared texts. */
export { CollaborationModule } from './collaboration.module.js'
export { LiveDocuments } from './live-documents.service.js'
export { registerCollaboration } from './register-collaboration.edge.js'
export { CollaborationSockets } from './sockets.service.js'
export { NOTHING_STORED, textStandings, type TextStanding } from './texts.loader.js'
export { Texts } from './texts.service.js'
export { UPDATES_CHANNEL } from './update-log.store.js'
