# Signing in, one-time links, one's own account.

sign-in-title = Sign in
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-forgotten = I have forgotten my password
sign-in-no-registration = There is no public registration. The presidency of a consultation invites each delegation by e-mail.
sign-in-wrong = The address or the password is wrong.
sign-in-too-many = { $minutes ->
    [one] Too many attempts. Try again in { $minutes } minute.
   *[other] Too many attempts. Try again in { $minutes } minutes.
}
forgotten-title = Forgotten password
forgotten-text = Give the address of your account. A link to choose a new password will be sent to it; the link works for one hour.
forgotten-button = Send the link
forgotten-sent-title = Check your mailbox
forgotten-sent = If there is an account with this address, a link is on its way. It may take a few minutes. If nothing arrives, write to the presidency of your consultation.
link-title = Choose a password
link-for = For the account { $email }.
link-button = Set the password
link-dead-title = This link no longer works
link-dead-text = It has been used, has expired, or was replaced by a newer one. Ask for a new link with the address to which it was sent.
link-dead-again = Ask for a new link
account-title = Account
account-signed-in-as = Signed in as
account-profile = Name, language and time
account-name = Name
account-name-hint = As your colleagues and the presidency should read it.
account-zone = Time zone
account-zone-hint = Deadlines are always shown in the seat’s time too.
account-zone-seat = The seat’s time
account-password = Password
account-present-password = Present password
account-new-password = New password
account-new-password-hint = At least 15 characters. Several words are easier to remember than symbols. All scripts are accepted.
account-again = The same password again
account-change-password = Change the password
account-present-wrong = The present password is wrong.
account-again-differs = The two passwords differ.
notice-signed-out = You have signed out.
notice-password-chosen = Your password is set. Sign in with it.
notice-password-changed = Your password was changed, and your other sessions were ended.
notice-profile-saved = Your settings were saved.
