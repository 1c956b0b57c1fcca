# rapporteur import: ما يُعرض ويقال لمن يعمل على الطرفية.

## ما جرى فهمه، وموضعه في الملف

import-place = الكتلة { $block }
import-place-line = الكتلة { $block }، السطر { $line }
import-nothing-found = لم يُعثر عليه
import-footnote = حاشية
import-warning = يرجى التحقق: { $text }
import-created = المشاورة قيد الإعداد: { $address }

## لماذا لم يُنشأ شيء

import-in-file = { $file }: { $problem }
import-file-missing = لا وجود لهذا الملف.
import-file-forbidden = لا يُسمح بقراءة هذا الملف.
import-file-unreadable = تعذّرت قراءة هذا الملف: { $problem }
import-file-folder = هذا مجلد. حددوا ملفا.
import-file-special = ليس هذا ملفا يمكن أن يتضمن مذكرة.
import-no-title = ليس للمذكرة عنوان. قدِّموها عن طريق المتصفح، حيث يمكنكم وضع عنوان لها.
import-no-question = لم يُعثر على أي سؤال توجيهي. قدِّموا المذكرة عن طريق المتصفح، حيث يمكن إضافة الأسئلة.
import-same-label = لسؤالين الرمز «{ $label }». قدِّموا المذكرة عن طريق المتصفح، حيث يمكن ترميز الأسئلة بالترتيب.
import-chair-missing = لم يُذكر عنوان من يتولى الرئاسة. اذكروه بعد --chair، أو اكتفوا بالاطلاع مع --dry-run.
import-chair-wrong = ما ذُكر بعد --chair ليس عنوان بريد إلكتروني: { $text }
import-chair-unknown = لا يتولى صاحب هذا العنوان رئاسة: { $email }. ويمكن لأحد المسؤولين إسنادها إليه.
import-other-presidency = تسمي المذكرة للرئاسة دولة لا يتولى { $email } الرئاسة باسمها: { $participant }. لإنشاء المشاورة رغم ذلك، سمّوا رئاستها بعد --presidency. الخيارات الممكنة: { $own }.
import-no-presidency = لا تسمي المذكرة رئاستها، ويتولى { $email } الرئاسة باسم أكثر من دولة. سمّوا إحداها بعد --presidency. الخيارات الممكنة: { $own }.
import-presidency-wrong = لا يتولى { $email } الرئاسة باسم هذه الدولة: { $text }. الخيارات الممكنة مع --presidency: { $own }.
