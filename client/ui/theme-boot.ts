/**
 * A classic script of its own, loaded in <head> before any paint (the Content-Security-Policy allows no inline script): puts the reader's
 * chosen colours on <html>, and marks that scripts run. Keep it without imports, so that it is built as one file that blocks for a moment.
 */
;(() => {
  const root = document.documentElement
  root.dataset['js'] = ''
  try {
    const theme = localStorage.getItem('rapporteur.theme')
    if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme
  } catch {
    // No storage here: the system's colours are right.
  }
})()
