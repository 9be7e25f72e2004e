/** The list of documents of a meeting: where they stand on its agenda, what became of them. */
export { Allocation } from './allocation.entity.js'
export { Allocating, type AddAllocationRule, type AllocateDocuments, type NamePresenter } from './allocating.service.js'
export {
  documentsAtHand,
  documentsByAgendaItem,
  type DocumentAtHand,
  type DocumentOnTable,
} from './document-list.loader.js'
export { ConcernedClausesModule } from './concerned-clauses.module.js'
export { DocumentListModule } from './document-list.module.js'
export { documentsOf, momentOf, type DocumentLine } from './document-list.reads.js'
export { DocumentNews } from './document-news.service.js'
export { ListedDocument } from './listed-document.entity.js'
export { Settling, type SettleDocuments, type UndoSettling } from './settling.service.js'
export { WhatChanged } from './what-changed.service.js'
