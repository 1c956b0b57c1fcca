# The report, and its issuing.

## The report

reports-title = Resumen de las respuestas escritas a las preguntas orientadoras
reports-caveat = El presente resumen ha sido preparado por la Presidencia bajo su propia responsabilidad y no debe considerarse representativo de las opiniones de los participantes.
reports-issued = Publicado el { $time }
reports-not-issued = Sin publicar: vista previa del contenido actual del informe
reports-presidency = Presidencia
reports-note = Nota conceptual
reports-note-of = { $symbol }, carta de fecha { $day }
reports-note-letter = Carta de fecha { $day }
reports-window = Respuestas recibidas
reports-from-to = Del { $from } al { $to }
reports-invited = Delegaciones invitadas
reports-delegations-answered = Delegaciones que respondieron
reports-statements-received = Declaraciones recibidas
reports-hash = SHA-256 del informe publicado
reports-contents = Índice
reports-delegations = { $count ->
    [one] { $count } delegación
   *[other] { $count } delegaciones
}
reports-respondents = Quién respondió
reports-group-count = { $group } ({ $count })
reports-in-no-group = Estados Miembros que no pertenecen a ningún grupo regional
reports-nobody-answered = Ninguna delegación ha presentado respuesta.
reports-figures-of-all = Quién respondió, por grupo
reports-figures-of = Quién respondió a la pregunta { $label }
reports-column-group = Grupo o categoría
reports-column-delegations = Delegaciones
reports-column-statements = Declaraciones
reports-column-invited = Invitadas
reports-all = Total
reports-counted-twice = Miembros de dos grupos, contados por tanto en la fila de cada uno, pero una sola vez en los totales: { $names }.
reports-method = Cómo se elaboró este informe
    .text = Se invitó a las delegaciones a responder por escrito a las preguntas orientadoras de la nota conceptual. Las delegaciones y las declaraciones se cuentan por separado: una delegación es un participante que respondió; una declaración, un texto presentado. Los resúmenes son de la Presidencia; las respuestas se reproducen íntegramente en el anexo, tal como se recibieron. Las palabras se cuentan según las reglas de Unicode (UAX 29), sin el marcado.
reports-method-groups = La composición de los grupos regionales es la del { $day }; los participantes que no pertenecen a ningún grupo figuran por categoría.
reports-question = Pregunta { $label }
reports-summary = Resumen
reports-no-summary = La Presidencia no ha redactado un resumen de esta pregunta.
reports-annex = Anexo: texto íntegro de las respuestas
reports-annex-note = Los textos se reproducen tal como se recibieron, en el idioma en que se presentaron.
reports-no-answer = No se recibió ninguna respuesta a esta pregunta.
reports-answer-facts = { $language } · { $words } · recibida el { $day }
reports-to-consultation = La consulta y su nota conceptual
reports-preview = Solo la Presidencia ve este informe hasta que se publique.
reports-without-summary = Sin resumen:
reports-issue-button = Publicar el informe

## Issuing it

reports-issue-title = Publicar el informe
reports-to-report = El informe
reports-issue-text = Las delegaciones invitadas podrán entonces leer el informe, con el texto íntegro de todas las respuestas. Se les informará por correo electrónico.
reports-issue-final = Lo que se publica no se puede retirar.
reports-not-yet = Todavía no
reports-read = Leer el informe
reports-read-preview = Leer la vista previa
reports-summaries = Preguntas con resumen
reports-count-of = { $count } de { $all }
reports-closed = Consulta cerrada el
reports-closes = Cierre
reports-missing-summaries = Preguntas sin resumen: { $questions }.
reports-missing-answers = Preguntas a las que nadie respondió: { $questions }.
reports-still-open = El informe podrá publicarse cuando la consulta esté cerrada. Se reciben respuestas hasta el { $time }.
reports-not-opened = El informe podrá publicarse cuando la consulta se haya abierto y cerrado.
reports-was-issued = El informe se publicó el { $time }.
reports-refused-open = El informe no se ha publicado: la consulta no está cerrada.
reports-refused-issued = El informe ya se ha publicado. No se ha cambiado nada.
notice-report-issued = El informe se ha publicado. Se informa a las delegaciones por correo electrónico.
