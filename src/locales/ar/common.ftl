# What every page shares. Keys begin with the feature: common, language, error, notice, role, kind.

-product = Rapporteur

## The frame of a page

common-page-title = { $title } – { -product }
common-page-title-with-error = خطأ: { $title } – { -product }
common-product = { -product }
common-product-purpose = الردود الخطية للوفود على المشاورات والتقرير المعدّ عنها
common-skip-to-content = الانتقال إلى المحتوى
common-main-navigation = التصفح الرئيسي
common-nav-consultations = المشاورات
common-nav-administration = الإدارة
common-nav-account = الحساب
common-nav-sign-in = تسجيل الدخول
common-nav-sign-out = تسجيل الخروج
common-language = اللغة
common-change-language = تغيير اللغة
common-times-note = الأوقات مبيّنة بتوقيت { $place }.
common-times-note-seat = الأوقات مبيّنة بتوقيت مقر الأمم المتحدة ({ $place }).

## Small words

common-yes = نعم
common-no = لا
common-save = حفظ
common-cancel = إلغاء
common-back = رجوع
common-continue = متابعة
common-change = تعديل
common-change-item = تعديل: { $item }
common-add = إضافة
common-remove = إزالة
common-delete = حذف
common-close = إغلاق
common-print = طباعة
common-download = تنزيل
common-search = بحث
common-optional = اختياري
common-none = لا يوجد
common-all = الكل
common-saved = تم الحفظ.
common-step = الخطوة { $step } من { $steps }
common-previous-page = الصفحة السابقة
common-next-page = الصفحة التالية
common-opens-in-new-tab = يُفتح في علامة تبويب جديدة

## Times and amounts

# The time is HH:MM on a clock of 24 hours.
common-day-and-time = { $day }، الساعة { $time }
# The day and time just above, and the place whose clock is meant.
common-moment = { $time } ({ $place })
common-days-left = { $days ->
    [0] بقي أقل من يوم
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $days } أيام
    [many] بقي { $days } يوما
   *[other] بقي { $days } يوم
}
common-words = { $count ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}
common-words-of-limit = { $limit ->
    [zero] { $count } من أصل { $limit } كلمة
    [one] { $count } من أصل كلمة واحدة
    [two] { $count } من أصل كلمتين
    [few] { $count } من أصل { $limit } كلمات
    [many] { $count } من أصل { $limit } كلمة
   *[other] { $count } من أصل { $limit } كلمة
}
common-words-over-limit = { $over ->
    [zero] لا تجاوز للحد
    [one] تجاوُز الحد بكلمة واحدة
    [two] تجاوُز الحد بكلمتين
    [few] تجاوُز الحد بـ { $over } كلمات
    [many] تجاوُز الحد بـ { $over } كلمة
   *[other] تجاوُز الحد بـ { $over } كلمة
}
common-characters = { $count ->
    [zero] لا أحرف
    [one] حرف واحد
    [two] حرفان
    [few] { $count } أحرف
    [many] { $count } حرفا
   *[other] { $count } حرف
}

## Languages, in the language of the reader

language-ar = العربية
language-en = الإنكليزية
language-es = الإسبانية
language-fr = الفرنسية
language-ru = الروسية
language-zh = الصينية

## Errors in forms: the text at a field; the summary sets the field's label before it

error-summary-title = هناك ما يتعين تصحيحه
error-summary-item = { $field }: { $message }
error-prefix = خطأ:
error-required = يجب ملء هذا الحقل.
error-required-choice = اختاروا واحدا من الخيارات.
error-not-a-choice = اختاروا إحدى القيم المعروضة.
error-too-long = { $max ->
    [one] النص أطول من اللازم: الحد الأقصى حرف واحد.
    [two] النص أطول من اللازم: الحد الأقصى حرفان.
    [few] النص أطول من اللازم: الحد الأقصى { $max } أحرف.
    [many] النص أطول من اللازم: الحد الأقصى { $max } حرفا.
   *[other] النص أطول من اللازم: الحد الأقصى { $max } حرف.
}
error-too-short = { $min ->
    [one] النص أقصر من اللازم: الحد الأدنى حرف واحد.
    [two] النص أقصر من اللازم: الحد الأدنى حرفان.
    [few] النص أقصر من اللازم: الحد الأدنى { $min } أحرف.
    [many] النص أقصر من اللازم: الحد الأدنى { $min } حرفا.
   *[other] النص أقصر من اللازم: الحد الأدنى { $min } حرف.
}
error-not-an-email = أدخلوا عنوان بريد إلكتروني، مثل name@example.org.
error-not-a-date = أدخلوا تاريخا صحيحا، مثل 2026-12-11.
error-not-a-time = أدخلوا وقتا بين 00:00 و23:59.
error-not-a-number = أدخلوا عددا صحيحا.
error-out-of-range = أدخلوا عددا بين { $min } و{ $max }.
error-not-one-line = أدخلوا هذا النص في سطر واحد.
error-not-text = هذا النص غير قابل للقراءة. استخدموا ترميز UTF-8.
notice-control-characters-removed = أُزيلت من النص أحرف تحكم غير مرئية، ولم يتغير شيء سواها.

## Error pages: the title, then what to do

error-400 = تعذّرت قراءة هذا الطلب
    .text = الطلب ناقص أو ليس بالشكل المتوقع. ارجعوا إلى الصفحة السابقة وأعيدوا المحاولة.
error-403 = تعذّر قبول هذه الاستمارة
    .text = لم تُرسل الاستمارة من إحدى صفحات هذا الموقع، أو أنها تعود إلى جلسة سابقة. ولم يتغير شيء. افتحوا الصفحة من جديد وأعيدوا إرسالها.
error-404 = الصفحة غير موجودة
    .text = لا يوجد شيء في هذا العنوان، أو لا يحق لكم الاطلاع عليه. إذا كنتم قد اتبعتم رابطا ورد في رسالة إلكترونية، فتأكدوا من أنه كامل، أو سجلوا الدخول بالحساب الذي أُرسلت إليه.
error-405 = لا يمكن القيام بذلك هنا
    .text = العنوان موجود لكنه لا يقبل هذا النوع من الطلبات. ارجعوا إلى الصفحة السابقة واستخدموا أزرارها.
error-409 = أجرى شخص آخر تعديلا في هذه الأثناء
    .text = تغيّر ما أردتم تعديله بعد أن فتحتم الصفحة. لم يُفقد شيء مما كتبتموه: قارنوا بين النسختين ثم قرروا.
error-413 = الحجم أكبر من المسموح به
    .text = ما أرسلتموه يتجاوز الحجم الذي يقبله هذا الموقع. ولم يتغير شيء؛ وما كتبتموه لا يزال في الصفحة السابقة.
error-415 = لا يمكن قراءة هذا النوع من الملفات
    .text = الملف أو الاستمارة ليس من نوع تقبله هذه الصفحة. ولم يتغير شيء.
error-422 = تعذّر قبول بعض ما أُدخل
    .text = نصكم محفوظ في الصفحة. صححوا ما أُشير إليه ثم أعيدوا الإرسال.
error-429 = عدد المحاولات أكبر من المسموح به
    .text = { $minutes ->
        [zero] أعيدوا المحاولة الآن.
        [one] انتظروا دقيقة واحدة ثم أعيدوا المحاولة.
        [two] انتظروا دقيقتين ثم أعيدوا المحاولة.
        [few] انتظروا { $minutes } دقائق ثم أعيدوا المحاولة.
        [many] انتظروا { $minutes } دقيقة ثم أعيدوا المحاولة.
       *[other] انتظروا { $minutes } دقيقة ثم أعيدوا المحاولة.
    }
error-500 = حدث خطأ من جانبنا
    .text = لستم السبب في ذلك، وقد سُجّل الخطأ. أعيدوا المحاولة، وإذا تكرر الخطأ فاكتبوا إلى الأمانة مع ذكر الرقم المرجعي.
error-503 = الموقع مزدحم
    .text = لا يمكن تلبية هذا الطلب في الوقت الحالي. انتظروا قليلا ثم أعيدوا المحاولة؛ وما كتبتموه لا يزال في الصفحة السابقة.
# For people to copy: show it without isolation marks.
error-reference = الرقم المرجعي: { $reference }
error-back-to-start = الانتقال إلى صفحة البداية

## Roles

role-focal-point = جهة التنسيق
role-approver = مسؤول الاعتماد
role-drafter = القائم بالصياغة
role-chair = الرئاسة
role-analyst = المحلل
role-administrator = مدير النظام

## Kinds of participants

kind-member-state = دولة عضو
    .plural = الدول الأعضاء
kind-observer-state = دولة مراقبة
    .plural = الدول المراقبة
kind-regional-organization = منظمة إقليمية
    .plural = المنظمات الإقليمية
kind-other-entity = كيان آخر
    .plural = كيانات أخرى
