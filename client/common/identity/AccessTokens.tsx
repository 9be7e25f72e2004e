import { useActionData } from 'react-router'
import type { TokenRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { NewSecret } from '../../app/NewSecret.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Chip,
  DataTable,
  EmptyState,
  Form,
  Link,
  Section,
  Select,
  Stack,
  TextField,
  Time,
  useWords,
  type Column,
} from '../../ui/index.js'
import type { TokenMade } from './me.route.js'
import { tokenStanding } from './token-standing.js'

const marks = {
  WORKS: { tone: 'good', shape: 'full' },
  EXPIRED: { tone: 'quiet', shape: 'dash' },
  REVOKED: { tone: 'bad', shape: 'cross' },
} as const

/** Keys for programs of one's own: made, listed, revoked here. */
export function AccessTokens({ tokens, now }: { tokens: readonly TokenRowFragment[]; now: string }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('token')
  const { made } = (useActionData() as Partial<TokenMade> | undefined) ?? {}
  const when = (at: string | null, otherwise: string) => (at ? <Time at={at} zone="UTC" isBare /> : otherwise)
  const columns: Column<TokenRowFragment>[] = [
    {
      id: 'name',
      header: words('identity.tokenName'),
      isRowHeader: true,
      cell: ({ name }) => <span dir="auto">{name}</span>,
    },
    {
      id: 'state',
      header: words('identity.tokenState'),
      cell: (token) => {
        const standing = tokenStanding(token, now)
        return <Chip {...marks[standing]}>{words(`identity.token.${standing}`)}</Chip>
      },
    },
    { id: 'made', header: words('identity.tokenMade'), cell: ({ createdAt }) => when(createdAt, '') },
    {
      id: 'used',
      header: words('identity.tokenUsed'),
      cell: ({ lastUsedAt }) => when(lastUsedAt, words('identity.never')),
    },
    {
      id: 'ends',
      header: words('identity.tokenEnds'),
      cell: ({ expiresAt }) => when(expiresAt, words('identity.never')),
    },
    {
      id: 'revoke',
      header: words('identity.tokenActions'),
      cell: (token) =>
        token.revokedAt ? (
          ''
        ) : (
          <Link href={`/me/tokens/${token.id}`} aria-label={words('identity.revokeNamed', { name: token.name })}>
            {words('identity.revoke')}
          </Link>
        ),
    },
  ]
  return (
    <Section id="tokens" title={words('identity.tokens')} note={words('identity.tokensNote')}>
      <Stack gap={6}>
        {made && (
          <NewSecret title={words('identity.tokenMadeTitle', { name: made.token.name })} secret={made.secret}>
            {words('identity.tokenMadeText')}
          </NewSecret>
        )}
        <DataTable
          caption={words('identity.tokens')}
          isCaptionHidden
          columns={columns}
          rows={tokens}
          rowKey={({ id }) => id}
          empty={<EmptyState title={words('identity.noTokens')}>{words('identity.noTokensText')}</EmptyState>}
        />
        <Form
          id="create-token"
          method="post"
          action="/me#tokens"
          refusals={refusals}
          values={typed}
          actions={<SubmitButton>{words('identity.createToken')}</SubmitButton>}
        >
          <input type="hidden" name="form" value="token" />
          <TextField
            name="name"
            label={words('identity.tokenName')}
            hint={words('identity.tokenNameHint')}
            maxLength={100}
            isRequired
          />
          <Select
            name="days"
            className="field-short"
            label={words('identity.tokenEnds')}
            defaultValue="90"
            options={[30, 90, 365, 0].map((days) => ({
              value: String(days),
              label: words('identity.tokenDays', { days }),
            }))}
          />
        </Form>
      </Stack>
    </Section>
  )
}
