# The digest: what is new since the last one, and who is missing.

digest-subject = { $count ->
    [one] { $count } новый ответ: { $title }
    [few] { $count } новых ответа: { $title }
    [many] { $count } новых ответов: { $title }
   *[other] { $count } нового ответа: { $title }
}
digest-heading = { $count ->
    [one] { $count } новый ответ
    [few] { $count } новых ответа
    [many] { $count } новых ответов
   *[other] { $count } нового ответа
}
digest-period = Новое за период: { $start } — { $end }.
digest-closed = Консультация закрыта.
digest-board-link = Посмотреть, кто ответил
digest-received = Полученные ответы
digest-questions = По вопросам
digest-question-link = Читать ответы на вопрос { $label }
digest-missing = Еще не ответили: { $missing } из { $invited }
digest-nobody-missing = Ответили все приглашенные.
