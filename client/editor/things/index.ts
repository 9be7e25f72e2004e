/**
 * The things that a standards text holds besides words and tables: formulas, footnotes, citations, cross-references, pictures; and the kinds of paragraphs
 * with manners of their own. `things()` stands before the keys of the text.
 */
import { keymap } from 'prosemirror-keymap'
import { Plugin, PluginKey } from 'prosemirror-state'
import { entryNames } from './entry-names.js'
import { figureKeys } from './frame-commands.js'
import { keepingParser } from './keeping-parser.js'
import { labels } from './labels.js'
import { openPlugin } from './open-thing.js'
import type { ThingOptions } from './options.js'
import { pictures } from './pictures.js'
import { popovers } from './popover.js'
import { thingKeys } from './thing-commands.js'
import { thingViews } from './thing-views.js'

export { figureActions, figureCommands, figureHere, frameHere, setPictureSize } from './frame-commands.js'
export { drawnLabels, labelText } from './labels.js'
export type { ClauseOfOther, OtherText, OtherTexts, TextAndClauses } from './elsewhere.js'
export { openKey, openThing, type OpenThing } from './open-thing.js'
export type { FoundItem, StoredPicture, ThingOptions } from './options.js'
export { targetsIn, type Target } from './targets.js'
export {
  applyThing,
  insertFigure,
  referTo,
  setKeyFigure,
  thingCommands,
  thingKeyList,
  thingKeys,
} from './thing-commands.js'
export { thingViews } from './thing-views.js'

/** All plugins of the things, with how they are drawn. */
export const things = (options: ThingOptions): Plugin[] => [
  keymap(thingKeys),
  keymap(figureKeys),
  openPlugin(),
  popovers(options),
  ...(options.upload ? [pictures()] : []),
  labels(options),
  entryNames(),
  new Plugin({ key: new PluginKey('things'), props: { nodeViews: thingViews(options), domParser: keepingParser() } }),
]
