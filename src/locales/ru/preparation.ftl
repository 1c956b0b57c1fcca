# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = Эта консультация
preparation-tabs-all = Все страницы
preparation-tab-board = Участие
preparation-tab-report = Доклад
preparation-tab-note = Концептуальная записка
preparation-tab-settings = Настройки
preparation-tab-questions = Вопросы
preparation-tab-participants = Участники
preparation-tab-presidency = Группа председательства

## New consultation

preparation-new-title = Новая консультация
preparation-new-step = Шаг 1 из 2: концептуальная записка
preparation-new-file = Загрузите письмо с концептуальной запиской
preparation-new-file-hint = Документ Word (.docx), текст OpenDocument (.odt), файл PDF, веб-страница (.html) или файл с простым текстом (.txt, .md) размером не более 5 МБ.
preparation-new-dropped = Помещено в это поле: { $name }
preparation-new-drop = Файл можно также перетащить в любое место этой страницы.
preparation-new-text = Или вставьте их текст
preparation-new-nothing-created = Пока ничего не создается. На следующей странице показано, что удалось распознать, чтобы вы могли это исправить.
preparation-new-button = Прочитать записку
preparation-note-error-empty = Здесь ничего нет. Представьте файл или текст концептуальной записки.
preparation-note-error-both = Выберите файл или вставьте текст, но не то и другое вместе.
preparation-note-error-too-large = Размер этого файла превышает 5 МБ.
preparation-note-error-too-long = Этот текст длиннее, чем может быть концептуальная записка.
preparation-note-error-binary = Этот файл не является текстом.
preparation-note-error-office = Это документ текстового редактора в старом формате. Сохраните его как .docx, .odt или простой текст.
preparation-note-error-macros = Этот документ содержит макросы. Сохраните его без них (.docx или .odt) либо представьте только его текст.
preparation-note-error-unpacks-too-large = В распакованном виде этот файл больше любой концептуальной записки.
preparation-note-error-damaged = Этот файл поврежден или неполон. Откройте его и сохраните еще раз либо представьте только его текст.
preparation-note-error-renamed = Расширение имени этого файла не соответствует его содержанию. Сохраните его заново в исходной программе.
preparation-note-error-encrypted = Этот документ защищен паролем. Сохраните его без пароля либо представьте только его текст.
preparation-note-error-doctype = Этот документ содержит объявления, которых текстовые редакторы не создают. Сохраните его еще раз либо представьте только его текст.
preparation-note-error-zip = Это архив, а не записка.
preparation-note-error-scanned = Страницы этого PDF — изображения без текста. Воспользуйтесь исходным файлом или представьте только текст.
preparation-note-error-no-letters = Шрифты этого PDF не указывают, какие буквы они изображают. Воспользуйтесь исходным файлом или представьте только текст.
preparation-note-error-too-complex = Этот файл устроен слишком сложно, прочитать его не удалось. Представьте только его текст.
preparation-note-error-xml = Это документ XML, а не записка.
preparation-note-error-no-note = Концептуальная записка не найдена: нет ни пунктов, ни вопросов.
preparation-note-error-several-notes = Найдено несколько концептуальных записок. Представляйте их по одной.
preparation-note-error-too-many-questions = В этой записке больше вопросов, чем может быть в консультации.

## The review

preparation-review-title = Что удалось распознать
preparation-review-step = Шаг 2 из 2: сравните и исправьте
preparation-review-warnings = Проверьте следующее
preparation-review-note = Записка
preparation-review-in-note = В записке
preparation-review-taken = Взято отсюда:
preparation-review-masthead = Шапка документа
preparation-review-section = Раздел { $number }
preparation-review-part = { $part }, раздел { $section }
preparation-paragraph = Пункт { $number }
preparation-paragraph-unnumbered = Абзац
preparation-item = Пункт перечня { $label }
preparation-item-unlabelled = Пункт перечня
preparation-cited = Цитируемый документ
preparation-review-sections = Разделы и пункты
preparation-review-no-heading = Без заголовка
preparation-review-sections-hint = Раздел исправляется как текст: каждый абзац после пустой строки, в начале — его номер; каждый пункт перечня на отдельной строке после тире; каждая сноска на отдельной строке после звёздочки, под тем местом, к которому она относится. Чтобы исключить раздел, очистите его.
preparation-review-correct = Исправить
preparation-review-add-section = Добавить раздел
preparation-review-heading = Заголовок раздела { $number }
preparation-review-paragraphs = Абзацы раздела { $number }
preparation-section-text = Абзацы раздела «{ $label }»
preparation-review-references = Цитируемые документы
preparation-review-references-hint = По одному в строке, как в записке.
preparation-review-document = Документ
preparation-review-questions = Наводящие вопросы
preparation-review-questions-hint = Укажите, кому адресован каждый вопрос. Остальные тоже видят его и могут на него ответить.
preparation-review-create = Создать консультацию
preparation-review-not-yet = До нажатия этой кнопки ничего не создается, и никто не получает уведомлений.
preparation-review-twin = По этой же записке уже создана консультация:
    .second = Созданная здесь консультация будет еще одной.
preparation-choose = Выберите
preparation-not-said = В записке не указано
preparation-title = Название
preparation-title-hint = Не более 500 знаков, на языке записки.
preparation-presidency = Председательство
preparation-presidency-of = Председательство: { $participant }
preparation-symbol = Условное обозначение документа
preparation-distribution-date = Дата распространения
preparation-language = Язык оригинала
preparation-letter-date = Дата письма
preparation-letter-from = Отправитель письма
preparation-letter-signatory = Подпись
preparation-meeting-date = Дата заседания
preparation-meeting-time = Начало
preparation-meeting-zone = Часовой пояс заседания

## What the reader of the note is not sure of

preparation-warning-encoding-guessed = В файле не указана кодировка. Проверьте, нет ли неверных букв.
preparation-warning-text-damaged = Некоторые знаки файла прочитать не удалось.
preparation-warning-pages-pictured = Некоторые страницы — изображения без текста, например отсканированные. Их содержание не прочитано.
preparation-warning-control-characters-removed = Из текста удалены невидимые управляющие символы.
preparation-warning-breaks-off = Текст обрывается: последнее предложение не закончено или не следует то, о чем в нём говорится. Возможно, часть файла отсутствует; сверьте его с оригиналом.
preparation-warning-notes-doubtful = Возможно, в файле несколько записок: повторяется то, что в записке приводится один раз (название, заголовки, сведения), или меняется язык. Проверьте, что все вопросы относятся к одной записке, или представьте каждую записку отдельно.
preparation-warning-no-title = У записки нет собственного заголовка. Дайте консультации название.
preparation-warning-title-assumed = Названием считается первая строка, так как ни один заголовок не называет документ концептуальной запиской. Проверьте ее.
preparation-warning-title-joined = Строка под словами «Концептуальная записка» отнесена к названию; возможно, это заголовок первого раздела. Проверьте и то и другое.
preparation-warning-letter-as-note = За письмом не следует приложение; запиской считается сам текст письма.
preparation-warning-letter-by-its-lines = В заголовке письма не указаны ни автор, ни дата; они взяты из строки с датой и из подписи.
preparation-warning-letter-date-unread = Дата, стоящая в письме, не существует в календаре или не читается с уверенностью, и она не учтена.
preparation-warning-language-detected = В записке не указан язык оригинала; он определен по словам.
preparation-warning-language-unknown = В записке не указан язык оригинала, и определить его по словам не удалось. Выберите язык.
preparation-warning-presidency-uncertain = В письме и в его тексте председательствующими названы разные государства.
preparation-warning-presidency-by-office = Председательство прямо не названо; взято государство, представитель которого направил письмо.
preparation-warning-dates-out-of-order = Даты не следуют одна за другой: заседание предшествует письму или его распространению либо распространение предшествует письму. Проверьте их.
preparation-warning-meeting-date-uncertain = Нет уверенности, какая из дат является днем заседания; взята наиболее вероятная.
preparation-warning-meeting-date-unread = Слова, которые, возможно, указывают дату заседания, не удалось прочитать с уверенностью, и они не учтены.
preparation-warning-meeting-time-uncertain = Время заседания взято из предложения, в котором не указан его день.
preparation-warning-meeting-time-unread = Слова, которые, возможно, указывают время заседания, не удалось прочитать с уверенностью, и они не учтены.
preparation-warning-meeting-times-differ = На день заседания указано более одного времени; взято первое. Сравните с запиской.
preparation-warning-other-presidency = В записке председательствующим названо государство, от имени которого вы не председательствуете: { $participant }.
preparation-warning-own-presidency = В записке не указано, кто председательствует; вписано государство, от имени которого председательствуете вы: { $participant }.
preparation-warning-meeting-year-assumed = Дата заседания указана без года; взят первый такой день после письма.
preparation-warning-meeting-weekday-differs = День недели, указанный в записке, не соответствует дате заседания.
preparation-warning-time-zone-assumed = Время заседания указано без часового пояса; взят часовой пояс места проведения.
preparation-warning-time-zone-unread = Время заседания указано в неизвестном часовом поясе; взят часовой пояс места проведения.
preparation-warning-numbering-gap = В нумерации пунктов есть пропуск или возврат назад. Сравните с запиской.
preparation-warning-no-questions = Наводящие вопросы не найдены. Вопросы нужно добавить.
preparation-warning-questions-without-heading = Вопросы найдены без заголовка, который их предваряет.
preparation-warning-questions-scattered = Вопросы взяты из нескольких мест записки. Проверьте, что ни один не пропущен и нет лишних.
preparation-warning-questions-labelled = У вопросов не было обозначений; им присвоены (a), (b) и так далее.
preparation-warning-questions-split = В одном пункте было несколько вопросов; он разделен по вопросительным знакам или обозначениям.
preparation-warning-questions-doubtful = Некоторые строки рядом с вопросами могут быть вопросами, заголовками или текстом. Сравните с запиской.
preparation-warning-repeated-labels = У двух вопросов одинаковое обозначение.

## Questions

preparation-question = Вопрос { $label }
preparation-question-label = Обозначение
preparation-question-label-repeated = Такое же обозначение есть у другого вопроса.
preparation-question-same-label = Обозначение { $label } уже есть у другого вопроса. Измените его здесь или обозначьте все вопросы по порядку.
preparation-question-none = В консультации должен быть хотя бы один вопрос. Нажмите «Добавить вопрос».
preparation-question-text = Текст вопроса { $label }
preparation-question-to = Кому адресован вопрос { $label }
preparation-question-and-to = Кому еще адресован вопрос { $label }
preparation-question-to-all = Все приглашенные
preparation-question-to-none = Больше никому
preparation-question-another = Еще один адресат
preparation-question-up = Переместить вверх
preparation-question-down = Переместить вниз
preparation-question-join = Объединить с предыдущим
preparation-question-split = Разделить
preparation-question-split-hint = Чтобы разделить вопрос, оставьте пустую строку там, где начинается второй, и нажмите «Разделить». Без пустой строки вопрос делится после первого вопросительного знака.
preparation-question-split-script = Можно также просто поставить курсор туда, где начинается второй.
preparation-question-not-split = Оставьте пустую строку там, где начинается второй вопрос, и снова нажмите «Разделить».
preparation-question-relabel = Обозначить все по порядку: { $first }, { $second }, { $third }
preparation-said-added = Вопрос { $label } добавлен.
preparation-said-removed = Вопрос { $label } убран.
preparation-said-restored = Вопрос { $label } возвращен.
preparation-said-moved = Вопрос { $label } теперь стоит под номером { $place } по порядку.
preparation-said-joined = Вопрос { $label } объединен с вопросом { $other }.
preparation-said-split = Вопрос { $label } разделен; остальное — вопрос { $other }.
preparation-said-another = Для вопроса { $label } можно выбрать еще одного адресата.
preparation-said-relabelled = Вопросы обозначены по порядку: от { $label } до { $last }.
preparation-question-add = Добавить вопрос
preparation-question-restore = Вернуть вопрос { $label }
preparation-too-many-questions = Максимальное число вопросов: { $max }.
preparation-questions-hint = После открытия консультации текст и порядок вопросов не меняются; можно изменить только адресатов.
preparation-questions-fixed = Консультация открыта: текст и порядок вопросов не меняются. Вы еще можете изменить, кому они адресованы.
preparation-unsaved = Есть несохраненные изменения.

## Settings

preparation-phase-preparation = Готовится
preparation-phase-open = Открыта
preparation-phase-closed = Закрыта
preparation-seat = Время места проведения
preparation-seat-hint = Срок устанавливается по времени этого места.
preparation-deadline = Срок представления ответов
preparation-deadline-hint = По времени места проведения. Если часы показывают это время дважды, действует первое; если пропускают его — следующее показанное.
preparation-deadline-date = Последний день
preparation-deadline-time = Время
preparation-deadline-past = Это время уже прошло. Выберите более позднее.
preparation-word-limit = Предел слов в каждом ответе
preparation-word-limit-hint = Для ориентира: более длинный ответ тоже можно представить. Оставьте пустым, если предела нет.
preparation-word-limit-range = Введите целое число от 1 до 100 000 или оставьте пустым.
preparation-contact-name = Имя контактного лица
preparation-contact-email = Адрес электронной почты контактного лица
preparation-contact-hint = Видно всем делегациям.
preparation-answers-due = Срок представления ответов
preparation-closed-at = Закрыта с

## Opening, extending, closing

preparation-opening = Открыть консультацию
preparation-opening-text = Приглашено участников: { $count }. При открытии каждому координатору направляется письмо; лица без учетной записи получают ссылку для ее активации.
preparation-opening-needs = Прежде чем ее можно будет открыть:
preparation-opening-missing = Координатор пока не указан для следующих участников: { $participants }.
preparation-opening-button = Открыть и пригласить
preparation-not-ready = Консультацию пока нельзя открыть.
preparation-obstacle-no-deadline = Установите срок и сохраните его.
preparation-obstacle-deadline-passed = Срок истек: установите более поздний.
preparation-obstacle-no-question = Добавьте хотя бы один вопрос.
preparation-obstacle-nobody = Пригласите хотя бы одного участника и укажите адрес его координатора.
preparation-window = Продлить или закрыть
preparation-window-open = Пока консультация открыта, срок меняется только путем продления, о котором уведомляется каждая делегация.
preparation-window-closed = Консультация закрыта. Продление открывает ее снова.
preparation-extension = Продлить срок
preparation-extension-text = Каждая делегация уведомляется по электронной почте.
preparation-extension-reopens = Консультация открывается снова.
preparation-extension-new = Новый срок ({ $place })
preparation-extension-button = Продлить для всех
preparation-extension-not-later = Выберите время в будущем, позже нынешнего срока.
preparation-closure = Закрыть консультацию
preparation-closure-text = После закрытия ответы не принимаются. Делегации уведомляются по электронной почте; проекты ответов сохраняются.
preparation-closure-invited = Приглашено
preparation-closure-submitted = Представлены
preparation-closure-started = Готовятся
preparation-closure-button = Закрыть сейчас
preparation-not-yet = Не сейчас

## Participants

preparation-participants-hint = Выберите приглашаемых и укажите адреса координаторов. До открытия письма никому не направляются.
preparation-participants-hint-open = Консультация открыта. Вы можете пригласить других участников и сменить координатора; пока она открыта, письмо направляется им сразу. Из списка никто не исключается.
preparation-participants-find = Найти участника
preparation-participants-chosen = Выбрано: { $count } из { $all }
preparation-participants-found = Найдено: { $count }
preparation-participants-select-all = Выбрать всех в этой группе
preparation-participants-select-none = Снять выбор
preparation-participants-no-group = Государства-члены, не входящие в региональные группы
preparation-participants-mail = Эл. почта координатора
preparation-participants-mail-of = Эл. почта координатора: { $participant }
preparation-participants-also = Также: { $email }
preparation-participants-save = Сохранить список
preparation-participants-not-chosen = Здесь указан адрес, но участник не выбран. Выберите его или удалите адрес.
preparation-participants-keeps-one = После открытия консультации у делегации остается координатор. Укажите новый адрес.
preparation-participants-invited = Приглашен
preparation-participants-not-invited = Не приглашен
preparation-participants-active = Координатор этой делегации уже действует. Назначить другого может сама делегация или администратор.
preparation-participants-changed = Координатор за это время сменился. Проверьте этот адрес еще раз.
preparation-participants-other-side = Этот человек входит в группу председательства в данной консультации. Укажите другой адрес.

## The presidency's team

preparation-team-name = Имя
preparation-team-role = Роль
preparation-team-account = Учетная запись
preparation-team-actions = Действия
preparation-team-active = Действует
preparation-team-invited = Приглашение отправлено, не активирована
preparation-team-invite = Добавить аналитика
preparation-team-invite-text = Аналитики читают представленные ответы и составляют резюме. Тот, у кого еще нет учетной записи, получает ссылку для ее активации.
preparation-team-email = Адрес электронной почты
preparation-team-invite-button = Добавить
preparation-team-already = Это лицо уже входит в группу председательства.
preparation-team-other-side = Этот человек представляет делегацию в данной консультации и не может войти в группу председательства.

## When somebody else was faster, or the state does not allow it

preparation-conflict = Ничего не потеряно и ничего не сохранено. Сравните обе версии; то, что вы сохраните сейчас, заменит другую.
preparation-conflict-mine = Ваша, еще не сохранена
preparation-conflict-theirs = Сохраненная за это время
preparation-conflict-same = Одинаково в обеих версиях
preparation-refused-opened = Консультация уже открыта
    .text = Ничего не изменено, и повторные письма не направлялись.
preparation-refused-not-opened = Консультация еще не открыта
    .text = Продлить или закрыть ее можно после открытия. Ничего не изменено.
preparation-refused-closed = Консультация уже закрыта
    .text = Ничего не изменено. Продление открывает ее снова.
preparation-refused-questions = Вопросы больше нельзя изменить
    .text = Консультация открыта, поэтому текст и порядок вопросов не меняются. Ничего не изменено.
preparation-refused-reported = Доклад опубликован
    .text = Консультация окончена и больше не может быть изменена.
preparation-refused-last-chair = У консультации остается председатель
    .text = Это единственный председатель, поэтому он не исключен.

## What was just done

notice-consultation-created = Консультация создана. Пока никто не уведомлен: установите срок, пригласите участников, затем откройте ее.
notice-consultation-settings-saved = Настройки сохранены.
notice-questions-saved = Вопросы сохранены.
notice-participants-saved = Список участников сохранен.
notice-analyst-added = Аналитик добавлен.
notice-presidency-member-removed = Это лицо больше не входит в группу председательства.
notice-consultation-opened = Консультация открыта. Каждому координатору направляется письмо.
notice-deadline-extended = Срок продлен. Каждая делегация уведомляется.
notice-consultation-closed = Консультация закрыта. Делегации уведомляются.
