# The report, and its issuing.

## The report

reports-title = 对指导性问题的书面答复摘要
reports-caveat = 本摘要由主席国编写，责任由其自负，不应视为代表各参与方的意见。
reports-issued = { $time }发布
reports-not-issued = 未发布：报告现有内容的预览
reports-presidency = 主席国
reports-note = 概念说明
reports-note-of = { $symbol }，{ $day }的信
reports-note-letter = { $day }的信
reports-window = 接受答复期间
reports-from-to = { $from }至{ $to }
reports-invited = 受邀代表团
reports-delegations-answered = 已答复的代表团
reports-statements-received = 收到的书面发言
reports-hash = 所发布报告的SHA-256
reports-contents = 目录
reports-delegations = { $count }个代表团
reports-respondents = 答复情况
reports-group-count = { $group }（{ $count }）
reports-in-no-group = 不属于任何区域组的会员国
reports-nobody-answered = 没有代表团提交答复。
reports-figures-of-all = 按区域组列示的答复情况
reports-figures-of = 问题{ $label }的答复情况
reports-column-group = 区域组或类别
reports-column-delegations = 代表团
reports-column-statements = 书面发言
reports-column-invited = 受邀
reports-all = 总计
reports-counted-twice = 同属两个区域组，因此在各组行中均计入，但在总数中只计一次：{ $names }。
reports-method = 本报告的编写方法
    .text = 各代表团应邀书面答复概念说明中的指导性问题。代表团与书面发言分别计数：代表团指作出答复的参与方，书面发言指提交的文本。摘要由主席国撰写；答复按收到时原样全文载于附件。词数按Unicode分词规则（UAX 29）计算，不计标记。
reports-method-groups = 区域组成员以{ $day }为准；不属于任何区域组的参与方按类别列出。
reports-question = 问题{ $label }
reports-summary = 摘要
reports-no-summary = 主席国未就本问题撰写摘要。
reports-annex = 附件：答复全文
reports-annex-note = 文本按收到时原样、以提交时的语文转载。
reports-no-answer = 未收到对本问题的答复。
reports-answer-facts = { $language } · { $words } · { $day }收到
reports-to-consultation = 协商及其概念说明
reports-preview = 报告发布前仅主席国可见。
reports-without-summary = 尚无摘要：
reports-issue-button = 发布报告

## Issuing it

reports-issue-title = 发布报告
reports-to-report = 报告
reports-issue-text = 发布后，受邀代表团即可阅读报告及全部答复全文，并会收到电子邮件通知。
reports-issue-final = 一经发布，不得撤回。
reports-not-yet = 暂不
reports-read = 阅读报告
reports-read-preview = 阅读预览
reports-summaries = 已有摘要的问题
reports-count-of = { $count }/{ $all }
reports-closed = 结束时间
reports-closes = 截止时间
reports-missing-summaries = 尚无摘要的问题：{ $questions }。
reports-missing-answers = 无人答复的问题：{ $questions }。
reports-still-open = 协商结束后方可发布报告。答复接受至{ $time }。
reports-not-opened = 协商开放并结束后方可发布报告。
reports-was-issued = 报告已于{ $time }发布。
reports-refused-open = 报告未发布：协商尚未结束。
reports-refused-issued = 报告此前已发布。未作任何改动。
notice-report-issued = 报告已发布。正以电子邮件通知各代表团。
