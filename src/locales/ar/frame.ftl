# The frame of pages, and the page of a form whose session ended.

frame-menu = القائمة
frame-new-consultation = مشاورة جديدة
frame-demonstration = عرض توضيحي
    .text = عرض توضيحي. جميع الردود هنا للتوضيح فقط ولا تمثل موقف أي حكومة أو منظمة.
frame-idle-soon = تنتهي جلستك الساعة { $time }. احفظ نصك أو ابقَ مسجلا.
frame-idle-ended = انتهت جلستك. نصك ما زال هنا: احفظ، وسيُطلب منك تسجيل الدخول.
frame-idle-stay = البقاء مسجلا
session-title = سجل الدخول لحفظ نصك
session-ended = انتهت جلستك. لم يُفقد شيء: ما أرسلته وارد أدناه. سجل الدخول هنا بالحساب نفسه فيُحفظ فورا. وإذا سجل حساب آخر الدخول فلن يُحفظ شيء.
session-wrong = العنوان أو كلمة السر غير صحيحة. نصك ما زال أدناه.
session-too-many = محاولات كثيرة جدا. انتظر بضع دقائق ثم أعد المحاولة في هذه الصفحة: نصك ما زال أدناه.
session-other-account = هذا النص يخص حسابا غير الحساب الذي سجل الدخول. لم يُحفظ شيء. انسخ النص أدناه، أو سجل الدخول بالحساب الذي كتبه.
session-earlier = لقد سجلت الدخول من جديد منذ فتح هذه الصفحة. نصك أدناه، وضغطة واحدة تحفظه.
session-sign-in-and-save = تسجيل الدخول والحفظ
session-save-now = الحفظ الآن
session-your-text = نصك
session-text-number = النص { $number }
