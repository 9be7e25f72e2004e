import { setTheme, useTheme, type Theme } from './theme.js'
import { useWords, type UiKey } from './words.js'

const themes: { theme: Theme; key: UiKey }[] = [
  { theme: 'light', key: 'ui.themeLight' },
  { theme: 'dark', key: 'ui.themeDark' },
  { theme: 'system', key: 'ui.themeSystem' },
]

/** Light, dark, or as the system has it. Not shown where scripts do not run: there the system decides. */
export function ThemeSwitch() {
  const words = useWords()
  const theme = useTheme()
  return (
    <div className="segments js-only" role="group" aria-label={words('ui.theme')}>
      {themes.map((one) => (
        <button
          key={one.theme}
          type="button"
          className="segment"
          aria-pressed={theme === one.theme}
          onClick={() => setTheme(one.theme)}
        >
          {words(one.key)}
        </button>
      ))}
    </div>
  )
}
