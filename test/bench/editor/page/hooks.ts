/** How long each hook of each plugin takes: the plugins of every state that is made from now on are wrapped, from outside. */
import { EditorState, type Plugin } from 'prosemirror-state'
import type { HookTime } from './api.js'

type Hook = (this: unknown, ...args: unknown[]) => unknown

const times = new Map<string, { plugin: string; hook: string; calls: number; ms: number }>()
/** What the hooks have taken that are under way, innermost last. */
const inside: number[] = []

function watched(plugin: string, hook: string, act: Hook): Hook {
  const key = `${plugin} ${hook}`
  return function (this: unknown, ...args) {
    const began = performance.now()
    inside.push(0)
    try {
      return act.apply(this, args)
    } finally {
      const took = performance.now() - began
      const own = took - inside.pop()!
      if (inside.length > 0) inside[inside.length - 1]! += took
      const held = times.get(key) ?? { plugin, hook, calls: 0, ms: 0 }
      times.set(key, { ...held, calls: held.calls + 1, ms: held.ms + own })
    }
  }
}

function watchIn(owner: object | undefined, plugin: string, names: readonly string[]): void {
  const held = (owner ?? {}) as Record<string, unknown>
  for (const name of names) if (typeof held[name] === 'function') held[name] = watched(plugin, name, held[name] as Hook)
}

const done = new WeakSet<Plugin>()

function watch(plugin: Plugin): void {
  if (done.has(plugin)) return
  done.add(plugin)
  const name = (plugin as unknown as { key: string }).key.replace(/\$.*$/, '')
  const { spec } = plugin
  watchIn(spec.state, name, ['apply'])
  watchIn(spec, name, ['appendTransaction', 'filterTransaction'])
  watchIn(plugin.props, name, Object.keys(plugin.props))
  if (!spec.view) return
  const { view: make } = spec
  spec.view = (view) => {
    const made = make.call(plugin, view)
    // A view of a class of its own has its methods on the prototype.
    const update = made.update?.bind(made)
    if (update) made.update = watched(name, 'update', update as Hook) as typeof update
    return made
  }
}

export function watchPlugins(): void {
  const create = EditorState.create.bind(EditorState)
  EditorState.create = (config) => {
    config.plugins?.forEach(watch)
    return create(config)
  }
}

export function takeHooks(): HookTime[] {
  const taken = [...times.values()]
  times.clear()
  return taken
}
