# Signing in, one-time links, one's own account.

sign-in-title = تسجيل الدخول
sign-in-email = عنوان البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-button = تسجيل الدخول
sign-in-forgotten = نسيت كلمة المرور
sign-in-no-registration = لا يوجد تسجيل عام. تدعو رئاسة كل مشاورة الوفود بالبريد الإلكتروني.
sign-in-wrong = العنوان أو كلمة المرور غير صحيحين.
sign-in-too-many = { $minutes ->
    [zero] عدد المحاولات أكبر من المسموح به. أعيدوا المحاولة الآن.
    [one] عدد المحاولات أكبر من المسموح به. أعيدوا المحاولة بعد دقيقة واحدة.
    [two] عدد المحاولات أكبر من المسموح به. أعيدوا المحاولة بعد دقيقتين.
    [few] عدد المحاولات أكبر من المسموح به. أعيدوا المحاولة بعد { $minutes } دقائق.
    [many] عدد المحاولات أكبر من المسموح به. أعيدوا المحاولة بعد { $minutes } دقيقة.
   *[other] عدد المحاولات أكبر من المسموح به. أعيدوا المحاولة بعد { $minutes } دقيقة.
}
forgotten-title = نسيان كلمة المرور
forgotten-text = اكتبوا عنوان حسابكم. سيُرسل إليه رابط لاختيار كلمة مرور جديدة، صالح لمدة ساعة.
forgotten-button = إرسال الرابط
forgotten-sent-title = تحققوا من بريدكم
forgotten-sent = إذا كان هناك حساب بهذا العنوان فسيصل إليه الرابط. قد يستغرق ذلك بضع دقائق. وإذا لم يصل شيء فاكتبوا إلى رئاسة المشاورة.
link-title = اختيار كلمة المرور
link-for = للحساب { $email }.
link-button = تحديد كلمة المرور
link-dead-title = هذا الرابط لم يعد صالحا
link-dead-text = استُخدم الرابط أو انتهت صلاحيته أو حل محله رابط أحدث. اطلبوا رابطا جديدا بالعنوان الذي أُرسل إليه.
link-dead-again = طلب رابط جديد
account-title = الحساب
account-signed-in-as = الدخول مسجل باسم
account-profile = الاسم واللغة والتوقيت
account-name = الاسم
account-name-hint = كما سيقرؤه زملاؤكم والرئاسة.
account-zone = المنطقة الزمنية
account-zone-hint = تُعرض المواعيد النهائية دائما بتوقيت المقر أيضا.
account-zone-seat = توقيت المقر
account-password = كلمة المرور
account-present-password = كلمة المرور الحالية
account-new-password = كلمة المرور الجديدة
account-new-password-hint = 15 حرفا على الأقل. عدة كلمات أسهل تذكرا من الرموز. تُقبل جميع أنظمة الكتابة.
account-again = كلمة المرور نفسها مرة أخرى
account-change-password = تغيير كلمة المرور
account-present-wrong = كلمة المرور الحالية غير صحيحة.
account-again-differs = كلمتا المرور غير متطابقتين.
notice-signed-out = تم تسجيل خروجكم.
notice-password-chosen = حُددت كلمة المرور. سجلوا الدخول بها.
notice-password-changed = غُيِّرت كلمة المرور وأُنهيت جلساتكم الأخرى.
notice-profile-saved = حُفظت إعداداتكم.
