import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { aboutOf, formOf, type TextForm } from '#schema/document/index.js'
import type { TextType } from '#schema/vocabulary/documents.js'

/** The form of a shared text, as it is now for everybody. [TF-1] */
export function useTextForm(doc: Y.Doc, usualType: TextType): TextForm {
  const [form, setForm] = useState(() => formOf(doc, usualType))
  useEffect(() => {
    const about = aboutOf(doc)
    const look = () =>
      setForm((held) => {
        const now = formOf(doc, usualType)
        return now.type === held.type && now.labels === held.labels ? held : now
      })
    look()
    about.observe(look)
    return () => about.unobserve(look)
  }, [doc, usualType])
  return form
}
