import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * `npm run codegen`: types made of the SDL and of what the client asks. Both files are made anew before each build and type check and are
 * never committed.
 */
const config: CodegenConfig = {
  schema: 'schema/graphql/**/*.graphql',
  // A client that asks nothing yet is fine.
  ignoreNoDocuments: true,
  emitLegacyCommonJSImports: false,
  importExtension: '.js',
  generates: {
    // For the server: inputs, arguments and results of resolvers. `mappers` names the row type behind an object type where it has one.
    'schema/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        contextType: 'object',
        mappers: {},
        scalars: {
          DateTime: { input: 'Date', output: 'Date | string' },
          Date: 'string',
          UUID: 'string',
          URL: 'string',
          JSON: 'unknown',
        },
      },
    },
    // For the client, and for pages made on the server: each operation as a text that knows its types.
    'schema/generated/operations.ts': {
      documents: 'client/**/*.graphql',
      plugins: ['typescript-operations', './scripts/typed-documents.mjs'],
      config: {
        useTypeImports: true,
        skipTypename: true,
        strictScalars: true,
        immutableTypes: true,
        scalars: { DateTime: 'string', Date: 'string', UUID: 'string', URL: 'string', JSON: 'unknown' },
      },
    },
  },
}

export default config
