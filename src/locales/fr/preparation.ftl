# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = Cette consultation
preparation-tabs-all = Toutes les pages
preparation-tab-board = Participation
preparation-tab-report = Rapport
preparation-tab-note = Note de cadrage
preparation-tab-settings = Paramètres
preparation-tab-questions = Questions
preparation-tab-participants = Participants
preparation-tab-presidency = Équipe de la présidence

## New consultation

preparation-new-title = Nouvelle consultation
preparation-new-step = Étape 1 sur 2 : la note de cadrage
preparation-new-file = Téléverser la lettre et sa note de cadrage
preparation-new-file-hint = Un document Word (.docx), un texte OpenDocument (.odt), un PDF, une page Web (.html) ou un fichier de texte brut (.txt, .md), de 5 Mo au maximum.
preparation-new-dropped = Placé dans ce champ : { $name }
preparation-new-drop = Vous pouvez aussi déposer le fichier n’importe où sur cette page.
preparation-new-text = Ou coller son texte
preparation-new-nothing-created = Rien n’est encore créé. La page suivante montre ce qui a été compris, pour que vous puissiez le corriger.
preparation-new-button = Lire la note
preparation-note-error-empty = Il n’y a rien ici. Remettez un fichier, ou le texte de la note de cadrage.
preparation-note-error-both = Choisissez un fichier ou collez le texte, mais pas les deux.
preparation-note-error-too-large = Ce fichier dépasse 5 Mo.
preparation-note-error-too-long = Ce texte est plus long qu’une note de cadrage ne peut l’être.
preparation-note-error-binary = Ce fichier n’est pas un texte.
preparation-note-error-office = Il s’agit d’un document de traitement de texte d’un ancien format. Enregistrez-le en .docx, en .odt ou en texte brut.
preparation-note-error-macros = Ce document contient des macros. Enregistrez-le sans macros (.docx ou .odt), ou remettez son texte seul.
preparation-note-error-unpacks-too-large = Une fois décompressé, ce fichier est plus volumineux que toute note de cadrage.
preparation-note-error-damaged = Ce fichier est endommagé ou incomplet. Ouvrez-le et enregistrez-le de nouveau, ou remettez son texte seul.
preparation-note-error-renamed = Le nom de ce fichier annonce un autre format que son contenu. Enregistrez-le de nouveau dans le programme d’origine.
preparation-note-error-encrypted = Ce document est protégé par un mot de passe. Enregistrez-le sans mot de passe, ou remettez son texte seul.
preparation-note-error-doctype = Ce document contient des déclarations qu’aucun traitement de texte n’écrit. Enregistrez-le de nouveau, ou remettez son texte seul.
preparation-note-error-zip = Il s’agit d’une archive, pas d’une note.
preparation-note-error-scanned = Les pages de ce PDF sont des images sans texte. Utilisez le fichier d’origine, ou remettez le texte seul.
preparation-note-error-no-letters = Les polices de ce PDF n’indiquent pas quelles lettres elles représentent. Utilisez le fichier d’origine, ou remettez le texte seul.
preparation-note-error-too-complex = La structure de ce fichier est trop complexe pour être lue. Remettez son texte seul.
preparation-note-error-xml = Il s’agit d’un document XML, pas d’une note.
preparation-note-error-no-note = Aucune note de cadrage n’y a été trouvée : il n’y a ni paragraphes ni questions.
preparation-note-error-several-notes = Plusieurs notes de cadrage y ont été trouvées. Remettez-les une par une.
preparation-note-error-too-many-questions = Cette note compte plus de questions qu’une consultation ne peut en avoir.

## The review

preparation-review-title = Ce qui a été compris
preparation-review-step = Étape 2 sur 2 : comparer et corriger
preparation-review-warnings = À vérifier
preparation-review-note = La note
preparation-review-in-note = Dans la note
preparation-review-taken = Tiré de ce passage :
preparation-review-masthead = En-tête du document
preparation-review-section = Section { $number }
preparation-review-part = { $part }, section { $section }
preparation-paragraph = Paragraphe { $number }
preparation-paragraph-unnumbered = Paragraphe
preparation-item = Élément { $label }
preparation-item-unlabelled = Élément
preparation-cited = Document cité
preparation-review-sections = Sections et paragraphes
preparation-review-no-heading = Sans titre
preparation-review-sections-hint = Une section se corrige comme un texte : un paragraphe après chaque ligne vide, son numéro en tête ; chaque élément d’une liste sur sa propre ligne, après un tiret ; chaque note de bas de page sur sa propre ligne, après un astérisque, sous le passage auquel elle se rapporte. Videz une section pour l’écarter.
preparation-review-correct = Corriger
preparation-review-add-section = Ajouter une section
preparation-review-heading = Titre de la section { $number }
preparation-review-paragraphs = Paragraphes de la section { $number }
preparation-section-text = Paragraphes de la section « { $label } »
preparation-review-references = Documents cités
preparation-review-references-hint = Un par ligne, tel que la note l’écrit.
preparation-review-document = Le document
preparation-review-questions = Questions d’orientation
preparation-review-questions-hint = Indiquez à qui chaque question est adressée. Les autres la voient aussi et peuvent y répondre.
preparation-review-create = Créer la consultation
preparation-review-not-yet = Rien n’est créé tant que vous n’avez pas appuyé sur ce bouton, et personne n’est informé.
preparation-review-twin = Une consultation a déjà été créée à partir de cette même note :
    .second = Ce que vous créez ici en sera une seconde.
preparation-choose = Choisir
preparation-not-said = La note ne le dit pas
preparation-title = Titre
preparation-title-hint = 500 caractères au maximum, dans la langue de la note.
preparation-presidency = Présidence
preparation-presidency-of = Présidence : { $participant }
preparation-symbol = Cote du document
preparation-distribution-date = Distribué le
preparation-language = Langue de l’original
preparation-letter-date = Date de la lettre
preparation-letter-from = Lettre émanant de
preparation-letter-signatory = Signataire
preparation-meeting-date = Date de la séance
preparation-meeting-time = Début
preparation-meeting-zone = Fuseau horaire de la séance

## What the reader of the note is not sure of

preparation-warning-encoding-guessed = Le fichier n’indique pas son encodage. Vérifiez qu’aucune lettre n’est erronée.
preparation-warning-text-damaged = Certains caractères du fichier n’ont pas pu être lus.
preparation-warning-pages-pictured = Certaines pages sont des images sans texte, comme des pages numérisées. Leur contenu n’a pas été lu.
preparation-warning-control-characters-removed = Des caractères de commande invisibles ont été retirés du texte.
preparation-warning-breaks-off = Le texte s’interrompt : la dernière phrase n’est pas terminée, ou ce qu’elle annonce ne suit pas. Une partie du fichier manque peut-être ; comparez-le avec l’original.
preparation-warning-notes-doubtful = Le fichier contient peut-être plusieurs notes : ce qui ne figure qu’une fois dans une note (titre, intertitres, indications) y revient, ou la langue change. Vérifiez que toutes les questions appartiennent à une seule note, ou remettez chaque note séparément.
preparation-warning-no-title = La note n’a pas de titre propre. Donnez un titre à la consultation.
preparation-warning-title-assumed = La première ligne a été prise pour titre, car aucun titre ne se présente comme une note de cadrage. Vérifiez-la.
preparation-warning-title-joined = La ligne placée sous les mots « Note de cadrage » a été jointe au titre ; elle est peut-être l’intertitre de la première partie. Vérifiez les deux.
preparation-warning-letter-as-note = Aucune annexe ne suit la lettre ; son propre texte a été pris pour la note.
preparation-warning-letter-by-its-lines = Le titre de la lettre n’indique ni son auteur ni sa date ; la ligne de date et la signature ont été retenues.
preparation-warning-letter-date-unread = La date que porte la lettre n’existe pas au calendrier ou n’a pu être lue avec certitude ; elle n’a pas été retenue.
preparation-warning-language-detected = La note n’indique pas la langue de l’original ; celle-ci a été reconnue d’après les mots du texte.
preparation-warning-language-unknown = La note n’indique pas la langue de l’original, et les mots du texte ne permettent pas de la reconnaître. Choisissez la langue.
preparation-warning-presidency-uncertain = La lettre et son texte désignent des États différents pour la présidence.
preparation-warning-presidency-by-office = Aucune phrase ne désigne la présidence ; l’État dont émane la lettre a été retenu.
preparation-warning-dates-out-of-order = Les dates ne se suivent pas : la séance précède la lettre ou sa distribution, ou la distribution précède la lettre. À vérifier.
preparation-warning-meeting-date-uncertain = On ne sait pas avec certitude quel jour est celui de la séance ; le plus probable a été retenu.
preparation-warning-meeting-date-unread = Des mots qui donnent peut-être la date de la séance n’ont pu être lus avec certitude et n’ont pas été retenus.
preparation-warning-meeting-time-uncertain = L’heure de la séance vient d’une phrase qui n’en indique pas le jour.
preparation-warning-meeting-time-unread = Des mots qui donnent peut-être l’heure de la séance n’ont pu être lus avec certitude et n’ont pas été retenus.
preparation-warning-meeting-times-differ = Plusieurs heures sont indiquées pour le jour de la séance ; la première a été retenue. À comparer avec la note.
preparation-warning-other-presidency = La note désigne comme présidence un État pour lequel vous ne présidez pas : { $participant }.
preparation-warning-own-presidency = La note ne dit pas qui assure la présidence ; l’État pour lequel vous présidez a été inscrit : { $participant }.
preparation-warning-meeting-year-assumed = La date de la séance est donnée sans année ; le premier jour correspondant après la lettre a été retenu.
preparation-warning-meeting-weekday-differs = Le jour de la semaine que la note indique n’est pas celui de la date de la séance.
preparation-warning-time-zone-assumed = L’heure de la séance est donnée sans fuseau horaire ; celui du siège a été retenu.
preparation-warning-time-zone-unread = L’heure de la séance est donnée dans un fuseau horaire inconnu ; celui du siège a été retenu.
preparation-warning-numbering-gap = La numérotation des paragraphes saute un numéro ou revient en arrière. Comparez avec la note.
preparation-warning-no-questions = Aucune question d’orientation n’a été trouvée. Les questions restent à ajouter.
preparation-warning-questions-without-heading = Les questions ont été trouvées sans titre qui les annonce.
preparation-warning-questions-scattered = Les questions viennent de plusieurs endroits de la note. Vérifiez qu’il n’en manque aucune et qu’il n’y en a pas de trop.
preparation-warning-questions-labelled = Les questions n’étaient pas numérotées ; elles ont reçu les lettres (a), (b), etc.
preparation-warning-questions-split = Un paragraphe contenait plusieurs questions ; il a été divisé aux points d’interrogation ou aux numéros d’ordre.
preparation-warning-questions-doubtful = Auprès des questions, certaines lignes peuvent être des questions, des titres ou du texte. Comparez avec la note.
preparation-warning-repeated-labels = Deux questions portent la même lettre ou le même numéro.

## Questions

preparation-question = Question { $label }
preparation-question-label = Numéro ou lettre
preparation-question-label-repeated = Une autre question porte aussi cette lettre ou ce numéro.
preparation-question-same-label = Une autre question est déjà marquée { $label }. Changez la lettre ou le numéro de celle-ci, ou renumérotez toutes les questions dans l’ordre.
preparation-question-none = Une consultation comporte au moins une question. Choisissez « Ajouter une question ».
preparation-question-text = Texte de la question { $label }
preparation-question-to = La question { $label } est adressée à
preparation-question-and-to = La question { $label } est aussi adressée à
preparation-question-to-all = Tous les invités
preparation-question-to-none = Personne d’autre
preparation-question-another = Un destinataire de plus
preparation-question-up = Monter
preparation-question-down = Descendre
preparation-question-join = Joindre à la précédente
preparation-question-split = Diviser
preparation-question-split-hint = Pour diviser une question, laissez une ligne vide là où commence la seconde, puis choisissez « Diviser ». Sans ligne vide, elle est divisée après son premier point d’interrogation.
preparation-question-split-script = Vous pouvez aussi simplement placer le curseur là où commence la seconde.
preparation-question-not-split = Laissez une ligne vide là où commence la seconde question, puis choisissez de nouveau « Diviser ».
preparation-question-relabel = Renuméroter dans l’ordre : { $first }, { $second }, { $third }
preparation-said-added = La question { $label } a été ajoutée.
preparation-said-removed = La question { $label } a été retirée.
preparation-said-restored = La question { $label } a été rétablie.
preparation-said-moved = La question { $label } est maintenant en position { $place }.
preparation-said-joined = La question { $label } a été jointe à la question { $other }.
preparation-said-split = La question { $label } a été divisée ; la suite est la question { $other }.
preparation-said-another = Un destinataire de plus peut être choisi pour la question { $label }.
preparation-said-relabelled = Les questions sont renumérotées dans l’ordre, de { $label } à { $last }.
preparation-question-add = Ajouter une question
preparation-question-restore = Rétablir la question { $label }
preparation-too-many-questions = Il peut y avoir { $max } questions au maximum.
preparation-questions-hint = Une fois la consultation ouverte, les questions gardent leur texte et leur ordre ; seuls les destinataires peuvent changer.
preparation-questions-fixed = La consultation a été ouverte : les questions gardent leur texte et leur ordre. Vous pouvez encore changer leurs destinataires.
preparation-unsaved = Des modifications ne sont pas encore enregistrées.

## Settings

preparation-phase-preparation = En préparation
preparation-phase-open = Ouverte
preparation-phase-closed = Close
preparation-seat = Heure du siège
preparation-seat-hint = La date limite est fixée à l’heure de ce lieu.
preparation-deadline = Date limite des réponses
preparation-deadline-hint = À l’heure du siège. Si l’horloge marque cette heure deux fois, la première compte ; si elle la saute, c’est l’heure suivante qui compte.
preparation-deadline-date = Dernier jour
preparation-deadline-time = Heure
preparation-deadline-past = Ce moment est déjà passé. Choisissez-en un plus tardif.
preparation-word-limit = Nombre maximal de mots par réponse
preparation-word-limit-hint = À titre indicatif : une réponse plus longue peut tout de même être soumise. Laissez vide pour ne pas fixer de limite.
preparation-word-limit-range = Saisissez un nombre entier de 1 à 100 000, ou laissez vide.
preparation-contact-name = Nom du contact
preparation-contact-email = Adresse électronique du contact
preparation-contact-hint = Visible par toutes les délégations.
preparation-answers-due = Réponses attendues au plus tard le
preparation-closed-at = Consultation close le

## Opening, extending, closing

preparation-opening = Ouvrir la consultation
preparation-opening-text = Participants invités : { $count }. À l’ouverture, un courriel est envoyé à chaque point focal ; les personnes sans compte reçoivent un lien pour en activer un.
preparation-opening-needs = Avant de pouvoir l’ouvrir :
preparation-opening-missing = Aucun point focal n’est encore connu pour : { $participants }.
preparation-opening-button = Ouvrir et inviter
preparation-not-ready = La consultation ne peut pas encore être ouverte.
preparation-obstacle-no-deadline = Fixez la date limite et enregistrez-la.
preparation-obstacle-deadline-passed = La date limite est passée : fixez-en une plus tardive.
preparation-obstacle-no-question = Ajoutez au moins une question.
preparation-obstacle-nobody = Invitez au moins un participant et indiquez l’adresse de son point focal.
preparation-window = Prolonger ou clore
preparation-window-open = Tant que la consultation est ouverte, la date limite ne change que par une prolongation, dont chaque délégation est informée.
preparation-window-closed = La consultation est close. Une prolongation la rouvre.
preparation-extension = Reporter la date limite
preparation-extension-text = Chaque délégation est informée par courriel.
preparation-extension-reopens = La consultation s’ouvre de nouveau.
preparation-extension-new = Nouvelle date limite ({ $place })
preparation-extension-button = Prolonger pour tous
preparation-extension-not-later = Choisissez un moment à venir, postérieur à la date limite actuelle.
preparation-closure = Clore la consultation
preparation-closure-text = Aucune réponse n’est acceptée après la clôture. Les délégations sont informées par courriel ; les projets de réponse sont conservés.
preparation-closure-invited = Invités
preparation-closure-submitted = Réponses soumises
preparation-closure-started = En préparation
preparation-closure-button = Clore maintenant
preparation-not-yet = Pas encore

## Participants

preparation-participants-hint = Choisissez les invités et indiquez l’adresse de chaque point focal. Personne ne reçoit de courriel avant l’ouverture.
preparation-participants-hint-open = La consultation a été ouverte. Vous pouvez inviter d’autres participants et changer un point focal ; tant qu’elle est ouverte, un courriel leur est envoyé aussitôt. Personne n’est retiré de la liste.
preparation-participants-find = Rechercher un participant
preparation-participants-chosen = Choisis : { $count } sur { $all }
preparation-participants-found = Trouvés : { $count }
preparation-participants-select-all = Tout choisir dans ce groupe
preparation-participants-select-none = Ne rien choisir
preparation-participants-no-group = États Membres n’appartenant à aucun groupe régional
preparation-participants-mail = Courriel du point focal
preparation-participants-mail-of = Courriel du point focal : { $participant }
preparation-participants-also = Également : { $email }
preparation-participants-save = Enregistrer la liste
preparation-participants-not-chosen = Il y a une adresse ici, mais le participant n’est pas choisi. Choisissez-le ou effacez l’adresse.
preparation-participants-keeps-one = Une fois la consultation ouverte, une délégation conserve un point focal. Indiquez la nouvelle adresse.
preparation-participants-active = Le point focal de cette délégation est actif. La délégation elle-même ou l’administration peut en désigner un autre.
preparation-participants-changed = Le point focal a été changé entre-temps. Vérifiez de nouveau cette adresse.
preparation-participants-other-side = Cette personne fait partie de l’équipe de la présidence dans cette consultation. Indiquez une autre adresse.
preparation-participants-invited = Invité
preparation-participants-not-invited = Non invité

## The presidency's team

preparation-team-name = Nom
preparation-team-role = Fonction
preparation-team-account = Compte
preparation-team-actions = Actions
preparation-team-active = Actif
preparation-team-invited = Invité, non activé
preparation-team-invite = Ajouter un ou une analyste
preparation-team-invite-text = Les analystes lisent les réponses soumises et rédigent les résumés. Les personnes sans compte reçoivent un lien pour en activer un.
preparation-team-email = Adresse électronique
preparation-team-invite-button = Ajouter
preparation-team-already = Cette personne fait déjà partie de l’équipe de la présidence.
preparation-team-other-side = Cette personne agit pour une délégation dans cette consultation et ne peut pas rejoindre l’équipe de la présidence.

## When somebody else was faster, or the state does not allow it

preparation-conflict = Rien n’est perdu, et rien n’a été enregistré. Comparez les deux versions ; ce que vous enregistrez maintenant remplace l’autre.
preparation-conflict-mine = La vôtre, pas encore enregistrée
preparation-conflict-theirs = Enregistrée entre-temps
preparation-conflict-same = Identique des deux côtés
preparation-refused-opened = La consultation est déjà ouverte
    .text = Rien n’a été modifié, et personne n’a reçu de nouveau courriel.
preparation-refused-not-opened = La consultation n’est pas encore ouverte
    .text = Elle peut être prolongée ou close une fois ouverte. Rien n’a été modifié.
preparation-refused-closed = La consultation est déjà close
    .text = Rien n’a été modifié. Une prolongation la rouvre.
preparation-refused-questions = Les questions ne peuvent plus changer
    .text = La consultation a été ouverte : les questions gardent leur texte et leur ordre. Rien n’a été modifié.
preparation-refused-reported = Le rapport a été publié
    .text = La consultation est terminée et ne peut plus être modifiée.
preparation-refused-last-chair = Une consultation conserve une présidence
    .text = Cette personne est la seule à exercer la présidence ; elle n’a pas été retirée.

## What was just done

notice-consultation-created = La consultation a été créée. Personne n’en est encore informé : fixez la date limite, invitez les participants, puis ouvrez-la.
notice-consultation-settings-saved = Les paramètres ont été enregistrés.
notice-questions-saved = Les questions ont été enregistrées.
notice-participants-saved = La liste des participants a été enregistrée.
notice-analyst-added = L’analyste fait désormais partie de l’équipe de la présidence.
notice-presidency-member-removed = La personne ne fait plus partie de l’équipe de la présidence.
notice-consultation-opened = La consultation est ouverte. Un courriel est envoyé à chaque point focal.
notice-deadline-extended = La date limite a été reportée. Chaque délégation en est informée.
notice-consultation-closed = La consultation est close. Les délégations en sont informées.
