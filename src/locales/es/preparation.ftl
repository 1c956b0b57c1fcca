# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = Esta consulta
preparation-tab-board = Participación
preparation-tab-report = Informe
preparation-tab-note = Nota conceptual
preparation-tab-settings = Configuración
preparation-tab-questions = Preguntas
preparation-tab-participants = Participantes
preparation-tab-presidency = Equipo de la Presidencia
