# What every page shares. Keys begin with the feature: common, language, error, notice, role, kind.

-product = Rapporteur

## The frame of a page

common-page-title = { $title } – { -product }
common-page-title-with-error = Erreur : { $title } – { -product }
common-product = { -product }
common-product-purpose = Les réponses écrites des délégations aux consultations, et le rapport qui en est fait
common-skip-to-content = Aller au contenu
common-main-navigation = Navigation principale
common-nav-consultations = Consultations
common-nav-administration = Administration
common-nav-account = Compte
common-nav-sign-in = Se connecter
common-nav-sign-out = Se déconnecter
common-language = Langue
common-change-language = Changer de langue
common-times-note = Les heures indiquées sont celles du fuseau suivant : { $place }.
common-times-note-seat = Les heures indiquées sont celles du Siège de l’Organisation des Nations Unies ({ $place }).

## Small words

common-yes = Oui
common-no = Non
common-save = Enregistrer
common-cancel = Annuler
common-back = Retour
common-continue = Continuer
common-change = Modifier
common-change-item = Modifier : { $item }
common-add = Ajouter
common-remove = Retirer
common-delete = Supprimer
common-close = Fermer
common-print = Imprimer
common-download = Télécharger
common-search = Rechercher
common-optional = facultatif
common-none = Aucun
common-all = Tous
common-saved = Enregistré.
common-step = Étape { $step } sur { $steps }
common-previous-page = Page précédente
common-next-page = Page suivante
common-opens-in-new-tab = s’ouvre dans un nouvel onglet

## Times and amounts

# The time is HH:MM on a clock of 24 hours.
common-day-and-time = { $day } à { $time }
# The day and time just above, and the place whose clock is meant.
common-moment = { $time } ({ $place })
common-days-left = { $days ->
    [0] moins d’un jour restant
    [one] { $days } jour restant
   *[other] { $days } jours restants
}
common-words = { $count ->
    [one] { $count } mot
   *[other] { $count } mots
}
common-words-of-limit = { $limit ->
    [one] { $count } sur { $limit } mot
   *[other] { $count } sur { $limit } mots
}
common-words-over-limit = { $over ->
    [one] { $over } mot au-delà de la limite
   *[other] { $over } mots au-delà de la limite
}
common-characters = { $count ->
    [one] { $count } caractère
   *[other] { $count } caractères
}

## Languages, in the language of the reader

language-ar = arabe
language-en = anglais
language-es = espagnol
language-fr = français
language-ru = russe
language-zh = chinois

## Errors in forms: the text at a field; the summary sets the field's label before it

error-summary-title = Un problème est survenu
error-summary-item = { $field } : { $message }
error-prefix = Erreur :
error-required = Ce champ doit être rempli.
error-required-choice = Faites un choix.
error-not-a-choice = Choisissez une des valeurs proposées.
error-too-long = { $max ->
    [one] Ce texte est trop long : { $max } caractère au maximum.
   *[other] Ce texte est trop long : { $max } caractères au maximum.
}
error-too-short = { $min ->
    [one] Ce texte est trop court : { $min } caractère au minimum.
   *[other] Ce texte est trop court : { $min } caractères au minimum.
}
error-not-an-email = Saisissez une adresse électronique telle que nom@exemple.org.
error-not-a-date = Saisissez une date qui existe, par exemple 2026-12-11.
error-not-a-time = Saisissez une heure comprise entre 00:00 et 23:59.
error-not-a-number = Saisissez un nombre entier.
error-out-of-range = Saisissez un nombre compris entre { $min } et { $max }.
error-not-one-line = Saisissez ce texte sur une seule ligne.
error-not-text = Ce texte n’est pas lisible. Utilisez l’encodage UTF-8.
notice-control-characters-removed = Des caractères de commande invisibles ont été retirés du texte. Rien d’autre n’a été modifié.

## Error pages: the title, then what to do

error-400 = Cette requête n’a pas pu être lue
    .text = Il manque un élément à la requête, ou elle n’a pas la forme attendue. Revenez en arrière et réessayez.
error-403 = Ce formulaire n’a pas pu être accepté
    .text = Il n’a pas été envoyé depuis une page de ce site, ou il appartient à une session antérieure. Rien n’a été modifié. Rouvrez la page et envoyez-le de nouveau.
error-404 = Page introuvable
    .text = Il n’y a rien à cette adresse, ou vous n’y avez pas accès. Si vous avez suivi un lien reçu par courriel, vérifiez qu’il est complet, ou connectez-vous avec le compte auquel il a été adressé.
error-405 = Cette opération n’est pas possible ici
    .text = L’adresse existe, mais n’accepte pas ce type de requête. Revenez en arrière et utilisez les boutons de la page.
error-409 = Une autre personne a apporté une modification entre-temps
    .text = Ce que vous vouliez modifier a changé depuis que vous avez ouvert la page. Rien de ce que vous avez écrit n’est perdu : comparez les deux versions et décidez.
error-413 = Envoi trop volumineux
    .text = Ce que vous avez envoyé dépasse la taille admise par ce site. Rien n’a été modifié ; ce que vous avez saisi se trouve toujours sur la page précédente.
error-415 = Ce type de fichier ne peut pas être lu
    .text = Le fichier ou le formulaire n’est pas d’un type accepté par cette page. Rien n’a été modifié.
error-422 = Certains éléments ne peuvent pas être acceptés
    .text = Votre texte est conservé. Corrigez ce qui est signalé et envoyez-le de nouveau.
error-429 = Trop de tentatives
    .text = { $minutes ->
        [one] Patientez { $minutes } minute, puis réessayez.
       *[other] Patientez { $minutes } minutes, puis réessayez.
    }
error-500 = Une erreur s’est produite de notre côté
    .text = Vous n’y êtes pour rien, et l’incident a été consigné. Réessayez ; si l’erreur se reproduit, écrivez au secrétariat en indiquant le numéro de référence.
error-503 = Le site est momentanément surchargé
    .text = Il ne peut pas traiter cette requête à l’instant. Patientez un moment et réessayez ; ce que vous avez saisi se trouve toujours sur la page précédente.
# For people to copy: show it without isolation marks.
error-reference = Numéro de référence : { $reference }
error-back-to-start = Aller à la page d’accueil

## Roles

role-focal-point = Point focal
role-approver = Approbateur ou approbatrice
role-drafter = Rédacteur ou rédactrice
role-chair = Présidence
role-analyst = Analyste
role-administrator = Administrateur ou administratrice

## Kinds of participants

kind-member-state = État Membre
    .plural = États Membres
kind-observer-state = État observateur
    .plural = États observateurs
kind-regional-organization = Organisation régionale
    .plural = Organisations régionales
kind-other-entity = Autre entité
    .plural = Autres entités
