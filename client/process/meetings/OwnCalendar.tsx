import { useActionData, useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { NewSecret } from '../../app/NewSecret.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import {
  Breadcrumb,
  Cluster,
  DefinitionList,
  EmptyState,
  FormElement,
  Link,
  PageHeader,
  Section,
  Stack,
  Time,
  useWords,
} from '../../ui/index.js'
import type { AddressMade, OwnCalendarData } from './own-calendar.route.js'

/** The secret address under which one's calendar program reads one's meetings: made, shown once, ended. */
export function OwnCalendar() {
  const words = useWords<Words>()
  const { viewer, origin } = useLoaderData<OwnCalendarData>()
  const { made } = (useActionData() as Partial<AddressMade> | undefined) ?? {}
  const { calendarAddress: address } = viewer
  const title = words('calendar.own')
  const groups = [...new Map(viewer.roles.map(({ group }) => [group.slug, group])).values()]
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('identity.me'), href: '/me' }, { label: title }]} />
      <PageHeader title={title} lead={words('calendar.ownLead')} />
      <Section id="address" title={words('calendar.addressOf')}>
        <Stack gap={4}>
          {made && (
            <NewSecret title={words('calendar.madeTitle')} secret={made}>
              {words('calendar.madeText')}
            </NewSecret>
          )}
          {address ? (
            <>
              <DefinitionList
                facts={[
                  { term: words('calendar.madeAt'), value: <Time at={address.madeAt} zone="UTC" /> },
                  {
                    term: words('calendar.lastReadAt'),
                    value: address.lastReadAt ? <Time at={address.lastReadAt} zone="UTC" /> : words('calendar.never'),
                  },
                ]}
              />
              <Cluster>
                <AddressForm form="make" label={words('calendar.anew')} />
                <AddressForm form="withdraw" label={words('calendar.withdraw')} isDanger />
              </Cluster>
              <p className="soft">{words('calendar.anewNote')}</p>
            </>
          ) : (
            <EmptyState
              title={words('calendar.noAddress')}
              action={<AddressForm form="make" label={words('calendar.makeAddress')} isPrimary />}
            >
              {words('calendar.noAddressText')}
            </EmptyState>
          )}
        </Stack>
      </Section>
      <Section id="groups" title={words('calendar.groups')} note={words('calendar.groupsNote')}>
        {groups.length === 0 ? (
          <EmptyState title={words('calendar.noGroups')}>{words('calendar.noGroupsText')}</EmptyState>
        ) : (
          <DefinitionList
            facts={groups.map(({ slug, name, acronym }) => ({
              term: <bdi>{acronym ?? name}</bdi>,
              value: (
                <Link href={`/groups/${slug}/calendar.ics`} translate="no">
                  {`${origin}/groups/${slug}/calendar.ics`}
                </Link>
              ),
            }))}
          />
        )}
      </Section>
    </>
  )
}

function AddressForm({
  form,
  label,
  isPrimary,
  isDanger,
}: {
  form: 'make' | 'withdraw'
  label: string
  isPrimary?: boolean
  isDanger?: boolean
}) {
  return (
    <FormElement method="post">
      <input type="hidden" name="form" value={form} />
      <SubmitButton kind={isPrimary ? 'primary' : isDanger ? 'danger' : 'plain'}>{label}</SubmitButton>
    </FormElement>
  )
}
