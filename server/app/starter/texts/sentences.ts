/** Sentences that nobody wrote: grammatical, about measuring, and different each time. For texts that must be large rather than wise. */
import type { Random } from '#schema/document/index.js'

const things = [
  'service', 'site', 'meter', 'machine', 'model', 'rack', 'cooling tower', 'grid', 'provider', 'operator', 'data set', 'batch of requests',
  'power supply', 'record of utilisation', 'functional unit', 'boundary', 'period', 'switch', 'reservoir', 'sensor', 'battery', 'basin',
  'contract', 'training run', 'reading', 'estimate', 'accelerator', 'chiller', 'inventory', 'maintenance plan', 'sampling interval', 'workload',
] // prettier-ignore
const qualities = [
  'electricity use', 'water consumption', 'idle share', 'uncertainty', 'load', 'temperature', 'efficiency', 'emission factor', 'expected life',
  'accuracy', 'share of the total', 'rate of replacement', 'make-up water', 'capacity', 'monthly mean', 'highest value', 'response time', 'cost',
  'calibration', 'resolution', 'coverage', 'variation', 'seasonal pattern', 'embodied share',
] // prettier-ignore
const adjectives = [
  'shared', 'measured', 'estimated', 'remote', 'idle', 'small', 'large', 'new', 'typical', 'older', 'independent', 'regional', 'yearly', 'hourly',
  'separate', 'reserved', 'rented', 'stated', 'external', 'combined', 'reported', 'dry', 'busy', 'quiet',
] // prettier-ignore
const people = ['the operator', 'the provider', 'a second person', 'the reader', 'the group', 'an auditor', 'the owner of the site', 'a buyer'] // prettier-ignore
const acts = ['records', 'states', 'checks', 'divides', 'compares', 'keeps', 'estimates', 'publishes', 'corrects', 'explains', 'repeats', 'verifies'] // prettier-ignore
const relations = ['depends on', 'follows', 'is larger than', 'is part of', 'differs from', 'is read together with', 'is limited by', 'is close to'] // prettier-ignore
const times = [
  'in each period', 'once a month', 'after a change of the boundary', 'before the statement is published', 'during the night', 'in the dry season',
  'at full load', 'while requests are few', 'for at least one year', 'at the same hour', 'when a machine is replaced', 'in every trial',
] // prettier-ignore
const reasons = [
  'because the meter does not see it', 'since two sites are seldom alike', 'so that the figures add up', 'although the difference is small',
  'because the factor of the grid changes', 'so that a later reader can repeat it', 'as the records of the trial show',
  'unless the contract says otherwise', 'because waiting machines draw power, too', 'so that nothing is counted twice',
] // prettier-ignore
const openings = ['In general,', 'In most trials,', 'At smaller sites,', 'Over a whole year,', 'Seen from outside,', 'For rented machines,', 'By contrast,', 'Where no meter is installed,'] // prettier-ignore

/** Says things one after the other, with the choices of `random`. */
export class Sentences {
  constructor(private readonly random: Random) {}

  readonly pick = <T>(list: readonly T[]): T => list[Math.floor(this.random() * list.length)]!
  private readonly chance = (share: number) => this.random() < share

  /** the yearly electricity use of the cooling tower */
  private quantity(): string {
    const thing = `the ${this.chance(0.4) ? `${this.pick(adjectives)} ` : ''}${this.pick(things)}`
    return `the ${this.pick(qualities)} of ${thing}`
  }

  sentence(): string {
    const value = `${1 + Math.floor(this.random() * 95)} %`
    const kinds: readonly (() => string)[] = [
      () => `${this.quantity()} ${this.pick(relations)} ${this.quantity()} ${this.pick(times)}`,
      () => `${this.pick(people)} ${this.pick(acts)} ${this.quantity()} ${this.pick(reasons)}`,
      () => `${this.quantity()} and ${this.quantity()} are stated side by side, ${this.pick(reasons)}`,
      () => `${this.quantity()} made up |${value}| of the total ${this.pick(times)}`,
      () =>
        `${this.pick(people)} ${this.pick(acts)} ${this.quantity()} ${this.pick(times)} and ${this.pick(acts)} the result`,
      () => `it is *${this.quantity()}* that ${this.pick(relations)} ${this.quantity()}, ${this.pick(reasons)}`,
    ]
    const said = this.pick(kinds)()
    return this.chance(0.25) ? `${this.pick(openings)} ${said}.` : `${said[0]!.toUpperCase()}${said.slice(1)}.`
  }

  requirement(): string {
    return `The statement shall give ${this.quantity()} ${this.pick(times)}.`
  }

  item(): string {
    return `${this.quantity()} ${this.pick(times)};`
  }

  heading(): string {
    const said = this.pick([
      () => `${this.pick(qualities)} of the ${this.pick(things)}`,
      () => `${this.pick(adjectives)} ${this.pick(things)} and ${this.pick(qualities)}`,
      () => `from ${this.pick(things)} to ${this.pick(things)}`,
      () => `${this.pick(qualities)} ${this.pick(times)}`,
    ])()
    return `${said[0]!.toUpperCase()}${said.slice(1)}`
  }
}
