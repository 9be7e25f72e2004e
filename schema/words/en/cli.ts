/** The command line: its help, its answers, what to say when it is misused. */
export const cli = {
  usage: 'Usage: {command}',
  everywhere:
    'Every command takes --json, for programs, and --help. Exit code: 0 done, 1 refused, 2 not a command. It works beside a running server and without one; the settings are those of npm start.',
  'about.userCreate': 'Makes an account and a link that signs in once. The first administrator comes to be like this.',
  'about.tokenCreate': 'Makes an access token of an account, for programs. It is shown this once.',
  'about.starterLoad': 'Loads the starter world into an empty register, once.',
  'about.documentGenerate':
    'Makes a synthetic text in the example group, as large as is asked for; the same seed makes the same text.',
  'about.importItems':
    'Imports a list of items (CSV, XLSX, JSON, Relaton YAML): prints what its rows mean, then takes them in at once. Doubtful rows are skipped. --dry-run only looks. On the page the import can be undone.',
  'about.export': 'Writes a whole list to standard output.',
  'about.verify': 'Recomputes the chain of seals over the record.',
  'about.verifyEdition':
    'Makes the register of a frozen edition again from history, and compares it with what was kept. The slug is the last part of its address.',
  'edition.intact': 'The edition is what was frozen: history and the file that was kept both have the SHA-256 {hash}.',
  'edition.broken':
    'The edition is not what was frozen. It carries {hash}; history gives {fromHistory, select, none {nothing that can be compared} other {{fromHistory}}}, the file that was kept {fromFile}. Compare with a backup before anything else is done.',
  userCreated:
    'The account {email} is made. This link signs in once, until {until} UTC{isMailed, select, yes {; it was mailed, too} other {}}:\n{link}',
  tokenName: 'Command line',
  documentGenerated: '{title} is made. Its id: {id}',
  'starter.LOADED':
    'The starter world is loaded. A server that runs shows it at once; it offers the starter accounts when it starts the next time.',
  'starter.LOADED_BEFORE': 'The starter world was loaded before; nothing was changed.',
  'import.preview':
    '{file}: {added, number} new, {changed, number} changed, {same, number} the same, {doubtful, number} doubtful, {refused, number} refused.',
  'import.row': 'Row {number} ({outcome}): {designation}: {reasons}',
  'import.more':
    '… and {count, number} more rows that are doubtful or refused; the page of the import has them all: {page}',
  'import.applied': 'Taken into the register. It can be undone as a whole: {page}',
  'import.nothing': 'No row would change the register; nothing was written.',
  'import.looked': 'Nothing was written. It can be taken in on its page: {page}',
  'import.stopped': 'Nothing was written: {why}',
  'import.noFile': 'The file {file} cannot be read.',
  'verify.intact':
    'The chain holds: {sealed, plural, =0 {no event is sealed yet} one {# event sealed} other {# events sealed}}{unsealed, plural, =0 {} one {, # waits} other {, # wait}}.',
  'verify.broken':
    'The chain does not hold from place {position} on: what is recorded there is not what was sealed. {sealed, plural, one {# event is} other {# events are}} sealed. Compare with a backup before anything else is done.',
  'misuse.nothing': 'Say what to do.',
  'misuse.unknown': '“{given}” is no command.',
  'misuse.option': 'This command has no option {option}.',
  'misuse.flag': '{option} takes no value.',
  'misuse.value': '{option} needs a value.',
  'misuse.missing': '{option} is missing.',
  'misuse.count': '{option} needs a whole number, not “{value}”.',
  'misuse.operand': '{name} is missing: one of {choices}.',
  'misuse.choice': '{name} cannot be “{value}”. It is one of {choices}.',
  'misuse.tooMuch': '“{given}” is too much here.',
  fault:
    'That did not work because of a fault; the log above has it under {reference}. What was not finished is undone.',
} as const
