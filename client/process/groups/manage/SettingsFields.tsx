import type { BodyChoiceFragment } from '#schema/generated/operations.js'
import { decisionPresences, figureNumberings, lifetimeAnchors } from '#schema/vocabulary/groups.js'
import { rulesetIds, strengths } from '#schema/vocabulary/process.js'
import { visibilityLevels } from '#schema/vocabulary/visibility.js'
import type { Words } from '#schema/words/index.js'
import { DateField, RadioGroup, Select, Stack, TextArea, TextField, useWords } from '../../../ui/index.js'
import { fieldsOf } from './sent-changes.js'
import type { GroupToSet } from './settings.route.js'
import { ZoneField } from './ZoneField.js'

/** A number that may be left out, so that the rules speak. Where the terms of reference speak, it says so. */
function NumberField({ group, name, matter }: { group: GroupToSet; name: NumberName; matter: string }) {
  const words = useWords<Words>()
  const holds = group.defaults.find(({ key }) => key === matter)
  const isBeaten = holds?.provenance === 'TERMS_OF_REFERENCE' && matter !== 'LIFETIME'
  return (
    <TextField
      name={name}
      label={words(`groupSetting.field.${name}`)}
      hint={
        isBeaten
          ? words('groupSetting.field.termsHold', { value: holds.text })
          : words(name === 'lifetimeMonths' ? 'groupSetting.field.lifetimeMonthsHint' : 'groupSetting.field.empty')
      }
      defaultValue={fieldsOf(group)[name]}
      className="field-short"
      inputMode="numeric"
      dir="ltr"
      autoComplete="off"
    />
  )
}

type NumberName = 'contributionOffsetDays' | 'announcementOffsetWeeks' | 'deliverablesOffsetWeeks' | 'lifetimeMonths'

/** What chair and secretariat set. */
export function WorkingFields({ group }: { group: GroupToSet }) {
  const words = useWords<Words>()
  const now = fieldsOf(group)
  const asRules = words('groupSetting.asRules')
  return (
    <Stack gap={6}>
      <NumberField group={group} name="contributionOffsetDays" matter="CONTRIBUTION_OFFSET" />
      <Select
        name="contributionStrength"
        label={words('groupSetting.field.contributionStrength')}
        placeholder={asRules}
        options={strengths.map((value) => ({ value, label: words(`deadline.strength.${value}`) }))}
        defaultValue={now['contributionStrength']}
      />
      <NumberField group={group} name="announcementOffsetWeeks" matter="ANNOUNCEMENT_OFFSET" />
      <NumberField group={group} name="deliverablesOffsetWeeks" matter="DELIVERABLES_OFFSET" />
      <ZoneField zone={group.deadlineZone} />
      <TextField
        name="cutOff"
        label={words('groupSetting.field.cutOff')}
        hint={words('groupSetting.field.cutOffHint')}
        defaultValue={now['cutOff']}
        className="field-short"
        dir="ltr"
        autoComplete="off"
      />
      <TextField
        name="contributionPattern"
        label={words('groupSetting.field.contributionPattern')}
        hint={words('groupSetting.field.contributionPatternHint')}
        defaultValue={now['contributionPattern']}
        maxLength={100}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
      />
      <TextArea
        name="purposes"
        label={words('groupSetting.field.purposes')}
        hint={words('groupSetting.field.purposesHint')}
        defaultValue={now['purposes']}
        rows={3}
      />
      <TextArea
        name="holidays"
        label={words('groupSetting.field.holidays')}
        hint={words('groupSetting.field.holidaysHint')}
        defaultValue={now['holidays']}
        rows={3}
        dir="ltr"
      />
      <TextArea
        name="workingLanguages"
        label={words('groupSetting.field.workingLanguages')}
        hint={words('groupSetting.field.workingLanguagesHint')}
        defaultValue={now['workingLanguages']}
        rows={2}
        dir="ltr"
      />
      <Select
        name="defaultVisibility"
        label={words('groupSetting.field.defaultVisibility')}
        placeholder={words('groupSetting.asGroup')}
        options={visibilityLevels.map((value) => ({ value, label: words(`group.visibleTo.${value}`) }))}
        defaultValue={now['defaultVisibility']}
      />
      <RadioGroup
        name="decisionPresence"
        label={words('groupSetting.field.decisionPresence')}
        choices={decisionPresences.map((value) => ({ value, label: words(`groupSetting.presence.${value}`) }))}
        defaultValue={now['decisionPresence']}
      />
      <Select
        name="figureNumbers"
        label={words('groupSetting.field.figureNumbers')}
        placeholder={asRules}
        options={figureNumberings.map((value) => ({ value, label: words(`groupSetting.figures.${value}`) }))}
        defaultValue={now['figureNumbers']}
      />
      <TextArea
        name="aim"
        label={words('groupSetting.field.aim')}
        defaultValue={now['aim']}
        maxLength={2000}
        rows={3}
      />
      <TextField name="url" label={words('groupSetting.field.url')} type="url" defaultValue={now['url']} dir="ltr" />
    </Stack>
  )
}

/** What the parent decides and administrators enter. */
export function ParentalFields({ group, bodies }: { group: GroupToSet; bodies: readonly BodyChoiceFragment[] }) {
  const words = useWords<Words>()
  const now = fieldsOf(group)
  return (
    <Stack gap={6}>
      <TextField
        name="name"
        label={words('groupSetting.field.name')}
        defaultValue={now['name']}
        maxLength={300}
        isRequired
      />
      <TextField
        name="acronym"
        label={words('groupSetting.field.acronym')}
        defaultValue={now['acronym']}
        maxLength={60}
        className="field-short"
      />
      <BodySelect name="parent" label={words('groupSetting.field.parent')} bodies={bodies} chosen={now['parent']} />
      <Select
        name="ruleset"
        label={words('groupSetting.field.ruleset')}
        options={rulesetIds.map((value) => ({ value, label: words(`deadline.ruleset.${value}`) }))}
        defaultValue={now['ruleset']}
      />
      <div className="side-by-side">
        <DateField
          name="termsApprovedOn"
          label={words('groupSetting.field.termsApprovedOn')}
          defaultValue={now['termsApprovedOn']}
        />
        <DateField
          name="announcedOn"
          label={words('groupSetting.field.announcedOn')}
          defaultValue={now['announcedOn']}
        />
      </div>
      <NumberField group={group} name="lifetimeMonths" matter="LIFETIME" />
      <Select
        name="lifetimeAnchor"
        label={words('groupSetting.field.lifetimeAnchor')}
        options={lifetimeAnchors.map((value) => ({ value, label: words(`groupSetting.anchor.${value}`) }))}
        defaultValue={now['lifetimeAnchor']}
      />
      <Select
        name="visibility"
        label={words('groupSetting.field.visibility')}
        options={visibilityLevels.map((value) => ({ value, label: words(`group.visibleTo.${value}`) }))}
        defaultValue={now['visibility']}
      />
    </Stack>
  )
}

/** One body of the register. */
export function BodySelect({
  name,
  label,
  hint,
  bodies,
  chosen,
  placeholder,
}: {
  name: string
  label: string
  hint?: string
  bodies: readonly BodyChoiceFragment[]
  chosen?: string
  placeholder?: string
}) {
  const words = useWords<Words>()
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      placeholder={placeholder}
      options={bodies.map(({ slug, name: full, acronym }) => ({
        value: slug,
        label: acronym ? words('item.bodyChoice', { acronym, name: full }) : full,
      }))}
      defaultValue={chosen}
    />
  )
}
