import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import type { RouteTools } from '../routes.js'
import { rooms } from './index.js'

const tools = {
  api: () => Promise.reject(new Error('nothing is asked')),
  words: wordsFor('en'),
} as unknown as RouteTools
const pages = rooms.flatMap(({ file, pages: of }) => Object.entries(of).map(([path, load]) => ({ file, path, load })))

it.each(pages)('opens $file for "$path", whose own route says so too', async ({ path, load }) => {
  const { path: own, index, Component, loader } = await load(tools)
  expect(index ? '' : own).toBe(path)
  // What a page asks for by itself has no page of its own.
  expect(Component ?? loader).toBeDefined()
})

it.each(rooms)('finds $file where it says, so that its chunk is named in the page', async ({ file }) => {
  await expect(import(file.replace(/^client\//, '../../').replace(/\.ts$/, '.js'))).resolves.toBeDefined()
})
