import { describe, expect, it } from '@jest/globals'
import { dispositionOf, fileNameOf } from './file-name.js'

describe('the name of a file', () => {
  it.each([
    ['Energy of inference.PNG', 'image/png', 'Energy of inference.png'],
    ['C:\\fakepath\\photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['../../etc/passwd', 'image/png', 'passwd.png'],
    ['report.html', 'image/png', 'report.png'],
    ['photo\u202Egnp.exe', 'image/png', 'photognp.png'],
    ['a\r\nSet-Cookie: x=1', 'image/gif', 'aSet-Cookie x=1.gif'],
    ['  ..  ', 'image/webp', 'picture.webp'],
    ['', 'image/png', 'picture.png'],
    ['ภาพที่ 1.png', 'image/png', 'ภาพที่ 1.png'],
  ] as const)('[FI-7] misleads nobody: %j as %s is %j', (given, mediaType, name) => {
    expect(fileNameOf(given, mediaType)).toBe(name)
  })

  it('[FI-7] is never longer than a file system takes', () => {
    expect(fileNameOf('x'.repeat(500), 'image/png')).toBe(`${'x'.repeat(120)}.png`)
  })

  it('[FI-7] travels in a header whatever its letters are', () => {
    expect(dispositionOf("Été (1) l'eau.png", 'image/png')).toBe(
      `inline; filename="Ete (1) l'eau.png"; filename*=UTF-8''%C3%89t%C3%A9%20%281%29%20l%27eau.png`,
    )
    expect(dispositionOf('ภาพ.png', 'image/png')).toMatch(/^inline; filename="\.png"; filename\*=UTF-8''%E0/)
  })

  it('[FI-9] is offered to be saved when it is a document, so that none opens inside this site', () => {
    expect(dispositionOf('a.pdf', 'application/pdf')).toBe(`attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`)
    expect(fileNameOf('../Proposal.docm', 'application/pdf')).toBe('Proposal.pdf')
    expect(fileNameOf('', 'application/pdf')).toBe('document.pdf')
  })
})
