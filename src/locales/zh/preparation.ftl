# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = 本次协商
preparation-tab-board = 参与情况
preparation-tab-report = 报告
preparation-tab-note = 概念说明
preparation-tab-settings = 设置
preparation-tab-questions = 问题
preparation-tab-participants = 参与方
preparation-tab-presidency = 主席团队
