# The frame of pages, and the page of a form whose session ended.

frame-menu = Menu
frame-new-consultation = Nouvelle consultation
frame-demonstration = Démonstration
    .text = Démonstration. Toutes les réponses sont fournies à titre d’illustration et ne représentent la position d’aucun gouvernement ni d’aucune organisation.
frame-idle-soon = Votre session se termine à { $time }. Enregistrez, ou prolongez la session.
frame-idle-ended = Votre session est terminée. Votre texte est toujours là : enregistrez, et il vous sera demandé de vous connecter.
frame-idle-stay = Prolonger la session
session-title = Votre texte n’est pas encore enregistré
session-ended = Votre session est terminée. Rien n’est perdu : ce que vous avez envoyé figure ci-dessous. Connectez-vous ici avec le même compte et tout sera enregistré aussitôt. Avec un autre compte, rien ne sera enregistré.
session-wrong = L’adresse ou le mot de passe est incorrect. Votre texte figure toujours ci-dessous.
session-too-many = Trop de tentatives. Patientez quelques minutes puis réessayez sur cette page : votre texte figure toujours ci-dessous.
session-other-account = Ce texte a été écrit avec un autre compte que celui qui vient d’être utilisé. Rien n’a été enregistré. Copiez le texte ci-dessous, ou connectez-vous avec le compte qui l’a écrit.
session-earlier = Vous avez ouvert une nouvelle session depuis l’ouverture de cette page. Votre texte figure ci-dessous ; appuyez sur le bouton pour l’enregistrer.
session-failed = L’enregistrement n’a pas pu se faire pour le moment. Rien n’est perdu : ce que vous avez envoyé figure ci-dessous. Renvoyez-le dans un instant, ou copiez-le.
session-sign-in-and-save = Se connecter et enregistrer
session-save-now = Enregistrer maintenant
session-your-text = Votre texte
session-text-number = Texte { $number }
session-act-title = Rien n’a encore été fait
session-act-ended = Votre session est terminée. Connectez-vous ici avec le même compte ; votre confirmation vous sera ensuite redemandée. Avec un autre compte, rien ne sera fait.
session-act-other-account = Cette page a été ouverte avec un autre compte que celui qui vient d’être utilisé. Rien n’a été fait. Copiez ci-dessous ce dont vous avez besoin, ou connectez-vous avec le compte qui l’a ouverte.
session-act-failed = L’opération n’a pas pu se faire pour le moment. Ce que vous avez envoyé figure ci-dessous. Renvoyez-le dans un instant.
session-act-again = Renvoyer
