# The frame of pages, and the page of a form whose session ended.

frame-menu = 菜单
frame-new-consultation = 新的协商
frame-demonstration = 演示
    .text = 演示。此处所有答复仅供说明，不代表任何政府或组织的立场。
frame-idle-soon = 您的会话将于{ $time }结束。请保存，或保持登录。
frame-idle-ended = 您的会话已结束。您的文字仍在此页：请点击保存，系统将请您登录。
frame-idle-stay = 保持登录
session-title = 您的文字尚未保存
session-ended = 您的会话已结束，但内容没有丢失：您提交的内容见下文。请在此用同一账户登录，内容将立即保存。如以其他账户登录，则不保存任何内容。
session-wrong = 地址或密码有误。您的文字仍在下方。
session-too-many = 尝试次数过多。请等待几分钟后在本页重试：您的文字仍在下方。
session-other-account = 此文字系用另一账户撰写，而非当前登录的账户。未保存任何内容。请复制下方文字，或以撰写该文字的账户登录。
session-earlier = 自打开本页以来您已重新登录。您的文字见下方；请按按钮保存。
session-failed = 目前无法保存，但内容没有丢失：您提交的内容见下文。请稍后再次提交，或复制该内容。
session-sign-in-and-save = 登录并保存
session-save-now = 立即保存
session-your-text = 您的文字
session-text-number = 文字{ $number }
session-act-title = 此操作尚未完成
session-act-ended = 您的会话已结束。请在此用同一账户登录，然后再次确认。如以其他账户登录，则不执行任何操作。
session-act-other-account = 打开本页的账户不是当前登录的账户。未执行任何操作。请复制下方所需内容，或以打开本页的账户登录。
session-act-failed = 目前无法执行。您提交的内容见下文。请稍后再次发送。
session-act-again = 再次发送
