import { expect, it } from '@jest/globals'
import { countWords } from './words.js'

it('[MN-12] counts words, not signs, and a word with an apostrophe or hyphen once', () => {
  expect(countWords('')).toBe(0)
  expect(countWords(' – … 。')).toBe(0)
  expect(countWords("The group's end-user didn’t agree: 4.5 TWh.")).toBe(8)
  expect(countWords('Les émissions de l’été')).toBe(4)
})

it('[MN-12] counts words also where no spaces stand between them', () => {
  expect(countWords('ศูนย์ข้อมูลใช้พลังงาน')).toBeGreaterThan(2)
  expect(countWords('ศูนย์ข้อมูลใช้พลังงาน')).toBeLessThan(9)
  expect(countWords('数据中心的能耗')).toBeGreaterThan(2)
  expect(countWords('수자원 관리')).toBe(2)
})
