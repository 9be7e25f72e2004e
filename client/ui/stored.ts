/** The reader's own settings in this browser. Storage may be forbidden or full: then a setting lasts as long as the page. */
const pageLong = new Map<string, string>()

export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? pageLong.get(name) ?? null
  } catch {
    // Reading is refused in some private windows; the reader keeps the defaults.
    return pageLong.get(name) ?? null
  }
}

/** Null forgets. */
export function writeStored(name: string, value: string | null): void {
  if (value === null) pageLong.delete(name)
  else pageLong.set(name, value)
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // Kept for this page above; that is all this browser allows.
  }
}
