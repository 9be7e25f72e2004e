import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm'

/** `scopeNote` in code is `scope_note` in the database. */
export class SnakeNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName: string): string {
    return customName || snake(className)
  }

  override columnName(propertyName: string, customName: string, prefixes: string[]): string {
    return [...prefixes.map(snake), customName || snake(propertyName)].join('_')
  }
}

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
