/**
 * What every component needs from the house it stands in: words in the reader's language, a link and a form that navigate, zones. The design
 * system knows neither the catalogue nor the router; the application hands both in, and a page without them still has real links and forms.
 */
import {
  createContext,
  useContext,
  useMemo,
  type ComponentPropsWithoutRef,
  type ComponentType,
  type ReactNode,
} from 'react'
import { AnnouncerProvider } from './Announcer.js'
import { KeysProvider } from './keys.js'

/** The words that the design system says by itself. The application's formatter must know each: the compiler sees to it. */
export type UiKey = `ui.${
  | 'skipToContent'
  | 'mainNavigation'
  | 'breadcrumb'
  | 'close'
  | 'required'
  | 'mendTitle'
  | 'sortAscending'
  | 'sortDescending'
  | 'view'
  | 'columns'
  | 'density'
  | 'comfortable'
  | 'compact'
  | 'apply'
  | 'asMatrix'
  | 'asTable'
  | 'presentation'
  | 'legend'
  | 'unknown'
  | 'matrixHint'
  | 'scrollSideways'
  | 'pages'
  | 'previous'
  | 'next'
  | 'unconfirmed'
  | 'unconfirmedNote'
  | 'asOf'
  | 'yourTime'
  | 'loading'
  | 'cancel'
  | 'reference'
  | 'offlineTitle'
  | 'offline'
  | 'theme'
  | 'themeLight'
  | 'themeDark'
  | 'themeSystem'
  | 'keys'
  | 'keysOff'
  | 'keysOffHint'
  | 'keyHelp'
  | 'keyNextRow'
  | 'keyPreviousRow'
  | 'keysHere'
  | 'keysEverywhere'
  | 'keysFind'
  | 'keysFound'}`

/** A formatter of messages, as the design system sees it; the catalogue's own type is richer. */
export interface UiWords {
  (key: UiKey, args?: Readonly<Record<string, string | number>>): string
  /** BCP 47, for dates and sorting. */
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
}

export type UiLinkProps = ComponentPropsWithoutRef<'a'> & { href: string }
export type UiFormProps = ComponentPropsWithoutRef<'form'>

interface House {
  words: UiWords
  Link: ComponentType<UiLinkProps>
  Form: ComponentType<UiFormProps>
  navigate: (href: string) => void
}

const HouseContext = createContext<House | null>(null)

const useHouse = (): House => {
  const house = useContext(HouseContext)
  if (!house) throw new Error('A component of client/ui stands outside UiProvider.')
  return house
}

const PlainLink = (props: UiLinkProps) => <a {...props} />
const PlainForm = (props: UiFormProps) => <form {...props} />

export interface UiProviderProps {
  words: UiWords
  /** Renders an `<a href>`; the application hands in one that navigates without a reload. */
  Link?: ComponentType<UiLinkProps>
  /** Renders a `<form>`; likewise. */
  Form?: ComponentType<UiFormProps>
  /** Goes to an address of ours without a reload: for the items of a menu, which are not our own links. */
  navigate?: (href: string) => void
  children: ReactNode
}

const plainNavigate = (href: string) => location.assign(href)

/** Put once around the application (and around a component under test). */
export function UiProvider({
  words,
  Link = PlainLink,
  Form = PlainForm,
  navigate = plainNavigate,
  children,
}: UiProviderProps) {
  const house = useMemo(() => ({ words, Link, Form, navigate }), [words, Link, Form, navigate])
  return (
    <HouseContext value={house}>
      <KeysProvider>
        <AnnouncerProvider>{children}</AnnouncerProvider>
      </KeysProvider>
    </HouseContext>
  )
}

/** The formatter given to UiProvider. Pages name the catalogue's type: `useWords<Words>()`. */
export const useWords = <W extends UiWords = UiWords>(): W => useHouse().words as W

/** How to go to an address of ours from code. */
export const useNavigateTo = () => useHouse().navigate

/** A link that the router may take over; without scripts it is a plain link. */
export function Link(props: UiLinkProps) {
  const { Link: HouseLink } = useHouse()
  return <HouseLink {...props} />
}

/** The form element that the router may take over. For people's input use Form, which also shows refusals. */
export function FormElement(props: UiFormProps) {
  const { Form: HouseForm } = useHouse()
  return <HouseForm {...props} />
}
