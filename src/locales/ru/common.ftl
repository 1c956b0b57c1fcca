# What every page shares. Keys begin with the feature: common, language, error, notice, role, kind.

-product = Rapporteur

## The frame of a page

common-page-title = { $title } – { -product }
common-page-title-with-error = Ошибка: { $title } – { -product }
common-product = { -product }
common-product-purpose = Письменные ответы делегаций в ходе консультаций и доклад о них
common-skip-to-content = Перейти к содержанию
common-main-navigation = Основная навигация
common-nav-consultations = Консультации
common-nav-administration = Администрирование
common-nav-account = Учетная запись
common-nav-sign-in = Войти
common-nav-sign-out = Выйти
common-language = Язык
common-change-language = Сменить язык
common-times-note = Время указано для часового пояса: { $place }.
common-times-note-seat = Время указано по месту нахождения Центральных учреждений Организации Объединенных Наций ({ $place }).

## Small words

common-yes = Да
common-no = Нет
common-save = Сохранить
common-cancel = Отменить
common-back = Назад
common-continue = Продолжить
common-change = Изменить
common-change-item = Изменить: { $item }
common-add = Добавить
common-remove = Убрать
common-delete = Удалить
common-close = Закрыть
common-print = Распечатать
common-download = Скачать
common-search = Найти
common-optional = необязательно
common-none = Нет
common-all = Все
common-saved = Сохранено.
common-step = Шаг { $step } из { $steps }
common-previous-page = Предыдущая страница
common-next-page = Следующая страница
common-opens-in-new-tab = откроется в новой вкладке

## Times and amounts

# The time is HH:MM on a clock of 24 hours.
common-day-and-time = { $day }, { $time }
# The day and time just above, and the place whose clock is meant.
common-moment = { $time } ({ $place })
common-days-left = { $days ->
    [0] осталось менее одного дня
    [one] остался { $days } день
    [few] осталось { $days } дня
    [many] осталось { $days } дней
   *[other] осталось { $days } дня
}
common-words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
    [many] { $count } слов
   *[other] { $count } слова
}
common-words-of-limit = { $limit ->
    [one] { $count } из { $limit } слова
    [few] { $count } из { $limit } слов
    [many] { $count } из { $limit } слов
   *[other] { $count } из { $limit } слова
}
common-words-over-limit = { $over ->
    [one] { $over } слово сверх предела
    [few] { $over } слова сверх предела
    [many] { $over } слов сверх предела
   *[other] { $over } слова сверх предела
}
common-characters = { $count ->
    [one] { $count } знак
    [few] { $count } знака
    [many] { $count } знаков
   *[other] { $count } знака
}

## Languages, in the language of the reader

language-ar = арабский
language-en = английский
language-es = испанский
language-fr = французский
language-ru = русский
language-zh = китайский

## Errors in forms: the text at a field; the summary sets the field's label before it

error-summary-title = Обнаружена ошибка
error-summary-item = { $field }: { $message }
error-prefix = Ошибка:
error-required = Это поле необходимо заполнить.
error-required-choice = Выберите один из вариантов.
error-not-a-choice = Выберите одно из предложенных значений.
error-too-long = { $max ->
    [one] Текст слишком длинный: не более { $max } знака.
    [few] Текст слишком длинный: не более { $max } знаков.
    [many] Текст слишком длинный: не более { $max } знаков.
   *[other] Текст слишком длинный: не более { $max } знака.
}
error-too-short = { $min ->
    [one] Текст слишком короткий: не менее { $min } знака.
    [few] Текст слишком короткий: не менее { $min } знаков.
    [many] Текст слишком короткий: не менее { $min } знаков.
   *[other] Текст слишком короткий: не менее { $min } знака.
}
error-not-an-email = Введите адрес электронной почты, например name@example.org.
error-not-a-date = Введите существующую дату, например 2026-12-11.
error-not-a-time = Введите время от 00:00 до 23:59.
error-not-a-number = Введите целое число.
error-out-of-range = Введите число от { $min } до { $max }.
error-not-one-line = Введите этот текст в одну строку.
error-not-text = Этот текст не читается. Используйте кодировку UTF-8.
notice-control-characters-removed = Из текста удалены невидимые управляющие символы. Больше ничего не изменено.

## Error pages: the title, then what to do

error-400 = Не удалось прочитать запрос
    .text = В запросе чего-то недостает, или он имеет не тот вид, которого ожидает сайт. Вернитесь назад и попробуйте еще раз.
error-403 = Эту форму не удалось принять
    .text = Она отправлена не со страницы этого сайта или относится к прежнему сеансу. Ничего не изменено. Откройте страницу заново и отправьте форму еще раз.
error-404 = Страница не найдена
    .text = По этому адресу ничего нет или он для вас закрыт. Если вы перешли по ссылке из письма, проверьте, что она полная, или войдите под той учетной записью, на которую оно было отправлено.
error-405 = Здесь это сделать нельзя
    .text = Такой адрес есть, но он не принимает запросы этого вида. Вернитесь назад и воспользуйтесь кнопками на странице.
error-409 = Тем временем изменения внес кто-то другой
    .text = То, что вы хотели изменить, изменилось после того, как вы открыли страницу. Ваш текст не потерян: сравните обе версии и примите решение.
error-413 = Слишком большой объем
    .text = Отправленное превышает допустимый на этом сайте размер. Ничего не изменено; введенный вами текст остался на предыдущей странице.
error-415 = Файл такого вида не читается
    .text = Эта страница не принимает файлы или формы такого вида. Ничего не изменено.
error-422 = Некоторые данные не могут быть приняты
    .text = Ваш текст остался на странице. Исправьте отмеченное и отправьте еще раз.
error-429 = Слишком много попыток
    .text = { $minutes ->
        [one] Подождите { $minutes } минуту и попробуйте еще раз.
        [few] Подождите { $minutes } минуты и попробуйте еще раз.
        [many] Подождите { $minutes } минут и попробуйте еще раз.
       *[other] Подождите { $minutes } минуты и попробуйте еще раз.
    }
error-500 = На нашей стороне произошла ошибка
    .text = Причина не в ваших действиях, и ошибка зарегистрирована. Попробуйте еще раз; если она повторится, напишите в секретариат и укажите номер для справки.
error-503 = Сайт перегружен
    .text = Сейчас он не может обработать запрос. Подождите немного и попробуйте еще раз; введенный вами текст остался на предыдущей странице.
# For people to copy: show it without isolation marks.
error-reference = Номер для справки: { $reference }
error-back-to-start = Перейти на начальную страницу

## Roles

role-focal-point = Координатор
role-approver = Утверждающее лицо
role-drafter = Составитель
role-chair = Председатель
role-analyst = Аналитик
role-administrator = Администратор

## Kinds of participants

kind-member-state = Государство-член
    .plural = Государства-члены
kind-observer-state = Государство-наблюдатель
    .plural = Государства-наблюдатели
kind-regional-organization = Региональная организация
    .plural = Региональные организации
kind-other-entity = Другое образование
    .plural = Другие образования
