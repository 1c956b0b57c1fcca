# The report, and its issuing.

## The report

reports-title = Résumé des réponses écrites aux questions d’orientation
reports-caveat = Le présent résumé a été établi par la présidence sous sa propre responsabilité et ne doit pas être considéré comme représentant les vues des participants.
reports-issued = Publié le { $time }
reports-not-issued = Non publié : aperçu de ce que contient le rapport à ce stade
reports-presidency = Présidence
reports-note = Note de cadrage
reports-note-of = { $symbol }, lettre datée du { $day }
reports-note-letter = Lettre datée du { $day }
reports-window = Réponses reçues
reports-from-to = Du { $from } au { $to }
reports-invited = Délégations invitées
reports-delegations-answered = Délégations ayant répondu
reports-statements-received = Déclarations reçues
reports-hash = SHA-256 du rapport tel que publié
reports-contents = Table des matières
reports-delegations = { $count ->
    [one] { $count } délégation
   *[other] { $count } délégations
}
reports-respondents = Qui a répondu
reports-group-count = { $group } ({ $count })
reports-in-no-group = États Membres ne faisant partie d’aucun groupe régional
reports-nobody-answered = Aucune délégation n’a soumis de réponse.
reports-figures-of-all = Qui a répondu, par groupe
reports-figures-of = Qui a répondu à la question { $label }
reports-column-group = Groupe ou catégorie
reports-column-delegations = Délégations
reports-column-statements = Déclarations
reports-column-invited = Invitées
reports-all = Total
reports-counted-twice = Membres de deux groupes, donc comptés dans la ligne de chacun, mais une seule fois dans les totaux : { $names }.
reports-method = Comment ce rapport a été établi
    .text = Les délégations ont été invitées à répondre par écrit aux questions d’orientation de la note de cadrage. Délégations et déclarations sont comptées séparément : une délégation est un participant qui a répondu, une déclaration est un texte remis. Les résumés sont ceux de la présidence ; les réponses figurent intégralement en annexe, telles que reçues. Les mots sont comptés selon les règles d’Unicode (UAX 29), hors balisage.
reports-method-groups = La composition des groupes régionaux est celle du { $day } ; les participants ne faisant partie d’aucun groupe figurent par catégorie.
reports-question = Question { $label }
reports-summary = Résumé
reports-no-summary = La présidence n’a pas rédigé de résumé pour cette question.
reports-annex = Annexe : texte intégral des réponses
reports-annex-note = Les textes sont reproduits tels que reçus, dans la langue de présentation.
reports-no-answer = Aucune réponse à cette question n’a été reçue.
reports-answer-facts = { $language } · { $words } · reçue le { $day }
reports-to-consultation = La consultation et sa note de cadrage
reports-preview = Seule la présidence voit ce rapport tant qu’il n’est pas publié.
reports-without-summary = Sans résumé :
reports-issue-button = Publier le rapport

## Issuing it

reports-issue-title = Publier le rapport
reports-to-report = Le rapport
reports-issue-text = Les délégations invitées pourront alors lire le rapport, avec le texte intégral de toutes les réponses. Elles en seront informées par courriel.
reports-issue-final = Ce qui est publié ne peut être retiré.
reports-not-yet = Pas encore
reports-read = Lire le rapport
reports-read-preview = Lire l’aperçu
reports-summaries = Questions résumées
reports-count-of = { $count } sur { $all }
reports-closed = Consultation close le
reports-closes = Clôture le
reports-missing-summaries = Questions sans résumé : { $questions }.
reports-missing-answers = Questions auxquelles personne n’a répondu : { $questions }.
reports-still-open = Le rapport pourra être publié une fois la consultation close. Les réponses sont reçues jusqu’au { $time }.
reports-not-opened = Le rapport pourra être publié une fois la consultation ouverte puis close.
reports-was-issued = Le rapport a été publié le { $time }.
reports-refused-open = Le rapport n’a pas été publié : la consultation n’est pas close.
reports-refused-issued = Le rapport a déjà été publié. Rien n’a été modifié.
notice-report-issued = Le rapport a été publié. Les délégations en sont informées par courriel.
