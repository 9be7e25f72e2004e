import { useMemo, type ReactNode } from 'react'
import { Form as RouterForm, Link as RouterLink, useInRouterContext, type FormProps } from 'react-router'
import { wordsFor, type Language } from '#schema/words/index.js'
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
    return <RouterLink to={href} {...props} />
  }
  return <a href={href} {...props} />
}

function PageForm(props: UiFormProps) {
  return useInRouterContext() ? <RouterForm {...(props as FormProps)} /> : <form {...props} />
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
