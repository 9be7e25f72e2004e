export { editItemRoute, planItemRoute, renameItemRoute, stageItemRoute, titleItemRoute } from './change-item.route.js'
export { itemListRoute, itemRoute } from './items.route.js'
export { newItemRoute } from './new-item.route.js'
export { itemLineageRoute } from './lineage.route.js'
