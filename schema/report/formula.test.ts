import { describe, expect, it } from '@jest/globals'
import temml from 'temml'
import { cleaned, parseFormula, type MathTree } from './formula.js'

const parse = (tex: string, isDisplay = false) => parseFormula(temml as never, tex, isDisplay)
const types = (tree: MathTree): string[] => [tree.type ?? tree.text ?? '', ...(tree.children ?? []).flatMap(types)]

describe('a formula', () => {
  it('becomes MathML', () => {
    expect(types(parse('E = mc^2') as MathTree).join(' ')).toContain('msup mi c mn 2')
  })

  it.each([
    ['that does not parse says where', '\\frac{a', { why: 'SYNTAX', message: expect.stringContaining('expected') }],
    ['of unknown commands says which', 'x \\nosuch', { why: 'SYNTAX', message: expect.stringContaining('\\nosuch') }],
    ['that is empty', '  ', { why: 'EMPTY' }],
    ['that is too long', 'x'.repeat(6000), { why: 'TOO_LONG' }],
    ['that defines commands', '\\gdef\\x{y}\\x', { why: 'DEFINITION' }],
    ['nested beyond measure', '{'.repeat(2400) + 'x' + '}'.repeat(2400), { why: 'TOO_LARGE' }],
    ['with a link', '\\href{javascript:alert(1)}{x}', { why: 'SYNTAX', message: expect.anything() }],
    ['with a picture', '\\includegraphics{https://e.example/x.png}', { why: 'SYNTAX', message: expect.anything() }],
    ['with a style of its own', '\\style{color:red}{x}', { why: 'SYNTAX', message: expect.anything() }],
  ])('%s is not shown', (_, tex, fault) => {
    expect(parse(tex)).toEqual(fault)
  })

  it('does not grow over the page', () => {
    const [space] = (parse('\\rule{1000em}{1000em}') as MathTree).children!
    expect(space!.attributes).toMatchObject({ width: '20em', height: '20em' })
  })

  it('holds no element, attribute, class or style that is not of formulas', () => {
    const held: MathTree = {
      type: 'math',
      children: [
        { type: 'script', children: [{ text: 'x' }] },
        {
          type: 'mi',
          attributes: { href: 'javascript:x', onclick: 'y', dir: 'ltr', style: 'background: url(x); font-weight:bold' },
          classes: ['tml-display', 'btn'],
          children: [{ text: 'a' }],
        },
      ],
    }
    expect(cleaned(held)).toEqual({
      type: 'math',
      attributes: {},
      classes: [],
      style: {},
      children: [
        { text: 'x' },
        {
          type: 'mi',
          attributes: { dir: 'ltr' },
          classes: ['tml-display'],
          style: { 'font-weight': 'bold' },
          children: [{ text: 'a' }],
        },
      ],
    })
  })
})
