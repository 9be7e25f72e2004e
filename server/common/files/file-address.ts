/** Path of a file on this site. The name at its end is for people: the id alone finds it. */
export const addressOfFile = ({ id, name }: { id: string; name: string }): string =>
  `/files/${id}/${encodeURIComponent(name)}`
