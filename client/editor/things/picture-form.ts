/** The form of a picture: the file, what it shows, how large. It is stored while the form shows how much has gone; only then is anything written. [FG-2] */
import { area, make, NotTaken, select, type Form, type FormContext } from './form-parts.js'
import { pictureSizes, sizeOfWidth, widthOfSize, type PictureSize } from './picture-size.js'
import { applyThing, insertFigure } from './thing-commands.js'

export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const

export function pictureForm({ node, thing, options, view }: FormContext): Form {
  const { words, upload } = options
  const start = { alt: String(node?.attrs['alt'] ?? ''), size: sizeOfWidth(node?.attrs['width']) }
  const { dom: text, field } = area(words('thing.alt'), start.alt)
  const { dom: sizes, field: size } = select(
    words('thing.pictureSize'),
    start.size,
    pictureSizes.map((value) => ({ value, label: words(`thing.size.${value}`) })),
  )
  const file = make('input', { type: 'file', accept: pictureTypes.join(',') })
  const said = make('p', { className: 'popover-said' })
  said.setAttribute('role', 'status')
  const progress = make('progress', { max: 1, hidden: true })
  progress.setAttribute('aria-label', words('thing.uploading'))
  const chooser = make('label', {}, make('span', { textContent: words(node ? 'thing.otherFile' : 'thing.file') }), file)
  const sending = new AbortController()

  /** Stores the picture; what keeps it from that is said here, and the form keeps what was typed. */
  const store = async (chosen: File): Promise<string> => {
    said.textContent = words('thing.uploading')
    progress.hidden = false
    progress.removeAttribute('value')
    try {
      const onProgress = (share: number) => void (progress.value = share)
      return (await upload!(chosen, { onProgress, signal: sending.signal })).id
    } catch (fault) {
      if (!sending.signal.aborted)
        said.textContent = words('thing.uploadFailed', {
          reason: fault instanceof Error ? fault.message : String(fault),
        })
      throw new NotTaken(view)
    } finally {
      progress.hidden = true
    }
  }

  return {
    dom: [
      ...(!upload ? [] : thing.file ? [make('p', { textContent: thing.file.name })] : [chooser]),
      text,
      make('p', { className: 'popover-hint', textContent: words('thing.altHint') }),
      sizes,
      said,
      progress,
    ],
    focus: () => (upload && !node && !thing.file ? file : field).focus(),
    isTakenOnLeaving: node !== null,
    stop: () => sending.abort(),
    command: async (open) => {
      const [alt, width] = [field.value.trim(), widthOfSize[size.value as PictureSize]]
      const said = { ...(alt !== start.alt && { alt }), ...(size.value !== start.size && { width }) }
      const chosen = thing.file ?? file.files?.[0]
      if (!chosen || !upload) return node && Object.keys(said).length > 0 ? applyThing(open, said) : null
      const id = await store(chosen)
      return node ? applyThing(open, { ...said, file: id }) : insertFigure({ alt, width, file: id })
    },
  }
}
