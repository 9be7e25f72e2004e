import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router'
import { ShellDocument, type ShellQuery } from '#schema/generated/operations.js'
import { orRefuse } from '../api/index.js'
import type { RouteTools } from './routes.js'

export type ShellData = ShellQuery

/** Who is reading: asked once, and again after anything was sent. */
export const shellLoader =
  ({ api }: RouteTools) =>
  (_: LoaderFunctionArgs): Promise<ShellData> =>
    orRefuse(api(ShellDocument, {}))

/** Walking from page to page does not change who is reading; only an action can. */
export const shouldRevalidateShell = ({ formMethod }: ShouldRevalidateFunctionArgs): boolean =>
  formMethod !== undefined && formMethod !== 'GET'
