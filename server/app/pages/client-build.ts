import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '#server/platform/graphql/index.js'

interface ManifestChunk {
  file: string
  css?: string[]
  imports?: string[]
  isDynamicEntry?: boolean
}

/** Addresses of the files that every page names. */
export interface Assets {
  theme: string
  entry: string
  styles: string[]
  preload: string[]
  /** Files of each room of the client, by the source file of its front door. */
  rooms: Record<string, string[]>
}

interface PageRequest {
  request: Request
  execute: (
    query: string,
    variables: Record<string, unknown>,
  ) => Promise<{ data?: unknown; errors?: readonly unknown[] }>
  language: string
  assets: Assets
}

export type Page = { response: Response } | { status: number; headers: Headers; html: string }

/** The built client: where its files lie, how pages name them, and the function that renders a page. */
export interface ClientBuild {
  folder: string
  assets: Assets
  /** The service worker of the writing room; null where none was built. */
  serviceWorker: string | null
  renderPage(request: PageRequest): Promise<Page>
}

/** Loads what `npm run build` made of `client/`. Throws when it was not built. */
export async function loadClientBuild(): Promise<ClientBuild> {
  const folder = join(packageRoot, 'dist/client')
  const manifestFile = join(folder, '.vite/manifest.json')
  if (!existsSync(manifestFile)) throw new Error('The client is not built: run "npm run build".')
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, ManifestChunk>
  const entry = manifest['client/app/entry-client.tsx']!
  const theme = manifest['client/ui/theme-boot.ts']!
  const address = (file: string) => `/assets/${file}`
  const chunks = importedBy(manifest, entry)
  const rooms = Object.entries(manifest).filter(([name, chunk]) => chunk.isDynamicEntry && name.endsWith('/index.ts'))
  const { renderPage } = (await import(
    pathToFileURL(join(packageRoot, 'dist/ssr/entry-server.js')).href
  )) as ClientBuild
  const worker = join(packageRoot, 'dist/worker/service-worker.js')
  return {
    folder,
    renderPage,
    serviceWorker: existsSync(worker) ? readFileSync(worker, 'utf8') : null,
    assets: {
      theme: address(theme.file),
      entry: address(entry.file),
      styles: [...new Set([...(entry.css ?? []), ...chunks.flatMap((chunk) => chunk.css ?? [])])].map(address),
      preload: chunks.map((chunk) => address(chunk.file)),
      rooms: Object.fromEntries(
        rooms.map(([name, room]) => [name, [room, ...importedBy(manifest, room)].map(({ file }) => address(file))]),
      ),
    },
  }
}

/** All chunks that a chunk imports, however far down, each once. */
function importedBy(manifest: Record<string, ManifestChunk>, chunk: ManifestChunk): ManifestChunk[] {
  const found = new Set<ManifestChunk>()
  const follow = ({ imports = [] }: ManifestChunk) => {
    for (const next of imports.map((name) => manifest[name]!)) {
      if (found.has(next)) continue
      found.add(next)
      follow(next)
    }
  }
  follow(chunk)
  return [...found]
}
