/** What the gallery shows: invented, shaped like the real thing, with the long and the awkward among it. */
import type { Hue } from './marks.js'
import type { MatrixCell, Measure } from './Matrix.js'

export interface Specimen {
  slug: string
  name: string
  title: string
  body: string
  hue: Hue
  native: string
  state: 'force' | 'development' | 'revision' | 'withdrawn' | 'unknown'
  on: string | null
  figure: number | null
  isConfirmed: boolean
}

export const specimens: readonly Specimen[] = [
  {
    slug: 'iso-iec-21031-2024',
    name: 'ISO/IEC 21031:2024',
    title: 'Software carbon intensity (SCI) specification',
    body: 'ISO/IEC',
    hue: 2,
    native: '60.60',
    state: 'force',
    on: '2024-03-14',
    figure: 3,
    isConfirmed: true,
  },
  {
    slug: 'itu-t-l-1305',
    name: 'ITU-T L.1305',
    title: 'Data centre infrastructure management system based on big data and artificial intelligence technology',
    body: 'ITU-T',
    hue: 1,
    native: 'In force',
    state: 'force',
    on: '2019-11',
    figure: 12,
    isConfirmed: true,
  },
  {
    slug: 'ieee-p7100',
    name: 'IEEE P7100',
    title: 'Measurement of environmental impacts of artificial intelligence systems',
    body: 'IEEE',
    hue: 3,
    native: 'Active PAR',
    state: 'development',
    on: '2025',
    figure: 0,
    isConfirmed: false,
  },
  {
    slug: 'etsi-en-303-804',
    name: 'ETSI EN 303 804',
    title: 'Green abstraction layer',
    body: 'ETSI',
    hue: 6,
    native: 'AAP LC',
    state: 'revision',
    on: null,
    figure: null,
    isConfirmed: false,
  },
  {
    slug: 'cen-clc-tr-99',
    name: 'CEN/CLC TR 99999-1',
    title: 'قياس استهلاك المياه في مراكز البيانات',
    body: 'CEN-CENELEC',
    hue: 5,
    native: '95.99',
    state: 'withdrawn',
    on: '2021-06-30',
    figure: 1204,
    isConfirmed: true,
  },
  {
    slug: 'gb-t-1',
    name: 'GB/T 32910.3',
    title: '数据中心 资源利用 第3部分：电能能效要求和测量方法',
    body: 'SAC',
    hue: 10,
    native: '60.60',
    state: 'unknown',
    on: '2016-08-29',
    figure: 7,
    isConfirmed: true,
  },
]

export const measures: readonly Measure[] = [
  { id: 'force', label: 'Items in force', shape: 'full' },
  { id: 'development', label: 'Items in development', shape: 'half' },
  { id: 'gaps', label: 'Gaps open', shape: 'diamond' },
]

export const stages = [
  'Inception',
  'Design and development',
  'Verification',
  'Deployment',
  'Operation and monitoring',
  'Inference',
  'Re-evaluation',
  'Retirement',
  'Hardware end of life',
]

const topics = [
  'Energy use',
  'Water use',
  'Greenhouse gas emissions',
  'Materials and circularity',
  'Data centre infrastructure and cooling',
  'Reporting',
]

export const coverage = topics.map((topic, row) => ({
  id: `t${row}`,
  label: topic,
  href: `#t${row}`,
  cells: stages.map((stage, column): MatrixCell => {
    const seed = (row * 7 + column * 5) % 11
    if (seed === 3 || seed === 8)
      return { figures: null, label: `${topic}, ${stage}: unknown`, href: `#${row}-${column}` }
    const force = seed > 6 ? 0 : seed
    const figures = { force, development: seed % 4, gaps: seed % 3 }
    return {
      figures,
      level: Math.min(5, force) as MatrixCell['level'],
      href: seed === 0 ? undefined : `#${row}-${column}`,
      label: `${topic}, ${stage}: ${force} in force, ${figures.development} in development, ${figures.gaps} gaps open`,
    }
  }),
}))
