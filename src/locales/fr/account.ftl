# Signing in, one-time links, one's own account.

sign-in-title = Connexion
sign-in-email = Adresse électronique
sign-in-password = Mot de passe
sign-in-button = Se connecter
sign-in-forgotten = J’ai oublié mon mot de passe
sign-in-no-registration = Il n’y a pas d’inscription publique. La présidence d’une consultation invite chaque délégation par courriel.
sign-in-wrong = L’adresse ou le mot de passe est incorrect.
sign-in-too-many = { $minutes ->
    [one] Trop de tentatives. Réessayez dans { $minutes } minute.
   *[other] Trop de tentatives. Réessayez dans { $minutes } minutes.
}
forgotten-title = Mot de passe oublié
forgotten-text = Indiquez l’adresse de votre compte. Un lien pour choisir un nouveau mot de passe y sera envoyé ; il est valable une heure.
forgotten-button = Envoyer le lien
forgotten-sent-title = Consultez votre messagerie
forgotten-sent = S’il existe un compte à cette adresse, un lien vient d’y être envoyé. Cela peut prendre quelques minutes. Si rien n’arrive, écrivez à la présidence de votre consultation.
link-title = Choisir un mot de passe
link-for = Pour le compte { $email }.
link-button = Définir le mot de passe
link-dead-title = Ce lien n’est plus valable
link-dead-text = Il a été utilisé, a expiré ou a été remplacé par un lien plus récent. Demandez un nouveau lien avec l’adresse à laquelle il a été envoyé.
link-dead-again = Demander un nouveau lien
account-title = Compte
account-signed-in-as = Session ouverte avec le compte
account-profile = Nom, langue et heure
account-name = Nom
account-name-hint = Tel que vos collègues et la présidence le liront.
account-zone = Fuseau horaire
account-zone-hint = Les dates limites sont toujours indiquées aussi à l’heure du siège.
account-zone-seat = L’heure du siège
account-password = Mot de passe
account-present-password = Mot de passe actuel
account-new-password = Nouveau mot de passe
account-new-password-hint = Au moins 15 caractères. Plusieurs mots se retiennent mieux que des symboles. Toutes les écritures sont acceptées.
account-again = Le même mot de passe, une seconde fois
account-change-password = Changer le mot de passe
account-present-wrong = Le mot de passe actuel est incorrect.
account-again-differs = Les deux mots de passe diffèrent.
notice-signed-out = Votre session est fermée.
notice-password-chosen = Votre mot de passe est défini. Utilisez-le pour vous connecter.
notice-password-changed = Votre mot de passe a été changé et vos autres sessions ont été fermées.
notice-profile-saved = Vos paramètres ont été enregistrés.
