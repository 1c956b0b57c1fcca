# The frame of pages, and the page of a form whose session ended.

frame-menu = Menú
frame-new-consultation = Nueva consulta
frame-demonstration = Demostración
    .text = Demostración. Todas las respuestas son ilustrativas y no representan la posición de ningún Gobierno ni organización.
frame-idle-soon = Su sesión termina a las { $time }. Guarde o mantenga la sesión abierta.
frame-idle-ended = Su sesión ha terminado. Su texto sigue aquí: guarde y se le pedirá que inicie sesión.
frame-idle-stay = Mantener la sesión abierta
session-title = Su texto todavía no se ha guardado
session-ended = Su sesión ha terminado. No se ha perdido nada: lo que envió figura a continuación. Inicie sesión aquí con la misma cuenta y se guardará de inmediato. Con otra cuenta no se guarda nada.
session-wrong = La dirección o la contraseña no son correctas. Su texto sigue a continuación.
session-too-many = Demasiados intentos. Espere unos minutos y vuelva a intentarlo en esta página: su texto sigue a continuación.
session-other-account = Este texto se escribió con una cuenta distinta de la que inició sesión. No se ha guardado nada. Copie el texto que figura a continuación o inicie sesión con la cuenta que lo escribió.
session-earlier = Ha vuelto a iniciar sesión desde que abrió esta página. Su texto figura a continuación; pulse el botón para guardarlo.
session-failed = No se ha podido guardar en este momento. No se ha perdido nada: lo que envió figura a continuación. Vuelva a enviarlo dentro de un momento o cópielo.
session-sign-in-and-save = Iniciar sesión y guardar
session-save-now = Guardar ahora
session-your-text = Su texto
session-text-number = Texto { $number }
session-act-title = Todavía no se ha hecho nada
session-act-ended = Su sesión ha terminado. Inicie sesión aquí con la misma cuenta; después se le pedirá que confirme de nuevo. Con otra cuenta no se hace nada.
session-act-other-account = Esta página se abrió con una cuenta distinta de la que inició sesión. No se ha hecho nada. Copie lo que necesite de lo que figura a continuación o inicie sesión con la cuenta que la abrió.
session-act-failed = No se ha podido hacer en este momento. Lo que envió figura a continuación. Vuelva a enviarlo dentro de un momento.
session-act-again = Enviar de nuevo
