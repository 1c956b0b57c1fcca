# Signing in, one-time links, one's own account.

sign-in-title = Iniciar sesión
sign-in-email = Correo electrónico
sign-in-password = Contraseña
sign-in-button = Iniciar sesión
sign-in-forgotten = He olvidado mi contraseña
sign-in-no-registration = No hay registro público. La presidencia de cada consulta invita a las delegaciones por correo electrónico.
sign-in-wrong = La dirección o la contraseña no son correctas.
sign-in-too-many = { $minutes ->
    [one] Demasiados intentos. Vuelva a intentarlo dentro de { $minutes } minuto.
   *[other] Demasiados intentos. Vuelva a intentarlo dentro de { $minutes } minutos.
}
forgotten-title = Contraseña olvidada
forgotten-text = Indique la dirección de su cuenta. Se le enviará un enlace para elegir una nueva contraseña; es válido durante una hora.
forgotten-button = Enviar el enlace
forgotten-sent-title = Consulte su buzón
forgotten-sent = Si existe una cuenta con esta dirección, el enlace está en camino. Puede tardar unos minutos. Si no llega nada, escriba a la presidencia de su consulta.
link-title = Elegir una contraseña
link-for = Para la cuenta { $email }.
link-button = Establecer la contraseña
link-dead-title = Este enlace ya no es válido
link-dead-text = Ya se utilizó, caducó o fue sustituido por otro más reciente. Solicite un nuevo enlace con la dirección a la que se envió.
link-dead-again = Solicitar un nuevo enlace
account-title = Cuenta
account-signed-in-as = Sesión iniciada como
account-profile = Nombre, idioma y hora
account-name = Nombre
account-name-hint = Tal como lo leerán sus colegas y la Presidencia.
account-zone = Huso horario
account-zone-hint = Los plazos se indican siempre también en la hora de la sede.
account-zone-seat = La hora de la sede
account-password = Contraseña
account-present-password = Contraseña actual
account-new-password = Nueva contraseña
account-new-password-hint = Al menos 15 caracteres. Varias palabras se recuerdan mejor que los símbolos. Se aceptan todas las escrituras.
account-again = La misma contraseña otra vez
account-change-password = Cambiar la contraseña
account-present-wrong = La contraseña actual no es correcta.
account-again-differs = Las dos contraseñas no coinciden.
notice-signed-out = Ha cerrado la sesión.
notice-password-chosen = Su contraseña está establecida. Inicie sesión con ella.
notice-password-changed = Su contraseña ha cambiado y se han cerrado sus demás sesiones.
notice-profile-saved = Su configuración se ha guardado.
