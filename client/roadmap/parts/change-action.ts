import { redirect, type ActionFunctionArgs } from 'react-router'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { orAnswer, type RefusalSeen } from '../../api/index.js'
import type { FieldRefusal } from '../../ui/index.js'

type Params = ActionFunctionArgs['params']

export interface ChangeSpec<Done> {
  /** Carries the form out, or says what is wrong before the server is asked. */
  act(sent: SentForm, params: Params): Promise<Done> | readonly FieldRefusal[]
  /** Where one comes out when it is done. */
  leadsTo(done: Done, params: Params, sent: SentForm): string
  /** Tells a refusal at the field of the form that it concerns, where that has another name. */
  place?(refusal: RefusalSeen, sent: SentForm): RefusalSeen
}

/** The action of a page whose forms change the register: done, it leads on; refused, it hands back what was typed with the reasons. */
export const changeAction =
  <Done>({ words }: Pick<RouteTools, 'words'>, { act, leadsTo, place = (refusal) => refusal }: ChangeSpec<Done>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const form = sent.text('form')
    const acting = act(sent, params)
    if (!(acting instanceof Promise)) return refuseForm(form, sent, acting)
    const { done, refusals } = await orAnswer(acting)
    if (!refusals) return redirect(leadsTo(done, params, sent))
    const placed = refusals.map((refusal) => place(refusal, sent))
    return refuseForm(form, sent, fieldRefusals(placed, words), { codes: refusals.map(({ code }) => code) })
  }
