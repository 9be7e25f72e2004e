import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import {
  Button,
  EmptyState,
  Form,
  LinkButton,
  RadioGroup,
  Section,
  Select,
  Stack,
  TextField,
  useWords,
} from '../../ui/index.js'
import { ItemChangeHead } from '../items/ItemChange.js'
import { ChangeForm, ItemTitle, itemHref, SourceFields, StateChip } from '../parts/index.js'
import { relationHeading } from './relation-groups.js'
import { RelationFields } from './RelationFields.js'
import type { NewRelationData } from './relations.route.js'
import { statements } from './statements.js'

/** Relates an item to another: first it is found, then said how and where that is written. */
export function NewRelation() {
  const words = useWords<Words>()
  const { item, sought, choices } = useLoaderData<NewRelationData>()
  return (
    <>
      <ItemChangeHead item={item} title={words('relation.addTo')} lead={words('relation.addLead')} />
      <Stack gap={6}>
        <Section id="other-item" title={words('relation.other')}>
          <Form
            id="seek"
            method="get"
            actions={
              <Button type="submit" kind={choices.length > 0 ? 'plain' : 'primary'}>
                {words('relation.find')}
              </Button>
            }
          >
            <TextField
              key={sought}
              name="sought"
              label={words('relation.otherSought')}
              hint={words('relation.otherHint')}
              defaultValue={sought}
              maxLength={200}
              autoComplete="off"
              isRequired
            />
          </Form>
        </Section>
        {sought !== '' &&
          (choices.length === 0 ? (
            <EmptyState
              title={words('relation.nothingFound')}
              action={<LinkButton href="/items/new">{words('relation.addItem')}</LinkButton>}
            >
              <p>{words('relation.nothingFoundText', { sought })}</p>
            </EmptyState>
          ) : (
            <Relate key={sought} />
          ))}
      </Stack>
    </>
  )
}

function Relate() {
  const words = useWords<Words>()
  const { item, choices, idempotencyKey } = useLoaderData<NewRelationData>()
  return (
    <Section id="how" title={words('relation.how')}>
      <ChangeForm
        name="relate"
        send={words('relation.add')}
        backTo={itemHref(item.slug)}
        idempotencyKey={idempotencyKey}
      >
        <Select
          name="says"
          label={words('relation.says')}
          hint={words('relation.saysHint', { item: item.designation })}
          placeholder={words('item.choose')}
          options={statements.map((one) => ({ value: one.value, label: relationHeading(words, one) }))}
          isRequired
        />
        <RadioGroup
          name="other"
          label={words('relation.found')}
          defaultValue={choices.length === 1 ? choices[0]!.slug : undefined}
          choices={choices.map((choice) => ({
            value: choice.slug,
            label: (
              <>
                <bdi>{choice.designation}</bdi> <StateChip state={choice.state} />
              </>
            ),
            hint: (
              <>
                <bdi>{choice.body.acronym ?? choice.body.name}</bdi>
                {': '}
                <ItemTitle item={choice} />
              </>
            ),
          }))}
        />
        <RelationFields />
        <SourceFields />
      </ChangeForm>
    </Section>
  )
}
