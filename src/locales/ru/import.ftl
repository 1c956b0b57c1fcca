# rapporteur import: что показывается и сообщается человеку у терминала.

## Что удалось распознать и где это находится в файле

import-place = блок { $block }
import-place-line = блок { $block }, строка { $line }
import-nothing-found = не найдено
import-paragraph = Пункт { $number }
import-paragraph-unnumbered = Абзац
import-warning = Проверьте: { $text }
import-created = Консультация в стадии подготовки: { $address }

## Почему ничего не создано

import-in-file = { $file }: { $problem }
import-file-missing = Такого файла нет.
import-file-forbidden = Нет разрешения на чтение этого файла.
import-file-unreadable = Прочитать этот файл не удалось: { $problem }
import-file-folder = Это папка. Укажите файл.
import-file-special = Это не файл, в котором может быть записка.
import-no-title = У записки нет названия. Представьте ее через браузер: там его можно дать.
import-no-question = Наводящие вопросы не найдены. Представьте записку через браузер: там вопросы можно добавить.
import-chair-missing = Не указан адрес председателя. Укажите его после --chair либо только просмотрите записку с --dry-run.
import-chair-wrong = После --chair указан не адрес электронной почты: { $text }
import-chair-unknown = Председателя с таким адресом нет: { $email }. Назначить председателя может администратор.
import-other-presidency = В записке председательствующим названо государство, от имени которого { $email } не председательствует: { $participant }. Чтобы все же создать консультацию, укажите ее председательство после --presidency. Возможные значения: { $own }.
import-no-presidency = В записке не названо председательство, а { $email } председательствует от имени нескольких государств. Укажите одно из них после --presidency. Возможные значения: { $own }.
import-presidency-wrong = { $email } не председательствует от имени этого государства: { $text }. Возможные значения --presidency: { $own }.
