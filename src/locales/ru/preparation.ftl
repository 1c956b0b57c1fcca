# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = Эта консультация
preparation-tab-board = Участие
preparation-tab-report = Доклад
preparation-tab-note = Концептуальная записка
preparation-tab-settings = Настройки
preparation-tab-questions = Вопросы
preparation-tab-participants = Участники
preparation-tab-presidency = Группа председательства
