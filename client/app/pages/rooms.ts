import type { RouteObject } from 'react-router'
import type { RouteTools } from '../routes.js'

type RouteFactory = (tools: RouteTools) => RouteObject

/** A room of the client with its pages. */
export interface Room {
  /** Source file of its front door, by which the build's manifest names its chunk. */
  readonly file: string
  /** By address; `''` is the home page. */
  readonly pages: Readonly<Record<string, (tools: RouteTools) => Promise<RouteObject>>>
}

export const room = <Door>(
  file: string,
  open: () => Promise<Door>,
  pages: Readonly<Record<string, (door: Door) => RouteFactory>>,
): Room => ({
  file,
  pages: Object.fromEntries(
    Object.entries(pages).map(([path, pick]) => [path, async (tools: RouteTools) => pick(await open())(tools)]),
  ),
})

/** The addresses of a room as routes whose loader, action and face come with the room's own code. */
export const routesOf = ({ pages }: Room, tools: RouteTools): RouteObject[] =>
  Object.entries(pages).map(([path, load]) => {
    const lazy = async () => {
      const { loader, action, Component, handle, shouldRevalidate } = await load(tools)
      return { loader, action, Component, handle, shouldRevalidate }
    }
    return path === '' ? { index: true, lazy } : { path, lazy }
  })
