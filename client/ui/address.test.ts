import { describe, expect, it } from '@jest/globals'
import { carriedParams, columnsOf, densityOf, sortAddress, sortOf, withParams } from './address.js'

describe('the address of a view', () => {
  it('sets, replaces and removes parameters, and keeps the rest', () => {
    expect(withParams('/roadmap?q=water&body=iso', { body: 'itu' })).toBe('/roadmap?q=water&body=itu')
    expect(withParams('/roadmap?q=water&body=iso', { body: null })).toBe('/roadmap?q=water')
    expect(withParams('/roadmap?q=water', { q: undefined })).toBe('/roadmap')
    expect(withParams('/roadmap', { body: ['iso', 'itu'] })).toBe('/roadmap?body=iso&body=itu')
  })

  it('returns to the first page when the view changes, and not when the page does', () => {
    expect(withParams('/roadmap?after=abc', { sort: 'name' })).toBe('/roadmap?sort=name')
    expect(withParams('/roadmap?after=abc&q=x', { after: 'def' })).toBe('/roadmap?q=x&after=def')
  })

  it('carries other parameters through a form that sets some', () => {
    expect(carriedParams('/roadmap?q=a%20b&columns=x&after=1#top', ['columns'])).toEqual({
      path: '/roadmap',
      fields: [['q', 'a b']],
    })
  })

  it('sorts ascending first, then turns round', () => {
    const columns = ['name', 'stage']
    expect(sortAddress('/r', 'name', sortOf('/r', columns))).toBe('/r?sort=name')
    expect(sortAddress('/r?sort=name', 'name', sortOf('/r?sort=name', columns))).toBe('/r?sort=-name')
    expect(sortAddress('/r?sort=-name', 'name', sortOf('/r?sort=-name', columns))).toBe('/r?sort=name')
    expect(sortAddress('/r?sort=-name', 'stage', sortOf('/r?sort=-name', columns))).toBe('/r?sort=stage')
  })

  it('passes over a sort or a column that the table does not have', () => {
    expect(sortOf('/r?sort=password', ['name'])).toBeNull()
    expect(columnsOf('/r?columns=stage,nothing&columns=name', ['name', 'body', 'stage'])).toEqual(['name', 'stage'])
    expect(columnsOf('/r?columns=nothing', ['name'])).toBeNull()
    expect(densityOf('/r?density=enormous')).toBe('comfortable')
  })
})
