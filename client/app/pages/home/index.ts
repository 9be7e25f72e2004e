export { homeRoute } from './home.route.js'
