import type { TypedDocument } from './api.js'

/** Whether news gets through: `lost` until the line is open again, which is tried without end. */
export type LineState = 'opening' | 'open' | 'lost'

const address = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`

/**
 * Listens to a subscription over graphql-ws until the returned function is called. The protocol's client is loaded when first needed. After a
 * broken line it connects again with growing pauses and calls `onBack`, since what happened in between was not told.
 */
export function listen<Data, Variables extends Record<string, unknown>>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  { onNews, onBack, onLine }: { onNews(news: Data): void; onBack(): void; onLine(state: LineState): void },
): () => void {
  let isOver = false
  let end = () => {}
  onLine('opening')
  void import('graphql-ws').then(
    ({ createClient }) => {
      if (isOver) return
      let wasLost = false
      const client = createClient({
        url: address(),
        retryAttempts: Number.POSITIVE_INFINITY,
        shouldRetry: () => true,
        keepAlive: 15_000,
        on: {
          connected: () => {
            onLine('open')
            if (wasLost) onBack()
            wasLost = false
          },
          closed: () => {
            if (isOver) return
            wasLost = true
            onLine('lost')
          },
        },
      })
      const unsubscribe = client.subscribe<Data>(
        { query: String(document), variables },
        {
          next: ({ data }) => {
            if (data) onNews(data)
          },
          error: () => onLine('lost'),
          complete: () => {},
        },
      )
      end = () => {
        unsubscribe()
        void client.dispose()
      }
    },
    // The file did not come: without it there is no news, and the page says so.
    () => onLine('lost'),
  )
  return () => {
    isOver = true
    end()
  }
}
