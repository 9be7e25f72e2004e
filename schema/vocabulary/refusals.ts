/**
 * Every refusal of the product: a code and one English sentence (ICU MessageFormat). The sentence says what happened, what became of the
 * person's work and what to do next. The same codes are the SDL enum `ErrorCode`; a test sees that neither has one the other lacks.
 */
export const refusals = {
  NOT_FOUND: 'There is nothing here that you may see. It may have been moved, or you may need to sign in.',
  FORBIDDEN:
    'Your role does not allow this. Nothing was changed; the people named on the group page can do it for you.',
  SIGN_IN_REQUIRED: 'Please sign in first. Nothing was changed, and what you typed is still here.',
  BAD_INPUT: 'Something in what was sent cannot be used: {detail}. Nothing was changed; correct it and send it again.',
  NO_SUCH_DAY:
    'There is no such day as {day}. Nothing was changed; write the date as year-month-day, like 2026-03-14, and send it again.',
  NO_SUCH_DATE:
    'There is no such date as {date}. Nothing was changed; write a year, a month or a day, like 2026, 2026-03 or 2026-03-14, and send it again.',
  NO_SUCH_ZONE:
    'There is no time zone called {zone}. Nothing was changed; choose one from the list, like Europe/Zurich, and send it again.',
  NO_SUCH_TIME:
    '{time} cannot be the time of day at which a deadline closes. Nothing was changed; write it as 17:30, or 24:00 for the end of the day.',
  DAY_OUT_OF_RANGE:
    'The records of a group lie between {first} and {last}; {day} does not. Nothing was changed; correct the date and send it again.',
  NO_SUCH_TIME_OF_DAY:
    '{time} is not a time of day. Nothing was changed; write it as hours and minutes, like 09:30, and send it again.',
  ENDS_BEFORE_START:
    'The end, {endsOn}, lies before the beginning, {startsOn}. Nothing was changed; correct one of the two and send it again.',
  NOT_BETWEEN:
    'The number of {name} must lie between {least, number} and {most, number}; {given, number} does not. Nothing was made; choose another number.',
  NO_EXAMPLE_GROUP:
    'There is no example group here for synthetic texts. Nothing was made; load the starter world first.',
  TEXT_MISSING: 'A text is missing here. Nothing was changed; fill it in and send it again.',
  TEXT_TOO_LONG:
    'This text has {length, number} characters; {limit, number} fit. Nothing was changed; shorten it and send it again.',
  DECISION_NEEDED:
    'A gap is closed by a decision that names what closed it, not by changing its standing. Nothing was changed; record progress instead until the group has decided.',
  DECIDED_ON_WITHDRAWN:
    '{number} was withdrawn or lapsed, so there is nothing to decide on. Nothing was recorded; name what took its place, or record the decision without it.',
  OBJECTION_STANDS:
    '{count, plural, one {An objection stands in the way: nobody has answered it yet, or its holder upholds it.} other {# objections stand in the way: nobody has answered them yet, or their holders uphold them.}} Nothing was recorded; answer first, or tick what is to be kept with the decision as a reservation.',
  OBJECTION_UNANSWERED:
    '{count, plural, one {Nobody has answered an objection yet.} other {Nobody has answered # objections yet.}} Nothing was ratified; answer first. What is upheld after the answer can be kept with the decision as a reservation.',
  MINUTES_OPEN: 'The minutes of this meeting are open already. Nothing was changed; go on writing in them.',
  REPORT_EXISTS: 'This meeting has a report already. Nothing was made; go on writing in that one.',
  MEETING_NOT_HELD:
    'This meeting begins on {startsOn}. Nothing was made: there is something to report once it has begun, and a draft is made when it closes.',
  REPORT_BEFORE_END:
    'The meeting goes on until {endsOn}. Nothing was frozen, and the text is safe as a draft; freeze it on the last day, or later.',
  CLAUSES_CHANGED:
    'Somebody has changed these clauses meanwhile: {what}. Nothing was written anew. Look at them, and say for each whether its changes are given up.',
  RECORD_NOT_STORED:
    'This record is not stored on the server yet. Your words are in the text; try again when it says that they are saved.',
  RECORD_FIXED:
    '{kind, select, DECISION {What was decided stands once it is recorded; another decision can reverse it. The words can still be put better.} other {What this record is stands once it is kept. The words can still be put better; to record something else, begin a new paragraph.}}',
  MINUTES_FROZEN:
    'These minutes are frozen, because their meeting is closed. Nothing was changed; whoever chairs can open the meeting again by a decision, and the minutes with it.',
  RECORD_TWICE:
    'The minutes tell this already: {text}. Nothing was recorded; your words stay in the text. Change the other record, or make this paragraph an ordinary one.',
  ATTENDER_UNKNOWN:
    '{count, plural, =0 {Nobody called {name} has registered, checked in or holds a role in the group. Your words stay in the minutes; register them by hand at the desk of the meeting, or say that they were excused.} other {{count, number} people here are called {name}. Your words stay in the minutes; name the person more fully.}}',
  DECISION_REVERSED:
    'Decision {number, number} was reversed before, by decision {by, number}. Nothing was recorded; look at where the matter stands now.',
  OWNER_MISSING:
    'An action belongs to somebody. Nothing was changed; choose a person, or name the organisation or office that does it.',
  DUE_TWICE: 'An action is due at a meeting or on a day, not both. Nothing was changed; take one of the two away.',
  CALL_TOO_SHORT:
    'A consensus call of this group is open for {days, plural, one {# day} other {# days}} at least. Nothing was opened; choose {earliest} or a later day.',
  CALL_CLOSED: 'This consensus call is over. Nothing was changed; look at what came of it.',
  CALL_RUNS:
    'This consensus call can still be answered, until the end of {closesOn}. Nothing was ratified; wait until it is over, or take it back.',
  OBJECTED_ALREADY:
    'You have objected already, and your words are kept. Nothing was changed; withdraw the objection where it stands if it is met.',
  HOLDER_MISSING:
    'A reservation belongs to somebody. Nothing was entered; name the organisation that holds it, or the person.',
  EVIDENCE_MISSING:
    'An item that answers, wholly or in part, does so in some clause. Nothing was changed; name the clause or quote its words, or leave open how far it answers.',
  OWN_ASSERTION:
    'You said this yourself, so somebody else has to look at it. Nothing was changed; it stays as it is, unconfirmed, until another editor of the register has reviewed it.',
  EDGE_WITHDRAWN:
    'This was taken back before. Nothing was changed; name the item for the gap again if it answers it after all.',
  DEGREE_UNKNOWN:
    'Nobody has said yet how far this item answers the gap, so there is nothing to confirm. Nothing was changed; say how far it answers, and another editor can review that.',
  TWO_ITEMS_NEEDED:
    'A case sets two items or more side by side. Nothing was changed; name another item, at most {limit} in all.',
  ITEM_TWICE: '{name} is named twice in this case. Nothing was changed; take one of the two out.',
  VERDICT_EVIDENCE_MISSING:
    'A verdict rests on evidence: what was compared, where it was read and as of when. Nothing was changed; write all three, or leave the verdict open.',
  VERDICT_NEEDED:
    'A case is agreed or closed on a verdict, and this one has none yet. Nothing was changed; edit the case and give the verdict with its evidence first.',
  QUOTE_SOURCE_MISSING:
    'A quoted scope says where its words stand. Nothing was changed; name the clause or the source, or take the quotation out.',
  OWN_BODY: 'A group does not write to itself. Nothing was started; choose the body that is to receive the statement.',
  CASE_CLOSED: 'This case is closed or withdrawn. Nothing was changed; open it again first, and say why.',
  CASE_EXISTS: '{number} already compares these items. No second case was opened; work in that one.',
  SUGGESTION_SETTLED:
    'Somebody has settled this suggestion already, for good. Nothing was changed; look at what became of it.',
  GAP_CLOSED: 'This gap is closed by a decision. Nothing was changed; reopen it first, with the reason.',
  GAP_NOT_CLOSED: 'This gap is open, so there is nothing to reopen. Nothing was changed; look at where it stands now.',
  CLOSED_BY_WHAT:
    'A decision that closes a gap names what closed it. Nothing was changed; name an item of the register, or say in words which text it was.',
  GAP_REPLACED:
    '{number} was merged or split, so its number leads elsewhere. Nothing was changed; open the gap to which it leads, or undo that step first.',
  GAP_NOT_REPLACED:
    'This gap stands for itself, so there is nothing to undo. Nothing was changed; look at where it stands now.',
  EDITION_FROZEN:
    '{label} is frozen, so nothing of it changes any more. Nothing was changed; add a note beside it, or begin the next edition.',
  NOT_FROZEN: 'Notes are for what is printed, and this is still a draft. Nothing was changed; change the draft itself.',
  NOTHING_KEPT:
    'When {label} was published, nothing of this register was kept with it. It can be cited, but not compared or made again; choose another edition, or a day.',
  REVIEW_CLOSED:
    'The review of {label} {standing, select, TO_COME {has not begun} other {is over}}, so no comment can be taken. Nothing was sent; keep your text, and send it to the next review.',
  COMMENTS_FULL:
    '{limit, number} of your comments on this draft wait to be read already. Nothing was sent; put the rest into one of the next when those have been read.',
  REASON_MISSING:
    'A comment is declined with a reason, which its author sees. Nothing was changed; write why, then decline it again.',
  REGISTER_IN_USE:
    'Somebody is writing to the register at this moment, an import for example. Nothing was frozen; try again in a minute.',
  REASON_NEEDED:
    '{suggested, select, HIGH {The scores suggest high priority} MEDIUM {The scores suggest medium priority} LOW {The scores suggest low priority} other {The rule gives {suggested}}}, and something else was chosen. Nothing was changed; say in a sentence why, then save again.',
  ALREADY_THERE:
    '{name} is in the register already. Nothing was changed; open the one that is there, or give this one another name.',
  NAME_TAKEN:
    '“{designation}” {isFormer, select, true {was once the name} other {is the name}} of another item, {item}. Nothing was changed; open that item, or write what sets this one apart, its year or part for example.',
  NAME_TOO_EARLY:
    'The present name, “{designation}”, holds since {from}, so a new one cannot begin on {on}. Nothing was changed; correct the day, or leave it out when it is not known.',
  VIEW_NAMED_SO:
    'You keep another view under the name “{name}”. Nothing was changed; give this one another name, or drop the other one first.',
  TOO_MANY:
    'You keep {most, number} of these already, which is as many as fit. Nothing was changed; drop one that you need no more.',
  SAME_NAME:
    'The item has this designation and this title already. Nothing was changed; write the new ones and send it again.',
  SOURCE_MISSING:
    'What is confirmed names where it was read. Nothing was changed; write the address or the name of the document, or leave it unconfirmed.',
  GROUP_ENDED:
    'This group has ended its work, so it plans no new deliverables. Nothing was changed; plan it in the group that goes on with the work.',
  CODE_PATTERN:
    '{code} is not how a code of this working group is written. Nothing was changed; write it like {example}, which is the next free one, or leave it empty to take that.',
  CODE_FIXED:
    'The code of this deliverable is {code}, and a code that is known never changes. Nothing was changed; its title may.',
  STEP_BY_ACT:
    'This state is not reached by a mere step: it takes {manner, select, APPROVAL {the approval of a frozen version} HAND_OVER {a hand-over to the parent group} other {an answer of the parent group}}. Nothing was changed; use the page of that act.',
  WHY_MISSING: 'A step aside or back is explained. Nothing was changed; say in a sentence why, then send it again.',
  MERGED_INTO_WHAT:
    'What is merged goes into another deliverable of the same group. Nothing was changed; choose which one takes it in.',
  DAY_AHEAD: '{day} is still to come; today is {today}. Nothing was changed; give the day on which it happened.',
  SAME_DAY: 'It is planned for {day} already. Nothing was changed; choose another day, or leave it as it is.',
  MILESTONE_DONE:
    'This milestone was done on {doneOn}, so its day is past planning. Nothing was changed; record first that it is not done after all.',
  EDITOR_TWICE:
    'This person already edits the deliverable on some of these days. Nothing was changed; end the earlier entry first, or choose other days.',
  NO_TEXT_YET:
    'There is no text here that could be frozen. Nothing was changed; link the text that is written for this deliverable, and write something in it first.',
  ALREADY_FROZEN:
    'The text has not changed since version {number, number} was frozen. Nothing was changed; that version can be used as it is.',
  NOT_APPROVING:
    'Decision {number, number} does not approve a text. Nothing was changed; choose the decision by which the group approved this one, or record it first.',
  NOT_APPROVED:
    'Version {number, number} was not approved by the group, so it can only go to the parent as a draft. Nothing was sent; record the approval first, or send it as a draft.',
  PARENT_MEETING_MISSING:
    'A final text goes to a meeting of the parent group. Nothing was sent; choose the meeting, or write its first day or its name.',
  TOO_LATE_FOR_PARENT:
    '{latestOn} was the last day to reach the parent group for its meeting of {meetsOn}; this is {daysLate, plural, one {# day} other {# days}} late. Nothing was sent; carry it to the next meeting, or record why it goes to this one all the same.',
  CARRIED_BACK:
    'A later meeting opens after {meetsOn}. Nothing was sent; correct the day, or leave it empty when it is not known.',
  NO_ANSWER_TO_DRAFT:
    'A draft goes to the parent to be read, and gets no answer on record here. Nothing was changed; hand over the approved text to record one.',
  ANSWER_AND_DISPOSITION:
    'What the parent group said and what it made of the text contradict each other. Nothing was changed; what is noted is noted only, and what is returned has become nothing yet.',
  NOT_A_STEP:
    'This cannot go from {from} to {to}. Nothing was changed; look at where it stands now and choose one of the next steps.',
  ROLE_OVERLAPS:
    'This person already holds that role on some of these days. Nothing was changed; end the earlier role first, or choose other days.',
  NO_ACCOUNT_THERE:
    'Nobody here has a confirmed account with this address. No role was given; check the address, or enter the person by name.',
  NUMBER_PATTERN:
    'Contributions cannot be numbered like this: {fault, select, NO_SEQUENCE {the pattern has no place for the number} TWICE {the pattern holds a token twice} UNKNOWN_TOKEN {it holds a token that is not known} STRAY_BRACE {a brace is left open} DIGIT_BESIDE {a digit, the group or the meeting stands right beside the number, so that two numbers could look like one; put a sign between} REVISION_NOT_LAST {the mark of a revision stands at the end and nowhere else} other {it holds a sign that cannot stand in a number: letters, digits, hyphens, points, underscores and & can}}. Nothing was changed; correct the pattern and send it again.',
  GROUP_CONCLUDED:
    'This group has ended its work, so no meeting can be called after that. Nothing was changed; a meeting that took place before can still be recorded.',
  AGENDA_NO_PLACE:
    'The row beside or under which this was to stand is not there any more. Nothing was changed; look at the agenda as it is now and choose another place.',
  AGENDA_UNDER_ITSELF:
    'A row cannot stand under itself or under what hangs from it. Nothing was changed; choose another place.',
  AGENDA_TOO_DEEP: 'An agenda has {limit, number} levels at most. Nothing was changed; put the row higher up.',
  AGENDA_FULL:
    'An agenda has {limit, number} rows at most. Nothing was changed; take out what is not needed any more first.',
  AGENDA_NOT_OFFERED:
    'One of these rows is not left over from the last meeting, or was taken over already. Nothing was changed; look at what is offered now.',
  AGENDA_HOURS:
    '{why, select, NOT_A_DAY_OF_IT {{on} is not a day of the meeting.} ENDS_BEFORE_START {The hours from {from} to {to} end before they begin.} other {The hours from {from} to {to} on {on} lie over others.}} Nothing was changed; correct them and send them again.',
  AGENDA_EMPTY: 'The agenda has no rows yet, so there is nothing to publish. Add some, or take a template.',
  AGENDA_UNCHANGED:
    'The agenda is as version {number, number} has it. Nothing was published; change it first if it is to be another.',
  ROOM_CLOSED:
    'The room of this meeting is not open; it opens with the meeting, on {startsOn}. Nothing was changed; the chair can open it before to rehearse.',
  ROOM_HAS_MOVED:
    'Somebody else moved the room while you pressed{number, select, other {: it is at {number} now}}. Nothing was moved twice; go on from there.',
  ROOM_NO_SUCH_ROW:
    'There is no row {number} on this agenda. The room stays where it is; look at the list and try again.',
  ROOM_REHEARSES:
    'This is a rehearsal, and nothing of it stays: no outcome, no approval. Nothing was changed; it can be done when the meeting is on.',
  ROOM_NOT_TO_REHEARSE:
    'The room cannot be opened or closed for a rehearsal now: one rehearses before the meeting, once at a time. Nothing was changed.',
  SPEAKERS_CLOSED: 'The list of speakers is closed. You were not put on it; the chair can open it again.',
  BLOCK_OPEN:
    'Rows are proposed for approval already. Nothing was changed; approve them or take the proposal back first.',
  BLOCK_EMPTY: 'No row is left to approve. Nothing was changed; choose rows that are not done yet.',
  BLOCK_SETTLED:
    'This proposal was approved or taken back already. Nothing was changed; look at where the rows stand now.',
  MEETING_CANCELLED:
    'This meeting was cancelled, so it can no longer be changed. What you typed is still here; call a new meeting instead.',
  SERIES_END:
    'A series ends after a number of meetings or on a day, and exactly one of the two is needed. Nothing was called; fill in one of them and empty the other.',
  SERIES_TOO_LONG:
    'These would be more than {limit, number} meetings, which is as many as can be called at once. Nothing was called; let the series end earlier, and call the rest when the time comes.',
  SERIES_OVERLAPS:
    'Each meeting would begin before the one before it has ended. Nothing was called; make the meetings shorter or put more time between them.',
  SERIES_EMPTY: 'No meeting is ticked, so nothing was done. Tick at least one.',
  SERIES_NO_SUCH_DAY:
    'No meeting of this series begins on {day}. Nothing was called; look at the days again and tick those that you want.',
  LETTER_NOT_ISSUED:
    'The convening letter has not been issued, so there is nothing to correct. Nothing was changed; issue the letter first.',
  LETTER_ISSUED:
    'The convening letter has been issued already and does not change any more. Nothing was issued twice; issue a corrigendum for what is different now.',
  NOTHING_TO_CORRECT:
    'Nothing differs from what was issued. No corrigendum was issued; change the data of the meeting or word a clause first.',
  REGISTRATION_NOT_OFFERED:
    'Nobody can register for this meeting here yet. Nothing was changed; ask the secretariat of the group, or come back later.',
  REGISTRATION_NOT_OPEN:
    'Registration opens on {opensOn}. Nothing was sent; come back on that day, what you typed is still here.',
  REGISTRATION_CLOSED:
    'Registration closed at the end of {closedOn}. You are not registered and what you typed is still here; the secretariat of the group can register you by hand.',
  MODE_NOT_OFFERED:
    '{mode, select, ONSITE {One cannot come to the place of this meeting: it is held remotely.} other {One cannot take part in this meeting from afar.}} Nothing was changed; choose the other way to take part.',
  VISA_CLOSED:
    '{isOffered, select, true {Help with visas could be asked for until {closedOn}.} other {The host of this meeting does not help with visas.}} Nothing was changed; register without it, and write to the secretariat if you need a letter.',
  ALREADY_REGISTERED:
    'There is a registration for this meeting already. Nothing was made twice; change the one that is there.',
  NOT_REGISTERED:
    'There is no registration that holds for this meeting. Nothing was changed; register first, or ask the secretariat to do it.',
  OUTSIDE_MEETING_DAYS:
    'This meeting takes place from {startsOn} to {endsOn}, by the calendar of its place; presence is noted on these days only. Nothing was changed.',
  ON_WAITING_LIST:
    'You are on the waiting list for a place in the room. Nothing was changed; take part from afar, or ask the chair to let you in.',
  NOT_CHECKED_IN: 'Nobody is checked in here who could leave. Nothing was changed; look at the list as it stands.',
  PRESENCE_OVERLAPS:
    'This person was noted as present during some of this time already. Nothing was changed; correct the other entry first.',
  CLOSES_BEFORE_OPENING:
    'The meeting would end at {closesAt}, before it opens at {opensAt}. Nothing was changed; correct one of the two and send it again.',
  MEETING_CLOSED:
    'This meeting was closed on {closedOn}, and its record stands. Nothing was changed; whoever chairs can open it again by a decision.',
  MEETING_GOES_ON: 'This meeting goes on until {endsOn}. Nothing was changed; close it on its last day, or later.',
  CLOSING_NEEDS:
    'Before the meeting is closed, this is to be done: {what}. Nothing was changed; do it and close the meeting then.',
  NOT_CLOSED: 'This meeting is not closed, so there is nothing to open again. Nothing was changed.',
  MEETING_ENDED:
    'This meeting ended on {endsOn}, so this can no longer be done. What you typed is still here; it may serve for the next meeting.',
  DOCUMENT_WITHDRAWN:
    'Document {number} was taken back by its source or never handed in, so nothing can be decided about it. Nothing was changed; let it stand as withdrawn, or choose another document.',
  DOCUMENT_MISSING:
    'Nothing was handed in under {number} yet, so the meeting cannot have dealt with it. Nothing was changed; it can be put off, left as not handled, or wait.',
  LINK_MISSING:
    'The other document is missing: where {number} goes on. Nothing was changed; name the document, then send it again.',
  LINK_CIRCLE:
    '{other} leads back to {number}, so neither would be the one that counts. Nothing was changed; choose another document, or take the earlier link back first.',
  NOTE_MISSING:
    'Agreed on which condition? Nothing was changed; write the condition in a few words, then send it again.',
  NOT_ALLOCATED:
    'Document {number} stands under no row of the agenda, so nobody presents it yet. Nothing was changed; put it under a row first.',
  NOTHING_TO_UNDO: 'Nothing was said of document {number} yet. Nothing was changed.',
  ALREADY_UNDONE: 'This was taken back before. Nothing was changed.',
  TOO_MANY_DOCUMENTS:
    'These are more than {limit, number} documents. Nothing was changed; choose fewer and do it in parts.',
  TOO_MANY_RULES: 'A meeting has {limit, number} rules at most. Nothing was changed; take one away first.',
  STALE:
    'Somebody changed this while you were working on it. Your text is still here: compare it with the new state, then save again.',
  ALREADY_DONE: 'This was done before with other contents. Nothing was changed; start again with a new form.',
  TOO_LARGE: 'What was sent is larger than is taken here ({limit} at most). Nothing was changed; send less at a time.',
  FILE_TOO_LARGE:
    'This file is larger than is taken here ({limit} at most). Nothing was stored; save the picture smaller, then send it again.',
  FILE_TYPE:
    '{found, select, SVG {This is an SVG drawing, which can hold programs; PNG, JPEG, WebP and GIF are taken.} EMPTY {This file is empty.} other {This is no picture of a kind that is taken: PNG, JPEG, WebP or GIF.}} Nothing was stored; save it as PNG, for example, then send it again.',
  FILE_DAMAGED: 'This picture is damaged, or its end is missing. Nothing was stored; save it anew, then send it again.',
  FILE_TOO_MANY_PIXELS:
    'This picture has {width, number} by {height, number} pixels; {millions, number} million are taken, and {side, number} along one side. Nothing was stored; save the picture smaller, then send it again.',
  FILE_NOT_DOCUMENT:
    '{found, select, EMPTY {This file is empty.} OLD_WORD {This is a Word file of the old kind (DOC); DOCX and PDF are taken.} MACROS {This Word file holds macros or programs; documents without them are taken.} UNPACKED_TOO_LARGE {Unpacked, this file is larger than {limit, number} MB.} DAMAGED {This file is damaged, or its end is missing.} other {This is neither a Word document (DOCX) nor a PDF, whatever its name says.}} Nothing was stored, and what you typed is still here; save it as DOCX or PDF, then send it again.',
  CONTRIBUTOR_NEEDED:
    'Contributions to {group} are handed in by its contributors, and you have no such role there. Nothing was changed. {ask, select, none {Its secretariat can give you the role.} other {Ask {ask} for the role of contributor.}}',
  CONTRIBUTION_MEETING_OVER:
    'This meeting ended on {endsOn}, so nothing more is handed in to it. Your text is safe as a draft; reserve a number for the next meeting and hand it in there.',
  CONTRIBUTION_GROUP_OVER:
    'This group has ended its work and takes no more contributions. Nothing was changed; its page says who goes on with it.',
  CONTRIBUTION_STATE:
    'Where this contribution stands now, that is no longer possible. Nothing was changed; what it says is still here, and its page shows what became of it.',
  CONTRIBUTION_EMPTY:
    'There is nothing to hand in yet: the text has no words. Nothing was changed; write it here, or send a DOCX or PDF, then hand it in.',
  CONSENT_NEEDED:
    'A contribution is handed in when its source agrees that its text may be used in the results of the group. Nothing was changed; read the words and tick them, then hand it in.',
  PATENT_ANSWER_NEEDED:
    'Please answer the question about patents: yes or no, as far as you know. Nobody has to search. Nothing was changed.',
  SOURCE_IS_PERSON:
    'A source is an organisation or a group; “{name}” is a person. Nothing was changed; name the organisation here and the person as a contact.',
  MEETING_NEEDED: 'The numbers of this group say for which meeting they are. Nothing was changed; choose the meeting.',
  SAME_ORGANISATION:
    '“{name}” is among the sources already. Nobody was invited; members of other organisations can sign with you.',
  IMPORT_FORMAT:
    'A file that ends in “{ending}” is none of those that are taken: CSV, XLSX, JSON, or Relaton YAML. Nothing was stored; save it as one of these, then send it again.',
  IMPORT_EMPTY:
    'There is nothing to import: the file is empty, or has headings and no rows. Nothing was changed; look whether it is the right file.',
  IMPORT_TOO_LARGE:
    'This file is larger than is taken at once ({limit} at most). Nothing was stored; send it in parts.',
  IMPORT_ENCODING:
    'Line {line, number} cannot be read: the file is not written in UTF-8, and to guess would spoil names without anybody noticing. Nothing was changed; save it as “CSV UTF-8”, then send it again.',
  IMPORT_TOO_WIDE:
    'Line {line, number} has {columns, number} columns; {limit, number} are taken at most. Nothing was changed; take out columns that hold no facts about items, then send it again.',
  IMPORT_TOO_LONG: 'The file has more than {limit, number} rows. Nothing was changed; send it in parts.',
  IMPORT_BOMB:
    'This file would unpack to {megabytes, number} MB or more; {limit, number} MB are taken. It was not unpacked, and nothing was changed. Save the table anew as CSV and send that.',
  IMPORT_ALIASES:
    'This YAML repeats parts of itself by anchors more than {limit, number} times, which can grow without end. It was not read further, and nothing was changed; write the records out in full.',
  IMPORT_UNREADABLE:
    '{why, select, HEADING_TWICE {Line {line, number} has the heading “{what}” twice.} NO_HEADING {Line {line, number} has a cell beyond the headings: “{what}”.} CELL {In row {line, number}, “{what}” is longer than {limit, number} characters.} RECORD {Record {line, number} is longer than {limit, number} characters.} QUOTE {A quotation mark that opens on or before line {line, number} is never closed.} ZIP {This is no workbook: its table of contents is damaged or missing.} WORKBOOK {This workbook cannot be read; it is damaged, or was made by something else than a spreadsheet.} JSON {Line {line, number} is no JSON.} NO_LIST {This JSON holds no list: it must be a list of records, or an object with “rows”.} NO_RECORD {Number {line, number} in the list is no record.} YAML {Line {line, number} is no YAML.} TAG {Line {line, number} asks for something else than plain data.} other {Line {line, number} cannot be read.}} Nothing was changed; correct the file, then send it again.',
  IMPORT_NOT_NOW:
    'This import cannot do that now: {state, select, READING {its file is still being read.} PREVIEWED {it waits to be applied.} APPLYING {it is being written.} APPLIED {it is in the register already.} UNDOING {it is being taken out.} UNDONE {it was taken out of the register.} CANCELLED {it was cancelled.} other {its file could not be taken.}} Nothing was changed; load the page again to see how things stand.',
  IMPORT_NOTHING: 'No row of this file would change anything. Nothing was changed.',
  IMPORT_OUTDATED:
    'The register has changed since the preview: {rows, plural, one {# row now means} other {# rows now mean}} something else. Nothing was written, and the preview is new; look at it, then apply it again.',
  IMPORT_CHANGED_SINCE:
    '{rows, plural, one {# row} other {# rows}} cannot be taken back, because somebody has changed the item since or something else rests on it. Nothing was changed; look at them, then take back the others, or put these right first.',
  FILES_FULL:
    'This text has as many files as one text may have: {files, number}, or 1 GB together. Nothing was stored; use a picture that is there already.',
  TOO_DEEP: 'The query is nested {depth} levels deep; {limit} are allowed. Ask for less at a time.',
  TOO_COSTLY: 'The query would cost {cost} points; {limit} are allowed. Ask for fewer rows or fewer fields at a time.',
  BAD_CREDENTIALS:
    'This e-mail address and password do not go together, or the address is not confirmed yet. Nothing was changed; try again, or ask for a sign-in link by mail.',
  LINK_EXPIRED:
    'This link was used before, or its time is over. Nothing was changed; ask for a new one on the sign-in page.',
  PASSWORD_TOO_WEAK:
    '{reason, select, tooShort {The password is shorter than 12 characters.} tooLong {The password is longer than 1,000 characters.} common {The password is one that is tried first by anybody who guesses.} likeAddress {The password is nearly the same as the name or the address.} other {The password is too easy to guess.}} Nothing was changed; choose another, such as four or five words that have nothing to do with each other.',
  TOO_MANY_REQUESTS:
    'Too many requests came from here in a short time. Nothing was lost; try again in {seconds} seconds.',
  BAD_ORIGIN:
    'The request came from a page of another site and was not carried out. Open this site itself and try again.',
  BAD_HOST:
    'This site does not answer under the name that was asked for. Open it at the address you were given by its secretariat.',
  BAD_QUERY: 'The query could not be read: {detail}.',
  NOTHING_TO_SEND:
    'This page takes nothing that is sent to it. Nothing was changed; open it by its address, or go back to the form.',
  OFFLINE: 'The server cannot be reached. What you typed is still here; try again when the connection is back.',
  UNOFFICIAL_STAGE:
    'The stage {code} is not among the 46 official codes: 29.xx is a “pre-CD” label that some software adds between 20 and 30. Nothing was changed; use an official stage instead. Near it are {near}.',
  UNKNOWN_STAGE:
    'The stage {code} is not among the 46 official codes. Near it are {near}. Nothing was changed; compare it with the catalogue of the body, or leave the stage empty and give the status.',
  STATE_POORER:
    'What is known already, “{stage}”, is {confidence, select, VERIFIED {confirmed in a source} other {the body’s own stage}}, and this is less sure. Nothing was changed; look it up and say where you read it, or record it as a correction with a reason.',
  STAGE_BEFORE_LAST:
    '{why, select, DATE {This is older than what is known already: “{stage}”, on {on}.} other {This stage comes before the one that is reached already: “{stage}”, on {on}.}} Nothing was changed; correct it, or record it as a correction and say why.',
  SAME_PLAN:
    'This is what is known already. Nothing was changed; write the new date, or say that you have checked the old one.',
  CHECK_WAITS:
    'You have said what you found about this already, and an editor of the register has still to look at it. Nothing was changed.',
  LAST_ADMINISTRATOR:
    'This is the only administrator, and without one nobody could look after the site. Nothing was changed; have another administrator made first, then do it again.',
  RELATION_TO_ITSELF: 'An item cannot be related to itself. Nothing was changed; choose another item on one side.',
  RELATION_CYCLE:
    'This would make an item supersede itself, by way of {steps, plural, one {# other relation} other {# other relations}}. Nothing was changed; check which of the two texts is the newer one.',
  RELATION_KNOWN:
    'That {from} and {to} are related in this way is recorded already. Nothing was changed; open the relation that is there, on the page of either item, and change that one.',
  RELATION_ENDED:
    'This relation was ended before, so it stays as it is. Nothing was changed; record it anew if it holds again.',
  PRINCIPLE_WITHDRAWN:
    '{number} was withdrawn, so its words and what stands against it stay as they are. Nothing was changed; record a new principle if one is needed again.',
  SAME_WORDING: 'The principle has these words already. Nothing was changed; write the new ones and send it again.',
  WORDING_TOO_EARLY:
    'The present wording holds since {from}, so {on} is too early. Nothing was changed; correct the day, or leave it out when it is not known.',
  STAND_WITHOUT_EVIDENCE:
    '{assessment, select, DOES_NOT {That an item does not do what a principle asks for is said with a clause, some words of it, or where one looked.} other {An item that does what a principle asks for, wholly or in part, does so in some clause.}} Nothing was changed; name it, or leave it not assessed.',
  BODY_UNDER_ITSELF:
    'This body would stand under itself. Nothing was changed; choose a parent that does not belong to it.',
  BODY_FOLLOWS_ITSELF:
    'The work of this body would go on, by way of others, in the body itself. Nothing was changed; choose another successor.',
  BODY_NOT_DISSOLVED:
    'A body has a successor once it has ended. Nothing was changed; give the day on which it ended, or take the successor away.',
  SCORE_OUT_OF_RANGE: 'The score for {part} must be 1, 2 or 3. Nothing was changed; correct it and send it again.',
  BAD_METHOD: 'This cannot be asked for in this way: {detail}. Nothing was changed.',
  BAD_CONTENT_TYPE:
    'What was sent is marked as “{type}”; only {expected} is taken here. Nothing was changed; mark it so and send it again.',
  BAD_CURSOR:
    'The place in the list that was asked for cannot be found any more. Nothing was lost; start again at the first page.',
  QUERY_TOO_LONG:
    'The query is longer than is taken here ({limit, number} {unit, select, tokens {words and signs} other {characters}} at most). Ask for less at a time.',
  TOO_MANY_FIELDS:
    'The query {kind, select, roots {asks {count, number} questions at once} aliases {gives new names to {count, number} fields} other {asks for {count, number} fields}}; {limit, number} are allowed. Ask for less at a time.',
  TOO_MANY_SUBSCRIPTIONS:
    'This connection already listens to {limit, number} things, which is as many as one may. End one of them, then try again.',
  FELL_BEHIND:
    'News came faster than this connection could take it, and some was left out. Load the page again to see how things stand.',
  NO_SUCH_ACCOUNT:
    'There is no account with this address. Nothing was changed; look at the spelling, or make the account first.',
  ACCOUNT_EXISTS: 'There is an account with this address already. Nothing was changed; it can be used as it is.',
  REGISTER_NOT_EMPTY:
    'The register holds something already, so the starter world was not loaded. Nothing was changed; load it into an empty database.',
  INTERNAL:
    'Something went wrong on our side. What you typed is still here; try again, and name the reference {reference} if it happens again.',
} as const

export type RefusalCode = keyof typeof refusals
