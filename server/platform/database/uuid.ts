/** Keys of rows: made in the application, ordered by time. */
export { v7 as newId } from 'uuid'
