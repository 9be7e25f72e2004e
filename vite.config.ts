/**
 * Builds the client twice: for browsers (dist/client, every file hashed, named in .vite/manifest.json, served as /assets/* and never changed) and
 * for the server that renders pages (`vite build --ssr`, dist/ssr/entry-server.js, packages left outside). In development Vite answers
 * under the same /assets/ and hands everything else (pages, /graphql, /collab, files) to the server, so that one address serves both.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * What changes seldom is a file of its own, which returning readers have already: what we did not write, and the words. Rooms are files by
 * themselves, because the list of pages imports them when somebody goes there.
 */
const chunks = [
  { name: 'vendor', test: /node_modules[\\/](?:react|react-dom|react-router|scheduler)[\\/]/, priority: 2 },
  { name: 'words', test: /schema[\\/]words|node_modules[\\/](?:@formatjs|intl-messageformat)[\\/]/, priority: 1 },
]

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig(({ isSsrBuild }) => {
  const server = `http://127.0.0.1:${process.env['API_PORT'] ?? '3000'}`
  return {
    root: at('.'),
    base: '/assets/',
    publicDir: false,
    cacheDir: at('./.cache/vite'),
    plugins: [react()],
    resolve: {
      alias: [{ find: /^#schema\/(.*)\.js$/, replacement: at('./schema/$1') }],
      dedupe: ['react', 'react-dom', 'yjs'],
    },
    // React asks the environment which of its builds to be, and demo mode is no NODE_ENV=production: inside the bundle it is the fast one for everybody.
    // All packages or none: React must be there once.
    ssr: { noExternal: isSsrBuild ? true : undefined },
    define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
    optimizeDeps: { entries: ['client/app/entry-client.tsx', 'client/ui/gallery.html'] },
    build: {
      target: 'es2023',
      outDir: isSsrBuild ? 'dist/ssr' : 'dist/client',
      emptyOutDir: true,
      assetsDir: '.',
      manifest: !isSsrBuild,
      // The Content-Security-Policy takes no data: address; every font and picture is a file.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: true,
      rollupOptions: {
        input: isSsrBuild
          ? at('./client/app/entry-server.tsx')
          : [at('./client/app/entry-client.tsx'), at('./client/ui/theme-boot.ts')],
        output: isSsrBuild ? { entryFileNames: '[name].js' } : { codeSplitting: { groups: chunks } },
      },
    },
    server: {
      host: '127.0.0.1',
      port: Number(process.env['PORT'] ?? 5173),
      strictPort: true,
      proxy: {
        '/graphql': { target: server, ws: true },
        '/collab': { target: server, ws: true },
        '^/(?!assets/)': { target: server },
      },
    },
  }
})
