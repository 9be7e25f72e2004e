/** A field with a list below it, from which one is chosen: by typing, arrows and the pointer. A combobox for screen readers. */
export interface ChoiceOption {
  readonly label: string
  readonly detail: string
  /** Stands at the end, in a frame: the state of an item. */
  readonly note?: string
}

export interface Choice<T extends ChoiceOption> {
  readonly dom: HTMLElement
  readonly field: HTMLInputElement
  show(options: readonly T[], empty: string): void
  /** The one that is marked; null where the list is empty. */
  chosen(): T | null
}

let count = 0

export function choice<T extends ChoiceOption>(
  label: string,
  typed: string,
  { onType, onChoose }: { onType(typed: string): void; onChoose(): void },
): Choice<T> {
  const id = `choice-${++count}`
  const field = Object.assign(document.createElement('input'), {
    type: 'text',
    value: typed,
    autocomplete: 'off',
    dir: 'auto',
  })
  const list = Object.assign(document.createElement('ul'), { id, className: 'thing-list' })
  const dom = Object.assign(document.createElement('div'), { className: 'thing-choice' })
  const caption = Object.assign(document.createElement('label'), { textContent: label, htmlFor: `${id}-field` })
  field.id = `${id}-field`
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    'aria-controls': id,
  }))
    field.setAttribute(name, value)
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  const none = Object.assign(document.createElement('p'), { className: 'thing-none', hidden: true })
  none.setAttribute('role', 'status')
  dom.append(caption, field, list, none)

  let shown: readonly T[] = []
  let at = 0
  const mark = (next: number) => {
    at = shown.length === 0 ? 0 : (next + shown.length) % shown.length
    ;[...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)))
    if (shown.length > 0) field.setAttribute('aria-activedescendant', `${id}-${at}`)
    else field.removeAttribute('aria-activedescendant')
    list.children[at]?.scrollIntoView({ block: 'nearest' })
  }
  field.addEventListener('input', () => onType(field.value))
  field.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.isComposing) return
    event.preventDefault()
    mark(at + step)
  })
  return {
    dom,
    field,
    chosen: () => shown[at] ?? null,
    show(options, empty) {
      shown = options
      list.replaceChildren(
        ...options.map(({ label: name, detail, note }, i) => {
          const item = Object.assign(document.createElement('li'), { id: `${id}-${i}` })
          item.setAttribute('role', 'option')
          item.append(
            Object.assign(document.createElement('strong'), { textContent: name, dir: 'auto' }),
            Object.assign(document.createElement('span'), {
              className: 'thing-detail',
              textContent: detail,
              dir: 'auto',
            }),
          )
          if (note)
            item.append(Object.assign(document.createElement('span'), { className: 'thing-note', textContent: note }))
          item.addEventListener('mousedown', (event) => event.preventDefault())
          item.addEventListener('click', () => {
            mark(i)
            onChoose()
          })
          return item
        }),
      )
      // A list without options is none: what there is to say stands below the field.
      const isEmpty = options.length === 0
      list.hidden = isEmpty
      none.hidden = !isEmpty
      none.textContent = isEmpty ? empty : ''
      field.setAttribute('aria-expanded', String(!isEmpty))
      mark(0)
    },
  }
}
