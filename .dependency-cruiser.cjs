// The building's rules (docs/architecture.md), as dependency-cruiser checks them. Each says why when it fires.
const storeys = ['platform', 'common', 'community', 'roadmap', 'drafting', 'process', 'liaison', 'app']

/** Neighbours on the same storey that a room may use, through their index.ts. Rooms not named use none; all rooms of `app` use every room. */
const neighbours = {
  platform: {
    context: ['time', 'database', 'errors'],
    database: ['config', 'errors'],
    config: ['errors'],
    time: ['errors'],
    graphql: ['errors', 'context', 'config', 'database'],
    jobs: ['config', 'database', 'errors', 'context'],
    mail: ['config', 'database', 'errors', 'context', 'jobs'],
    log: ['config', 'errors'],
  },
  common: {
    activity: ['access'],
    // Signing in is recorded and asks access; who may do what needs only the Viewer, which lies below both.
    identity: ['access', 'activity'],
    // Uploading is a verb, and every verb is recorded.
    files: ['access', 'activity'],
    search: ['access'],
    notifications: ['access', 'identity', 'activity'],
  },
  community: {
    members: ['people', 'organisations'],
    people: ['organisations'],
    initiatives: ['organisations', 'members'],
    calls: ['initiatives', 'members'],
  },
  roadmap: {
    bodies: ['provenance'],
    items: ['bodies', 'provenance'],
    relations: ['items', 'provenance'],
    principles: ['items', 'provenance'],
    overlaps: ['bodies', 'items', 'relations', 'principles', 'provenance'],
    gaps: ['items', 'overlaps', 'principles', 'bodies', 'provenance'],
    checks: ['bodies', 'items', 'relations', 'principles', 'gaps', 'provenance'],
    editions: ['bodies', 'items', 'relations', 'principles', 'overlaps', 'gaps', 'provenance'],
    imports: ['bodies', 'items', 'relations', 'principles', 'overlaps', 'gaps', 'provenance'],
  },
  drafting: {
    collaboration: ['documents'],
    reading: ['documents', 'collaboration'],
    versions: ['documents', 'collaboration'],
    comments: ['documents', 'collaboration'],
    suggestions: ['documents', 'collaboration', 'versions'],
    proposals: ['documents', 'suggestions', 'versions'],
    references: ['documents'],
    exchange: ['documents', 'versions', 'references', 'comments'],
  },
  process: {
    groups: ['rulesets', 'deadlines'],
    meetings: ['groups', 'deadlines', 'rulesets'],
    lifetimes: ['groups', 'meetings'],
    deadlines: ['rulesets'],
    registration: ['groups', 'meetings', 'deadlines', 'agenda'],
    convening: ['groups', 'meetings', 'deadlines', 'registration', 'agenda'],
    agenda: ['groups', 'meetings'],
    proceedings: ['groups', 'meetings', 'agenda'],
    contributions: ['groups', 'meetings', 'agenda', 'deadlines'],
    'document-list': ['groups', 'meetings', 'agenda', 'contributions', 'deadlines'],
    decisions: ['groups', 'meetings', 'agenda', 'contributions'],
    minutes: ['groups', 'meetings', 'agenda', 'registration', 'decisions', 'deliverables'],
    deliverables: ['groups', 'meetings', 'agenda', 'decisions', 'deadlines'],
    reports: ['groups', 'meetings', 'agenda', 'contributions', 'decisions', 'deliverables'],
  },
  liaison: { statements: ['liaisons'] },
}

const noClimbing = storeys.slice(0, -1).map((storey, i) => ({
  name: `${storey}-stays-below`,
  severity: 'error',
  comment: `${storey} may not know what is built on it. Emit an event, or move the link to the higher room.`,
  from: { path: `^server/${storey}/` },
  to: { path: `^server/(${storeys.slice(i + 1).join('|')})/` },
}))

// One rule a room that has neighbours, one for all the others of a storey.
const rows = storeys.slice(0, -1).flatMap((storey) => {
  const known = Object.keys(neighbours[storey] ?? {})
  const rule = (room, allowed) => ({
    name: `${storey}-${room}-neighbours`,
    severity: 'error',
    comment: `${storey}/${room} may use of its own storey only: ${allowed.join(', ') || 'nobody'}. See the row of the room in docs/architecture.md.`,
    from: { path: `^server/${storey}/${room}/` },
    to: { path: `^server/${storey}/(?!(${[room, ...allowed].join('|')})/)[^/]+/` },
  })
  return [
    ...known.map((room) => rule(room, neighbours[storey][room])),
    {
      name: `${storey}-knows-its-neighbours`,
      severity: 'error',
      comment: 'A room uses only the neighbours named in its row of the building (docs/architecture.md).',
      from: {
        path: `^server/${storey}/([^/]+)/`,
        ...(known.length && { pathNot: `^server/${storey}/(${known.join('|')})/` }),
      },
      to: { path: `^server/${storey}/`, pathNot: `^server/${storey}/$1/` },
    },
  ]
})

module.exports = {
  forbidden: [
    ...noClimbing,
    ...rows,
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'Another room is entered through its index.ts.',
      from: { path: '^server/([^/]+)/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/[^/]+/[^/]+/', pathNot: ['^server/$1/$2/', '^server/[^/]+/[^/]+/index\\.ts$'] },
    },
    {
      name: 'rules-are-plain',
      severity: 'error',
      comment:
        'A file without a role suffix is a rule: no framework, no database. Give it a suffix, or take the framework out.',
      from: {
        path: '^server/(roadmap|process|drafting|liaison|community)/[^/]+/[^/.]+\\.ts$',
        pathNot: ['/index\\.ts$'],
      },
      to: { path: '(^|/)node_modules/(@nestjs|typeorm|fastify|pg|graphql|mercurius)/' },
    },
    {
      name: 'schema-stands-alone',
      severity: 'error',
      comment: 'Both sides build on schema/, so it knows neither.',
      from: { path: '^schema/' },
      to: { path: '^(server|client|migrations|test)/' },
    },
    {
      name: 'client-and-server-agree-through-schema',
      severity: 'error',
      comment: 'What client and server must agree on belongs in schema/.',
      from: { path: '^client/' },
      to: { path: '^(server|migrations|test)/' },
    },
    {
      name: 'server-does-not-know-the-client',
      severity: 'error',
      comment: 'The server renders pages through the built bundle, never through client sources.',
      from: { path: '^server/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(client|test|migrations)/' },
    },
    {
      name: 'ui-knows-no-standards',
      severity: 'error',
      comment: 'client/ui is a design system: it gets words and data as properties.',
      from: { path: '^client/ui/', pathNot: '(\\.test\\.tsx?|gallery[^/]*)$' },
      to: { path: '^(client/(?!ui/)|schema/|server/)' },
    },
    {
      name: 'editor-knows-no-pages',
      severity: 'error',
      comment:
        'client/editor shows a text, whatever page it is on: what comes from the API is handed in as properties.',
      from: { path: '^client/editor/' },
      to: { path: '^client/(?!(editor|ui)/)' },
    },
    {
      name: 'only-routes-ask-the-api',
      severity: 'error',
      comment: 'Loaders and actions (*.route.ts) are the only callers of the API.',
      from: { path: '^client/(?!api/|app/)', pathNot: '\\.route\\.tsx?$' },
      to: { path: '^client/api/api\\.ts$' },
    },
    {
      name: 'migrations-stand-alone',
      severity: 'error',
      comment: 'Entities and rules will change, a migration will not.',
      from: { path: '^migrations/' },
      to: { path: '^(server|client|schema|test)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other want to be one, or want a third.',
      from: { path: '^(server|client|schema)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-dev-dependencies',
      severity: 'error',
      comment: 'The product runs without development packages.',
      from: { path: '^(server|client|schema|migrations)/', pathNot: '\\.test\\.tsx?$|gallery' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|schema/generated)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
