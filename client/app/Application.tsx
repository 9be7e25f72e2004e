import { useMemo, type ReactNode } from 'react'
import {
  Form as RouterForm,
  Link as RouterLink,
  useInRouterContext,
  useLocation,
  useResolvedPath,
  type FormProps,
} from 'react-router'
import { wordsFor, type Language } from '#schema/words/index.js'
import { keepMoment } from './moment.js'
import { isOtherPage } from './walk.js'
import { UiProvider, type UiFormProps, type UiLinkProps } from '../ui/index.js'

/** Addresses that the server answers by itself (files, feeds, other sites) are left to the browser. */
const isOwnPage = (href: string) =>
  href.startsWith('/') && !href.startsWith('//') && !/\.[a-z]{2,5}(?:[?#]|$)/.test(href)

function PageLink({ href, ...props }: UiLinkProps) {
  const inRouter = useInRouterContext()
  if (
    inRouter &&
    (href.startsWith('?') || href.startsWith('#') || isOwnPage(href)) &&
    !props.download &&
    !props.target
  ) {
    return <WalkingLink href={href} {...props} />
  }
  return <a href={href} {...props} />
}

function PageForm(props: UiFormProps) {
  return useInRouterContext() ? <WalkingForm {...props} /> : <form {...props} />
}

/** Leaves the view where it is when the address is another view of this very page, and stays in the moment that is read. */
function WalkingLink({ href, ...props }: UiLinkProps) {
  const here = useLocation()
  const kept = keepMoment(href, here.search)
  const to = useResolvedPath(kept)
  return <RouterLink to={kept} preventScrollReset={!to.hash && !isOtherPage(here, to)} {...props} />
}

function WalkingForm(props: UiFormProps) {
  const to = useResolvedPath(props.action?.toString() ?? '.')
  const stays = props.method === 'get' && to.pathname === useLocation().pathname
  return <RouterForm preventScrollReset={stays} {...(props as FormProps)} />
}

/** Words and navigation for everything below. */
export function Application({
  language,
  navigate,
  children,
}: {
  language: Language
  /** Walks to a page without a reload; absent on the server. */
  navigate?: (href: string) => void
  children: ReactNode
}) {
  const words = useMemo(() => wordsFor(language), [language])
  return (
    <UiProvider words={words} Link={PageLink} Form={PageForm} navigate={navigate}>
      {children}
    </UiProvider>
  )
}
