/** Letters, and the outbox of demo mode where they can be read. */
export const mail = {
  'outbox.title': 'Outbox',
  'outbox.about':
    'Mail that this installation would have sent. It is kept here because no mail server is set (SMTP_URL).',
  'outbox.empty': 'No mail has been written yet. Ask for a sign-in link, and it appears here.',
  'outbox.to': 'To {to}',
  'signInLink.subject': 'Your sign-in link',
  'signInLink.body':
    'Somebody, probably you, asked to sign in to Rapporteur with this address.\n\nThis link signs you in. It works once, until {until} UTC:\n\n{link}\n\nIf it was not you, do nothing: nobody can sign in without this link.\n',
  'invited.subject': 'Your account on Rapporteur',
  'invited.body':
    'An account on Rapporteur was made for you with this address.\n\nThis link signs you in. It works once, until {until} UTC:\n\n{link}\n\nLater, ask for a new link on the sign-in page, or set a password on your account page.\n',
  'noAccount.subject': 'There is no account with this address',
  'noAccount.body':
    'Somebody, probably you, asked to sign in to Rapporteur with this address. There is no account with it.\n\nYou may have used another address. If you are new, make an account here:\n\n{link}\n\nIf it was not you, do nothing: we have kept nothing about you.\n',
  'confirmComment.subject': 'Confirm your comment',
  'confirmComment.body':
    'Somebody, probably you, commented on “{label}” on Rapporteur with this address:\n\n{text}\n\nThis link sends the comment to the editors. It works once, until {until} UTC:\n\n{link}\n\nYour name is published with the comment if the editors publish it; this address never is. If it was not you, do nothing: without the link nobody sees the comment, and it is thrown away.\n',
  'confirmEmail.subject': 'Confirm your address',
  'confirmEmail.body':
    'Somebody, probably you, made an account on Rapporteur with this address.\n\nThis link confirms the address and signs you in. It works once, until {until} UTC:\n\n{link}\n\nIf it was not you, do not open the link. Without it the account cannot be used.\n',
  'alreadyRegistered.subject': 'You already have an account',
  'alreadyRegistered.body':
    'Somebody, probably you, wanted to make an account on Rapporteur with this address. There is one already, and nothing about it was changed.\n\nSign in here, with your password or a mailed link:\n\n{link}\n\nIf it was not you, do nothing.\n',
  'digest.subject':
    '{count, plural, one {One thing happened to what you follow} other {# things happened to what you follow}}',
  'digest.body':
    'This happened on Rapporteur to what you follow:\n\n{lines}\n\n{more, plural, =0 {} one {One more is on your page.\n\n} other {# more are on your page.\n\n}}Everything that you follow, and how often you hear of it:\n\n{all}\n\nTo get no more of these letters, open this page and press the button:\n\n{end}\n',
  'movedUp.subject': 'You have a place: {meeting}',
  'movedUp.body':
    'A place in the room has become free, and it is yours: {meeting}, {group}.\n\nYour registration, which you can change or withdraw until the meeting ends:\n\n{link}\n\nIf you cannot come, withdraw, and the next in the waiting list gets the place.\n',
  'notice.body':
    '{text}\n\n{page}\n\nYou get this letter because you take part in the group. Which letters you get:\n\n{choose}\n\nTo get no more {kind, select, REMINDER {reminders of dates} other {letters about changes}}, open this page and press the button:\n\n{end}\n',
  'passwordChanged.subject': 'Your password was changed',
  'passwordChanged.body':
    'The password of your account on Rapporteur was changed, and all other sessions were ended.\n\nIf it was not you, sign in with a mailed link and change it again:\n\n{link}\n',
} as const
