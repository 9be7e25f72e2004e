/** A key nobody else has; the Web's own UUIDs are kept to secure contexts, and a laptop in a meeting room is none. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
