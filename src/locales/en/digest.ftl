# The digest: what is new since the last one, and who is missing.

digest-subject = { $count ->
    [one] { $count } new response: { $title }
   *[other] { $count } new responses: { $title }
}
digest-heading = { $count ->
    [one] { $count } new response
   *[other] { $count } new responses
}
digest-period = What is new from { $start } to { $end }.
digest-closed = The consultation is closed.
digest-board-link = See who has answered
digest-received = Responses received
digest-questions = By question
digest-question-link = Read the answers to { $label }
digest-missing = { $missing ->
    [one] { $missing } of { $invited } has not answered yet
   *[other] { $missing } of { $invited } have not answered yet
}
digest-nobody-missing = Everybody who was invited has answered.
