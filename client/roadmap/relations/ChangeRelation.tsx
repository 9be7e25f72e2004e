import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { DateField, Notice, Section, Stack, TextArea, useWords } from '../../ui/index.js'
import { ItemChangeHead } from '../items/ItemChange.js'
import { ChangeForm, itemHref, ItemLink, ProvenanceFacts, SourceFields } from '../parts/index.js'
import { relationHeading } from './relation-groups.js'
import { RelationFields } from './RelationFields.js'
import type { ChangeRelationData } from './relations.route.js'

/** One relation: what is said of it, and its end. */
export function ChangeRelation() {
  const words = useWords<Words>()
  const { item, relation } = useLoaderData<ChangeRelationData>()
  const isOutgoing = relation.from.slug === item.slug
  const other = isOutgoing ? relation.to : relation.from
  const backTo = `${itemHref(item.slug)}#relations`
  return (
    <>
      <ItemChangeHead
        item={item}
        title={words('relation.changeTitle')}
        lead={
          <>
            {relationHeading(words, { type: relation.type, isOutgoing })} <ItemLink item={other} isTitled />
          </>
        }
      />
      {relation.endedAt !== null ? (
        <Notice title={words('relation.ended')}>{relation.endedReason}</Notice>
      ) : (
        <Stack gap={6}>
          <Section id="said" title={words('relation.whatIsSaid')} note={words('relation.changeLead')}>
            <ProvenanceFacts provenance={relation.provenance} />
            <ChangeForm name="change" send={words('fact.save')} backTo={backTo} revision={relation.revision}>
              <RelationFields said={relation} />
              <SourceFields isOptional />
            </ChangeForm>
          </Section>
          <Section id="ending" title={words('relation.end')} note={words('relation.endNote')}>
            <ChangeForm
              name="end"
              send={words('relation.end')}
              kind="danger"
              backTo={backTo}
              revision={relation.revision}
            >
              <DateField name="until" label={words('relation.until')} hint={words('relation.untilHint')} />
              <TextArea
                name="reason"
                label={words('relation.reason')}
                hint={words('relation.reasonHint')}
                rows={2}
                maxLength={2000}
                isRequired
              />
            </ChangeForm>
          </Section>
        </Stack>
      )}
    </>
  )
}
