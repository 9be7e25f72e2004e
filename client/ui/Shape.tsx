/** Small marks that tell states apart without colour. Drawn with the ink of the text around them; never alone: a word stands beside. */
export type ShapeName =
  'full' | 'half' | 'ring' | 'quarter' | 'square' | 'diamond' | 'triangle' | 'cross' | 'dash' | 'hatch'

const paths: Record<ShapeName, { fill?: string; stroke?: string }> = {
  full: { fill: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z' },
  half: { fill: 'M6 1.5a4.5 4.5 0 0 0 0 9z', stroke: 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z' },
  quarter: { fill: 'M6 6V1.5A4.5 4.5 0 0 1 10.5 6z', stroke: 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z' },
  ring: { stroke: 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z' },
  square: { fill: 'M1.5 1.5h9v9h-9z' },
  diamond: { stroke: 'M6 1.2 10.8 6 6 10.8 1.2 6z' },
  triangle: { fill: 'M6 1.2 11.4 10.8H.6z' },
  cross: { stroke: 'm2.2 2.2 7.6 7.6m0-7.6-7.6 7.6' },
  dash: { stroke: 'M1.5 6h9' },
  hatch: { stroke: 'M1.5 1.5h9v9h-9zM1.5 6 6 1.5M1.5 10.5l9-9M6 10.5 10.5 6' },
}

export function Shape({ name }: { name: ShapeName }) {
  const { fill, stroke } = paths[name]
  return (
    <svg className="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {stroke && <path d={stroke} fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {fill && <path d={fill} fill="currentColor" />}
    </svg>
  )
}
