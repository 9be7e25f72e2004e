/** Mail that leaves after commit, once. */
export { Mail, type Letter } from './mail.service.js'
export { MailModule } from './mail.module.js'
export { OutgoingMail } from './outgoing-mail.entity.js'
