# The administrator's pages on mail: what is going out, and the mailbox of an installation that keeps mails as files.

outbox-title = البريد الصادر
outbox-status-pending = قيد الانتظار
outbox-status-sending = قيد الإرسال
outbox-status-sent = أُرسلت
outbox-status-uncertain = غير مؤكد
outbox-status-failed = تعذّر الإرسال
outbox-list = لم تُرسل بعد
outbox-uncertain = «غير مؤكد» يعني أن الرسالة ربما وصلت: انقطع الاتصال بعد إرسال نصها. ولا يُعاد إرسالها إلا إذا قررتم ذلك.
outbox-message = الرسالة
outbox-to = إلى
outbox-state = الحالة
outbox-written = تاريخ الإنشاء
outbox-happened = ما حدث
outbox-attempts = { $count ->
    [zero] لا محاولات
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
}
outbox-next = المحاولة التالية: { $time }
outbox-actions = الإجراءات
outbox-retry = إعادة الإرسال
outbox-empty = لا توجد رسائل قيد الانتظار ولا رسائل تعذّر إرسالها.
outbox-newest = لا تُعرض إلا أحدث الرسائل وعددها { $count }.
outbox-kind-activation = دعوة
outbox-kind-password-reset = رابط لكلمة مرور جديدة
outbox-kind-password-changed = تغيّرت كلمة المرور
outbox-kind-membership-changed = تغيير في صلاحية الدخول
outbox-kind-opened = فتح المشاورة
outbox-kind-extended = موعد نهائي جديد
outbox-kind-closed = إغلاق المشاورة
outbox-kind-acknowledgement = إشعار الاستلام
outbox-kind-report-issued = صدور التقرير
outbox-kind-digest = موجز المستجدات
outbox-trouble-unreachable = تعذّر الوصول إلى خادم البريد.
outbox-trouble-insecure = تعذّر تأمين الاتصال بخادم البريد.
outbox-trouble-sign-in = لم يقبل خادم البريد اسم المستخدم وكلمة المرور.
outbox-trouble-refused = لم يقبلها خادم البريد (الرمز { $code }).
outbox-trouble-unanswered = انقطع الاتصال بعد تسليم الرسالة.
outbox-trouble-interrupted = توقف الخادم أثناء التسليم.
outbox-trouble-not-written = تعذّرت كتابة الملف.
outbox-trouble-not-composed = تعذّر تكوين الرسالة. والسبب مبيّن في السجل.
outbox-trouble-no-recipient = الحساب معطّل، أو لم يعد موضوع الرسالة موجودا.
notice-mail-retried = يُعاد إرسال الرسالة الآن.
notice-mail-settled = لم تعد هذه الرسالة تنتظر قرارا. ولم يتغير شيء.
mailbox-title = صندوق البريد
mailbox-kept = تُحفظ الرسائل هنا بدلا من إرسالها
mailbox-empty = لا رسائل بعد
mailbox-empty-text = تظهر هنا الدعوات وإشعارات الاستلام وموجزات المستجدات.
mailbox-mails = الرسائل
mailbox-subject = الموضوع
mailbox-from = من
mailbox-to = إلى
mailbox-reply-to = الرد إلى
mailbox-date = تاريخ الإرسال
mailbox-message-id = Message-ID
mailbox-text = الجزء النصي
mailbox-html = جزء HTML من دون تنسيقه
mailbox-masked = لا يُعرض هنا الرابط الذي يُستخدم مرة واحدة، لأن من يفتحه يمكنه اختيار كلمة مرور الحساب. والرسالة كاملة في الملف { $file } ضمن مجلد البيانات.
