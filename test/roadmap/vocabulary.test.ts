import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { Kind, parse, type EnumTypeDefinitionNode } from 'graphql'
import * as imports from '#schema/vocabulary/imports.js'
import * as lists from '#schema/vocabulary/register.js'
import { packageRoot } from '#server/platform/graphql/index.js'

const folder = join(packageRoot, 'schema/graphql/roadmap')
const enums = new Map(
  globSync('*.graphql', { cwd: folder })
    .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')).definitions)
    .filter((each): each is EnumTypeDefinitionNode => each.kind === Kind.ENUM_TYPE_DEFINITION)
    .map((each) => [each.name.value, each.values!.map((value) => value.name.value)]),
)

it.each<[string, readonly string[]]>([
  ['ItemState', lists.ITEM_STATES],
  ['StateBasis', lists.STATE_BASES],
  ['ItemType', lists.ITEM_TYPES],
  ['Topic', lists.TOPICS],
  ['LifecycleStage', lists.LIFECYCLE_STAGES],
  ['Impact', lists.IMPACTS],
  ['ItemDateKind', lists.DATE_KINDS],
  ['RelationType', lists.RELATION_TYPES],
  ['BodyKind', lists.BODY_KINDS],
  ['GapKind', lists.GAP_KINDS],
  ['GapStanding', lists.GAP_STANDINGS],
  ['GapProgress', lists.GAP_PROGRESS],
  ['Readiness', lists.READINESS],
  ['Priority', lists.PRIORITIES],
  ['CoverageDegree', lists.COVERAGE_DEGREES],
  ['CoverageWeakness', lists.COVERAGE_WEAKNESSES],
  ['GapBodyRole', lists.GAP_BODY_ROLES],
  ['PrincipleOrigin', lists.PRINCIPLE_ORIGINS],
  ['Assessment', lists.ASSESSMENTS],
  ['ImportFormat', imports.IMPORT_FORMATS],
  ['ImportState', imports.IMPORT_STATES],
  ['ImportOutcome', imports.IMPORT_OUTCOMES],
  ['ImportChoice', imports.IMPORT_CHOICES],
  ['Confidence', lists.CONFIDENCES],
])('%s is the same list in the SDL and in the vocabulary', (name, values) => {
  expect(enums.get(name)).toEqual(values)
})
