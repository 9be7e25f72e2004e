import { useLoaderData } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { EmptyState, Link, LinkButton, RadioGroup, Section, useWords } from '../../ui/index.js'
import { decisionHref, HeldLines, recordDecisionHref, ReversedChip } from '../decisions/parts/index.js'
import { deliverableHref } from './address.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { ApproveData } from './change.route.js'
import { findingsSaid } from './parts.js'

/** So many findings of one version are shown; the editor has them all. */
const SHOWN = 12

/** Records the group's approval of one frozen version, by a decision. What the checks found stands beside it as facts. [DE-5, ST-10, ST-12] */
export function ApprovePage() {
  const words = useWords<Words>()
  const { deliverable } = useLoaderData<ApproveData>()
  const { versions, groupDecisions, checked, nextSteps, state, group } = deliverable
  const open = versions.filter(({ kind }) => kind === 'BASELINE')
  const isDue = nextSteps.some(({ manner }) => manner === 'APPROVAL')
  const back = <LinkButton href={deliverableHref(group, deliverable)}>{words('deliverable.backToIt')}</LinkButton>
  // What was decided about this very text comes first, and is what is meant unless somebody says otherwise.
  const isAboutThis = ({ subject }: (typeof groupDecisions)[number]) =>
    subject?.kind === 'DELIVERABLE' && subject.id === deliverable.id
  const decisions = [...groupDecisions.filter(isAboutThis), ...groupDecisions.filter((one) => !isAboutThis(one))]
  const meant = decisions[0] && isAboutThis(decisions[0]) ? decisions[0].id : undefined
  const record = (
    <LinkButton href={recordDecisionHref(group, { deliverable, meeting: open[0]?.meeting?.number })}>
      {words('deliverable.recordDecision')}
    </LinkButton>
  )
  const why = !isDue
    ? words('deliverable.approveNotYet', { state: words(`deliverable.state.${state}`) })
    : open.length === 0
      ? words('deliverable.noVersionsYet')
      : groupDecisions.length === 0
        ? words('deliverable.noDecisionsYet')
        : null
  return (
    <>
      <ChangeHead
        deliverable={deliverable}
        title={words('deliverable.approve')}
        lead={words('deliverable.approveLead')}
      />
      {why !== null ? (
        <EmptyState title={words('deliverable.approve')} action={isDue && open.length > 0 ? record : back}>
          {why}
        </EmptyState>
      ) : (
        <ChangeForm deliverable={deliverable} name="approve" send={words('deliverable.approveNow')}>
          <RadioGroup
            name="versionId"
            label={words('deliverable.whichVersion')}
            defaultValue={open[0]?.id}
            isRequired
            choices={open.map((version) => ({
              value: version.id,
              label: `${words('deliverable.version', { number: version.number })}, ${words('deliverable.frozenOn', { day: formatDay(version.frozenOn, words) })}`,
              hint: [version.textHasChanged && words('deliverable.versionChanged'), findingsSaid(version, words)]
                .filter(Boolean)
                .join(' '),
            }))}
          />
          <RadioGroup
            name="decisionId"
            label={words('deliverable.whichDecision')}
            defaultValue={meant}
            isRequired
            choices={decisions.map((decision) => ({
              value: decision.id,
              label: words('deliverable.decisionLine', {
                number: decision.number,
                day: formatDay(decision.decidedOn, words),
                text: decision.text,
              }),
              hint: [
                isAboutThis(decision) && words('deliverable.decisionAboutThis'),
                decision.reservations.length > 0 &&
                  words('deliverable.decisionHeld', { count: decision.reservations.length }),
              ]
                .filter(Boolean)
                .join('; '),
            }))}
          />
          <p>{record}</p>
        </ChangeForm>
      )}
      {groupDecisions.length > 0 && (
        <Section
          id="decisions"
          title={words('deliverable.decisionsAtHand')}
          note={words('deliverable.decisionsAtHandNote')}
        >
          <ul className="lines">
            {groupDecisions.map((decision) => (
              <li key={decision.id}>
                <Link href={decisionHref(group, decision.number)}>
                  {words('decision.one', { number: decision.number })}
                </Link>
                {', '}
                {formatDay(decision.decidedOn, words)} {!decision.isStanding && <ReversedChip />}
                <span className="block" dir="auto">
                  {decision.text}
                </span>
                <HeldLines decision={decision} group={group} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {open.length > 0 && (
        <Section id="checklist" title={words('deliverable.checklist')} note={words('deliverable.checklistNote')}>
          {open.slice(0, 3).map((version) => {
            const findings = checked.find(({ id }) => id === version.id)?.findings ?? []
            // The same sentence once, and what should not go to a meeting first.
            const same = [...Map.groupBy(findings, ({ code, args }) => `${code} ${JSON.stringify(args)}`).values()]
            const sorted = same.sort(([one], [other]) => Number(other!.isError) - Number(one!.isError))
            return (
              <Section
                key={version.id}
                id={`of-${version.number}`}
                level={3}
                title={words('deliverable.version', { number: version.number })}
              >
                {findings.length === 0 ? (
                  <p>{words('deliverable.checklistNone')}</p>
                ) : (
                  <ul className="lines">
                    {sorted.slice(0, SHOWN).map((alike) => {
                      const { code, rule, isError, args } = alike[0]!
                      return (
                        <li key={code + JSON.stringify(args)}>
                          <b>{words(isError ? 'lint.error' : 'lint.hint')}</b>{' '}
                          <span dir="auto">{words.dynamic(`lint.${code}`, args as Record<string, string>)}</span>
                          <span className="fact-note">
                            {words('lint.rule', { rule })}
                            {alike.length > 1 && ` · ${words('deliverable.findingTimes', { count: alike.length })}`}
                          </span>
                        </li>
                      )
                    })}
                    {sorted.length > SHOWN && (
                      <li>{words('deliverable.findingsMore', { count: sorted.length - SHOWN })}</li>
                    )}
                  </ul>
                )}
              </Section>
            )
          })}
        </Section>
      )}
    </>
  )
}
