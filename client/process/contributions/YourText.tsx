import { contributionHref } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { textHref } from '../../drafting/reading/index.js'
import { Form, LinkButton, Section, Stack, useWords } from '../../ui/index.js'
import type { ContributionData } from './contributions.route.js'
import { Outlook } from './Outlook.js'
import { SendFile } from './SendFile.js'
import { sizeSaid } from './HandedIn.js'

/** For those who act for it: writing the text here or sending a file, before it is handed in. Chair and secretariat are told whose it is. [CN-5] */
export function YourText({ contribution, isSource, now }: Pick<ContributionData, 'contribution' | 'isSource' | 'now'>) {
  const words = useWords<Words>()
  const { id, group, number, document, waitingFiles, viewerMay, meeting, submittedAt } = contribution
  const { refusals, typed } = useFormAnswer('write')
  if (!viewerMay.includes('WRITE') && !viewerMay.includes('UPLOAD')) return null
  const goOn = isSource ? 'contribution.goOnWriting' : 'contribution.openDraft'
  return (
    <Section
      id="draft"
      title={words(isSource ? 'contribution.draft' : 'contribution.draftOfSource')}
      note={words(isSource ? 'contribution.draftNote' : 'contribution.draftOfSourceNote')}
    >
      <Stack gap={4}>
        {submittedAt === null && meeting && (
          <p>
            <Outlook meeting={meeting} now={now} />
          </p>
        )}
        {document ? (
          <p>
            <LinkButton href={textHref({ id: document.id, group })}>
              {words(document.viewerMay.includes('EDIT') ? goOn : 'contribution.readDraft')}
            </LinkButton>
          </p>
        ) : (
          <Form
            id="write"
            method="post"
            refusals={refusals}
            values={typed}
            actions={<SubmitButton>{words('contribution.write')}</SubmitButton>}
          >
            <input type="hidden" name="act" value="write" />
            <input type="hidden" name="id" value={id} />
          </Form>
        )}
        <SendFile contributionId={id} back={`${contributionHref(group.slug, number)}#draft`} />
        {waitingFiles.length > 0 && (
          <div>
            <h3>{words('contribution.waiting')}</h3>
            <ul className="bullets">
              {waitingFiles.map((file) => (
                <li key={file.id}>
                  <a href={file.url} download={file.name}>
                    {words('contribution.download', { name: file.name, size: sizeSaid(file.sizeBytes, words) })}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Section>
  )
}
