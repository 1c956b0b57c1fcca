# The report, and its issuing.

## The report

reports-title = Summary of the written answers to the guiding questions
reports-caveat = This summary was prepared by the presidency under its own responsibility and should not be considered as representing the views of the participants.
reports-issued = Issued { $time }
reports-not-issued = Not issued: a preview of what the report holds now
reports-presidency = Presidency
reports-note = Concept note
reports-note-of = { $symbol }, letter dated { $day }
reports-note-letter = Letter dated { $day }
reports-window = Answers were received
reports-from-to = From { $from } to { $to }
reports-invited = Delegations invited
reports-delegations-answered = Delegations that answered
reports-statements-received = Statements received
reports-hash = SHA-256 of the report as issued
reports-contents = Contents
reports-delegations = { $count ->
    [one] { $count } delegation
   *[other] { $count } delegations
}
reports-respondents = Who answered
reports-group-count = { $group } ({ $count })
reports-in-no-group = Member States in no regional group
reports-nobody-answered = No delegation has submitted a response.
reports-figures-of-all = Who answered, by group
reports-figures-of = Who answered question { $label }
reports-column-group = Group or kind
reports-column-delegations = Delegations
reports-column-statements = Statements
reports-column-invited = Invited
reports-all = All
reports-counted-twice = In two groups, and so counted in the row of each, but once in the totals: { $names }.
reports-method = How this report was prepared
    .text = The delegations were invited to answer the guiding questions of the concept note in writing. Delegations and statements are counted separately: a delegation is a participant that answered, a statement is a text submitted. The summaries are the presidency’s own; the answers are reproduced in full in the annex, as received. Words are counted by the Unicode rules for word boundaries (UAX 29), without markup.
reports-method-groups = Membership of the regional groups is as of { $day }; participants in no group are listed by kind.
reports-question = Question { $label }
reports-summary = Summary
reports-no-summary = The presidency has written no summary of this question.
reports-annex = Annex: answers in full
reports-annex-note = Texts are reproduced as received, in the language of submission.
reports-no-answer = No answer to this question was received.
reports-answer-facts = { $language } · { $words } · received { $day }
reports-to-consultation = The consultation and its concept note
reports-preview = Only the presidency sees this report until it is issued.
reports-without-summary = Without a summary:
reports-issue-button = Issue the report

## Issuing it

reports-issue-title = Issue the report
reports-to-report = The report
reports-issue-text = The invited delegations can then read the report, with all answers in full. They are informed by e-mail.
reports-issue-final = What is issued cannot be taken back.
reports-not-yet = Not yet
reports-read = Read the report
reports-read-preview = Read the preview
reports-summaries = Questions with a summary
reports-count-of = { $count } of { $all }
reports-closed = Closed
reports-closes = Closes
reports-missing-summaries = Questions without a summary: { $questions }.
reports-missing-answers = Questions that nobody answered: { $questions }.
reports-still-open = The report can be issued when the consultation is closed. Answers are accepted until { $time }.
reports-not-opened = The report can be issued when the consultation has been opened and closed.
reports-was-issued = The report was issued on { $time }.
reports-refused-open = The report was not issued: the consultation is not closed.
reports-refused-issued = The report has been issued already. Nothing was changed.
notice-report-issued = The report was issued. The delegations are informed by e-mail.
