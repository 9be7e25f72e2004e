import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Link, Section, useWords } from '../../ui/index.js'
import { itemHref, SourceFields } from '../parts/index.js'
import type { EditItemData } from './change-item.route.js'
import { ItemChangeForm, ItemChangeHead } from './ItemChange.js'
import { AboutFields, BodyFields } from './ItemFields.js'

/** Changes all of an item but its names and stages, which are records of their own with days. */
export function EditItem() {
  const words = useWords<Words>()
  const { item, bodies } = useLoaderData<EditItemData>()
  const { refusals } = useFormAnswer('edit')
  const facts = {
    ...item,
    body: item.body.slug,
    committee: item.committee?.slug ?? '',
    scopeNote: item.scopeNote ?? '',
    url: item.url ?? '',
  }
  return (
    <>
      <ItemChangeHead
        item={item}
        title={words('item.edit')}
        lead={<Link href={`${itemHref(item.slug)}/rename`}>{words('item.editLead')}</Link>}
      />
      <ItemChangeForm item={item} name="edit" send={words('item.save')}>
        <BodyFields facts={facts} bodies={bodies} />
        <AboutFields facts={facts} isOpen={refusals.length > 0} />
        <Section id="source" title={words('fact.provenance')} level={2}>
          <div className="form">
            <SourceFields isOptional />
          </div>
        </Section>
      </ItemChangeForm>
    </>
  )
}
