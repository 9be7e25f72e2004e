// A plugin of graphql-codegen: exports each operation of the client as a plain text that carries the types of its answer and variables, so that
// a bundler drops what is not used. The usual document plugins make syntax trees or class instances, which stay.
import { Kind, print, visit } from 'graphql'

/** The fragments that a definition spreads, through others. */
function fragmentsOf(definition, fragments, found = new Set()) {
  visit(definition, {
    [Kind.FRAGMENT_SPREAD]({ name: { value: name } }) {
      if (found.has(name)) return
      const fragment = fragments.get(name)
      if (!fragment) throw new Error(`There is no fragment ${name}.`)
      found.add(name)
      fragmentsOf(fragment, fragments, found)
    },
  })
  return found
}

const capital = (name) => name[0].toUpperCase() + name.slice(1)

export function plugin(_schema, documents) {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? [])
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  const taken = new Set()
  const exported = operations.map((operation) => {
    const name = operation.name?.value
    if (!name) throw new Error(`Each operation needs a name: ${print(operation).slice(0, 80)}`)
    if (taken.has(name)) throw new Error(`Two operations are called ${name}.`)
    taken.add(name)
    const parts = [operation, ...[...fragmentsOf(operation, fragments)].sort().map((each) => fragments.get(each))]
    const types = capital(name) + capital(operation.operation)
    const text = JSON.stringify(parts.map(print).join('\n'))
    return `export const ${capital(name)}Document = ${text} as TypedDocument<${types}, ${types}Variables>\n`
  })
  return {
    prepend: [
      '/** A query text that remembers the types of its answer and its variables. */',
      'export type TypedDocument<Data, Variables> = string & { readonly __types?: (variables: Variables) => Data }',
    ],
    content: exported.join('\n'),
  }
}
