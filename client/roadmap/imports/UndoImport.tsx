import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Breadcrumb, DataTable, Form, Link, LinkButton, Notice, PageHeader, Stack, useWords } from '../../ui/index.js'
import { itemHref } from '../parts/index.js'
import { importHref } from './import-address.js'
import type { UndoImportData } from './imports.route.js'

/** Takes a list out of the register again: what cannot be taken back is shown first, and what is to become of it is asked. */
export function UndoImport() {
  const words = useWords<Words>()
  const { it } = useLoaderData<UndoImportData>()
  const { refusals } = useFormAnswer('undo')
  const title = words('import.undoTitle', { file: it.fileName })
  const here = importHref(it.id)
  const isFree = it.obstacles.length === 0
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('import.listTitle'), href: '/admin/imports' },
          { label: it.fileName, href: here },
          { label: words('import.undo') },
        ]}
      />
      <PageHeader title={title} lead={words('import.undoLead')} />
      <Stack gap={6}>
        {!isFree && (
          <>
            <Notice kind="attention" title={words('import.obstacles', { count: it.obstacles.length })}>
              {words('import.obstaclesText')}
            </Notice>
            <DataTable
              caption={words('import.obstacles', { count: it.obstacles.length })}
              isCaptionHidden
              rows={it.obstacles}
              rowKey={({ number }) => String(number)}
              columns={[
                {
                  id: 'item',
                  header: words('import.column.item'),
                  isRowHeader: true,
                  cell: ({ item, designation }) =>
                    item ? (
                      <Link href={itemHref(item.slug)}>
                        <bdi>{item.designation}</bdi>
                      </Link>
                    ) : (
                      <bdi>{designation ?? words('ui.unknown')}</bdi>
                    ),
                },
                {
                  id: 'why',
                  header: words('import.column.changes'),
                  cell: ({ why }) => words(`import.obstacle.${why}`),
                },
              ]}
            />
          </>
        )}
        <Form
          id="undo"
          method="post"
          action={`${here}/undo`}
          refusals={refusals}
          actions={
            <>
              <SubmitButton kind="danger">{words(isFree ? 'import.undo' : 'import.undoOthers')}</SubmitButton>
              <LinkButton href={here} kind="quiet">
                {words('import.toList')}
              </LinkButton>
            </>
          }
        >
          {!isFree && <input type="hidden" name="isPartial" value="true" />}
        </Form>
      </Stack>
    </>
  )
}
