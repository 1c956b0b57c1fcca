# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = 本次协商
preparation-tabs-all = 所有页面
preparation-tab-board = 参与情况
preparation-tab-report = 报告
preparation-tab-note = 概念说明
preparation-tab-settings = 设置
preparation-tab-questions = 问题
preparation-tab-participants = 参与方
preparation-tab-presidency = 主席国团队

## New consultation

preparation-new-title = 新的协商
preparation-new-step = 第1步（共2步）：概念说明
preparation-new-file = 上传附有概念说明的信函
preparation-new-file-hint = Word文档（.docx）、OpenDocument文本（.odt）、PDF文件、网页（.html）或纯文本文件（.txt、.md），不超过5 MB。
preparation-new-dropped = 已放入此栏：{ $name }
preparation-new-drop = 也可以将文件拖放到本页任何位置。
preparation-new-text = 或粘贴其文本
preparation-new-nothing-created = 目前尚未创建任何内容。下一页显示所识别的内容，供您更正。
preparation-new-button = 读取概念说明
preparation-note-error-empty = 此处为空。请提交文件或概念说明的文本。
preparation-note-error-both = 请选择文件或粘贴文本，不要同时使用两者。
preparation-note-error-too-large = 此文件超过5 MB。
preparation-note-error-too-long = 此文本过长，不可能是概念说明。
preparation-note-error-binary = 此文件不是文本。
preparation-note-error-office = 这是旧格式的文字处理文档。请将其另存为.docx、.odt或纯文本。
preparation-note-error-macros = 此文档包含宏。请将其另存为不含宏的文档（.docx或.odt），或仅提交其文本。
preparation-note-error-unpacks-too-large = 此文件解压后的大小超过任何概念说明。
preparation-note-error-damaged = 此文件已损坏或不完整。请打开后重新保存，或仅提交其文本。
preparation-note-error-renamed = 此文件的扩展名与其内容不符。请在原来的程序中重新保存。
preparation-note-error-encrypted = 此文档受密码保护。请另存为无密码的文档，或仅提交其文本。
preparation-note-error-doctype = 此文档包含文字处理软件不会写入的声明。请重新保存，或仅提交其文本。
preparation-note-error-zip = 这是压缩文件，不是概念说明。
preparation-note-error-scanned = 此PDF的页面是没有文字的图像。请使用原始文件，或仅提交文本。
preparation-note-error-no-letters = 此PDF的字体未说明所显示的文字。请使用原始文件，或仅提交文本。
preparation-note-error-too-complex = 此文件的结构过于复杂，无法读取。请仅提交其文本。
preparation-note-error-xml = 这是XML文档，不是概念说明。
preparation-note-error-no-note = 其中未找到概念说明：既没有段落，也没有问题。
preparation-note-error-several-notes = 其中有多份概念说明。请逐份提交。
preparation-note-error-too-many-questions = 此说明的问题数超过一次协商所能容纳的数量。

## The review

preparation-review-title = 所识别的内容
preparation-review-step = 第2步（共2步）：对照并更正
preparation-review-warnings = 请核对以下各点
preparation-review-note = 概念说明
preparation-review-in-note = 查看原文
preparation-review-taken = 取自此处：
preparation-review-masthead = 文件抬头
preparation-review-section = 第{ $number }节
preparation-review-part = 第{ $section }节，{ $part }
preparation-paragraph = 第{ $number }段
preparation-paragraph-unnumbered = 段落
preparation-item = 列项{ $label }
preparation-item-unlabelled = 列项
preparation-cited = 引用的文件
preparation-review-sections = 章节与段落
preparation-review-no-heading = 无标题
preparation-review-sections-hint = 各部分以文本形式更正：空行之后为新段落，段落编号在前；列表各项单独成行，以短横开头；脚注单独成行，以星号开头，置于所注文字之下。清空某一部分即可将其删除。
preparation-review-correct = 更正
preparation-review-add-section = 增加一个部分
preparation-review-heading = 第{ $number }节的标题
preparation-review-paragraphs = 第{ $number }节的段落
preparation-section-text = 章节“{ $label }”的段落
preparation-review-references = 引用的文件
preparation-review-references-hint = 每行一份，按说明中的写法。
preparation-review-document = 文件
preparation-review-questions = 指导性问题
preparation-review-questions-hint = 请指明每个问题向谁提出。其他各方也能看到并可以答复。
preparation-review-create = 创建协商
preparation-review-not-yet = 在您按下此按钮之前，不会创建任何内容，也不会通知任何人。
preparation-review-twin = 已根据同一份概念说明创建过协商：
    .second = 在此创建的将是另一项协商。
preparation-choose = 请选择
preparation-not-said = 概念说明中未提及
preparation-title = 标题
preparation-title-hint = 不超过500个字符，使用概念说明的语文。
preparation-presidency = 主席国
preparation-presidency-of = 主席国：{ $participant }
preparation-symbol = 文号
preparation-distribution-date = 分发日期
preparation-language = 原文语文
preparation-letter-date = 信函日期
preparation-letter-from = 发函方
preparation-letter-signatory = 签署人
preparation-meeting-date = 会议日期
preparation-meeting-time = 开始时间
preparation-meeting-zone = 会议所在时区

## What the reader of the note is not sure of

preparation-warning-encoding-guessed = 文件未注明编码。请检查是否有错误字符。
preparation-warning-text-damaged = 文件中有些字符无法读取。
preparation-warning-pages-pictured = 部分页面是没有文字的图像（如扫描页），其内容未被读取。
preparation-warning-control-characters-removed = 已从文本中删除不可见的控制字符。
preparation-warning-breaks-off = 文本中断：最后一句不完整，或其后缺少所提示的内容。文件可能缺少一部分，请与原件核对。
preparation-warning-notes-doubtful = 文件中可能有多份概念说明：通常只出现一次的内容（题目、标题、会议信息）再次出现，或语文有变化。请核对所有问题是否属于同一份说明，否则请分别提交每一份。
preparation-warning-no-title = 概念说明没有标题。请为协商拟定标题。
preparation-warning-title-assumed = 没有标题注明为概念说明，因此以第一行作为标题。请核对。
preparation-warning-title-joined = “概念说明”字样下面的一行已并入标题；它也可能是第一节的小标题。请核对这两处。
preparation-warning-letter-as-note = 信函之后没有附件；已将信函正文作为概念说明。
preparation-warning-letter-by-its-lines = 信函标题未写明发函方和日期；已采用信中的日期行和署名。
preparation-warning-letter-date-unread = 信函所载日期在日历中不存在或无法确切识别，未予采用。
preparation-warning-language-detected = 概念说明未注明原文语文；现系根据用词识别。
preparation-warning-language-unknown = 概念说明未注明原文语文，根据用词也无法识别。请选择语文。
preparation-warning-presidency-uncertain = 信函与其正文所述的主席国不同。
preparation-warning-presidency-by-office = 文中未指明主席国；已采用发函国。
preparation-warning-dates-out-of-order = 日期先后不符：会议日期早于信函日期或分发日期，或分发日期早于信函日期。请核对。
preparation-warning-meeting-date-uncertain = 无法确定哪一天是会议日期；已采用可能性最大的一天。
preparation-warning-meeting-date-unread = 可能说明会议日期的文字无法确切识别，未予采用。
preparation-warning-meeting-time-uncertain = 会议时间取自一个未提及会议日期的句子。
preparation-warning-meeting-time-unread = 可能说明会议时间的文字无法确切识别，未予采用。
preparation-warning-meeting-times-differ = 会议当日列出了不止一个时间；已采用第一个。请与说明核对。
preparation-warning-other-presidency = 概念说明所述的主席国并非由您担任主席的国家：{ $participant }。
preparation-warning-own-presidency = 概念说明未指明主席国；已填入由您担任主席的国家：{ $participant }。
preparation-warning-meeting-year-assumed = 会议日期未注明年份；已采用信函日期之后的第一个相应日期。
preparation-warning-meeting-weekday-differs = 概念说明所写的星期几与会议日期不符。
preparation-warning-time-zone-assumed = 会议时间未注明时区；已采用会址所在时区。
preparation-warning-time-zone-unread = 会议时间所注时区无法识别；已采用会址所在时区。
preparation-warning-numbering-gap = 段落编号有遗漏或倒退。请与概念说明核对。
preparation-warning-no-questions = 未找到指导性问题。问题有待添加。
preparation-warning-questions-without-heading = 所找到的问题没有引出它们的标题。
preparation-warning-questions-scattered = 问题取自概念说明的多处。请核对有无遗漏或多余。
preparation-warning-questions-labelled = 问题原无标号；已标为(a)、(b)等。
preparation-warning-questions-split = 有一段包含多个问题，已按问号或序号拆分。
preparation-warning-questions-doubtful = 问题前后有些行可能是问题，也可能是标题或正文。请与概念说明核对。
preparation-warning-repeated-labels = 有两个问题的标号相同。

## Questions

preparation-question = 问题{ $label }
preparation-question-label = 标号
preparation-question-label-repeated = 另有问题使用此标号。
preparation-question-same-label = 另有问题也使用标号{ $label }。请为此问题改用其他标号，或将全部问题按顺序标号。
preparation-question-none = 协商至少需要一个问题。请选择“添加问题”。
preparation-question-text = 问题{ $label }的文本
preparation-question-to = 问题{ $label }的提问对象
preparation-question-and-to = 问题{ $label }的其他提问对象
preparation-question-to-all = 所有受邀方
preparation-question-to-none = 无其他对象
preparation-question-another = 增加提问对象
preparation-question-up = 上移
preparation-question-down = 下移
preparation-question-join = 与上一个合并
preparation-question-split = 拆分
preparation-question-split-hint = 要拆分一个问题，请在第二个问题开始处留一空行，然后选择“拆分”。没有空行时，在第一个问号之后拆分。
preparation-question-split-script = 也可以直接将光标置于第二个问题开始处。
preparation-question-not-split = 请在第二个问题开始处留一空行，然后再次选择“拆分”。
preparation-question-relabel = 全部按顺序标号：{ $first }、{ $second }、{ $third }
preparation-said-added = 已添加问题{ $label }。
preparation-said-removed = 已移除问题{ $label }。
preparation-said-restored = 已恢复问题{ $label }。
preparation-said-moved = 问题{ $label }现排在第{ $place }位。
preparation-said-joined = 问题{ $label }已并入问题{ $other }。
preparation-said-split = 问题{ $label }已拆分，其余部分为问题{ $other }。
preparation-said-another = 可为问题{ $label }再选择一个提问对象。
preparation-said-relabelled = 问题已按顺序标号，从{ $label }到{ $last }。
preparation-question-add = 添加问题
preparation-question-restore = 恢复问题{ $label }
preparation-too-many-questions = 最多可有{ $max }个问题。
preparation-questions-hint = 协商开放后，问题的文字和顺序不再变动；只能更改提问对象。
preparation-questions-fixed = 协商已开放：问题的文字和顺序不再变动。您仍可更改提问对象。
preparation-unsaved = 有尚未保存的更改。

## Settings

preparation-phase-preparation = 筹备中
preparation-phase-open = 开放中
preparation-phase-closed = 已结束
preparation-seat = 会址时间
preparation-seat-hint = 截止时间以该地时间为准。
preparation-deadline = 答复截止时间
preparation-deadline-hint = 以会址时钟为准。如时钟两次显示该时间，以较早者为准；如跳过该时间，以其后显示的时间为准。
preparation-deadline-date = 截止日期
preparation-deadline-time = 时间
preparation-deadline-past = 该时间已过。请选择较晚的时间。
preparation-word-limit = 每项答复的词数上限
preparation-word-limit-hint = 仅供参考：超出限制的答复仍可提交。如无限制请留空。
preparation-word-limit-range = 请输入1至100,000之间的整数，或留空。
preparation-contact-name = 联系人姓名
preparation-contact-email = 联系人电子邮件地址
preparation-contact-hint = 所有代表团均可看到。
preparation-answers-due = 答复截止时间
preparation-closed-at = 结束时间

## Opening, extending, closing

preparation-opening = 开放协商
preparation-opening-text = 受邀参与方：{ $count }。开放时将向每位协调人发送电子邮件；没有账户的人员将收到启用账户的链接。
preparation-opening-needs = 开放之前须完成：
preparation-opening-missing = 下列参与方尚未提供协调人：{ $participants }。
preparation-opening-button = 开放并发出邀请
preparation-not-ready = 协商尚不能开放。
preparation-obstacle-no-deadline = 设定截止时间并保存。
preparation-obstacle-deadline-passed = 截止时间已过：请设定较晚的时间。
preparation-obstacle-no-question = 至少添加一个问题。
preparation-obstacle-nobody = 至少邀请一个参与方并提供其协调人的地址。
preparation-window = 延期或结束
preparation-window-open = 协商开放期间，只能通过延期更改截止时间，并通知每个代表团。
preparation-window-closed = 协商已结束。延期将使其重新开放。
preparation-extension = 延长截止时间
preparation-extension-text = 将以电子邮件通知每个代表团。
preparation-extension-reopens = 协商将重新开放。
preparation-extension-new = 新的截止时间（{ $place }）
preparation-extension-button = 为所有各方延期
preparation-extension-not-later = 请选择晚于当前截止时间且尚未到来的时间。
preparation-closure = 结束协商
preparation-closure-text = 结束后不再接受答复。将以电子邮件通知各代表团；草稿予以保留。
preparation-closure-invited = 受邀
preparation-closure-submitted = 已提交
preparation-closure-started = 正在拟写
preparation-closure-button = 立即结束
preparation-not-yet = 暂不

## Participants

preparation-participants-hint = 选择受邀方，并提供每位协调人的地址。开放之前不会发送电子邮件。
preparation-participants-hint-open = 协商已开放。您可以邀请更多参与方并更换协调人；在开放期间会立即向他们发送电子邮件。名单上的任何一方都不会被移除。
preparation-participants-find = 查找参与方
preparation-participants-chosen = 已选：{ $count } / { $all }
preparation-participants-found = 找到：{ $count }
preparation-participants-select-all = 全选本组
preparation-participants-select-none = 全不选
preparation-participants-no-group = 不属于任何区域组的会员国
preparation-participants-mail = 协调人电子邮件
preparation-participants-mail-of = 协调人电子邮件：{ $participant }
preparation-participants-also = 另有：{ $email }
preparation-participants-save = 保存名单
preparation-participants-not-chosen = 此处有地址，但未选择该参与方。请选择该参与方或清除地址。
preparation-participants-keeps-one = 协商开放后，代表团须保留一位协调人。请提供新地址。
preparation-participants-active = 该代表团的协调人已启用账户。只有代表团自己或管理员可以更换。
preparation-participants-changed = 协调人在此期间已变更。请重新核对此地址。
preparation-participants-other-side = 此人属于本次协商的主席国团队。请提供其他地址。
preparation-participants-invited = 已邀请
preparation-participants-not-invited = 未邀请

## The presidency's team

preparation-team-name = 姓名
preparation-team-role = 角色
preparation-team-account = 账户
preparation-team-actions = 操作
preparation-team-active = 已启用
preparation-team-invited = 已邀请，尚未启用
preparation-team-invite = 添加分析员
preparation-team-invite-text = 分析员阅读已提交的答复并撰写摘要。尚无账户者将收到启用账户的链接。
preparation-team-email = 电子邮件地址
preparation-team-invite-button = 添加
preparation-team-already = 此人已是主席国团队成员。
preparation-team-other-side = 此人在本次协商中代表一个代表团，不能加入主席国团队。

## When somebody else was faster, or the state does not allow it

preparation-conflict = 没有丢失任何内容，也没有保存任何内容。请比较两个版本；您现在保存的内容将取代另一版本。
preparation-conflict-mine = 您的版本，尚未保存
preparation-conflict-theirs = 其间已保存的版本
preparation-conflict-same = 两个版本相同
preparation-refused-opened = 协商已经开放
    .text = 未作任何改动，也未再次发送电子邮件。
preparation-refused-not-opened = 协商尚未开放
    .text = 开放后方可延期或结束。未作任何改动。
preparation-refused-closed = 协商已经结束
    .text = 未作任何改动。延期将使其重新开放。
preparation-refused-questions = 问题不能再更改
    .text = 协商已开放，问题的文字和顺序不再变动。未作任何改动。
preparation-refused-reported = 报告已发布
    .text = 协商已完成，不能再作改动。
preparation-refused-last-chair = 协商须保留一位主席
    .text = 此人是唯一的主席，因此未被移除。

## What was just done

notice-consultation-created = 协商已创建。尚未通知任何人：请设定截止时间，邀请参与方，然后开放。
notice-consultation-settings-saved = 设置已保存。
notice-questions-saved = 问题已保存。
notice-participants-saved = 参与方名单已保存。
notice-analyst-added = 分析员已添加。
notice-presidency-member-removed = 此人不再属于主席国团队。
notice-consultation-opened = 协商已开放。正在向每位协调人发送电子邮件。
notice-deadline-extended = 截止时间已延长。正在通知每个代表团。
notice-consultation-closed = 协商已结束。正在通知各代表团。
