import { DOMParser, type Node, type ParseOptions } from 'prosemirror-model'
import { schema } from '#schema/document/index.js'

/**
 * Reads back from the page what somebody typed with its line ends. The view asks for them to be read as blanks in every paragraph, which would
 * make one line of a listing at the first key.
 */
class KeepingParser extends DOMParser {
  override parse(dom: globalThis.Node, options: ParseOptions = {}): Node {
    return super.parse(dom, { ...options, preserveWhitespace: 'full' })
  }
}

export const keepingParser = (): DOMParser => new KeepingParser(schema, DOMParser.fromSchema(schema).rules)
