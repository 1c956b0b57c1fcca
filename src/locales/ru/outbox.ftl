# The administrator's pages on mail: what is going out, and the mailbox of an installation that keeps mails as files.

outbox-title = Исходящая почта
outbox-status-pending = Ожидает
outbox-status-sending = Отправляется
outbox-status-sent = Отправлено
outbox-status-uncertain = Неясно
outbox-status-failed = Не отправлено
outbox-list = Еще не отправлено
outbox-uncertain = «Неясно» означает, что письмо могло дойти: соединение прервалось после передачи текста. Повторно оно отправляется только по вашему решению.
outbox-message = Письмо
outbox-to = Кому
outbox-state = Состояние
outbox-written = Создано
outbox-happened = Что произошло
outbox-attempts = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
    [many] { $count } попыток
   *[other] { $count } попытки
}
outbox-next = Следующая попытка: { $time }
outbox-actions = Действия
outbox-retry = Отправить снова
outbox-empty = Нет ни ожидающих, ни неотправленных писем.
outbox-newest = Показаны только последние { $count }.
outbox-kind-activation = Приглашение
outbox-kind-password-reset = Ссылка для нового пароля
outbox-kind-password-changed = Пароль изменен
outbox-kind-membership-changed = Изменение доступа
outbox-kind-opened = Консультация открыта
outbox-kind-extended = Новый срок
outbox-kind-closed = Консультация закрыта
outbox-kind-acknowledgement = Подтверждение получения
outbox-kind-report-issued = Доклад опубликован
outbox-kind-digest = Сводка
outbox-trouble-unreachable = Почтовый сервер недоступен.
outbox-trouble-insecure = Не удалось установить защищенное соединение с почтовым сервером.
outbox-trouble-sign-in = Почтовый сервер не принял имя пользователя и пароль.
outbox-trouble-refused = Почтовый сервер не принял письмо (код { $code }).
outbox-trouble-unanswered = Соединение прервалось после передачи письма.
outbox-trouble-interrupted = Сервер остановился во время передачи.
outbox-trouble-not-written = Не удалось записать файл.
outbox-trouble-not-composed = Не удалось составить письмо. Причина указана в журнале.
outbox-trouble-no-recipient = Учетная запись отключена, или предмет письма больше не существует.
notice-mail-retried = Письмо отправляется снова.
notice-mail-settled = Решение по этому письму больше не требуется. Ничего не изменено.
mailbox-title = Почтовый ящик
mailbox-kept = Письма сохраняются здесь и не отправляются
mailbox-empty = Писем пока нет
mailbox-empty-text = Здесь появляются приглашения, подтверждения получения и сводки.
mailbox-mails = Письма
mailbox-subject = Тема
mailbox-from = От
mailbox-to = Кому
mailbox-reply-to = Ответ на адрес
mailbox-date = Отправлено
mailbox-message-id = Message-ID
mailbox-text = Текстовая часть
mailbox-html = Часть HTML без оформления
mailbox-masked = Одноразовая ссылка здесь не показана: тот, кто ее откроет, выберет пароль учетной записи. Письмо целиком находится в файле { $file } в папке данных.
