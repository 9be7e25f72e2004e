import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  RegisterDocument,
  RequestSignInLinkDocument,
  SignInAsStarterDocument,
  SignInDocument,
  SignInPageDocument,
  SignInWithLinkDocument,
  type SignInPageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { orAnswer, orRefuse } from '../../api/index.js'
import { Register } from './Register.js'
import { returnAddress } from './return-address.js'
import { SignIn } from './SignIn.js'
import { SignInLink } from './SignInLink.js'

export interface SignInData {
  viewer: SignInPageQuery['viewer']
  /** Already looked at: a path of this site. */
  to: string
}

/** What a form answers when its work goes on in the reader's mail box. */
export interface MailSent {
  mailedTo: string
}

const toOf = (request: Request) => returnAddress(new URL(request.url).searchParams.get('to'))

/** The forms of the page are told apart by the field `form`: password, link, starter. */
export const signInRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'sign-in',
  Component: SignIn,
  loader: async ({ request }: LoaderFunctionArgs): Promise<SignInData> => {
    const { viewer } = await orRefuse(api(SignInPageDocument, {}))
    return { viewer, to: toOf(request) }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const form = sent.text('form')
    const email = sent.text('email')
    const missing = [
      ...(email ? [] : [{ field: 'email', sentence: words('identity.emailMissing') }]),
      ...(form !== 'password' || sent.exactly('password')
        ? []
        : [{ field: 'password', sentence: words('identity.passwordMissing') }]),
    ]
    const secrets = ['password']
    if (missing.length > 0) return refuseForm(form, sent, missing, { secrets })
    const { refusals } = await orAnswer<unknown>(
      form === 'password'
        ? api(SignInDocument, { input: { email, password: sent.exactly('password') } })
        : form === 'starter'
          ? api(SignInAsStarterDocument, { email })
          : api(RequestSignInLinkDocument, { email }),
    )
    if (refusals) {
      // Which of the two was wrong is not told: so it stands beside the password, which has to be typed again anyway.
      const seen = fieldRefusals(refusals, words).map((refusal) => ({
        ...refusal,
        field: refusal.field ?? (form === 'password' ? 'password' : form === 'link' ? 'email' : null),
      }))
      return refuseForm(form, sent, seen, { secrets })
    }
    return form === 'link'
      ? ({ mailedTo: email } satisfies MailSent)
      : redirect(returnAddress(sent.text('to') || toOf(request)))
  },
})

export interface SignInLinkData {
  secret: string
}

/** The mailed link leads to a button: programs that open every link in a mail press no buttons, and so do not use it up. */
export const signInLinkRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'sign-in/link',
  Component: SignInLink,
  loader: ({ request }: LoaderFunctionArgs): SignInLinkData => ({
    secret: new URL(request.url).searchParams.get('secret') ?? '',
  }),
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const { refusals } = await orAnswer(api(SignInWithLinkDocument, { secret: sent.text('secret') }))
    return refusals
      ? refuseForm('link', sent, fieldRefusals(refusals, words), { secrets: ['secret'] })
      : redirect('/me')
  },
})

export const registerRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'register',
  Component: Register,
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const [name, email, password] = [sent.text('name'), sent.text('email'), sent.exactly('password')]
    const secrets = ['password']
    const missing = [
      ...(name ? [] : [{ field: 'name', sentence: words('identity.nameMissing') }]),
      ...(email ? [] : [{ field: 'email', sentence: words('identity.emailMissing') }]),
      ...(password ? [] : [{ field: 'password', sentence: words('identity.passwordMissing') }]),
    ]
    if (missing.length > 0) return refuseForm('register', sent, missing, { secrets })
    const { refusals } = await orAnswer(
      api(RegisterDocument, { input: { name, email, password, affiliation: sent.optional('affiliation') } }),
    )
    if (refusals) {
      const seen = fieldRefusals(refusals, words).map((refusal, at) => ({
        ...refusal,
        field: refusal.field ?? ((refusals[at]?.code as string) === 'PASSWORD_TOO_WEAK' ? 'password' : null),
      }))
      return refuseForm('register', sent, seen, { secrets })
    }
    return { mailedTo: email } satisfies MailSent
  },
})
