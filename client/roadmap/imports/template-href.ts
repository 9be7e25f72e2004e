/** A table to begin with. */
export const TEMPLATE_HREF = '/admin/imports/template.csv'
