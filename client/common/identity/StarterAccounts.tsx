import type { SignInPageQuery } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { FormElement, RefusedInline, Section, useWords } from '../../ui/index.js'

/** One click each: what the account is for, and the button. */
export function StarterAccounts({
  accounts,
  to,
}: {
  accounts: SignInPageQuery['viewer']['starterAccounts']
  to: string
}) {
  const words = useWords<Words>()
  const { refusals } = useFormAnswer('starter')
  return (
    <Section id="starter" title={words('identity.starter')}>
      <p className="lead">{words('identity.starterLead')}</p>
      {refusals.map(({ sentence }) => (
        <RefusedInline key={sentence} sentence={sentence} />
      ))}
      <ul className="ways">
        {accounts.map(({ email, name, role }) => (
          <li key={email}>
            <div>
              <strong dir="auto">{name}</strong>
              <p className="soft">{words.dynamic(`identity.starterFor.${role ?? starterOf(email)}`)}</p>
            </div>
            <FormElement method="post">
              <input type="hidden" name="form" value="starter" />
              <input type="hidden" name="to" value={to} />
              <input type="hidden" name="email" value={email} />
              <SubmitButton aria-label={words('identity.signInAs', { name })}>{words('identity.signIn')}</SubmitButton>
            </FormElement>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Accounts without a role in the group: the administrator goes by the address, all others read. */
const starterOf = (email: string): 'ADMINISTRATOR' | 'READER' => (/^admin/.test(email) ? 'ADMINISTRATOR' : 'READER')
