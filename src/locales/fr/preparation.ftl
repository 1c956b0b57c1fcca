# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = Cette consultation
preparation-tab-board = Participation
preparation-tab-report = Rapport
preparation-tab-note = Note de cadrage
preparation-tab-settings = Paramètres
preparation-tab-questions = Questions
preparation-tab-participants = Participants
preparation-tab-presidency = Équipe de la présidence
