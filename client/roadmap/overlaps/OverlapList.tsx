import { useLoaderData } from 'react-router'
import {
  matrixParams,
  newCaseAddress,
  overlapsAddress,
  suggestionsAddress,
  writeOverlaps,
} from '#schema/vocabulary/overlap-address.js'
import { CASE_STATES, MOST_ITEMS, OVERLAP_VERDICTS, OVERLAP_VIEWS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Button,
  CheckboxGroup,
  Disclosure,
  EmptyState,
  Form,
  Link,
  LinkButton,
  Matrix,
  Notice,
  PageHeader,
  Pager,
  Section,
  Select,
  Stack,
  Tabs,
  TextField,
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
import { CaseTable, SuggestionTable } from './lists.js'
import { headName, matrixOf } from './matrix-cells.js'
import type { OverlapListData } from './overlaps.route.js'

/** Where overlaps are: a matrix, and the cases and suggested pairs of the field that was opened, or all of them. */
export function OverlapList() {
  const words = useWords<Words>()
  const { view, answer, notFound } = useLoaderData<OverlapListData>()
  const { overlapMatrix: matrix, viewer } = answer
  const shown = shownAddress('/overlaps', writeOverlaps(view))
  // What one has in view is what one means: the field that was opened, else the items that were chosen.
  const items = view.item.length > 0 ? view.item : view.items
  const mayEdit = view.asOf === null && viewer.viewerMay.includes('OVERLAP_EDIT')
  return (
    <>
      <PageHead
        title={words('overlap.listTitle')}
        description={words('overlap.description')}
        canonical="/overlaps"
        alternates={[...fileAlternates(words, shown, false), newsAlternate(words, '/overlaps')]}
        isPrivate={writeOverlaps(view).size > 0}
      />
      <PageHeader
        title={words('overlap.listTitle')}
        lead={words('overlap.lead')}
        actions={
          mayEdit && (
            <LinkButton href={newCaseAddress(items)} kind="primary">
              {words('overlap.new')}
            </LinkButton>
          )
        }
      />
      <Stack gap={6}>
        <AsOfNotice asOf={view.asOf} />
        <UnreadNotice unread={view.unread} />
        {notFound !== null && (
          <Notice kind="attention" title={words('overlap.add')}>
            {words('overlap.notFound', { name: notFound })}
          </Notice>
        )}
        <Tabs
          label={words('overlap.view')}
          tabs={OVERLAP_VIEWS.map((one) => ({
            href: overlapsAddress({ ...view, view: one, items: one === 'ITEMS' ? view.items : [] }),
            label: words.dynamic(`register.overlapView.${one}`),
            isCurrent: one === view.view,
          }))}
        />
        {view.view === 'ITEMS' && <ChooseItems />}
        <Matrix
          caption={words.dynamic(`register.overlapView.${view.view}`)}
          rowKind={words(
            view.view === 'TOPICS' ? 'overlap.topic' : view.view === 'ITEMS' ? 'overlap.item' : 'overlap.body',
          )}
          columnKind={words(view.view === 'ITEMS' ? 'overlap.item' : 'overlap.body')}
          measures={[
            { id: 'cases', label: words('overlap.cases'), shape: 'full' },
            { id: 'suggested', label: words('overlap.suggested'), shape: 'ring' },
          ]}
          {...matrixOf(words, view, matrix)}
          view={view.isTable ? 'table' : 'matrix'}
          addresses={{
            matrix: withParams(shown, { as: null }),
            table: withParams(shown, { as: 'table' }),
          }}
          legend={words('overlap.legend')}
          scale={{ from: words('overlap.scaleFrom'), to: words('overlap.scaleTo') }}
        />
        <p>
          <FileLinks address={shownAddress('/overlaps/matrix', matrixFileParams())} hasNews={false} />
        </p>
        <Here />
        <Cases />
        <Suggestions />
      </Stack>
    </>
  )

  /** The files of a matrix say which one by another name than `view`, which names the look of other lists. */
  function matrixFileParams(): URLSearchParams {
    const params = matrixParams(view)
    const of = params.get('view')
    params.delete('view')
    if (of) params.set('of', of)
    return params
  }

  /** Where one came to from a field of the matrix. */
  function Here() {
    const { topic, body, item } = view
    if (topic.length + body.length + item.length === 0) return null
    const names = new Map([...matrix.rows, ...matrix.columns].map((head) => [head.key, headName(words, head)]))
    const named = [...body, ...item].map((slug) => names.get(slug) ?? slug)
    const where = new Intl.ListFormat(words.locale).format(named)
    const about = topic.map((one) => words.dynamic(`register.topic.${one}`)).join(', ')
    const place = about && where ? words('overlap.onAbout', { where, topic: about }) : where || about
    return (
      <Notice kind="info" title={words('overlap.here', { place })}>
        <Link href={`${overlapsAddress(view)}#cases`}>{words('overlap.hereAll')}</Link>
      </Notice>
    )
  }

  function Cases() {
    const { overlaps } = answer
    const { startCursor, endCursor, hasNextPage, hasPreviousPage } = overlaps.pageInfo
    const count = words('overlap.caseCount', { count: overlaps.totalCount })
    return (
      <Section
        id="cases"
        title={words('overlap.cases')}
        actions={
          <>
            <FileLinks address={shown} hasNews={false} /> <NewsLink address="/overlaps" />
          </>
        }
      >
        <Stack gap={4}>
          <Narrow />
          <CaseTable
            caption={count}
            cases={overlaps.nodes}
            empty={
              <EmptyState
                title={words('overlap.none')}
                action={
                  mayEdit && (
                    <LinkButton href={newCaseAddress(items)} kind="primary">
                      {words('overlap.new')}
                    </LinkButton>
                  )
                }
              >
                {words('overlap.noneText')}
              </EmptyState>
            }
          />
          {(hasNextPage || hasPreviousPage) && (
            <Pager
              summary={count}
              previousHref={hasPreviousPage ? withParams(shown, { before: startCursor, after: null }) : undefined}
              nextHref={hasNextPage ? withParams(shown, { after: endCursor, before: null }) : undefined}
            />
          )}
        </Stack>
      </Section>
    )
  }

  function Narrow() {
    return (
      <Form
        // A form that followed the address would keep what was chosen before.
        key={shown}
        id="narrow"
        method="get"
        action="/overlaps#cases"
        actions={<Button type="submit">{words('fact.apply')}</Button>}
      >
        {[...writeOverlaps({ ...view, state: [], verdict: [] })].map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="actor-fields">
          <Select
            name="state"
            label={words('overlap.byState')}
            placeholder={words('overlap.stateAny')}
            options={CASE_STATES.map((value) => ({ value, label: words.dynamic(`register.caseState.${value}`) }))}
            defaultValue={view.state[0] ?? ''}
          />
          <Select
            name="verdict"
            label={words('overlap.byVerdict')}
            placeholder={words('overlap.verdictAny')}
            options={OVERLAP_VERDICTS.map((value) => ({
              value,
              label: words.dynamic(`register.overlapVerdict.${value}`),
            }))}
            defaultValue={view.verdict[0] ?? ''}
          />
        </div>
      </Form>
    )
  }

  function Suggestions() {
    const { nodes, totalCount } = answer.overlapSuggestions
    return (
      <Section
        id="suggested"
        title={words('overlap.suggested')}
        note={words('overlap.suggestionsNote')}
        actions={totalCount > 0 && <Link href={suggestionsAddress(view)}>{words('overlap.suggestionsAll')}</Link>}
      >
        <SuggestionTable
          caption={words('overlap.suggestionCount', { count: totalCount })}
          pairs={nodes}
          empty={
            <EmptyState title={words('overlap.suggestionsNone')}>{words('overlap.suggestionsNoneText')}</EmptyState>
          }
        />
      </Section>
    )
  }

  /** The items that are set against each other: what is ticked, and one more by any of its names. */
  function ChooseItems() {
    return (
      <Disclosure summary={words('overlap.choose')} isOpen={view.items.length < 2 || notFound !== null}>
        <Form
          key={shown}
          id="choose"
          method="get"
          action="/overlaps"
          actions={<Button type="submit">{words('overlap.show')}</Button>}
        >
          <input type="hidden" name="view" value="items" />
          {view.asOf && <input type="hidden" name="asOf" value={view.asOf} />}
          <CheckboxGroup
            name="items"
            label={words('overlap.chosen')}
            hint={words('overlap.chooseHint', { limit: MOST_ITEMS })}
            isCompact
            defaultValues={view.items}
            choices={matrix.rows.map(({ key, item }) => ({
              value: key,
              label: (
                <>
                  <bdi>{item?.designation}</bdi> {item?.title && <span dir="auto">{item.title}</span>}
                </>
              ),
            }))}
          />
          <TextField name="add" label={words('overlap.add')} hint={words('overlap.addHint')} />
        </Form>
      </Disclosure>
    )
  }
}
