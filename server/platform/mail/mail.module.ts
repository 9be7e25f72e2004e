import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { JobsModule } from '../jobs/index.js'
import { Mail } from './mail.service.js'
import { OutboxController } from './outbox.controller.js'
import { OutgoingMail } from './outgoing-mail.entity.js'
import { Postman } from './postman.js'

/**
 * Mail. A verb writes a letter in its own transaction; a job carries it to the SMTP server once that has committed. Without a server it
 * stays in the table, and in demo mode it can be read at `/dev/outbox`. Rules: docs/rules/common.md (MA).
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutgoingMail]), JobsModule],
  controllers: [OutboxController],
  providers: [Mail, Postman],
  exports: [Mail],
})
export class MailModule {}
