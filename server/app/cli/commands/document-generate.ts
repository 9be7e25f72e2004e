import { GeneratedTexts } from '#server/app/starter/index.js'
import type { Command } from '../command.js'

/** Makes a large synthetic text in the example group. */
export const documentGenerate: Command = {
  name: 'document generate',
  about: 'cli.about.documentGenerate',
  options: {
    clauses: { isCount: true, placeholder: 'number', isRequired: true },
    words: { isCount: true, placeholder: 'number', isRequired: true },
    seed: { isCount: true, placeholder: 'number' },
  },
  async run(house, { options }) {
    const [clauses, words, seed] = [options.clauses, options.words, options.seed ?? 1].map(Number) as [
      number,
      number,
      number,
    ]
    const { id, title } = await house.write((tx) => house.get(GeneratedTexts).make(tx, { clauses, words, seed }))
    return { text: house.words('cli.documentGenerated', { title, id }), json: { id } }
  },
}
