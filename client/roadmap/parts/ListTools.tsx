import type { Topic } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { FollowButton, KeepView } from '../../common/notifications/index.js'
import { useWords } from '../../ui/index.js'

/** What a reader may do with a list as it is filtered: keep it, and follow the one topic to which it is narrowed. */
export function ListTools({
  view,
  follow,
  address,
}: {
  view: { readonly filter: { readonly topic?: readonly Topic[] } }
  follow?: { readonly id: string } | null
  address: string
}) {
  const words = useWords<Words>()
  const [topic, another] = view.filter.topic ?? []
  return (
    <>
      {topic && !another && (
        <FollowButton
          kind="TOPIC"
          name={topic}
          follow={follow ?? null}
          what={words('follow.beginTopic', { topic: words.dynamic(`register.topic.${topic}`) })}
        />
      )}
      <KeepView address={address} />
    </>
  )
}
