import dagre from '@dagrejs/dagre'

/** What is drawn: a box with a name, or a line between two. */
export interface Box {
  readonly id: string
}
export interface Line {
  readonly id: string
  readonly from: string
  readonly to: string
}

export interface Drawn<B extends Box, L extends Line> {
  readonly width: number
  readonly height: number
  readonly boxes: readonly (B & { readonly x: number; readonly y: number })[]
  readonly lines: readonly (L & { readonly path: string; readonly labelX: number; readonly labelY: number })[]
}

/** Sizes in pixels: of a box, and of the words on a line. */
export const BOX = { width: 190, height: 48 } as const
const LABEL = { width: 120, height: 18 } as const
const MARGIN = 12

/**
 * Where boxes and lines stand: from left to right along the lines, none over another. The same picture for the same data, on the server and in
 * the browser; lines to boxes that are not there are left out. [LG-2]
 */
export function drawn<B extends Box, L extends Line>(boxes: readonly B[], lines: readonly L[]): Drawn<B, L> {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 40, marginx: MARGIN, marginy: MARGIN })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of boxes) graph.setNode(id, { ...BOX })
  const known = lines.filter(({ from, to }) => graph.hasNode(from) && graph.hasNode(to))
  for (const { id, from, to } of known) graph.setEdge(from, to, { ...LABEL, labelpos: 'c' }, id)
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: boxes.map((box) => {
      const { x, y } = graph.node(box.id) as { x: number; y: number }
      return { ...box, x: round(x - BOX.width / 2), y: round(y - BOX.height / 2) }
    }),
    lines: known.map((line) => {
      const { points, x, y } = graph.edge(line.from, line.to, line.id) as { points: Point[]; x: number; y: number }
      return { ...line, path: pathOf(points), labelX: round(x), labelY: round(y) }
    }),
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

const round = (value: number) => Math.round(value * 10) / 10
const pathOf = (points: readonly Point[]) =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
