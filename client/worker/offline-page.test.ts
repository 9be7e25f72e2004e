import { expect, it } from '@jest/globals'
import { offlinePage } from './offline-page.js'

const words = {
  language: 'en',
  direction: 'ltr',
  title: 'No connection',
  lead: 'These texts are here:',
  none: 'No text is here.',
  waiting: 'Not sent:',
} as const

it('[OF-9] lists the texts of the device, and what waits in them', () => {
  const texts = [
    { title: 'A report', href: '/groups/a/documents/1', waiting: 3 },
    { title: 'Another', href: '/groups/a/documents/2', waiting: 0 },
  ]
  const html = offlinePage(words, texts, ['/assets/a.css'])
  expect(html).toContain(
    '<a href="/groups/a/documents/1"><bdi>A report</bdi></a> <span class="soft">Not sent: 3</span>',
  )
  expect(html).toContain('<a href="/groups/a/documents/2"><bdi>Another</bdi></a></li>')
  expect(html).toContain('href="/assets/a.css"')
  expect(offlinePage(words, [], [])).toContain('No text is here.')
})

it('[OF-9] takes titles as text, whatever they hold', () => {
  const html = offlinePage(words, [{ title: `<script>'"&`, href: '/"x', waiting: 0 }], [])
  expect(html).not.toContain('<script>')
  expect(html).toContain('&#60;script&#62;&#39;&#34;&#38;')
})
