import { refuse } from '#server/platform/errors/index.js'
import type { Feed } from './feed.js'

interface Row {
  number: string
  title: string
  minutes: number | null
  startsAt: string | null
  presentedBy: { name: string | null } | null
  presenter: string | null
  subject: { kind: string; label: string | null; href: string | null } | null
  progress: string
  outcome: string | null
  note: string | null
  visibility: string
}

/** `/groups/<slug>/meetings/<number>/agenda.csv`, `.xlsx`, `.json`: the rows of one agenda. */
export const agendaFeed = ({ slug, number }: { readonly slug: string; readonly number: string }): Feed<Row> => ({
  name: `groups/${slug}/meetings/${number}/agenda`,
  query: `query AgendaFeed($group: String!, $number: Int!) {
    list: meeting(group: $group, number: $number) {
      agenda {
        number title minutes startsAt presentedBy { name } presenter subject { kind label href } progress outcome note visibility
      }
    }
  }`,
  wish: () => ({ variables: { group: slug, number: Number(number) }, asOf: null, unread: [] }),
  pageOf(answer) {
    const meeting = answer as { agenda: Row[] } | null
    if (!meeting) throw refuse('NOT_FOUND')
    return { nodes: meeting.agenda }
  },
  columns: {
    number: (row) => row.number,
    title: (row) => row.title,
    startsAt: (row) => row.startsAt,
    minutes: (row) => row.minutes,
    presenter: (row, _origin, words) =>
      row.presentedBy ? (row.presentedBy.name ?? words('agenda.erased')) : (row.presenter ?? ''),
    about: (row) => row.subject?.label ?? '',
    aboutAddress: (row, origin) => (row.subject?.href ? origin + row.subject.href : ''),
    progress: (row) => row.progress,
    outcome: (row) => row.outcome ?? '',
    note: (row) => row.note ?? '',
    visibility: (row) => row.visibility,
  },
})
