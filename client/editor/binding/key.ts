import { PluginKey } from 'prosemirror-state'
import type { Binding } from './binding.js'

/** On transactions that show what the shared text holds. */
export interface BindingMeta {
  /** Somebody else wrote it. */
  readonly isRemote: boolean
  readonly cause: 'remote' | 'operation' | 'undo'
}

export const bindingKey = new PluginKey<Binding>('clause-binding')
