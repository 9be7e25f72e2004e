import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import {
  Button,
  Day,
  DefinitionList,
  EmptyState,
  Form,
  Link,
  LinkButton,
  Section,
  Select,
  Stack,
  Timeline,
  Unknown,
  useWords,
} from '../../../ui/index.js'
import { GroupHead, groupHref } from '../manage/GroupHead.js'
import { ComparedTerms } from './ComparedTerms.js'
import type { TermsData, TermsOfGroup } from './terms.route.js'
import { TermsSections } from './TermsSections.js'

/** Terms of reference in one version, what deadlines they set, and all versions there were. */
export function TermsPage() {
  const words = useWords<Words>()
  const { group, terms, compared } = useLoaderData<TermsData>()
  const href = `${groupHref(group)}/terms`
  const isLatest = terms?.version === group.termsVersions[0]?.version
  const write = group.viewerMay.includes('EDIT') && (
    <LinkButton href={`${href}/new`} kind="primary">
      {words(terms ? 'termsPage.write' : 'termsPage.writeFirst')}
    </LinkButton>
  )
  return (
    <>
      <GroupHead
        group={group}
        title={words('group.terms')}
        canonical={isLatest ? 'terms' : undefined}
        lead={terms ? <Standing terms={terms} isLatest={isLatest} href={href} /> : undefined}
        actions={terms && write}
      />
      {terms === null ? (
        <EmptyState title={words('group.noTerms')} action={write}>
          {words('group.noTermsText')}
        </EmptyState>
      ) : (
        <>
          <SetDeadlines terms={terms} />
          <Section id="sections" title={words('termsPage.sections')}>
            <TermsSections terms={terms} />
          </Section>
          <History group={group} compared={compared} />
        </>
      )}
    </>
  )
}

function Standing({ terms, isLatest, href }: { terms: TermsOfGroup; isLatest: boolean; href: string }) {
  const words = useWords<Words>()
  return (
    <>
      {words('group.termsVersion', { version: terms.version })} · {words('group.termsApproved')}{' '}
      {terms.approvedOn ? <Day on={terms.approvedOn} /> : <Unknown />}
      {terms.provenance.source && ` · ${terms.provenance.source}`}
      {!isLatest && (
        <>
          {' · '}
          <Link href={href}>{words('termsPage.toLatest')}</Link>
        </>
      )}
    </>
  )
}

/** The deadlines that a version sets, each with its section: these beat what the group sets and the rules. */
function SetDeadlines({ terms }: { terms: TermsOfGroup }) {
  const words = useWords<Words>()
  return (
    <Section id="deadlines" title={words('termsPage.deadlines')} note={words('termsPage.deadlinesNote')}>
      {terms.deadlines.length === 0 ? (
        <p className="soft">{words('termsPage.noDeadlines')}</p>
      ) : (
        <DefinitionList
          facts={terms.deadlines.map(({ section, obligation, text }) => ({
            term: words(`deadline.obligation.${obligation}`),
            value: text,
            note: <a href={`#terms-${section}`}>{words('termsPage.inSection', { section })}</a>,
          }))}
        />
      )}
    </Section>
  )
}

function History({ group, compared }: Pick<TermsData, 'group' | 'compared'>) {
  const words = useWords<Words>()
  const versions = group.termsVersions
  const href = `${groupHref(group)}/terms`
  return (
    <Section id="versions" title={words('termsPage.versions')} note={words('termsPage.versionsNote')}>
      <Stack gap={6}>
        <Timeline
          label={words('termsPage.versions')}
          entries={versions.map(({ version, approvedOn, provenance }, at) => ({
            id: String(version),
            when: approvedOn ? <Day on={approvedOn} /> : <Unknown />,
            title: <Link href={`${href}?version=${version}`}>{words('group.termsVersion', { version })}</Link>,
            body: provenance.source && <span className="soft">{provenance.source}</span>,
            shape: at === 0 ? 'full' : 'ring',
          }))}
        />
        {versions.length > 1 && (
          <div className="no-print">
            <Form
              id="compare-terms"
              method="get"
              action={`${href}#compare`}
              actions={<Button type="submit">{words('termsPage.compare')}</Button>}
            >
              <div className="side-by-side">
                {(['from', 'to'] as const).map((name) => (
                  <Select
                    key={`${name} ${compared?.[name].version ?? ''}`}
                    name={name}
                    label={words(`termsPage.compare.${name}`)}
                    options={versions.map(({ version }) => ({
                      value: String(version),
                      label: words('group.termsVersion', { version }),
                    }))}
                    defaultValue={String(compared?.[name].version ?? versions[name === 'from' ? 1 : 0]!.version)}
                  />
                ))}
              </div>
            </Form>
          </div>
        )}
        {compared && <ComparedTerms from={compared.from} to={compared.to} />}
      </Stack>
    </Section>
  )
}
