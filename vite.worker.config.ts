/**
 * Builds the service worker: one file that is no module, from `client/worker`, with the list of files that the writing room needs. Called by scripts/build.mjs
 * after the client, whose manifest names them.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

interface Chunk {
  file: string
  css?: string[]
  assets?: string[]
  imports?: string[]
  dynamicImports?: string[]
}

const entries = ['client/app/entry-client.tsx', 'client/ui/theme-boot.ts', 'client/drafting/documents/index.ts']
/** Front doors of other rooms: the room does without them. */
const isOtherRoom = (name: string): boolean => name.endsWith('/index.ts') && !entries.includes(name)

/** Addresses of all that the room may come to need, also later: dialogs, formulas, fonts. */
function filesOfRoom(manifest: Record<string, Chunk>): string[] {
  const seen = new Set<string>()
  const files = new Set<string>()
  const follow = (name: string): void => {
    if (seen.has(name) || isOtherRoom(name)) return
    seen.add(name)
    const { file, css = [], assets = [], imports = [], dynamicImports = [] } = manifest[name]!
    // Browsers that have service workers take the newer form of a font.
    for (const one of [file, ...css, ...assets]) if (!one.endsWith('.woff')) files.add(`/assets/${one}`)
    for (const next of [...imports, ...dynamicImports]) follow(next)
  }
  entries.forEach(follow)
  return [...files].sort()
}

export default defineConfig(() => {
  const client = process.env['CLIENT_BUILD'] ?? at('./dist/client')
  const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = filesOfRoom(manifest)
  const styles = (manifest['client/app/entry-client.tsx']!.css ?? []).map((file) => `/assets/${file}`)
  return {
    root: at('.'),
    publicDir: false,
    cacheDir: at('./.cache/vite-worker'),
    define: {
      __ROOM_FILES__: JSON.stringify(files),
      __ROOM_STYLES__: JSON.stringify(styles),
      __BUILD__: JSON.stringify(createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)),
    },
    resolve: { alias: [{ find: /^#schema\/(.*)\.js$/, replacement: at('./schema/$1') }] },
    build: {
      target: 'es2023',
      copyPublicDir: false,
      sourcemap: false,
      lib: {
        entry: at('./client/worker/service-worker.ts'),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'service-worker.js',
      },
    },
  }
})
