import type { DocumentKind } from '#schema/vocabulary/collaboration.js'
import { templatesFor } from '#schema/report/beginnings.js'
import type { TemplateId } from '#schema/report/templates.js'
import type { Words } from '#schema/words/index.js'
import { Button, EmptyState, useWords } from '../../ui/index.js'

export interface BeginningsProps {
  readonly kind: DocumentKind
  readonly mayEdit: boolean
  /** Null: one clause and nothing else. */
  onChoose(template: TemplateId | null): void
}

/** What an empty text offers: the templates that fit it, each with a line that says what it is for. [MN-10] */
export function Beginnings({ kind, mayEdit, onChoose }: BeginningsProps) {
  const words = useWords<Words>()
  const offered = [...templatesFor[kind], null]
  return (
    <EmptyState
      title={words('editor.emptyTitle')}
      action={
        mayEdit && (
          <ul className="beginnings">
            {offered.map((template, i) => (
              <li key={template}>
                <Button kind={i === 0 && template ? 'primary' : 'plain'} onClick={() => onChoose(template)}>
                  {words(`writing.template.${template ?? 'BLANK'}`)}
                </Button>
                <p className="soft">{words(`writing.templateFor.${template ?? 'BLANK'}`)}</p>
              </li>
            ))}
          </ul>
        )
      }
    >
      <p>{words(mayEdit ? 'writing.begin' : 'editor.emptyReading')}</p>
    </EmptyState>
  )
}
