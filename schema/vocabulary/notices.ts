/** Why somebody is told something without having asked: a date comes near, or what they take part in has changed. */
export const noticeKinds = ['REMINDER', 'CHANGE'] as const
export type NoticeKind = (typeof noticeKinds)[number]
