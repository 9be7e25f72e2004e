import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { ChangeForm } from '../../../roadmap/parts/index.js'
import { Chip, DateField, EmptyState, LinkButton, Section, Stack, useWords } from '../../../ui/index.js'
import { dayIn } from '../../deadlines/index.js'
import { groupMarks } from '../group-marks.js'
import { GroupHead, groupHref } from './GroupHead.js'
import type { LifeData } from './life.route.js'
import { stateSteps } from './state-steps.js'

/** Where the group stands in its life, and the steps that are open from there: a button because the server said so. */
export function State() {
  const words = useWords<Words>()
  const { group, now } = useLoaderData<LifeData>()
  const open = stateSteps.filter((step) => group.viewerMay.includes(step))
  const href = groupHref(group)
  return (
    <>
      <GroupHead group={group} title={words('groupLife.state')} lead={words('groupLife.stateLead')} />
      <Section id="now" title={words('groupLife.stands')}>
        <Stack gap={4}>
          <p>
            <Chip {...groupMarks[group.state]}>{words(`group.state.${group.state}`)}</Chip>
          </p>
          <p className="measure">{words(`groupLife.means.${group.state}`)}</p>
        </Stack>
      </Section>
      {open.length === 0 && <EmptyState title={words('groupLife.noStep')}>{words('groupLife.noStepText')}</EmptyState>}
      {open.map((step) => (
        <Section key={step} id={step.toLowerCase()} title={words(`groupLife.step.${step}`)}>
          <p className="soft spaced">{words(`groupLife.stepText.${step}`)}</p>
          <ChangeForm
            name={step}
            send={words(`groupLife.step.${step}`)}
            kind={step === 'CONCLUDE' ? 'danger' : 'primary'}
            backTo={href}
            revision={group.revision}
          >
            <input type="hidden" name="id" value={group.id} />
            {step === 'CONCLUDE' && (
              <DateField
                name="on"
                label={words('groupLife.concludedOn')}
                hint={words('groupLife.concludedOnHint')}
                defaultValue={dayIn(now, group.deadlineZone)}
              />
            )}
          </ChangeForm>
        </Section>
      ))}
      {group.viewerMay.includes('EXTEND') && (
        <Section id="extend" title={words('groupLife.extend')}>
          <LinkButton href={`${href}/extend`}>{words('groupLife.extend')}</LinkButton>
        </Section>
      )}
    </>
  )
}
