import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Button, DateField, DefinitionList, Form, Notice, Section, TextField, useWords } from '../../ui/index.js'
import { itemHref, ItemLink, SourceFields } from '../parts/index.js'
import type { RenameItemData } from './change-item.route.js'
import { ItemChangeForm, ItemChangeHead } from './ItemChange.js'

/** Renames an item in two steps: choose the name and see what it does to address and search; then confirm. */
export function RenameItem() {
  const words = useWords<Words>()
  const { item, asked, preview, refusals } = useLoaderData<RenameItemData>()
  const isAsked = preview !== null || refusals.length > 0
  return (
    <>
      <ItemChangeHead item={item} title={words('item.rename')} lead={words('item.renameLead')} />
      <Section id="name" title={words('item.newName')}>
        <Form
          id="name-of-item"
          method="get"
          refusals={refusals}
          actions={
            <Button type="submit" kind={preview ? 'plain' : 'primary'}>
              {words('item.showRename')}
            </Button>
          }
        >
          <TextField
            key={`designation ${asked.designation}`}
            name="designation"
            label={words('item.column.designation')}
            defaultValue={isAsked ? asked.designation : item.designation}
            maxLength={200}
            isRequired
          />
          <TextField
            key={`title ${asked.title}`}
            name="title"
            label={words('item.column.title')}
            hint={words('item.titleHint')}
            defaultValue={isAsked ? asked.title : (item.title ?? '')}
            maxLength={1000}
          />
        </Form>
      </Section>
      {preview && <Confirm data={{ item, asked, preview }} />}
    </>
  )
}

function Confirm({
  data: { item, asked, preview },
}: {
  data: Pick<RenameItemData, 'item' | 'asked'> & { preview: NonNullable<RenameItemData['preview']> }
}) {
  const words = useWords<Words>()
  const { codes } = useFormAnswer('rename')
  const { designation, oldNames, takenBy, shared } = preview
  return (
    <Section id="what-changes" title={words('item.whatChanges')}>
      <div className="form spaced">
        {takenBy && (
          <Notice kind="attention" title={words('item.takenTitle')}>
            <ItemLink item={takenBy} isTitled />
          </Notice>
        )}
        <DefinitionList
          isStacked
          facts={[
            {
              term: words('item.addressStays'),
              value: <span className="cite">{itemHref(item.slug)}</span>,
              note: words('item.addressStaysNote'),
            },
            {
              term: words('item.findsBy'),
              value: (
                <ul className="values">
                  {[designation, ...oldNames].map((name) => (
                    <li key={name}>
                      <bdi>{name}</bdi>
                    </li>
                  ))}
                </ul>
              ),
              note: words('item.findsByNote'),
            },
            {
              term: words('item.sharedNames'),
              value:
                shared.length === 0 ? null : (
                  <ul className="lines">
                    {shared.map(({ name, items }) => (
                      <li key={name}>
                        <bdi>{words('item.sharedName', { name })}</bdi>{' '}
                        {items.map((other) => (
                          <span key={other.slug}>
                            <ItemLink item={other} />{' '}
                          </span>
                        ))}
                      </li>
                    ))}
                  </ul>
                ),
              note: words('item.sharedNamesNote'),
            },
          ]}
        />
      </div>
      {(!takenBy || codes.length > 0) && (
        <ItemChangeForm item={item} name="rename" send={words('item.renameNow')}>
          <input type="hidden" name="designation" value={designation} />
          <input type="hidden" name="title" value={asked.title} />
          <DateField name="on" label={words('item.renamedOn')} hint={words('item.renamedOnHint')} />
          <SourceFields />
        </ItemChangeForm>
      )}
    </Section>
  )
}
