# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = هذه المشاورة
preparation-tab-board = المشاركة
preparation-tab-report = التقرير
preparation-tab-note = المذكرة المفاهيمية
preparation-tab-settings = الإعدادات
preparation-tab-questions = الأسئلة
preparation-tab-participants = المشاركون
preparation-tab-presidency = فريق الرئاسة
