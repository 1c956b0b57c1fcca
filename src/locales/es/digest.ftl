# The digest: what is new since the last one, and who is missing.

digest-subject = { $count ->
    [one] { $count } respuesta nueva: { $title }
   *[other] { $count } respuestas nuevas: { $title }
}
digest-heading = { $count ->
    [one] { $count } respuesta nueva
   *[other] { $count } respuestas nuevas
}
digest-period = Novedades desde el { $start } hasta el { $end }.
digest-closed = La consulta está cerrada.
digest-board-link = Ver quién ha respondido
digest-received = Respuestas recibidas
digest-questions = Por pregunta
digest-question-link = Leer las respuestas a la pregunta { $label }
digest-missing = { $missing ->
    [one] { $missing } de { $invited } aún no ha respondido
   *[other] { $missing } de { $invited } aún no han respondido
}
digest-nobody-missing = Han respondido todos los participantes invitados.
