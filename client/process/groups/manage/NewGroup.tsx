import { useLoaderData } from 'react-router'
import { firstGroupStates, groupKinds, lifetimeAnchors } from '#schema/vocabulary/groups.js'
import { rulesetIds } from '#schema/vocabulary/process.js'
import { visibilityLevels } from '#schema/vocabulary/visibility.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../../app/PageHead.js'
import { ChangeForm } from '../../../roadmap/parts/index.js'
import {
  Breadcrumb,
  DateField,
  Disclosure,
  PageHeader,
  RadioGroup,
  Section,
  Select,
  Stack,
  TextArea,
  TextField,
  useWords,
} from '../../../ui/index.js'
import type { NewGroupData } from './new-group.route.js'
import { BodySelect } from './SettingsFields.js'
import { ZoneField } from './ZoneField.js'

/** Sets a group up, with the bodies that it needs. */
export function NewGroup() {
  const words = useWords<Words>()
  const { bodies, parent, idempotencyKey } = useLoaderData<NewGroupData>()
  const title = words('newGroup.title')
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('group.groups'), href: '/groups' }, { label: title }]} />
      <PageHeader title={title} lead={words('newGroup.lead')} />
      <ChangeForm name="new-group" send={title} backTo="/groups" idempotencyKey={idempotencyKey}>
        <Section id="who" title={words('newGroup.who')} level={2}>
          <Stack gap={6}>
            <TextField name="name" label={words('groupSetting.field.name')} maxLength={300} isRequired />
            <TextField
              name="acronym"
              label={words('groupSetting.field.acronym')}
              hint={words('newGroup.acronymHint')}
              maxLength={60}
              className="field-short"
              autoComplete="off"
            />
            <TextField
              name="slug"
              label={words('newGroup.slug')}
              hint={words('newGroup.slugHint')}
              maxLength={100}
              dir="ltr"
              autoComplete="off"
            />
            <RadioGroup
              name="kind"
              label={words('group.kind')}
              choices={groupKinds.map((value) => ({ value, label: words(`group.kind.${value}`) }))}
              defaultValue="FOCUS_GROUP"
            />
            <TextArea name="aim" label={words('groupSetting.field.aim')} maxLength={2000} rows={3} />
            <TextField name="url" label={words('groupSetting.field.url')} type="url" dir="ltr" />
          </Stack>
        </Section>
        <Section id="above" title={words('newGroup.above')} note={words('newGroup.aboveNote')} level={2}>
          <Stack gap={6}>
            <BodySelect
              name="parent"
              label={words('groupSetting.field.parent')}
              hint={words('newGroup.parentHint')}
              bodies={bodies}
              chosen={parent}
              placeholder={words('newGroup.choose')}
            />
            <div className="side-by-side">
              <TextField name="newParentName" label={words('newGroup.newParentName')} maxLength={300} />
              <TextField name="newParentAcronym" label={words('newGroup.newParentAcronym')} maxLength={60} />
            </div>
            <Disclosure summary={words('newGroup.ownBody')}>
              <BodySelect
                name="body"
                label={words('newGroup.body')}
                hint={words('newGroup.bodyHint')}
                bodies={bodies}
                chosen=""
                placeholder={words('newGroup.makeBody')}
              />
            </Disclosure>
          </Stack>
        </Section>
        <Section id="rules" title={words('newGroup.rules')} level={2}>
          <Stack gap={6}>
            <Select
              name="ruleset"
              label={words('groupSetting.field.ruleset')}
              hint={words('newGroup.rulesetHint')}
              options={rulesetIds.map((value) => ({ value, label: words(`deadline.ruleset.${value}`) }))}
              defaultValue="itu-t-a7-2024"
            />
            <ZoneField zone="Europe/Zurich" />
            <TextField
              name="workingLanguage"
              label={words('newGroup.language')}
              hint={words('newGroup.languageHint')}
              defaultValue="en"
              className="field-short"
              maxLength={35}
              dir="ltr"
              autoComplete="off"
            />
            <Select
              name="visibility"
              label={words('groupSetting.field.visibility')}
              options={visibilityLevels.map((value) => ({ value, label: words(`group.visibleTo.${value}`) }))}
              defaultValue="PUBLIC"
            />
          </Stack>
        </Section>
        <Section id="days" title={words('newGroup.days')} note={words('newGroup.daysNote')} level={2}>
          <Stack gap={6}>
            <Select
              name="state"
              label={words('newGroup.state')}
              options={firstGroupStates.map((value) => ({ value, label: words(`group.state.${value}`) }))}
              defaultValue="ESTABLISHED"
            />
            <div className="side-by-side">
              <DateField name="termsApprovedOn" label={words('groupSetting.field.termsApprovedOn')} />
              <DateField name="announcedOn" label={words('groupSetting.field.announcedOn')} />
            </div>
            <TextField
              name="lifetimeMonths"
              label={words('groupSetting.field.lifetimeMonths')}
              hint={words('groupSetting.field.lifetimeMonthsHint')}
              defaultValue="24"
              className="field-short"
              inputMode="numeric"
              dir="ltr"
              autoComplete="off"
            />
            <Select
              name="lifetimeAnchor"
              label={words('groupSetting.field.lifetimeAnchor')}
              options={lifetimeAnchors.map((value) => ({ value, label: words(`groupSetting.anchor.${value}`) }))}
              defaultValue="FIRST_MEETING"
            />
            <TextField
              name="source"
              label={words('newGroup.source')}
              hint={words('newGroup.sourceHint')}
              maxLength={500}
            />
          </Stack>
        </Section>
      </ChangeForm>
    </>
  )
}
