export { form, formIn, type FormOptions } from './form-plugin.js'
