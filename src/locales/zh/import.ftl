# rapporteur import：在终端上向人显示和说明的内容。

## 所识别的内容及其在文件中的位置

import-place = 第{ $block }块
import-place-line = 第{ $block }块，第{ $line }行
import-nothing-found = 未找到
import-footnote = 脚注
import-warning = 请核对：{ $text }
import-created = 协商正在筹备中：{ $address }

## 未创建任何内容的原因

import-in-file = { $file }：{ $problem }
import-file-missing = 没有这个文件。
import-file-forbidden = 无权读取此文件。
import-file-unreadable = 无法读取此文件：{ $problem }
import-file-folder = 这是文件夹。请指明文件。
import-file-special = 这不是可以存放概念说明的文件。
import-no-title = 概念说明没有标题。请通过浏览器提交，在那里可以为其拟定标题。
import-no-question = 未找到指导性问题。请通过浏览器提交概念说明，在那里可以添加问题。
import-same-label = 有两个问题的标号都是“{ $label }”。请通过浏览器提交概念说明，在那里可以按顺序标号。
import-chair-missing = 缺少主席的地址。请用--chair注明，或用--dry-run仅作查看。
import-chair-wrong = --chair之后不是电子邮件地址：{ $text }
import-chair-unknown = 没有使用此地址的主席：{ $email }。管理员可将其设为主席。
import-other-presidency = 概念说明所述的主席国并非由{ $email }担任主席的国家：{ $participant }。如仍要创建协商，请用--presidency指明主席国。可选：{ $own }。
import-no-presidency = 概念说明未指明主席国，而{ $email }为多个国家担任主席。请用--presidency指明其中之一。可选：{ $own }。
import-presidency-wrong = { $email }并未为此国担任主席：{ $text }。--presidency可选：{ $own }。
