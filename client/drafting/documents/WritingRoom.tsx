import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useBlocker, useLoaderData, useLocation, useSearchParams } from 'react-router'
import { usualTypeOf } from '#schema/vocabulary/documents.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  Button,
  Dialog,
  DialogLink,
  LinkButton,
  Loading,
  PageHeader,
  useHydrated,
  useWords,
} from '../../ui/index.js'
import { readingHref, textHref } from '../reading/index.js'
import { RenameForm } from './RenameForm.js'
import type { RoomData } from './room.route.js'
import type { Sources } from './sources.route.js'
import { useKeptPage } from './use-kept-page.js'

// The editor is as large as all pages together, and only this page needs it.
const DocumentEditor = lazy(() => import('../../editor/view/DocumentEditor.js'))

export interface WritingRoomProps {
  /** What the editor of a text asks of the server. */
  sourcesFor(documentId: string, onFault: (fault: unknown) => void): Sources
}

/** The writing room: what is written here, what one may do, and the editor as soon as it has arrived. */
export function WritingRoom({ sourcesFor }: WritingRoomProps) {
  const words = useWords<Words>()
  const { group, document, person } = useLoaderData<RoomData>()
  const [query] = useSearchParams()
  const { pathname } = useLocation()
  const isHydrated = useHydrated()
  const [risk, setRisk] = useState({ isAtRisk: false, isOffline: false })
  const onRisk = useCallback((isAtRisk: boolean, isOffline: boolean) => setRisk({ isAtRisk, isOffline }), [])
  const names = useMemo(
    () => new Map(group.roles.flatMap(({ person }) => (person.name ? [[person.id, person.name] as const] : []))),
    [group.roles],
  )
  const text = { id: document.id, group }
  useKeptPage(textHref(text))
  const sources = useMemo(() => sourcesFor(document.id, (fault) => reportError(fault)), [sourcesFor, document.id])
  const ownNames = useMemo(() => [group.acronym ?? '', group.name], [group])
  const mayEdit = document.viewerMay.includes('EDIT')
  // The draft of a contribution is for few, however public the group is. [CN-5]
  const mayEditWords = document.kind === 'CONTRIBUTION' ? 'document.mayEditContribution' : 'document.mayEdit'
  const opening = <Loading lines={8} label={words('document.opening')} />
  return (
    <>
      <PageHead
        title={document.title}
        description={words(mayEdit ? mayEditWords : 'document.mayRead')}
        canonical={readingHref(text)}
        isPrivate
      />
      <Breadcrumb
        crumbs={[
          { label: words('group.groups'), href: '/groups' },
          { label: group.acronym ?? group.name, href: `/groups/${group.slug}` },
          { label: document.title },
        ]}
      />
      <PageHeader
        isCompact
        eyebrow={words(`document.kind.${document.kind}`)}
        title={document.title}
        lead={words(mayEdit ? mayEditWords : person ? 'document.mayRead' : 'document.mayReadStranger')}
        actions={
          <>
            <LinkButton href={readingHref(text)} kind="quiet">
              {words('document.read')}
            </LinkButton>
            {mayEdit && (
              <DialogLink
                kind="quiet"
                href={`${textHref(text)}?rename`}
                label={words('document.rename')}
                title={words('document.rename')}
              >
                {(close) => <RenameForm document={document} onDone={close} />}
              </DialogLink>
            )}
          </>
        }
      />
      {query.has('rename') && mayEdit && <RenameForm document={document} />}
      <noscript>
        <p>
          {words('document.noScript')} <a href={readingHref(text)}>{words('document.read')}</a>
        </p>
      </noscript>
      {isHydrated ? (
        <Suspense fallback={opening}>
          <DocumentEditor
            key={document.id}
            documentId={document.id}
            person={person}
            names={names}
            ownNames={ownNames}
            sources={sources}
            usualType={usualTypeOf(document.kind)}
            kind={document.kind}
            signInHref={`/sign-in?to=${encodeURIComponent(pathname)}`}
            at={{ title: document.title, href: textHref(text) }}
            onRisk={onRisk}
          />
        </Suspense>
      ) : (
        <div className="js-only">{opening}</div>
      )}
      <LeaveGuard {...risk} />
    </>
  )
}

/**
 * Asks before a page is left whose words are not all stored, or without a connection, when no other page can be had: then this one would be gone
 * as well. Goes on by itself as soon as there is nothing more to ask. [OF-4, OF-10]
 */
function LeaveGuard({ isAtRisk, isOffline }: { isAtRisk: boolean; isOffline: boolean }) {
  const words = useWords<Words>()
  const mayNotLeave = isAtRisk || isOffline
  const { state, proceed, reset } = useBlocker(
    ({ currentLocation, nextLocation }) => mayNotLeave && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isAtRisk) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isAtRisk])
  useEffect(() => {
    if (state === 'blocked' && !mayNotLeave) proceed?.()
  }, [state, mayNotLeave, proceed])
  return (
    <Dialog
      title={words(isAtRisk ? 'document.leaveTitle' : 'offline.leaveTitle')}
      isOpen={state === 'blocked' && mayNotLeave}
      mustDecide
      onClose={() => reset?.()}
      actions={
        <>
          <Button kind="primary" onClick={() => reset?.()}>
            {words(isAtRisk ? 'document.stay' : 'offline.stay')}
          </Button>
          <Button kind={isAtRisk ? 'danger' : 'quiet'} onClick={() => proceed?.()}>
            {words(isAtRisk ? 'document.leave' : 'offline.tryAnyway')}
          </Button>
        </>
      }
    >
      <p>{words(isAtRisk ? 'document.leaveText' : 'offline.leaveText')}</p>
    </Dialog>
  )
}
