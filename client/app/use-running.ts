import { useEffect } from 'react'
import type { Running } from './Document.js'

/** Says what stands at the top of each page on paper, also where somebody came here without a page being loaded. The server says it in the HTML. */
export function useRunning({ title, note }: Running): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    Object.assign(dataset, { runningTitle: title, runningNote: note })
    return () => {
      delete dataset.runningTitle
      delete dataset.runningNote
    }
  }, [title, note])
}
