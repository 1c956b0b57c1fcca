# What every page shares. Keys begin with the feature: common, language, error, notice, role, kind.

-product = Rapporteur

## The frame of a page

common-page-title = { $title } – { -product }
common-page-title-with-error = 错误：{ $title } – { -product }
common-product = { -product }
common-product-purpose = 各代表团对协商的书面答复及相关报告
common-skip-to-content = 跳到正文
common-main-navigation = 主导航
common-nav-consultations = 协商
common-nav-administration = 管理
common-nav-account = 账户
common-nav-sign-in = 登录
common-nav-sign-out = 退出
common-language = 语文
common-change-language = 更换语文
common-times-note = 所示时间为{ $place }时间。
common-times-note-seat = 所示时间为联合国总部（{ $place }）时间。

## Small words

common-yes = 是
common-no = 否
common-save = 保存
common-cancel = 取消
common-back = 返回
common-continue = 继续
common-change = 修改
common-change-item = 修改：{ $item }
common-add = 添加
common-remove = 移除
common-delete = 删除
common-close = 关闭
common-print = 打印
common-download = 下载
common-search = 搜索
common-optional = 选填
common-none = 无
common-all = 全部
common-saved = 已保存。
common-step = 第{ $step }步，共{ $steps }步
common-previous-page = 上一页
common-next-page = 下一页
common-opens-in-new-tab = 在新标签页中打开

## Times and amounts

# The time is HH:MM on a clock of 24 hours.
common-day-and-time = { $day } { $time }
# The day and time just above, and the place whose clock is meant.
common-moment = { $time }（{ $place }）
common-days-left = { $days ->
    [0] 剩余不足一天
   *[other] 剩余{ $days }天
}
common-words = { $count ->
   *[other] { $count }个词
}
common-words-of-limit = { $limit ->
   *[other] { $count }个词（上限{ $limit }个词）
}
common-words-over-limit = { $over ->
   *[other] 超出上限{ $over }个词
}
common-characters = { $count ->
   *[other] { $count }个字符
}

## Languages, in the language of the reader

language-ar = 阿拉伯文
language-en = 英文
language-es = 西班牙文
language-fr = 法文
language-ru = 俄文
language-zh = 中文

## Errors in forms: the text at a field; the summary sets the field's label before it

error-summary-title = 有问题需要更正
error-summary-item = { $field }：{ $message }
error-prefix = 错误：
error-required = 此项必须填写。
error-required-choice = 请选择一项。
error-not-a-choice = 请从所列选项中选择。
error-too-long = { $max ->
   *[other] 内容过长：最多{ $max }个字符。
}
error-too-short = { $min ->
   *[other] 内容过短：至少{ $min }个字符。
}
error-not-an-email = 请输入电子邮件地址，例如name@example.org。
error-not-a-date = 请输入实际存在的日期，例如2026-12-11。
error-not-a-time = 请输入00:00至23:59之间的时间。
error-not-a-number = 请输入整数。
error-out-of-range = 请输入{ $min }至{ $max }之间的数字。
error-not-one-line = 请在一行内输入。
error-not-text = 文本无法读取。请使用UTF-8编码。
notice-control-characters-removed = 已从文本中删除不可见的控制字符，其他内容未作任何改动。

## Error pages: the title, then what to do

error-400 = 无法读取该请求
    .text = 请求缺少内容或格式不符。请返回后重试。
error-403 = 无法接受该表单
    .text = 表单不是从本网站的页面发出，或属于先前的会话。未作任何改动。请重新打开页面后再次提交。
error-404 = 找不到页面
    .text = 此网址没有内容，或您无权查看。如果您是从电子邮件中的链接进入，请检查链接是否完整，或使用收到邮件的账户登录。
error-405 = 此处无法进行该操作
    .text = 该网址存在，但不接受此类请求。请返回并使用页面上的按钮。
error-409 = 其间已有他人改动
    .text = 在您打开页面之后，您要修改的内容已有变动。您写的内容没有丢失：请比较两个版本后再作决定。
error-413 = 内容过大
    .text = 您发送的内容超过本网站允许的大小。未作任何改动；您输入的内容仍在前一页上。
error-415 = 无法读取此类文件
    .text = 该文件或表单不属于此页面接受的类型。未作任何改动。
error-422 = 部分内容无法接受
    .text = 您的文本已保留。请更正标出之处后再次提交。
error-429 = 尝试次数过多
    .text = { $minutes ->
       *[other] 请等待{ $minutes }分钟后重试。
    }
error-500 = 系统发生错误
    .text = 这不是您的操作造成的，错误已有记录。请重试；如再次发生，请致函秘书处并注明查询编号。
error-503 = 网站繁忙
    .text = 目前无法处理该请求。请稍候重试；您输入的内容仍在前一页上。
# For people to copy: show it without isolation marks.
error-reference = 查询编号：{ $reference }
error-back-to-start = 前往首页

## Roles

role-focal-point = 协调人
role-approver = 核准人
role-drafter = 起草人
role-chair = 主席
role-analyst = 分析员
role-administrator = 管理员

## Kinds of participants

kind-member-state = 会员国
    .plural = 会员国
kind-observer-state = 观察员国
    .plural = 观察员国
kind-regional-organization = 区域组织
    .plural = 区域组织
kind-other-entity = 其他实体
    .plural = 其他实体
