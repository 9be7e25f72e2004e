export { annotateEditionRoute, editEditionRoute, freezeEditionRoute, newEditionRoute } from './change-edition.route.js'
export { changeRoute, compareRoute } from './compare.route.js'
export { editionListRoute, editionRoute } from './editions.route.js'
export { confirmCommentRoute, reviewDaysRoute, reviewRoute } from './review.route.js'
