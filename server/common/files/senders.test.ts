import { expect, it } from '@jest/globals'
import { Senders } from './senders.js'

it('[FI-6] few files are taken in at once, of one sender and of all together, and room is free again afterwards', async () => {
  const senders = new Senders({ each: 2, together: 3 })
  const [open, waiting] = [[] as (() => void)[], [] as Promise<void>[]]
  const send = (who: string) =>
    void waiting.push(senders.during(who, () => new Promise<void>((done) => open.push(done))))
  const refused = (who: string) =>
    expect(senders.during(who, async () => {})).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  send('one')
  send('one')
  await refused('one')
  send('two')
  await refused('three')
  for (const done of open) done()
  await Promise.all(waiting)
  await expect(senders.during('one', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(senders.during('one', async () => 'in')).resolves.toBe('in')
})
