# The report, and its issuing.

## The report

reports-title = Резюме письменных ответов на наводящие вопросы
reports-caveat = Настоящее резюме подготовлено председательством под его собственную ответственность и не должно рассматриваться как отражающее мнения участников.
reports-issued = Опубликован { $time }
reports-not-issued = Не опубликован: предварительный вид доклада на данный момент
reports-presidency = Председательство
reports-note = Концептуальная записка
reports-note-of = { $symbol }, письмо от { $day }
reports-note-letter = Письмо от { $day }
reports-window = Период приема ответов
reports-from-to = С { $from } по { $to }
reports-invited = Приглашено делегаций
reports-delegations-answered = Ответило делегаций
reports-statements-received = Получено заявлений
reports-hash = SHA-256 опубликованного доклада
reports-contents = Содержание
reports-delegations = { $count ->
    [one] { $count } делегация
    [few] { $count } делегации
    [many] { $count } делегаций
   *[other] { $count } делегации
}
reports-respondents = Кто ответил
reports-group-count = { $group } ({ $count })
reports-in-no-group = Государства-члены, не входящие в региональные группы
reports-nobody-answered = Ни одна делегация не представила ответа.
reports-figures-of-all = Кто ответил, по группам
reports-figures-of = Кто ответил на вопрос { $label }
reports-column-group = Группа или категория
reports-column-delegations = Делегации
reports-column-statements = Заявления
reports-column-invited = Приглашено
reports-all = Всего
reports-counted-twice = Входят в две группы и поэтому учтены в строке каждой из них, но в итогах один раз: { $names }.
reports-method = Как составлен этот доклад
    .text = Делегациям было предложено письменно ответить на наводящие вопросы концептуальной записки. Делегации и заявления учитываются раздельно: делегация — это ответивший участник, заявление — это представленный текст. Резюме составлены председательством; ответы полностью приведены в приложении в том виде, в каком они получены. Слова считаются по правилам Юникода (UAX 29) без учета разметки.
reports-method-groups = Состав региональных групп указан по состоянию на { $day }; участники, не входящие в группы, указаны по категориям.
reports-question = Вопрос { $label }
reports-summary = Резюме
reports-no-summary = Председательство не составило резюме по этому вопросу.
reports-annex = Приложение: полные тексты ответов
reports-annex-note = Тексты воспроизводятся в том виде, в каком они получены, на языке представления.
reports-no-answer = На этот вопрос не получено ни одного ответа.
reports-answer-facts = { $language } · { $words } · получено { $day }
reports-to-consultation = Консультация и концептуальная записка
reports-preview = До публикации этот доклад виден только председательству.
reports-without-summary = Без резюме:
reports-issue-button = Опубликовать доклад

## Issuing it

reports-issue-title = Публикация доклада
reports-to-report = Доклад
reports-issue-text = После этого приглашенные делегации смогут прочитать доклад с полными текстами всех ответов. Они будут уведомлены по электронной почте.
reports-issue-final = Опубликованное отозвать нельзя.
reports-not-yet = Не сейчас
reports-read = Читать доклад
reports-read-preview = Читать предварительный вид
reports-summaries = Вопросы с резюме
reports-count-of = { $count } из { $all }
reports-closed = Закрыта
reports-closes = Закроется
reports-missing-summaries = Вопросы без резюме: { $questions }.
reports-missing-answers = Вопросы, на которые никто не ответил: { $questions }.
reports-still-open = Доклад можно опубликовать после закрытия консультации. Ответы принимаются до { $time }.
reports-not-opened = Доклад можно опубликовать после открытия и закрытия консультации.
reports-was-issued = Доклад опубликован { $time }.
reports-refused-open = Доклад не опубликован: консультация не закрыта.
reports-refused-issued = Доклад уже опубликован. Ничего не изменено.
notice-report-issued = Доклад опубликован. Делегации уведомляются по электронной почте.
