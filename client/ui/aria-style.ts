/**
 * React Aria puts one rule into the page as an inline <style>, which our Content-Security-Policy refuses (and reports in the console). It does
 * not when an element of that id is there already; the rule itself stands in base.css. To see whether this is still needed: delete it, open a
 * menu under the policy, and look at the console.
 */
const id = 'react-aria-pressable-style'

if (typeof document !== 'undefined' && !document.getElementById(id)) {
  const placeholder = document.createElement('meta')
  placeholder.id = id
  document.head.append(placeholder)
}

export {}
