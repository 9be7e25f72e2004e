import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router'
import { ShellDocument, type ShellQuery } from '#schema/generated/operations.js'
import { orRefuse } from '../api/index.js'
import type { RouteTools } from './routes.js'

export type ShellData = ShellQuery & {
  /** Scheme and host of this site. */
  readonly origin: string
}

/** Who is reading: asked once, and again after anything was sent. */
export const shellLoader =
  ({ api }: RouteTools) =>
  async ({ request }: LoaderFunctionArgs): Promise<ShellData> => ({
    ...(await orRefuse(api(ShellDocument, {}))),
    origin: new URL(request.url).origin,
  })

/** Walking from page to page does not change who is reading; only an action can. */
export const shouldRevalidateShell = ({ formMethod }: ShouldRevalidateFunctionArgs): boolean =>
  formMethod !== undefined && formMethod !== 'GET'
