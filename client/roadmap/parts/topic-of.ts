import type { Topic } from '#schema/vocabulary/register.js'

/** The one topic to which a list is narrowed, as its query asks whether it is followed; of none or several nothing is asked. */
export const topicOf = ({ topic }: { readonly topic?: readonly Topic[] }): { topic: string; withTopic: boolean } =>
  topic?.length === 1 ? { topic: topic[0]!, withTopic: true } : { topic: '', withTopic: false }
