/**
 * How a formula looks without the `style` attributes that its parser makes: the policy of the pages forbids those in HTML. What matters to read it becomes
 * attributes of MathML and classes of our style sheet; in a browser with script the exact values are set besides. [TH-2]
 */
type Style = Readonly<Record<string, string>>

const isZero = (value: string | undefined): boolean => value !== undefined && /^0[a-z%]*$/.test(value)
const sides = ['Top', 'Right', 'Bottom', 'Left'] as const

/** Classes that stand for the styles of an element. */
export function mathClasses(style: Style = {}): string[] {
  const classes = sides.flatMap((side) => (style[`border${side}`] ? [`math-rule-${side.toLowerCase()}`] : []))
  if (style['border']) classes.push('math-boxed')
  if (style['width'] === '100%') classes.push('math-full')
  if (isZero(style['padding']) || isZero(style['paddingLeft'])) classes.push('math-flush-left')
  if (isZero(style['padding']) || isZero(style['paddingRight'])) classes.push('math-flush-right')
  return classes
}

/** Attributes that stand for the styles of an element. */
export const mathAttributes = (style: Style = {}): Record<string, string> => ({
  ...(style['color'] && { mathcolor: style['color'] }),
  ...(style['backgroundColor'] && { mathbackground: style['backgroundColor'] }),
})

/** Sets the exact values: what a script sets is no attribute of the page. */
export function setMathStyle(element: Element | null, style: Style = {}): void {
  const held = (element as ElementCSSInlineStyle | null)?.style
  for (const [name, value] of Object.entries(style))
    held?.setProperty(
      name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    )
}
