import { Outlet, useLoaderData, useLocation, useMatches, useNavigate, useNavigation } from 'react-router'
import type { Words } from '#schema/words/index.js'
import {
  LinkButton,
  Notice,
  OfflineNotice,
  Shell as Frame,
  ShortcutSheet,
  ThemeSwitch,
  useKey,
  useWords,
} from '../ui/index.js'
import { Arrival } from './Arrival.js'
import { KeptTexts } from './KeptTexts.js'
import { PrintLine } from './PrintLine.js'
import type { ShellData } from './shell.route.js'
import { ShellTools } from './ShellTools.js'

const places = ['roadmap', 'gaps', 'overlaps', 'principles', 'bodies', 'editions', 'groups'] as const

/** A route may say that its page is about an example: then the label stands on it, whatever else it shows. */
interface PlaceHandle {
  isExample?: (data: unknown) => boolean
}

/** The frame around every page: where one can go, who is reading, what is true everywhere. */
export function Shell() {
  const words = useWords<Words>()
  const { pathname } = useLocation()
  const { viewer, origin } = useLoaderData<ShellData>()
  const navigate = useNavigate()
  const isBusy = useNavigation().state !== 'idle'
  const isExample = useMatches().some(({ handle, loaderData }) => {
    const { isExample: asks } = (handle ?? {}) as PlaceHandle
    return loaderData !== undefined && asks?.(loaderData) === true
  })
  useKey({ key: '/', label: words('shell.keySearch'), scope: 'everywhere' }, () => {
    const box = document.querySelector<HTMLInputElement>('input[type=search]')
    if (box) box.focus()
    else void navigate('/search')
  })
  return (
    <Frame
      brand={{ href: '/', label: words('shell.name') }}
      nav={places.map((place) => ({
        href: `/${place}`,
        label: words(`shell.${place}`),
        isCurrent: pathname === `/${place}` || pathname.startsWith(`/${place}/`),
      }))}
      tools={<ShellTools viewer={viewer} />}
      banner={
        <>
          <div className="page-progress" data-busy={isBusy || undefined} aria-hidden="true" />
          <OfflineNotice />
          {isExample && (
            <Notice kind="example" isBanner title={words('shell.exampleTitle')}>
              {words('shell.exampleText')}
            </Notice>
          )}
        </>
      }
      footer={
        <>
          <p>{words('shell.footer')}</p>
          <nav className="cluster gap-4" aria-label={words('shell.about')}>
            <LinkButton href="/activity" kind="quiet" size="small">
              {words('shell.activity')}
            </LinkButton>
            <ShortcutSheet />
            <ThemeSwitch />
          </nav>
        </>
      }
    >
      <PrintLine origin={origin} />
      <Outlet />
      <Arrival />
      <KeptTexts person={viewer.person?.id ?? null} />
    </Frame>
  )
}
