import type { BodyChoiceFragment, BodyToChangeQuery } from '#schema/generated/operations.js'
import { BODY_KINDS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { DateField, Section, Select, Stack, TextArea, TextField, useWords } from '../../../ui/index.js'
import { spareRows } from './body-form.js'

type Known = NonNullable<BodyToChangeQuery['body']>

/** What is known of a body besides its present name; empty for one that is not there yet. */
export function BodyFields({
  body,
  bodies,
  parent = '',
}: {
  body?: Known
  bodies: readonly BodyChoiceFragment[]
  /** Proposed for one that is not there yet. */
  parent?: string
}) {
  const words = useWords<Words>()
  const others = bodies
    .filter(({ slug }) => slug !== body?.slug)
    .map(({ slug, name, acronym }) => ({
      value: slug,
      label: acronym ? words('item.bodyChoice', { acronym, name }) : name,
    }))
  return (
    <>
      <Select
        name="kind"
        label={words('body.kind')}
        options={BODY_KINDS.map((value) => ({ value, label: words(`register.bodyKind.${value}`) }))}
        defaultValue={body?.kind ?? 'COMMITTEE'}
      />
      <div className="side-by-side">
        <Select
          name="parent"
          label={words('body.parent')}
          placeholder={words('body.noParent')}
          options={others}
          defaultValue={body ? (body.parent?.slug ?? '') : parent}
        />
        <Select
          name="coParent"
          label={words('body.secondParent')}
          hint={words('body.secondParentHint')}
          placeholder={words('body.noParent')}
          options={others}
          defaultValue={body?.coParent?.slug ?? ''}
        />
      </div>
      <TextArea
        name="role"
        label={words('body.role')}
        hint={words('body.roleHint')}
        defaultValue={body?.role ?? ''}
        maxLength={2000}
        rows={2}
      />
      <TextArea
        name="numbering"
        label={words('body.numbering')}
        hint={words('body.numberingHint')}
        defaultValue={body?.numbering ?? ''}
        maxLength={2000}
        rows={2}
      />
      <TextField name="url" label={words('body.official')} type="url" defaultValue={body?.url ?? ''} dir="ltr" />
      <Names body={body} />
      <Section id="ending" title={words('body.ending')} note={words('body.endingNote')} level={2}>
        <div className="side-by-side">
          <DateField
            name="dissolvedOn"
            label={words('body.dissolvedOn')}
            hint={words('body.dissolvedOnHint')}
            defaultValue={body?.dissolvedOn ?? ''}
          />
          <Select
            name="successor"
            label={words('body.successor')}
            hint={words('body.successorHint')}
            placeholder={words('item.notKnown')}
            options={others}
            defaultValue={body?.successor?.slug ?? ''}
          />
        </div>
      </Section>
    </>
  )
}

/** Names in other languages, a row each; a row that is emptied ends its name. */
function Names({ body }: { body?: Known }) {
  const words = useWords<Words>()
  const held = (body?.names ?? []).filter(({ lang, to }) => lang !== null && to === null)
  return (
    <Section id="names" title={words('body.namesIn')} note={words('body.namesInNote')} level={2}>
      <Stack gap={4}>
        {Array.from({ length: held.length + spareRows }, (_, at) => (
          <div key={at} className="actor-fields">
            <TextField
              name={`lang-${at}`}
              label={words('body.rowLang', { number: at + 1 })}
              hint={words('item.langHint')}
              defaultValue={held[at]?.lang ?? ''}
              maxLength={35}
              dir="ltr"
              autoComplete="off"
            />
            <TextField
              name={`name-${at}`}
              label={words('body.rowName', { number: at + 1 })}
              defaultValue={held[at]?.name ?? ''}
              maxLength={500}
            />
            <TextField
              name={`acronym-${at}`}
              label={words('body.rowAcronym', { number: at + 1 })}
              defaultValue={held[at]?.acronym ?? ''}
              maxLength={100}
            />
          </div>
        ))}
      </Stack>
    </Section>
  )
}
