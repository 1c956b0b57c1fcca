# The digest: what is new since the last one, and who is missing.

digest-subject = { $count }份新答复：{ $title }
digest-heading = { $count }份新答复
digest-period = { $start }至{ $end }的新情况。
digest-closed = 协商已结束。
digest-board-link = 查看答复情况
digest-received = 收到的答复
digest-questions = 按问题分列
digest-question-link = 阅读对问题{ $label }的答复
digest-missing = { $invited }个受邀方中有{ $missing }个尚未答复
digest-nobody-missing = 所有受邀方均已答复。
