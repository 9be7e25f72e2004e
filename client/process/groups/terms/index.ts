/** Terms of reference: reading a version, comparing two, writing the next. */
export { newTermsRoute, termsRoute } from './terms.route.js'
