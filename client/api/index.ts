/** The GraphQL client, and how a refusal is carried. */
export {
  apiBy,
  overHttp,
  Refused,
  type Api,
  type Answer,
  type Execute,
  type RefusalSeen,
  type TypedDocument,
} from './api.js'
export { found, orAnswer, orRefuse, refuseWith, type ActionAnswer } from './page-data.js'
export { listen, type LineState } from './live.js'
export { upload, type Upload } from './upload.js'
export { uploadForm } from './upload-form.js'
