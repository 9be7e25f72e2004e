import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { Chip, DefinitionList, Link, Notice, Section, useWords } from '../../ui/index.js'
import type { ChangeData } from './change-meeting.route.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import { meetingHref } from './meeting-address.js'

/** The last step of a meeting: what has to be done before, and the button that ends all changes. */
export function CloseMeeting() {
  const words = useWords<Words>()
  const { meeting } = useLoaderData<ChangeData>()
  const { closingConditions, minutes } = meeting
  const lost = minutes?.records.filter(({ isInText }) => !isInText).length ?? 0
  return (
    <>
      <ChangeHead meeting={meeting} title={words('meeting.close')} lead={words('meeting.closeLead')} />
      <Section id="conditions" title={words('meeting.conditions')}>
        {closingConditions.length === 0 ? (
          <p className="soft">{words('meeting.noConditions')}</p>
        ) : (
          <DefinitionList
            facts={closingConditions.map(({ text, href, isMet }) => ({
              term: <Link href={href}>{text}</Link>,
              value: isMet ? (
                <Chip tone="good" shape="full">
                  {words('meeting.isMet')}
                </Chip>
              ) : (
                <Chip tone="bad" shape="ring">
                  {words('meeting.isNotMet')}
                </Chip>
              ),
            }))}
          />
        )}
        {lost > 0 && (
          <Notice kind="attention" title={words('minutes.gone', { count: lost })}>
            {words('minutes.goneClosing', { count: lost })}{' '}
            <Link href={`${meetingHref(meeting.group, meeting.number)}/minutes`}>{words('minutes.goneLook')}</Link>
          </Notice>
        )}
        <ChangeForm meeting={meeting} name="close" send={words('meeting.close')} />
      </Section>
    </>
  )
}
