// Writes the program of the page of the things as one file to its output. A process of its own: the bundler does not work inside of Jest.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

const built = await build({
  configFile: false,
  root: at('.'),
  logLevel: 'silent',
  resolve: {
    alias: [{ find: /^#schema\/(.*)\.js$/, replacement: at('../../../schema/$1') }],
    dedupe: ['yjs', 'prosemirror-model'],
  },
  build: {
    write: false,
    minify: false,
    target: 'es2023',
    rollupOptions: { input: at('./main.ts'), output: { format: 'iife' } },
  },
})
process.stdout.write([built].flat()[0].output[0].code)
