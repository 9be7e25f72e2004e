/** A person by id alone: the fields of a person are fetched by the room that knows people. Null for the system. */
export const personOf = (id: string | null): { id: string } | null => (id === null ? null : { id })
