# The report, and its issuing.

## The report

reports-title = ملخص الردود الخطية على الأسئلة التوجيهية
reports-caveat = أعدّت الرئاسةُ هذا الملخص على مسؤوليتها الخاصة، وينبغي ألا يُعتبر معبّرا عن آراء المشاركين.
reports-issued = صدر في { $time }
reports-not-issued = لم يصدر: معاينة لما يتضمنه التقرير الآن
reports-presidency = الرئاسة
reports-note = المذكرة المفاهيمية
reports-note-of = { $symbol }، رسالة مؤرخة { $day }
reports-note-letter = رسالة مؤرخة { $day }
reports-window = استُلمت الردود
reports-from-to = من { $from } إلى { $to }
reports-invited = الوفود المدعوة
reports-delegations-answered = الوفود التي ردّت
reports-statements-received = البيانات الواردة
reports-hash = بصمة SHA-256 للتقرير كما صدر
reports-contents = المحتويات
reports-delegations = { $count ->
    [zero] لا وفود
    [one] وفد واحد
    [two] وفدان
    [few] { $count } وفود
    [many] { $count } وفدا
   *[other] { $count } وفد
}
reports-respondents = من ردّ
reports-group-count = { $group } ({ $count })
reports-in-no-group = دول أعضاء لا تنتمي إلى أي مجموعة إقليمية
reports-nobody-answered = لم يقدّم أي وفد ردا.
reports-figures-of-all = من ردّ، بحسب المجموعة
reports-figures-of = من أجاب عن السؤال { $label }
reports-column-group = المجموعة أو الفئة
reports-column-delegations = الوفود
reports-column-statements = البيانات
reports-column-invited = المدعوة
reports-all = المجموع
reports-counted-twice = في مجموعتين، ومحسوب لذلك في سطر كل منهما، ومرة واحدة في المجاميع: { $names }.
reports-method = كيفية إعداد هذا التقرير
    .text = دُعيت الوفود إلى الإجابة خطيا عن الأسئلة التوجيهية الواردة في المذكرة المفاهيمية. وتُحسب الوفود والبيانات كلٌّ على حدة: فالوفد مشارك ردّ، والبيان نص مقدَّم. والملخصات من وضع الرئاسة؛ أما الأجوبة فترد كاملة في المرفق كما وردت. وتُحسب الكلمات وفق قواعد يونيكود (UAX 29) دون علامات التنسيق.
reports-method-groups = عضوية المجموعات الإقليمية هي كما في { $day }؛ ويُدرج المشاركون غير المنتمين إلى أي مجموعة بحسب فئاتهم.
reports-question = السؤال { $label }
reports-summary = الملخص
reports-no-summary = لم تكتب الرئاسة ملخصا لهذا السؤال.
reports-annex = المرفق: النصوص الكاملة للأجوبة
reports-annex-note = تُستنسخ النصوص كما وردت وباللغة التي قُدّمت بها.
reports-no-answer = لم يُستلم أي جواب عن هذا السؤال.
reports-answer-facts = { $language } · { $words } · ورد في { $day }
reports-to-consultation = المشاورة ومذكرتها المفاهيمية
reports-preview = لا يرى هذا التقرير سوى الرئاسة إلى أن يصدر.
reports-without-summary = بلا ملخص:
reports-issue-button = إصدار التقرير

## Issuing it

reports-issue-title = إصدار التقرير
reports-to-report = التقرير
reports-issue-text = يمكن للوفود المدعوة بعد ذلك قراءة التقرير مع النصوص الكاملة لجميع الأجوبة، وتُبلَّغ بذلك بالبريد الإلكتروني.
reports-issue-final = ما يصدر لا يمكن سحبه.
reports-not-yet = ليس الآن
reports-read = قراءة التقرير
reports-read-preview = قراءة المعاينة
reports-summaries = الأسئلة التي لها ملخص
reports-count-of = { $count } من أصل { $all }
reports-closed = أُغلقت المشاورة في
reports-closes = تُغلق المشاورة في
reports-missing-summaries = أسئلة بلا ملخص: { $questions }.
reports-missing-answers = أسئلة لم يُجب عنها أحد: { $questions }.
reports-still-open = يمكن إصدار التقرير بعد إغلاق المشاورة. وتُقبل الأجوبة حتى { $time }.
reports-not-opened = يمكن إصدار التقرير بعد فتح المشاورة ثم إغلاقها.
reports-was-issued = صدر التقرير في { $time }.
reports-refused-open = لم يصدر التقرير: المشاورة غير مغلقة.
reports-refused-issued = صدر التقرير من قبل. ولم يتغيّر شيء.
notice-report-issued = صدر التقرير. وتُبلَّغ الوفود بذلك بالبريد الإلكتروني.
