import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Kind, parse, visit, type DocumentNode, type NameNode } from 'graphql'
import { packageRoot, scalars } from '#server/platform/graphql/index.js'
import { refusals } from '#schema/vocabulary/refusals.js'

interface Named {
  readonly kind: string
  readonly name: NameNode
  readonly description?: unknown
}

const folder = join(packageRoot, 'schema/graphql')
const files = globSync('**/*.graphql', { cwd: folder }).sort()
const documents = files.map((file): [string, DocumentNode] => [file, parse(readFileSync(join(folder, file), 'utf8'))])
const definitions = documents.flatMap(([, document]) => document.definitions)

describe('the SDL', () => {
  it('has the error codes that have a sentence, and no other', () => {
    const codes = definitions.flatMap((each) =>
      each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'ErrorCode' ? each.values! : [],
    )
    expect(codes.map((value) => value.name.value).sort()).toEqual(Object.keys(refusals).sort())
  })

  it('has the scalars that we can read and write, and no other', () => {
    const names = definitions.flatMap((each) => (each.kind === Kind.SCALAR_TYPE_DEFINITION ? [each.name.value] : []))
    expect(names.sort()).toEqual(Object.keys(scalars).sort())
  })

  // Arguments and the fields of inputs may speak for themselves; what one can ask for may not.
  it.each(documents)('describes every type, field and value of %s', (_file, document) => {
    const silent: string[] = []
    const parents: string[] = []
    const see = ({ description, name }: Named) => {
      if (!description) silent.push([...parents, name.value].join('.'))
    }
    const within = {
      enter(node: Named) {
        if (!node.kind.endsWith('Extension')) see(node)
        parents.push(node.name.value)
      },
      leave: () => void parents.pop(),
    }
    visit(document, {
      ObjectTypeDefinition: within,
      ObjectTypeExtension: within,
      InterfaceTypeDefinition: within,
      InterfaceTypeExtension: within,
      EnumTypeDefinition: within,
      UnionTypeDefinition: see,
      ScalarTypeDefinition: see,
      InputObjectTypeDefinition: see,
      FieldDefinition: see,
      EnumValueDefinition: see,
    })
    expect(silent).toEqual([])
  })
})

describe('the documents made for the client', () => {
  const made = async (source: string): Promise<string> => {
    const { plugin } = await import(join(packageRoot, 'scripts/typed-documents.mjs'))
    return plugin(null, [{ document: parse(source) }]).content
  }

  it('are texts with the fragments they need, and only those', async () => {
    const content = await made(
      'query Page { viewer { ...Name } } fragment Name on V { name ...Deep } fragment Deep on V { id } fragment Other on V { no }',
    )
    expect(content).toMatch(
      /^export const PageDocument = "query Page .*" as TypedDocument<PageQuery, PageQueryVariables>\n$/,
    )
    expect(content).toContain('fragment Deep on V')
    expect(content).not.toContain('Other')
  })

  it('are none where the client asks nothing', async () => expect(await made('fragment A on V { id }')).toBe(''))

  it('need a name, once', async () => {
    await expect(made('{ viewer }')).rejects.toThrow('needs a name')
    await expect(made('query A { a } query A { b }')).rejects.toThrow('Two operations')
  })
})
