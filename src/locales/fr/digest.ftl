# The digest: what is new since the last one, and who is missing.

digest-subject = { $count ->
    [one] { $count } nouvelle réponse : { $title }
   *[other] { $count } nouvelles réponses : { $title }
}
digest-heading = { $count ->
    [one] { $count } nouvelle réponse
   *[other] { $count } nouvelles réponses
}
digest-period = Nouveautés du { $start } au { $end }.
digest-closed = La consultation est close.
digest-board-link = Voir qui a répondu
digest-received = Réponses reçues
digest-questions = Par question
digest-question-link = Lire les réponses à la question { $label }
digest-missing = { $missing ->
    [one] { $missing } sur { $invited } n’a pas encore répondu
   *[other] { $missing } sur { $invited } n’ont pas encore répondu
}
digest-nobody-missing = Tous les participants invités ont répondu.
