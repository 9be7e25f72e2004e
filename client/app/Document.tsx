import type { ReactNode } from 'react'
import icon from './icon.svg'
import { languages, type Language } from '#schema/words/index.js'

/** Files of the client build, as addresses. */
export interface Assets {
  /** Sets the theme before the first paint; a plain script file, because there is no inline script. */
  theme: string
  entry: string
  styles: string[]
  /** Chunks that the page needs at once: those that the entry imports, and its room. */
  preload: string[]
}

/** What stands at the top of each page on paper: at the left and at the right. */
export interface Running {
  readonly title: string
  readonly note: string
}

/** What the browser needs to take the page over. Travels as JSON, never as script. */
export interface PageState {
  language: Language
  /** What stands at the top of each page on paper; null where a page says nothing of itself. */
  running: Running | null
  assets: Assets
  hydration: {
    loaderData: Record<string, unknown>
    actionData: Record<string, unknown> | null
    errors: Record<string, { status: number; data: unknown }> | null
  }
}

/** Id of the element that carries the state. */
export const STATE_ID = 'page-state'

/** The whole HTML document; rendered on the server, hydrated as it is. */
export function Document({ state, children }: { state: PageState; children: ReactNode }) {
  const { language, assets, running } = state
  return (
    <html
      lang={language === 'ar-XB' ? 'en' : language}
      dir={languages[language].dir}
      data-running-title={running?.title}
      data-running-note={running?.note}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <script src={assets.theme} />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {assets.preload.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        <link rel="icon" href={icon} type="image/svg+xml" />
      </head>
      <body>
        {children}
        <script
          type="application/json"
          id={STATE_ID}
          suppressHydrationWarning
          // The only way to put JSON into a script element; every `<` is escaped, so nothing can end the element.
          dangerouslySetInnerHTML={{ __html: JSON.stringify(state).replaceAll('<', '\\u003c') }}
        />
        <script type="module" src={assets.entry} />
      </body>
    </html>
  )
}
