import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { Thread } from '#server/platform/threads/index.js'
import type { FreezeTask, FreezingTasks, Frozen, HtmlTask } from './freezing.worker.js'

/** Makes files of texts and HTML of files, in a thread of its own. */
@Injectable()
export class Freezing implements OnApplicationShutdown {
  private readonly thread = new Thread<FreezingTasks>({ near: import.meta.url, name: 'freezing.worker' })

  freeze(task: FreezeTask): Promise<Frozen> {
    return this.thread.ask('freeze', task)
  }

  html(task: HtmlTask): Promise<string> {
    return this.thread.ask('html', task)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop()
  }
}
