/** The starter world: loaded once, offered in demo mode. */
export { exampleWorld, type ExampleWorld } from './example-world.js'
export { GeneratedTexts } from './generated-texts.service.js'
export { Starter, type StarterOutcome } from './starter.service.js'
export { StarterModule } from './starter.module.js'
