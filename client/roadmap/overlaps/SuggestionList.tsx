import { useLoaderData } from 'react-router'
import { writeSuggestions } from '#schema/vocabulary/overlap-address.js'
import { SUGGESTION_STATES } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Breadcrumb,
  EmptyState,
  Form,
  Notice,
  PageHeader,
  Pager,
  Stack,
  Tabs,
  useWords,
  withParams,
} from '../../ui/index.js'
import {
  AsOfNotice,
  fileAlternates,
  FileLinks,
  newsAlternate,
  NewsLink,
  shownAddress,
  UnreadNotice,
} from '../parts/index.js'
import { SuggestionTable } from './lists.js'
import type { SuggestionListData } from './overlaps.route.js'

/** Pairs of items that look alike, most alike first. */
export function SuggestionList() {
  const words = useWords<Words>()
  const { view, answer, sought } = useLoaderData<SuggestionListData>()
  const { refusals } = useFormAnswer('seek')
  const { nodes, totalCount, pageInfo } = answer.overlapSuggestions
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = pageInfo
  const params = writeSuggestions(view)
  const shown = shownAddress('/overlaps/suggestions', params)
  const title = words('overlap.suggestionsTitle')
  const count = words('overlap.suggestionCount', { count: totalCount })
  return (
    <>
      <PageHead
        title={title}
        description={words('overlap.suggestionsLead')}
        canonical="/overlaps/suggestions"
        alternates={[...fileAlternates(words, shown, false), newsAlternate(words, '/overlaps/suggestions')]}
        isPrivate={params.size > 0}
      />
      <Breadcrumb crumbs={[{ label: words('overlap.listTitle'), href: '/overlaps' }, { label: title }]} />
      <PageHeader title={title} lead={words('overlap.suggestionsLead')} />
      <Stack gap={6}>
        <AsOfNotice asOf={view.asOf} />
        <UnreadNotice unread={view.unread} />
        {sought && <Notice kind="good">{words('overlap.sought', sought)}</Notice>}
        <Tabs
          label={words('overlap.suggestionStates')}
          tabs={SUGGESTION_STATES.map((state) => ({
            href: withParams(shown, { state: state === 'OPEN' ? null : state }),
            label: words(`overlap.suggestionState.${state}`),
            isCurrent: state === view.state,
          }))}
        />
        <SuggestionTable
          caption={count}
          pairs={nodes}
          empty={
            <EmptyState title={words('overlap.suggestionsNone')}>{words('overlap.suggestionsNoneText')}</EmptyState>
          }
        />
        {(hasNextPage || hasPreviousPage) && (
          <Pager
            summary={count}
            previousHref={hasPreviousPage ? withParams(shown, { before: startCursor, after: null }) : undefined}
            nextHref={hasNextPage ? withParams(shown, { after: endCursor, before: null }) : undefined}
          />
        )}
        <p>
          <FileLinks address={shown} hasNews={false} /> <NewsLink address="/overlaps/suggestions" />
        </p>
        {answer.viewer.viewerMay.includes('OVERLAP_EDIT') && (
          <Form
            id="seek"
            method="post"
            refusals={refusals}
            actions={<SubmitButton>{words('overlap.seek')}</SubmitButton>}
          />
        )}
      </Stack>
    </>
  )
}
