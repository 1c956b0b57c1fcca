# The digest: what is new since the last one, and who is missing.

digest-subject = { $count ->
    [zero] لا ردود جديدة: { $title }
    [one] رد جديد واحد: { $title }
    [two] ردان جديدان: { $title }
    [few] { $count } ردود جديدة: { $title }
    [many] { $count } ردا جديدا: { $title }
   *[other] { $count } رد جديد: { $title }
}
digest-heading = { $count ->
    [zero] لا ردود جديدة
    [one] رد جديد واحد
    [two] ردان جديدان
    [few] { $count } ردود جديدة
    [many] { $count } ردا جديدا
   *[other] { $count } رد جديد
}
digest-period = المستجدات من { $start } إلى { $end }.
digest-closed = أُغلقت المشاورة.
digest-board-link = الاطلاع على من قدّم ردا
digest-received = الردود الواردة
digest-questions = حسب السؤال
digest-question-link = قراءة الأجوبة عن السؤال { $label }
digest-missing = لم يردّ بعد: { $missing } من أصل { $invited }
digest-nobody-missing = ردّ جميع المشاركين المدعوين.
