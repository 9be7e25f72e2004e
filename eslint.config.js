// Lint: what types cannot see. Formatting belongs to Prettier.
import js from '@eslint/js'
import ts from 'typescript-eslint'

/** Words on screen come from the catalogue: no literal text in JSX, nor in attributes that people read or hear. */
const noLiteralText = {
  meta: { type: 'problem', schema: [], messages: { literal: 'Take "{{text}}" from the catalogue (schema/words).' } },
  create(context) {
    const readable = new Set([
      'aria-label',
      'aria-description',
      'alt',
      'title',
      'placeholder',
      'label',
      'description',
      'caption',
    ])
    const hasLetters = (text) => /\p{L}{2,}/u.test(text)
    return {
      JSXText(node) {
        if (hasLetters(node.value)) context.report({ node, messageId: 'literal', data: { text: node.value.trim() } })
      },
      JSXAttribute(node) {
        if (readable.has(node.name.name) && node.value?.type === 'Literal' && hasLetters(String(node.value.value)))
          context.report({ node, messageId: 'literal', data: { text: String(node.value.value) } })
      },
      'JSXExpressionContainer > Literal'(node) {
        if (node.parent.parent.type === 'JSXElement' && typeof node.value === 'string' && hasLetters(node.value))
          context.report({ node, messageId: 'literal', data: { text: node.value } })
      },
    }
  },
}

export default ts.config(
  { ignores: ['**/*.html', 'dist/', 'node_modules/', 'schema/generated/', 'coverage/', '.rapporteur/'] },
  js.configs.recommended,
  ts.configs.recommended,
  {
    files: ['server/**/*.ts', 'schema/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  // Tests in a browser hand it functions, and know its types.
  {
    files: ['test/journeys/**/*.ts', 'test/editor/**/*.ts', 'test/bench/editor/page/**/*.ts'],
    languageOptions: { parserOptions: { project: './test/journeys/tsconfig.json' } },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './client/tsconfig.json' } },
    plugins: { house: { rules: { 'no-literal-text': noLiteralText } } },
    rules: { 'house/no-literal-text': 'error', '@typescript-eslint/no-floating-promises': 'error' },
  },
  { files: ['client/**/*gallery*', 'client/**/*.test.tsx'], rules: { 'house/no-literal-text': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        __dirname: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'readonly',
        Buffer: 'readonly',
        globalThis: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'off',
      // Prettier decides where lines end.
      'no-unexpected-multiline': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
)
