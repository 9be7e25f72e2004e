import {
  redirect,
  redirectDocument,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type RouteObject,
} from 'react-router'
import {
  ChangePasswordDocument,
  ChooseLanguageDocument,
  CreateAccessTokenDocument,
  MePageDocument,
  RevokeAccessTokenDocument,
  SignOutDocument,
  type CreateAccessTokenMutation,
  type MePageQuery,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { Me } from './Me.js'
import { RevokeToken } from './RevokeToken.js'

export interface MeData {
  viewer: MePageQuery['viewer']
  /** The moment against which ends of tokens and roles are told. */
  now: string
}

/** A token that was just made: its secret is in this answer and nowhere else. */
export interface TokenMade {
  made: CreateAccessTokenMutation['createAccessToken']
}

/** A form that was carried out without anything else to tell. */
export interface Carried {
  carried: 'password'
}

async function pageOfSignedIn({ api }: RouteTools, path: string): Promise<MePageQuery> {
  const page = await orRefuse(api(MePageDocument, {}))
  if (!page.viewer.isSignedIn) throw redirect(`/sign-in?to=${encodeURIComponent(path)}`)
  return page
}

/** The forms of the page are told apart by the field `form`. */
export const meRoute = (tools: RouteTools): RouteObject => ({
  path: 'me',
  Component: Me,
  loader: (_: LoaderFunctionArgs): Promise<MeData> => pageOfSignedIn(tools, '/me'),
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    switch (sent.text('form')) {
      case 'sign-out':
        await orRefuse(tools.api(SignOutDocument, {}))
        return redirect('/')
      case 'language':
        return chooseLanguage(tools, sent)
      case 'password':
        return changePassword(tools, sent)
      default:
        return createToken(tools, sent)
    }
  },
})

async function chooseLanguage({ api, words }: RouteTools, sent: SentForm) {
  const { refusals } = await orAnswer(api(ChooseLanguageDocument, { language: sent.text('language') }))
  if (refusals) return refuseForm('language', sent, fieldRefusals(refusals, words))
  // The words of a page are chosen when it is loaded, so it is loaded anew.
  return redirectDocument('/me')
}

async function changePassword({ api, words }: RouteTools, sent: SentForm) {
  const secrets = ['current', 'new']
  const missing = secrets
    .filter((name) => !sent.exactly(name))
    .map((field) => ({ field, sentence: words('identity.passwordMissing') }))
  if (missing.length > 0) return refuseForm('password', sent, missing, { secrets })
  const input = { current: sent.exactly('current'), new: sent.exactly('new') }
  const { refusals } = await orAnswer(api(ChangePasswordDocument, { input }))
  if (!refusals) return { carried: 'password' } satisfies Carried
  const seen = fieldRefusals(refusals, words).map((refusal, at) => ({
    ...refusal,
    field: { BAD_CREDENTIALS: 'current', PASSWORD_TOO_WEAK: 'new' }[refusals[at]!.code as string] ?? refusal.field,
  }))
  return refuseForm('password', sent, seen, { secrets })
}

const dayMs = 86_400_000

async function createToken({ api, words }: RouteTools, sent: SentForm) {
  const name = sent.text('name')
  if (!name) return refuseForm('token', sent, [{ field: 'name', sentence: words('identity.tokenNameMissing') }])
  const days = Number(sent.text('days'))
  const expiresAt = days > 0 ? new Date(Date.now() + days * dayMs).toISOString() : null
  const { done, refusals } = await orAnswer(api(CreateAccessTokenDocument, { input: { name, expiresAt } }))
  if (refusals) return refuseForm('token', sent, fieldRefusals(refusals, words))
  return { made: done.createAccessToken } satisfies TokenMade
}

export interface RevokeData {
  token: MePageQuery['viewer']['accessTokens'][number]
}

/** Asks once more before a token is ended, on a page of its own. */
export const revokeTokenRoute = (tools: RouteTools): RouteObject => ({
  path: 'me/tokens/:id',
  Component: RevokeToken,
  loader: async ({ params }: LoaderFunctionArgs): Promise<RevokeData> => {
    const { viewer } = await pageOfSignedIn(tools, `/me/tokens/${params.id}`)
    return { token: found(viewer.accessTokens.find(({ id }) => id === params.id)) }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const { refusals } = await orAnswer(tools.api(RevokeAccessTokenDocument, { id: params.id! }))
    return refusals
      ? refuseForm('revoke', await sentForm(request), fieldRefusals(refusals, tools.words))
      : redirect('/me#tokens')
  },
})
