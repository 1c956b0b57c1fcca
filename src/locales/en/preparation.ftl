# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = This consultation
preparation-tabs-all = All pages
preparation-tab-board = Participation
preparation-tab-report = Report
preparation-tab-note = Concept note
preparation-tab-settings = Settings
preparation-tab-questions = Questions
preparation-tab-participants = Participants
preparation-tab-presidency = Presidency’s team

## New consultation

preparation-new-title = New consultation
preparation-new-step = Step 1 of 2: the concept note
preparation-new-file = Upload the letter with its concept note
preparation-new-file-hint = A Word document (.docx), an OpenDocument text (.odt), a PDF, a web page (.html) or plain text (.txt, .md), at most 5 MB.
preparation-new-dropped = Taken into this field: { $name }
preparation-new-drop = You can also drop the file anywhere on this page.
preparation-new-text = Or paste its text
preparation-new-nothing-created = Nothing is created yet. The next page shows what was understood, for you to correct.
preparation-new-button = Read the note
preparation-note-error-empty = This is empty. Hand in a file, or the text of the concept note.
preparation-note-error-both = Choose a file or paste the text, not both.
preparation-note-error-too-large = This file is larger than 5 MB.
preparation-note-error-too-long = This text is longer than a concept note can be.
preparation-note-error-binary = This file is not a text.
preparation-note-error-office = This is an older word-processor document. Save it as .docx, .odt or plain text first.
preparation-note-error-macros = This document contains macros. Save it without them (.docx or .odt), or hand in its text alone.
preparation-note-error-unpacks-too-large = Unpacked, this file is larger than any concept note.
preparation-note-error-damaged = This file is damaged or incomplete. Open it, save it once more, or hand in its text alone.
preparation-note-error-renamed = The ending of this file’s name does not match its content. Save the file again in the program it comes from.
preparation-note-error-encrypted = This document is protected with a password. Save it without one, or hand in its text alone.
preparation-note-error-doctype = This document contains declarations that word processors do not write. Save it once more, or hand in its text alone.
preparation-note-error-zip = This is an archive, not a note.
preparation-note-error-scanned = The pages of this PDF are pictures without text. Use the file they were printed from, or hand in the text alone.
preparation-note-error-no-letters = The fonts of this PDF do not say which letters they show. Use the file it was made from, or hand in the text alone.
preparation-note-error-too-complex = This file is built in too complicated a way to be read. Hand in its text alone.
preparation-note-error-xml = This is an XML document, not a note.
preparation-note-error-no-note = No concept note was found in it: it has neither paragraphs nor questions.
preparation-note-error-several-notes = Several concept notes were found in it. Hand in one at a time.
preparation-note-error-too-many-questions = This note has more questions than a consultation can have.

## The review

preparation-review-title = What was understood
preparation-review-step = Step 2 of 2: compare and correct
preparation-review-warnings = Please check
preparation-review-note = The note
preparation-review-in-note = In the note
preparation-review-taken = Taken from here:
preparation-review-masthead = Head of the document
preparation-review-section = Section { $number }
preparation-review-part = { $part }, section { $section }
preparation-paragraph = Paragraph { $number }
preparation-paragraph-unnumbered = Paragraph
preparation-item = Item { $label }
preparation-item-unlabelled = Item
preparation-cited = Document cited
preparation-review-sections = Sections and their paragraphs
preparation-review-no-heading = Without a heading
preparation-review-sections-hint = A section is corrected as text: a paragraph after each empty line, its number first; each item of a list on a line of its own after a dash; each footnote on a line of its own after an asterisk, below what it belongs to. Empty a section to leave it out.
preparation-review-correct = Correct
preparation-review-add-section = Add a section
preparation-review-heading = Heading of section { $number }
preparation-review-paragraphs = Paragraphs of section { $number }
preparation-section-text = Paragraphs of the section “{ $label }”
preparation-review-references = Documents cited
preparation-review-references-hint = One on each line, as the note writes it.
preparation-review-document = The document
preparation-review-questions = Guiding questions
preparation-review-questions-hint = For each question, say to whom it is addressed. All others see it too and may answer it.
preparation-review-create = Create the consultation
preparation-review-not-yet = Nothing is created before you press this button, and nobody is informed.
preparation-review-twin = A consultation has already been made from this same note:
    .second = What you create here will be a second one.
preparation-choose = Choose
preparation-not-said = The note does not say
preparation-title = Title
preparation-title-hint = At most 500 characters, in the language of the note.
preparation-presidency = Presidency
preparation-presidency-of = Presidency: { $participant }
preparation-symbol = Document symbol
preparation-distribution-date = Distributed on
preparation-language = Original language
preparation-letter-date = Date of the letter
preparation-letter-from = Letter from
preparation-letter-signatory = Signed by
preparation-meeting-date = Date of the meeting
preparation-meeting-time = Beginning
preparation-meeting-zone = Time zone of the meeting

## What the reader of the note is not sure of

preparation-warning-encoding-guessed = The file does not name its encoding. Check for wrong letters.
preparation-warning-text-damaged = Some characters of the file could not be read.
preparation-warning-pages-pictured = Some pages are pictures without text, as scanned pages are. What they show was not read.
preparation-warning-control-characters-removed = Invisible control characters were removed from the text.
preparation-warning-breaks-off = The text breaks off: its last sentence has no end, or what it announces does not follow. Part of the file may be missing; compare it with the original.
preparation-warning-notes-doubtful = The file may hold several notes: what stands once in a note (a title, headings, facts) comes again, or the language changes. Check that all questions belong to one note, or hand in each note by itself.
preparation-warning-no-title = The note has no heading of its own. Give the consultation a title.
preparation-warning-title-assumed = The first line was taken for the title, since no heading calls itself a concept note. Check it.
preparation-warning-title-joined = The line below the words “Concept note” was taken into the title; it may be the heading of the first section. Check both.
preparation-warning-letter-as-note = No annex follows the letter, so its own text was taken for the note.
preparation-warning-letter-by-its-lines = The letter’s heading does not say who wrote it and when; its date line and its signature were taken.
preparation-warning-letter-date-unread = The date that the letter bears is no day of the calendar, or could not be read for certain, and was not taken.
preparation-warning-language-detected = The note does not name its original language; it was recognised by its words.
preparation-warning-language-unknown = The note does not name its original language, and its words do not tell it. Choose the language.
preparation-warning-presidency-uncertain = The letter and its text name different States for the presidency.
preparation-warning-presidency-by-office = No sentence names the presidency; the State whose office wrote the letter was taken.
preparation-warning-dates-out-of-order = The dates do not follow one another: the meeting is before the letter or its distribution, or the distribution before the letter. Check them.
preparation-warning-meeting-date-uncertain = It is not certain which day is that of the meeting; the likeliest was taken.
preparation-warning-meeting-date-unread = Words that may give the meeting’s date could not be read for certain and were not taken.
preparation-warning-meeting-time-uncertain = The time of the meeting comes from a sentence that does not name its day.
preparation-warning-meeting-time-unread = Words that may give the meeting’s time could not be read for certain and were not taken.
preparation-warning-meeting-times-differ = More than one time is given for the day of the meeting; the first was taken. Compare with the note.
preparation-warning-other-presidency = The note names as presidency a State for which you do not preside: { $participant }.
preparation-warning-own-presidency = The note does not say who presides; the State for which you preside was filled in: { $participant }.
preparation-warning-meeting-year-assumed = The meeting’s date has no year; the first such day after the letter was taken.
preparation-warning-meeting-weekday-differs = The day of the week that the note gives is not that of the meeting’s date.
preparation-warning-time-zone-assumed = The meeting’s time has no time zone; that of the seat was taken.
preparation-warning-time-zone-unread = The meeting’s time is given in a time zone that is not known; that of the seat was taken.
preparation-warning-numbering-gap = The numbering of the paragraphs skips a number or goes back. Compare with the note.
preparation-warning-no-questions = No guiding question was found. The questions are still to be added.
preparation-warning-questions-without-heading = The questions were found without a heading that announces them.
preparation-warning-questions-scattered = The questions come from several places of the note. Check that none is missing and none too many.
preparation-warning-questions-labelled = The questions had no labels; they were given (a), (b) and so on.
preparation-warning-questions-split = One paragraph held several questions and was divided at the question marks or labels.
preparation-warning-questions-doubtful = Some lines among or near the questions may be questions, headings or text. Compare with the note.
preparation-warning-repeated-labels = Two questions have the same label.

## Questions

preparation-question = Question { $label }
preparation-question-label = Label
preparation-question-label-repeated = Another question has this label too.
preparation-question-same-label = Another question is labelled { $label } too. Give this one a label of its own, or label all in order.
preparation-question-none = A consultation needs at least one question. Choose “Add a question”.
preparation-question-text = Text of question { $label }
preparation-question-to = Question { $label } is addressed to
preparation-question-and-to = Question { $label } is also addressed to
preparation-question-to-all = Everyone invited
preparation-question-to-none = Nobody else
preparation-question-another = One more addressee
preparation-question-up = Move up
preparation-question-down = Move down
preparation-question-join = Join with the previous
preparation-question-split = Split
preparation-question-split-hint = To split a question, leave an empty line where the second one begins and choose “Split”. Without an empty line it is split after its first question mark.
preparation-question-split-script = You can also simply put the cursor where the second one begins.
preparation-question-not-split = Leave an empty line where the second question begins, then choose “Split” again.
preparation-question-relabel = Label all in order: { $first }, { $second }, { $third }
preparation-said-added = Question { $label } was added.
preparation-said-removed = Question { $label } was removed.
preparation-said-restored = Question { $label } was put back.
preparation-said-moved = Question { $label } is now number { $place }.
preparation-said-joined = Question { $label } was joined to question { $other }.
preparation-said-split = Question { $label } was split; the rest is question { $other }.
preparation-said-another = One more addressee can be chosen for question { $label }.
preparation-said-relabelled = The questions are labelled in order, from { $label } to { $last }.
preparation-question-add = Add a question
preparation-question-restore = Put back question { $label }
preparation-too-many-questions = There can be at most { $max } questions.
preparation-questions-hint = Once the consultation is open, the questions keep their wording and their order; only the addressees can change.
preparation-questions-fixed = The consultation has been opened: the questions keep their wording and their order. You can still change to whom they are addressed.
preparation-unsaved = There are changes that are not saved yet.

## Settings

preparation-phase-preparation = In preparation
preparation-phase-open = Open
preparation-phase-closed = Closed
preparation-seat = Time of the seat
preparation-seat-hint = The deadline is set in the time of this place.
preparation-deadline = Deadline for answers
preparation-deadline-hint = In the time of the seat. If the clocks there show this time twice, the earlier one counts; if they skip it, the next one they show.
preparation-deadline-date = Last day
preparation-deadline-time = Time
preparation-deadline-past = This time has already passed. Choose a later one.
preparation-word-limit = Word limit for each answer
preparation-word-limit-hint = For guidance: a longer answer can still be submitted. Leave it empty for no limit.
preparation-word-limit-range = Enter a whole number from 1 to 100,000, or leave it empty.
preparation-contact-name = Name of the contact
preparation-contact-email = E-mail address of the contact
preparation-contact-hint = Shown to every delegation.
preparation-answers-due = Answers are due
preparation-closed-at = Closed

## Opening, extending, closing

preparation-opening = Open the consultation
preparation-opening-text = Participants invited: { $count }. On opening, an e-mail goes to every focal point; people without an account receive a link to activate one.
preparation-opening-needs = Before it can be opened:
preparation-opening-missing = No focal point is known yet for: { $participants }.
preparation-opening-button = Open and invite
preparation-not-ready = The consultation cannot be opened yet.
preparation-obstacle-no-deadline = Set the deadline and save it.
preparation-obstacle-deadline-passed = The deadline has passed: set a later one.
preparation-obstacle-no-question = Add at least one question.
preparation-obstacle-nobody = Invite at least one participant and give its focal point’s address.
preparation-window = Extend or close
preparation-window-open = While the consultation is open, the deadline changes only by an extension, and every delegation is informed.
preparation-window-closed = The consultation is closed. An extension opens it again.
preparation-extension = Extend the deadline
preparation-extension-text = Every delegation is informed by e-mail.
preparation-extension-reopens = The consultation opens again.
preparation-extension-new = New deadline ({ $place })
preparation-extension-button = Extend for all
preparation-extension-not-later = Choose a time that is later than the present deadline and still to come.
preparation-closure = Close the consultation
preparation-closure-text = No response is accepted after closing. The delegations are informed by e-mail; drafts are kept.
preparation-closure-invited = Invited
preparation-closure-submitted = Submitted
preparation-closure-started = In preparation
preparation-closure-button = Close now
preparation-not-yet = Not yet

## Participants

preparation-participants-hint = Choose who is invited, and give each focal point’s address. No e-mail is sent before the opening.
preparation-participants-hint-open = The consultation has been opened. You can invite more participants and change a focal point; while it is open, an e-mail is sent to them at once. Nobody is removed from the list.
preparation-participants-find = Find a participant
preparation-participants-chosen = Chosen: { $count } of { $all }
preparation-participants-found = Found: { $count }
preparation-participants-select-all = Select all of this group
preparation-participants-select-none = Select none
preparation-participants-no-group = Member States in no regional group
preparation-participants-mail = Focal point’s e-mail
preparation-participants-mail-of = E-mail of the focal point: { $participant }
preparation-participants-also = Also: { $email }
preparation-participants-save = Save the list
preparation-participants-not-chosen = There is an address here, but the participant is not chosen. Choose it, or clear the address.
preparation-participants-keeps-one = Once the consultation is open, a delegation keeps a focal point. Give the new address.
preparation-participants-active = This delegation’s focal point is active. The delegation itself or the administrator can name another one.
preparation-participants-changed = The focal point has been changed in the meantime. Look at this address again.
preparation-participants-other-side = This person belongs to the presidency’s team of this consultation. Give another address.
preparation-participants-invited = Invited
preparation-participants-not-invited = Not invited

## The presidency's team

preparation-team-name = Name
preparation-team-role = Role
preparation-team-account = Account
preparation-team-actions = Actions
preparation-team-active = Active
preparation-team-invited = Invited, not activated
preparation-team-invite = Add an analyst
preparation-team-invite-text = Analysts read the submitted responses and write the summaries. Anyone without an account receives a link to activate one.
preparation-team-email = E-mail address
preparation-team-invite-button = Add
preparation-team-already = This person is in the presidency’s team already.
preparation-team-other-side = This person acts for a delegation in this consultation and cannot join the presidency’s team.

## When somebody else was faster, or the state does not allow it

preparation-conflict = Nothing is lost, and nothing was saved. Compare both versions; what you save now takes the place of the other.
preparation-conflict-mine = Yours, not saved yet
preparation-conflict-theirs = Saved in the meantime
preparation-conflict-same = The same on both sides
preparation-refused-opened = The consultation has been opened already
    .text = Nothing was changed, and no further e-mail was sent.
preparation-refused-not-opened = The consultation has not been opened yet
    .text = It can be extended or closed once it is open. Nothing was changed.
preparation-refused-closed = The consultation is closed already
    .text = Nothing was changed. An extension opens it again.
preparation-refused-questions = The questions can no longer change
    .text = The consultation has been opened, so the questions keep their wording and their order. Nothing was changed.
preparation-refused-reported = The report has been issued
    .text = The consultation is complete and can no longer be changed.
preparation-refused-last-chair = A consultation keeps a chair
    .text = This is the only chair, so the person was not removed.

## What was just done

notice-consultation-created = The consultation was created. Nobody has been informed yet: set the deadline, invite the participants, then open it.
notice-consultation-settings-saved = The settings were saved.
notice-questions-saved = The questions were saved.
notice-participants-saved = The list of participants was saved.
notice-analyst-added = The analyst was added.
notice-presidency-member-removed = The person no longer belongs to the presidency’s team.
notice-consultation-opened = The consultation is open. An e-mail is on its way to every focal point.
notice-deadline-extended = The deadline was extended. Every delegation is being informed.
notice-consultation-closed = The consultation is closed. The delegations are being informed.
