import type { Words } from '#schema/words/index.js'
import { Button, Cluster, FormElement, Section, useWords } from '../../ui/index.js'
import type { AgendaData } from './agenda.route.js'

type Meeting = AgendaData['meeting']

/** Rows that were taken out, each to be put back: taking out needs no question before it. [AG-11] */
export function TakenOut({ meeting: { takenOutOfAgenda: rows } }: { meeting: Meeting }) {
  const words = useWords<Words>()
  if (rows.length === 0) return null
  return (
    <div className="no-print">
      <Section id="taken-out" title={words('agenda.removed')} note={words('agenda.takenOutNote')}>
        <ul>
          {rows.map(({ id, number, title }) => {
            const name = words('agenda.rowName', { number, title })
            return (
              <li key={id}>
                <FormElement method="post">
                  <input type="hidden" name="id" value={id} />
                  <Cluster>
                    <bdi>{name}</bdi>
                    <Button
                      type="submit"
                      size="small"
                      name="doing"
                      value="putBack"
                      aria-label={words('agenda.putBackRow', { name })}
                    >
                      {words('agenda.putBack')}
                    </Button>
                  </Cluster>
                </FormElement>
              </li>
            )
          })}
        </ul>
      </Section>
    </div>
  )
}

/** What is left of rows to which something points, for whoever comes from there. [AG-5] */
export function Traces({ meeting: { removedAgenda, takenOutOfAgenda } }: { meeting: Meeting }) {
  const words = useWords<Words>()
  const rows = removedAgenda.filter(({ id }) => !takenOutOfAgenda.some((one) => one.id === id))
  if (rows.length === 0) return null
  return (
    <Section id="removed" title={words('agenda.removed')} note={words('agenda.removedNote')}>
      <ul className="bullets">
        {rows.map(({ id, number, title }) => (
          <li key={id} dir="auto">
            {words('agenda.rowName', { number, title })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
