/**
 * Every page of the product, as somebody finds it in the starter world. `:text` is the example report, `:clause` and `:deleted` clauses of it,
 * `:token` an access token of the chair, `:fact` an item that nobody has confirmed.
 */
export interface Address {
  readonly path: string
  /** 200 unless said. */
  readonly status?: number
}

/** What a stranger may open. */
export const publicAddresses: readonly Address[] = [
  { path: '/' },
  { path: '/?view=table' },
  { path: '/roadmap' },
  { path: '/roadmap?q=water&state=PUBLISHED' },
  { path: '/roadmap?q=nothing-is-called-like-this' },
  { path: '/roadmap?topic=NO_SUCH_TOPIC' },
  { path: '/items/iso-iec-21031-2024' },
  { path: '/items/no-such-item', status: 404 },
  { path: '/roadmap/to-check' },
  { path: '/roadmap/to-check?kind=STAGE&body=itu-t&why=STALE&reported=true' },
  { path: '/roadmap/to-check/ITEM/:fact' },
  { path: '/roadmap/to-check/ITEM/01a00000-0000-7000-8000-000000000000', status: 404 },
  { path: '/gaps' },
  { path: '/gaps?q=nothing-is-called-like-this' },
  { path: '/gaps/G-01' },
  { path: '/gaps/G-99', status: 404 },
  { path: '/principles' },
  { path: '/bodies' },
  { path: '/bodies/itu-t' },
  { path: '/groups' },
  { path: '/groups/example' },
  { path: '/groups/fg-ai4ee' },
  { path: '/groups/example/documents/:document' },
  { path: '/groups/example/documents/01a00000-0000-7000-8000-000000000000', status: 404 },
  { path: '/groups/example/meetings/1' },
  { path: '/groups/example/meetings/2' },
  { path: '/groups/fg-ai4ee/meetings/1' },
  { path: '/groups/example/meetings/3', status: 404 },
  { path: '/groups/example/documents/:text/read' },
  { path: '/groups/example/documents/:text/read?q=water' },
  { path: '/groups/example/documents/:text/clauses/:clause' },
  { path: '/groups/example/documents/:text/clauses/:deleted', status: 410 },
  { path: '/groups/example/documents/:text/clauses/cNeverThere', status: 404 },
  { path: '/groups/fg-ai4ee/documents/:text/read', status: 404 },
  { path: '/activity' },
  { path: '/sign-in' },
  { path: '/sign-in/link?secret=none' },
  { path: '/register' },
  { path: '/no-such-page', status: 404 },
]

/** What the secretariat, who may edit the register, opens besides. */
export const editorAddresses: readonly Address[] = [
  { path: '/roadmap' },
  { path: '/items/new' },
  { path: '/items/iso-iec-21031-2024' },
  { path: '/items/iso-iec-21031-2024/edit' },
  { path: '/items/iso-iec-21031-2024/rename' },
  { path: '/items/iso-iec-21031-2024/rename?designation=ISO%2FIEC+21031%3A2027&title=Another' },
  { path: '/items/iso-iec-21031-2024/title' },
  { path: '/items/iso-iec-21031-2024/stage' },
  { path: '/items/iso-iec-21031-2024/plan' },
  { path: '/roadmap/to-check/ITEM/:fact' },
]

/** What the chair of the example group opens besides. */
export const chairAddresses: readonly Address[] = [
  { path: '/roadmap/to-check/ITEM/:fact' },
  { path: '/' },
  { path: '/me' },
  { path: '/me/tokens/:token' },
  { path: '/groups/example' },
  { path: '/groups/example/documents/new' },
  { path: '/groups/fg-ai4ee/documents/new', status: 403 },
  { path: '/groups/example/documents/:text/read' },
  { path: '/groups/example/documents/:document' },
  { path: '/groups/example/documents/:document?rename' },
  { path: '/groups/example/meetings/new' },
  { path: '/groups/example/meetings/new?startsOn=2027-06-15&endsOn=2027-06-17&mode=REMOTE&zone=Europe/Vienna' },
  { path: '/groups/example/meetings/2' },
  { path: '/groups/example/meetings/3' },
  { path: '/groups/example/meetings/2/move' },
  { path: '/groups/example/meetings/2/move?startsOn=2027-06-15&endsOn=2027-06-17' },
  { path: '/groups/example/meetings/2/edit' },
  { path: '/groups/example/meetings/2/announce' },
  { path: '/groups/example/meetings/2/cancel' },
  { path: '/groups/example/meetings/2/dates' },
  { path: '/groups/example/meetings/2/dates?obligation=CONTRIBUTIONS' },
  { path: '/groups/fg-ai4ee/meetings/1/move', status: 403 },
]
