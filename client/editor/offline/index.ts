/** Texts on this device: written in without a network, and put together with what others wrote meanwhile. */
export { LocalCopy, type LocalCopyOptions } from './local-copy.js'
export { strangerKey } from './kept-texts.js'
