/** Files that people upload: bytes, checksums, types. */
export { StoredFile } from './file.entity.js'
export { FileScopes, type FileOwner, type FileScope } from './file-scopes.service.js'
export { addressOfFile } from './file-address.js'
export { filesById, filesOf } from './files.loader.js'
export { FilesModule } from './files.module.js'
export { Files, type AddFile, type ReadableFile } from './files.service.js'
export { registerFiles, type FilesOptions } from './register-files.edge.js'
