# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = This consultation
preparation-tab-board = Participation
preparation-tab-report = Report
preparation-tab-note = Concept note
preparation-tab-settings = Settings
preparation-tab-questions = Questions
preparation-tab-participants = Participants
preparation-tab-presidency = Presidency’s team
