# Signing in, one-time links, one's own account.

sign-in-title = Вход
sign-in-email = Адрес электронной почты
sign-in-password = Пароль
sign-in-button = Войти
sign-in-forgotten = Я не помню пароль
sign-in-no-registration = Открытой регистрации нет. Председательство приглашает каждую делегацию по электронной почте.
sign-in-wrong = Неверный адрес или пароль.
sign-in-too-many = { $minutes ->
    [one] Слишком много попыток. Повторите через { $minutes } минуту.
    [few] Слишком много попыток. Повторите через { $minutes } минуты.
    [many] Слишком много попыток. Повторите через { $minutes } минут.
   *[other] Слишком много попыток. Повторите через { $minutes } минуты.
}
forgotten-title = Восстановление пароля
forgotten-text = Укажите адрес вашей учетной записи. Мы отправим ссылку для выбора нового пароля; она действует один час.
forgotten-button = Отправить ссылку
forgotten-sent-title = Проверьте почту
forgotten-sent = Если учетная запись с таким адресом существует, ссылка уже отправлена. Доставка может занять несколько минут. Если письмо не пришло, напишите председательству.
link-title = Выберите пароль
link-for = Для учетной записи { $email }.
link-button = Задать пароль
link-dead-title = Эта ссылка больше не действует
link-dead-text = Она уже использована, просрочена или заменена более новой. Запросите новую ссылку для адреса, на который она была отправлена.
link-dead-again = Запросить новую ссылку
account-title = Учетная запись
account-signed-in-as = Вход выполнен как
account-profile = Имя, язык и время
account-name = Имя
account-name-hint = Так его увидят ваши коллеги и председательство.
account-zone = Часовой пояс
account-zone-hint = Сроки всегда указываются и по времени места проведения.
account-zone-seat = Время места проведения
account-password = Пароль
account-present-password = Текущий пароль
account-new-password = Новый пароль
account-new-password-hint = Не менее 15 знаков. Несколько слов запомнить легче, чем набор символов. Допускаются любые системы письма.
account-again = Тот же пароль еще раз
account-change-password = Изменить пароль
account-present-wrong = Текущий пароль указан неверно.
account-again-differs = Пароли не совпадают.
notice-signed-out = Вы вышли из системы.
notice-password-chosen = Пароль задан. Войдите с ним.
notice-password-changed = Пароль изменен, остальные ваши сеансы завершены.
notice-profile-saved = Настройки сохранены.
