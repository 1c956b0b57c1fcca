# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = هذه المشاورة
preparation-tabs-all = كل الصفحات
preparation-tab-board = المشاركة
preparation-tab-report = التقرير
preparation-tab-note = المذكرة المفاهيمية
preparation-tab-settings = الإعدادات
preparation-tab-questions = الأسئلة
preparation-tab-participants = المشاركون
preparation-tab-presidency = فريق الرئاسة

## New consultation

preparation-new-title = مشاورة جديدة
preparation-new-step = الخطوة 1 من 2: المذكرة المفاهيمية
preparation-new-file = تحميل الرسالة مع مذكرتها المفاهيمية
preparation-new-file-hint = وثيقة Word (⁨.docx⁩) أو نص OpenDocument (⁨.odt⁩) أو ملف PDF أو صفحة شبكية (⁨.html⁩) أو ملف نصي عادي (⁨.txt⁩ أو ⁨.md⁩) لا يتجاوز 5 ميغابايت.
preparation-new-dropped = وُضع في هذه الخانة: { $name }
preparation-new-drop = ويمكنكم أيضا إفلات الملف في أي مكان من هذه الصفحة.
preparation-new-text = أو لصق نصها
preparation-new-nothing-created = لم يُنشأ شيء بعد. تعرض الصفحة التالية ما جرى فهمه لكي تصححوه.
preparation-new-button = قراءة المذكرة
preparation-note-error-empty = لا يوجد شيء هنا. قدِّموا ملفا أو نص المذكرة المفاهيمية.
preparation-note-error-both = اختاروا ملفا أو ألصقوا النص، لا الاثنين معا.
preparation-note-error-too-large = هذا الملف أكبر من 5 ميغابايت.
preparation-note-error-too-long = هذا النص أطول مما يمكن أن تكون عليه مذكرة مفاهيمية.
preparation-note-error-binary = هذا الملف ليس نصا.
preparation-note-error-office = هذه وثيقة من برنامج معالجة نصوص بنسق قديم. احفظوها بنسق ⁨.docx⁩ أو ⁨.odt⁩ أو بوصفها نصا عاديا.
preparation-note-error-macros = تحتوي هذه الوثيقة على وحدات ماكرو. احفظوها بدونها (⁨.docx⁩ أو ⁨.odt⁩) أو قدِّموا نصها وحده.
preparation-note-error-unpacks-too-large = هذا الملف، بعد فك ضغطه، أكبر من أي مذكرة مفاهيمية.
preparation-note-error-damaged = هذا الملف تالف أو غير مكتمل. افتحوه واحفظوه من جديد، أو قدِّموا نصه وحده.
preparation-note-error-renamed = لا يطابق امتداد اسم هذا الملف محتواه. احفظوه من جديد في البرنامج الذي أُنشئ فيه.
preparation-note-error-encrypted = هذه الوثيقة محمية بكلمة مرور. احفظوها بدون كلمة مرور، أو قدِّموا نصها وحده.
preparation-note-error-doctype = تحتوي هذه الوثيقة على تصريحات لا تكتبها برامج معالجة النصوص. احفظوها من جديد، أو قدِّموا نصها وحده.
preparation-note-error-zip = هذا ملف مضغوط وليس مذكرة.
preparation-note-error-scanned = صفحات ملف PDF هذا صور بلا نص. استخدموا الملف الأصلي أو قدِّموا النص وحده.
preparation-note-error-no-letters = لا تبين خطوط ملف PDF هذا الحروف التي تعرضها. استخدموا الملف الأصلي أو قدِّموا النص وحده.
preparation-note-error-too-complex = بنية هذا الملف معقدة بحيث لا يمكن قراءته. قدِّموا نصه وحده.
preparation-note-error-xml = هذه وثيقة بصيغة XML وليست مذكرة.
preparation-note-error-no-note = لم يُعثر فيه على مذكرة مفاهيمية: لا فقرات فيه ولا أسئلة.
preparation-note-error-several-notes = عُثر فيه على عدة مذكرات مفاهيمية. قدِّموا كل مذكرة على حدة.
preparation-note-error-too-many-questions = عدد الأسئلة في هذه المذكرة أكبر مما يمكن أن تتضمنه المشاورة.

## The review

preparation-review-title = ما جرى فهمه
preparation-review-step = الخطوة 2 من 2: المقارنة والتصحيح
preparation-review-warnings = يرجى التحقق مما يلي
preparation-review-note = المذكرة
preparation-review-in-note = في المذكرة
preparation-review-taken = مأخوذ من هنا:
preparation-review-masthead = رأس الوثيقة
preparation-review-section = القسم { $number }
preparation-review-part = { $part }، القسم { $section }
preparation-paragraph = الفقرة { $number }
preparation-paragraph-unnumbered = فقرة
preparation-item = البند { $label }
preparation-item-unlabelled = بند
preparation-cited = وثيقة مستشهد بها
preparation-review-sections = الأقسام وفقراتها
preparation-review-no-heading = بلا عنوان
preparation-review-sections-hint = يُصحَّح القسم كنص: فقرة بعد كل سطر فارغ ورقمها في أولها، وكل بند من قائمة في سطر مستقل بعد شَرطة، وكل حاشية في سطر مستقل بعد نجمة، تحت ما تتعلق به. أفرغوا القسم لحذفه.
preparation-review-correct = تصحيح
preparation-review-add-section = إضافة قسم
preparation-review-heading = عنوان القسم { $number }
preparation-review-paragraphs = فقرات القسم { $number }
preparation-section-text = فقرات القسم «{ $label }»
preparation-review-references = الوثائق المستشهد بها
preparation-review-references-hint = وثيقة واحدة في كل سطر، كما وردت في المذكرة.
preparation-review-document = الوثيقة
preparation-review-questions = الأسئلة التوجيهية
preparation-review-questions-hint = حددوا الجهة التي يوجَّه إليها كل سؤال. ويراه الآخرون أيضا ويمكنهم الإجابة عنه.
preparation-review-create = إنشاء المشاورة
preparation-review-not-yet = لا يُنشأ شيء قبل الضغط على هذا الزر، ولا يُبلَّغ أحد.
preparation-review-twin = سبق أن أُنشئت مشاورة من هذه المذكرة نفسها:
    .second = وما تُنشئونه هنا سيكون مشاورة أخرى.
preparation-choose = اختيار
preparation-not-said = لا تذكره المذكرة
preparation-title = العنوان
preparation-title-hint = 500 حرف على الأكثر، بلغة المذكرة.
preparation-presidency = الرئاسة
preparation-presidency-of = الرئاسة: { $participant }
preparation-symbol = رمز الوثيقة
preparation-distribution-date = تاريخ التوزيع
preparation-language = اللغة الأصلية
preparation-letter-date = تاريخ الرسالة
preparation-letter-from = الجهة المرسلة للرسالة
preparation-letter-signatory = الموقِّع
preparation-meeting-date = تاريخ الجلسة
preparation-meeting-time = وقت البدء
preparation-meeting-zone = المنطقة الزمنية للجلسة

## What the reader of the note is not sure of

preparation-warning-encoding-guessed = لا يذكر الملف ترميزه. تحققوا من عدم وجود أحرف خاطئة.
preparation-warning-text-damaged = تعذّرت قراءة بعض أحرف الملف.
preparation-warning-pages-pictured = بعض الصفحات صور لا نص فيها، كالصفحات الممسوحة ضوئيا، ولم يُقرأ ما فيها.
preparation-warning-control-characters-removed = أُزيلت من النص أحرف تحكم غير مرئية.
preparation-warning-breaks-off = النص مبتور: الجملة الأخيرة غير مكتملة، أو لا يليها ما تعلن عنه. وقد يكون جزء من الملف ناقصا؛ يرجى مقارنته بالأصل.
preparation-warning-notes-doubtful = قد يتضمن الملف عدة مذكرات: يتكرر فيه ما لا يرد إلا مرة واحدة في المذكرة (عنوان المذكرة أو عناوين أقسامها أو بياناتها)، أو تتغير اللغة. يرجى التحقق من أن جميع الأسئلة تخص مذكرة واحدة، أو تقديم كل مذكرة على حدة.
preparation-warning-no-title = ليس للمذكرة عنوان خاص بها. ضعوا عنوانا للمشاورة.
preparation-warning-title-assumed = اعتُمد السطر الأول عنوانا، إذ لا يوجد عنوان يصف الوثيقة بأنها مذكرة مفاهيمية. يرجى التحقق منه.
preparation-warning-title-joined = أُدرج السطر الوارد تحت عبارة «مذكرة مفاهيمية» في العنوان؛ وقد يكون عنوان القسم الأول. يرجى التحقق من كليهما.
preparation-warning-letter-as-note = لا يلي الرسالة مرفق، فاعتُمد نص الرسالة نفسه بوصفه المذكرة.
preparation-warning-letter-by-its-lines = لا يبيّن عنوان الرسالة كاتبها ولا تاريخها، فاعتُمد سطر التاريخ والتوقيع الواردان فيها.
preparation-warning-letter-date-unread = التاريخ الوارد في الرسالة لا وجود له في التقويم أو تعذّرت قراءته قراءة أكيدة، فلم يُعتمد.
preparation-warning-language-detected = لا تذكر المذكرة لغتها الأصلية، وقد جرى التعرف عليها من كلماتها.
preparation-warning-language-unknown = لا تذكر المذكرة لغتها الأصلية، ولم يتسنَّ التعرف عليها من كلماتها. اختر اللغة.
preparation-warning-presidency-uncertain = تسمي الرسالة ونصها دولتين مختلفتين للرئاسة.
preparation-warning-presidency-by-office = لا توجد جملة تسمي الرئاسة، فاعتُمدت الدولة التي صدرت عنها الرسالة.
preparation-warning-dates-out-of-order = التواريخ غير متتابعة: تاريخ الجلسة سابق لتاريخ الرسالة أو لتاريخ توزيعها، أو تاريخ التوزيع سابق لتاريخ الرسالة. تحقّق منها.
preparation-warning-meeting-date-uncertain = ليس من المؤكد أي يوم هو يوم الجلسة، فاعتُمد اليوم الأرجح.
preparation-warning-meeting-date-unread = تعذّرت قراءة عبارة قد تدل على تاريخ الجلسة قراءة أكيدة، فلم تُعتمد.
preparation-warning-meeting-time-uncertain = أُخذ وقت الجلسة من جملة لا تذكر يومها.
preparation-warning-meeting-time-unread = تعذّرت قراءة عبارة قد تدل على وقت الجلسة قراءة أكيدة، فلم تُعتمد.
preparation-warning-meeting-times-differ = ورد ليوم الجلسة أكثر من وقت، فاعتُمد أولها. قارن بالمذكرة.
preparation-warning-other-presidency = تسمي المذكرة للرئاسة دولة لا تتولون الرئاسة باسمها: { $participant }.
preparation-warning-own-presidency = لا تذكر المذكرة من يتولى الرئاسة؛ فأُدرجت الدولة التي تتولون الرئاسة باسمها: { $participant }.
preparation-warning-meeting-year-assumed = ذُكر تاريخ الجلسة دون السنة، فاعتُمد أول يوم موافق بعد تاريخ الرسالة.
preparation-warning-meeting-weekday-differs = يوم الأسبوع المذكور في المذكرة لا يوافق تاريخ الجلسة.
preparation-warning-time-zone-assumed = لم تُذكر المنطقة الزمنية لوقت الجلسة، فاعتُمدت منطقة المقر.
preparation-warning-time-zone-unread = ذُكر وقت الجلسة بمنطقة زمنية غير معروفة، فاعتُمدت منطقة المقر.
preparation-warning-numbering-gap = في ترقيم الفقرات رقم ناقص أو رجوع إلى الوراء. قارنوا بالمذكرة.
preparation-warning-no-questions = لم يُعثر على أي سؤال توجيهي. يبقى أن تُضاف الأسئلة.
preparation-warning-questions-without-heading = عُثر على الأسئلة دون عنوان يمهد لها.
preparation-warning-questions-scattered = أُخذت الأسئلة من عدة مواضع في المذكرة. يرجى التحقق من عدم نقص أي سؤال أو زيادته.
preparation-warning-questions-labelled = لم تكن للأسئلة رموز، فأُعطيت الرموز (a) و(b) وهكذا.
preparation-warning-questions-split = كانت إحدى الفقرات تضم عدة أسئلة، فقُسمت عند علامات الاستفهام أو الترقيم.
preparation-warning-questions-doubtful = بعض الأسطر المجاورة للأسئلة قد تكون أسئلة أو عناوين أو نصا. قارنوا بالمذكرة.
preparation-warning-repeated-labels = لسؤالين الرمز نفسه.

## Questions

preparation-question = السؤال { $label }
preparation-question-label = الرمز
preparation-question-label-repeated = لسؤال آخر الرمز نفسه.
preparation-question-same-label = لسؤال آخر الرمز { $label } أيضا. غيِّروا رمز هذا السؤال، أو رمِّزوا جميع الأسئلة بالترتيب.
preparation-question-none = تحتاج المشاورة إلى سؤال واحد على الأقل. اختاروا «إضافة سؤال».
preparation-question-text = نص السؤال { $label }
preparation-question-to = الجهة التي يوجَّه إليها السؤال { $label }
preparation-question-and-to = جهة أخرى يوجَّه إليها السؤال { $label }
preparation-question-to-all = جميع المدعوين
preparation-question-to-none = لا أحد غيره
preparation-question-another = إضافة جهة أخرى
preparation-question-up = نقل إلى أعلى
preparation-question-down = نقل إلى أسفل
preparation-question-join = ضم إلى السؤال السابق
preparation-question-split = تقسيم
preparation-question-split-hint = لتقسيم سؤال، اتركوا سطرا فارغا حيث يبدأ السؤال الثاني ثم اختاروا «تقسيم». وفي غياب سطر فارغ، يُقسم بعد أول علامة استفهام.
preparation-question-split-script = ويمكنكم أيضا الاكتفاء بوضع المؤشر حيث يبدأ السؤال الثاني.
preparation-question-not-split = اتركوا سطرا فارغا حيث يبدأ السؤال الثاني، ثم اختاروا «تقسيم» مرة أخرى.
preparation-question-relabel = ترميز الكل بالترتيب: { $first } و{ $second } و{ $third }
preparation-said-added = أُضيف السؤال { $label }.
preparation-said-removed = أُزيل السؤال { $label }.
preparation-said-restored = أُعيد السؤال { $label }.
preparation-said-moved = أصبح السؤال { $label } في المرتبة { $place }.
preparation-said-joined = ضُم السؤال { $label } إلى السؤال { $other }.
preparation-said-split = قُسم السؤال { $label }، وبقيته هي السؤال { $other }.
preparation-said-another = يمكن اختيار جهة أخرى يوجَّه إليها السؤال { $label }.
preparation-said-relabelled = رُمِّزت الأسئلة بالترتيب من { $label } إلى { $last }.
preparation-question-add = إضافة سؤال
preparation-question-restore = إعادة السؤال { $label }
preparation-too-many-questions = الحد الأقصى لعدد الأسئلة: { $max }.
preparation-questions-hint = بعد فتح المشاورة لا يتغير نص الأسئلة ولا ترتيبها، ولا يمكن تغيير سوى الجهات الموجهة إليها.
preparation-questions-fixed = فُتحت المشاورة: لا يتغير نص الأسئلة ولا ترتيبها. ولا يزال بإمكانكم تغيير الجهات الموجهة إليها.
preparation-unsaved = هناك تغييرات لم تُحفظ بعد.

## Settings

preparation-phase-preparation = قيد الإعداد
preparation-phase-open = مفتوحة
preparation-phase-closed = مغلقة
preparation-seat = توقيت المقر
preparation-seat-hint = يُحدد الموعد النهائي بتوقيت هذا المكان.
preparation-deadline = الموعد النهائي لتقديم الردود
preparation-deadline-hint = بتوقيت المقر. إذا أظهرت الساعة هذا الوقت مرتين فالعبرة بالأول، وإذا تخطته فالعبرة بالوقت التالي الذي تظهره.
preparation-deadline-date = اليوم الأخير
preparation-deadline-time = الساعة
preparation-deadline-past = انقضى هذا الوقت. اختاروا وقتا لاحقا.
preparation-word-limit = الحد الأقصى لعدد كلمات كل جواب
preparation-word-limit-hint = للاسترشاد: يمكن تقديم جواب أطول. اتركوا الحقل فارغا إن لم يكن هناك حد.
preparation-word-limit-range = أدخلوا عددا صحيحا من 1 إلى 100,000 أو اتركوا الحقل فارغا.
preparation-contact-name = اسم جهة الاتصال
preparation-contact-email = عنوان البريد الإلكتروني لجهة الاتصال
preparation-contact-hint = يظهر لجميع الوفود.
preparation-answers-due = الموعد النهائي لتقديم الردود
preparation-closed-at = أُغلقت المشاورة في

## Opening, extending, closing

preparation-opening = فتح المشاورة
preparation-opening-text = عدد المشاركين المدعوين: { $count }. عند الفتح تُرسل رسالة إلكترونية إلى كل جهة تنسيق، ويتلقى من ليس لهم حساب رابطا لتفعيله.
preparation-opening-needs = قبل أن يمكن فتحها:
preparation-opening-missing = لم تُعرف بعد جهة التنسيق للمشاركين التالين: { $participants }.
preparation-opening-button = الفتح ودعوة المشاركين
preparation-not-ready = لا يمكن فتح المشاورة بعد.
preparation-obstacle-no-deadline = حددوا الموعد النهائي واحفظوه.
preparation-obstacle-deadline-passed = انقضى الموعد النهائي: حددوا موعدا لاحقا.
preparation-obstacle-no-question = أضيفوا سؤالا واحدا على الأقل.
preparation-obstacle-nobody = ادعوا مشاركا واحدا على الأقل واذكروا عنوان جهة التنسيق لديه.
preparation-window = التمديد أو الإغلاق
preparation-window-open = ما دامت المشاورة مفتوحة لا يتغير الموعد النهائي إلا بالتمديد، ويُبلَّغ كل وفد بذلك.
preparation-window-closed = المشاورة مغلقة. والتمديد يفتحها من جديد.
preparation-extension = تمديد الموعد النهائي
preparation-extension-text = يُبلَّغ كل وفد بالبريد الإلكتروني.
preparation-extension-reopens = تُفتح المشاورة من جديد.
preparation-extension-new = الموعد النهائي الجديد ({ $place })
preparation-extension-button = التمديد للجميع
preparation-extension-not-later = اختاروا وقتا لم يحن بعد ولاحقا للموعد النهائي الحالي.
preparation-closure = إغلاق المشاورة
preparation-closure-text = لا يُقبل أي رد بعد الإغلاق. وتُبلَّغ الوفود بالبريد الإلكتروني وتُحفظ المسودات.
preparation-closure-invited = المدعوون
preparation-closure-submitted = الردود المقدمة
preparation-closure-started = قيد الإعداد
preparation-closure-button = الإغلاق الآن
preparation-not-yet = ليس الآن

## Participants

preparation-participants-hint = اختاروا المدعوين واذكروا عنوان كل جهة تنسيق. ولا تُرسل أي رسالة إلكترونية قبل الفتح.
preparation-participants-hint-open = فُتحت المشاورة. يمكنكم دعوة مشاركين آخرين وتغيير جهة التنسيق، وتُرسل إليهم رسالة إلكترونية فورا ما دامت مفتوحة. ولا يُحذف أحد من القائمة.
preparation-participants-find = البحث عن مشارك
preparation-participants-chosen = المختارون: { $count } من { $all }
preparation-participants-found = نتائج البحث: { $count }
preparation-participants-select-all = اختيار كل هذه المجموعة
preparation-participants-select-none = إلغاء الاختيار
preparation-participants-no-group = دول أعضاء لا تنتمي إلى أي مجموعة إقليمية
preparation-participants-mail = البريد الإلكتروني لجهة التنسيق
preparation-participants-mail-of = البريد الإلكتروني لجهة التنسيق: { $participant }
preparation-participants-also = أيضا: { $email }
preparation-participants-save = حفظ القائمة
preparation-participants-not-chosen = يوجد عنوان هنا لكن المشارك غير مختار. اختاروه أو امسحوا العنوان.
preparation-participants-keeps-one = بعد فتح المشاورة تبقى للوفد جهة تنسيق. اذكروا العنوان الجديد.
preparation-participants-active = جهة التنسيق لهذا الوفد حسابها مفعَّل. يمكن للوفد نفسه أو لمدير النظام تعيين جهة أخرى.
preparation-participants-changed = تغيّرت جهة التنسيق في هذه الأثناء. راجعوا هذا العنوان مرة أخرى.
preparation-participants-other-side = هذا الشخص عضو في فريق الرئاسة في هذه المشاورة. حددوا عنوانا آخر.
preparation-participants-invited = مدعو
preparation-participants-not-invited = غير مدعو

## The presidency's team

preparation-team-name = الاسم
preparation-team-role = الدور
preparation-team-account = الحساب
preparation-team-actions = الإجراءات
preparation-team-active = مفعَّل
preparation-team-invited = مدعو، لم يُفعَّل
preparation-team-invite = إضافة محلل
preparation-team-invite-text = يقرأ المحللون ما قُدم من ردود ويكتبون الملخصات. ومن ليس له حساب بعد يتلقى رابطا لتفعيله.
preparation-team-email = عنوان البريد الإلكتروني
preparation-team-invite-button = إضافة
preparation-team-already = هذا الشخص عضو بالفعل في فريق الرئاسة.
preparation-team-other-side = هذا الشخص يعمل باسم وفد في هذه المشاورة ولا يمكنه الانضمام إلى فريق الرئاسة.

## When somebody else was faster, or the state does not allow it

preparation-conflict = لم يُفقد شيء ولم يُحفظ شيء. قارنوا بين النسختين؛ وما تحفظونه الآن يحل محل الأخرى.
preparation-conflict-mine = نسختكم، لم تُحفظ بعد
preparation-conflict-theirs = النسخة المحفوظة في هذه الأثناء
preparation-conflict-same = متطابقة في النسختين
preparation-refused-opened = سبق فتح المشاورة
    .text = لم يتغير شيء ولم تُرسل أي رسالة إلكترونية أخرى.
preparation-refused-not-opened = لم تُفتح المشاورة بعد
    .text = يمكن تمديدها أو إغلاقها بعد فتحها. لم يتغير شيء.
preparation-refused-closed = المشاورة مغلقة بالفعل
    .text = لم يتغير شيء. والتمديد يفتحها من جديد.
preparation-refused-questions = لم يعد من الممكن تغيير الأسئلة
    .text = فُتحت المشاورة، فلا يتغير نص الأسئلة ولا ترتيبها. لم يتغير شيء.
preparation-refused-reported = صدر التقرير
    .text = اكتملت المشاورة ولم يعد بالإمكان تعديلها.
preparation-refused-last-chair = يجب أن تبقى للمشاورة رئاسة
    .text = هذا هو الشخص الوحيد الذي يتولى الرئاسة، لذلك لم يُحذف.

## What was just done

notice-consultation-created = أُنشئت المشاورة. لم يُبلَّغ أحد بعد: حددوا الموعد النهائي وادعوا المشاركين ثم افتحوها.
notice-consultation-settings-saved = حُفظت الإعدادات.
notice-questions-saved = حُفظت الأسئلة.
notice-participants-saved = حُفظت قائمة المشاركين.
notice-analyst-added = أُضيف المحلل.
notice-presidency-member-removed = لم يعد هذا الشخص عضوا في فريق الرئاسة.
notice-consultation-opened = فُتحت المشاورة. وتُرسل رسالة إلكترونية إلى كل جهة تنسيق.
notice-deadline-extended = مُدد الموعد النهائي. ويجري إبلاغ كل وفد.
notice-consultation-closed = أُغلقت المشاورة. ويجري إبلاغ الوفود.
