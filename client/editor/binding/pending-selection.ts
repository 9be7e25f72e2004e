import type { Host } from './host.js'

/** What ProseMirror's view has besides what its types tell. */
interface Watching {
  readonly domObserver?: { flush(): void }
  hasFocus?(): boolean
}

/**
 * Lets the view read where a click or a key has just put the caret. The browser tells of it a moment later; whatever is shown meanwhile would put
 * the caret back to where it was, and the words typed next with it. Call it before a change that the person here has not made.
 */
export function takeUpSelection(host: Host): void {
  const view = host as Host & Watching
  if (!view.composing && view.hasFocus?.()) view.domObserver?.flush()
}
