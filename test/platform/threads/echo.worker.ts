/** A thread for tests: says things back, breaks when told. Its import shows that our own modules are found from here. */
import { seeded } from '#schema/document/random.js'
import { serve } from '#server/platform/threads/index.js'

const tasks = {
  say: (words: string): string => `${words} ${seeded(1)() < 1}`,
  fail(why: string): void {
    throw new Error(why)
  },
  die: (code: number): never => process.exit(code),
}
export type EchoTasks = typeof tasks

serve(tasks)
