import { useLoaderData, useSearchParams } from 'react-router'
import { newCaseAddress } from '#schema/vocabulary/overlap-address.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  DefinitionList,
  Form,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  TextArea,
  useWords,
} from '../../ui/index.js'
import type { SuggestionPageData } from './overlaps.route.js'
import { Scopes, sharedFacts } from './Scopes.js'
import { caseHref, suggestionHref } from '../parts/index.js'

/** Two items that look alike: both scopes, the words they share, and what is to become of the pair. */
export function SuggestionPage() {
  const words = useWords<Words>()
  const { pair } = useLoaderData<SuggestionPageData>()
  const [params] = useSearchParams()
  const { a, b, likeness } = pair
  const title = words('overlap.compareTitle', { one: a.designation, other: b.designation })
  const sides = [a, b].map((item) => ({ item, scope: null, clause: null, source: null, asOf: null }))
  const href = suggestionHref(pair.id)
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('overlap.listTitle'), href: '/overlaps' },
          { label: words('overlap.suggestionsTitle'), href: '/overlaps/suggestions' },
          { label: title },
        ]}
      />
      <PageHeader title={<bdi>{title}</bdi>} lead={words('overlap.compareLead')} />
      <Stack gap={6}>
        {pair.case && (
          <Notice kind="good" title={words('overlap.settledCase')}>
            <Link href={caseHref(pair.case.number)}>{pair.case.number}</Link>
          </Notice>
        )}
        {pair.state === 'DISMISSED' && (
          <Notice
            kind="info"
            title={words('overlap.settledDismissed', { on: formatDay(pair.settledAt!.slice(0, 10), words) })}
          >
            <bdi>{pair.reason}</bdi>
          </Notice>
        )}
        <Section id="scopes" title={words('overlap.scopes')}>
          <Scopes
            sides={sides}
            isTable={params.get('as') === 'table'}
            addresses={{ columns: href, table: `${href}?as=table` }}
          />
        </Section>
        <Section id="shared" title={words('overlap.shared')} note={words('overlap.sharedNote')}>
          <DefinitionList
            facts={[
              {
                term: words('overlap.wordsInCommon'),
                value: <bdi>{pair.words.join(', ')}</bdi>,
                note: words('overlap.likeness', { percent: likeness }),
              },
              ...sharedFacts(words, [a, b]),
            ]}
          />
        </Section>
        {pair.viewerMay.includes('SETTLE') && (
          <>
            <Section id="accept" title={words('overlap.acceptTitle')} note={words('overlap.acceptText')}>
              <LinkButton href={newCaseAddress([a.slug, b.slug])} kind="primary">
                {words('overlap.accept')}
              </LinkButton>
            </Section>
            <Section id="dismiss" title={words('overlap.dismissTitle')} note={words('overlap.dismissText')}>
              <Dismiss />
            </Section>
          </>
        )}
      </Stack>
    </>
  )

  function Dismiss() {
    const { refusals, typed } = useFormAnswer('dismiss')
    return (
      <Form
        id="dismiss-pair"
        method="post"
        refusals={refusals}
        values={typed}
        actions={<SubmitButton kind="danger">{words('overlap.dismiss')}</SubmitButton>}
      >
        <input type="hidden" name="expectedRevision" value={pair.revision} />
        <TextArea name="reason" label={words('overlap.dismissReason')} rows={2} isRequired />
      </Form>
    )
  }
}
