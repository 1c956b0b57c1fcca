# What every page shares. Keys begin with the feature: common, language, error, notice, role, kind.

-product = Rapporteur

## The frame of a page

common-page-title = { $title } – { -product }
common-page-title-with-error = Error: { $title } – { -product }
common-product = { -product }
common-product-purpose = Las respuestas escritas de las delegaciones a las consultas y el informe sobre ellas
common-skip-to-content = Ir al contenido
common-main-navigation = Navegación principal
common-nav-consultations = Consultas
common-nav-administration = Administración
common-nav-account = Cuenta
common-nav-sign-in = Iniciar sesión
common-nav-sign-out = Cerrar sesión
common-language = Idioma
common-change-language = Cambiar de idioma
common-times-note = Las horas indicadas corresponden al huso horario de { $place }.
common-times-note-seat = Las horas indicadas corresponden a la Sede de las Naciones Unidas ({ $place }).

## Small words

common-yes = Sí
common-no = No
common-save = Guardar
common-cancel = Cancelar
common-back = Volver
common-continue = Continuar
common-change = Modificar
common-change-item = Modificar: { $item }
common-add = Añadir
common-remove = Quitar
common-delete = Eliminar
common-close = Cerrar
common-print = Imprimir
common-download = Descargar
common-search = Buscar
common-optional = facultativo
common-none = Ninguno
common-all = Todos
common-saved = Guardado.
common-step = Paso { $step } de { $steps }
common-previous-page = Página anterior
common-next-page = Página siguiente
common-opens-in-new-tab = se abre en una pestaña nueva

## Times and amounts

# The time is HH:MM on a clock of 24 hours.
common-day-and-time = { $day }, { $time }
# The day and time just above, and the place whose clock is meant.
common-moment = { $time } ({ $place })
common-days-left = { $days ->
    [0] queda menos de un día
    [one] queda { $days } día
   *[other] quedan { $days } días
}
common-words = { $count ->
    [one] { $count } palabra
   *[other] { $count } palabras
}
common-words-of-limit = { $limit ->
    [one] { $count } de { $limit } palabra
   *[other] { $count } de { $limit } palabras
}
common-words-over-limit = { $over ->
    [one] { $over } palabra por encima del límite
   *[other] { $over } palabras por encima del límite
}
common-characters = { $count ->
    [one] { $count } carácter
   *[other] { $count } caracteres
}

## Languages, in the language of the reader

language-ar = árabe
language-en = inglés
language-es = español
language-fr = francés
language-ru = ruso
language-zh = chino

## Errors in forms: the text at a field; the summary sets the field's label before it

error-summary-title = Hay un problema
error-summary-item = { $field }: { $message }
error-prefix = Error:
error-required = Este campo debe rellenarse.
error-required-choice = Elija una opción.
error-not-a-choice = Elija uno de los valores que se ofrecen.
error-too-long = { $max ->
    [one] El texto es demasiado largo: { $max } carácter como máximo.
   *[other] El texto es demasiado largo: { $max } caracteres como máximo.
}
error-too-short = { $min ->
    [one] El texto es demasiado corto: { $min } carácter como mínimo.
   *[other] El texto es demasiado corto: { $min } caracteres como mínimo.
}
error-not-an-email = Escriba una dirección de correo electrónico como nombre@ejemplo.org.
error-not-a-date = Escriba una fecha que exista, por ejemplo 2026-12-11.
error-not-a-time = Escriba una hora entre las 00:00 y las 23:59.
error-not-a-number = Escriba un número entero.
error-out-of-range = Escriba un número entre { $min } y { $max }.
error-not-one-line = Escriba este texto en una sola línea.
error-not-text = El texto no es legible. Utilice la codificación UTF-8.
notice-control-characters-removed = Se han eliminado del texto caracteres de control invisibles. No se ha cambiado nada más.

## Error pages: the title, then what to do

error-400 = No se ha podido leer esta solicitud
    .text = Falta algo en la solicitud o no tiene la forma esperada. Vuelva atrás e inténtelo de nuevo.
error-403 = No se ha podido aceptar este formulario
    .text = No se envió desde una página de este sitio o pertenece a una sesión anterior. No se ha cambiado nada. Abra la página de nuevo y vuelva a enviarlo.
error-404 = Página no encontrada
    .text = No hay nada en esta dirección o usted no tiene acceso a ella. Si ha seguido un enlace de un correo electrónico, compruebe que esté completo o inicie sesión con la cuenta a la que se envió.
error-405 = Esto no se puede hacer aquí
    .text = La dirección existe, pero no admite este tipo de solicitud. Vuelva atrás y utilice los botones de la página.
error-409 = Otra persona ha intervenido entretanto
    .text = Lo que usted quería modificar ha cambiado desde que abrió la página. No se ha perdido nada de lo que escribió: compare las dos versiones y decida.
error-413 = Envío demasiado grande
    .text = Lo que ha enviado supera el tamaño que admite este sitio. No se ha cambiado nada; lo que escribió sigue en la página anterior.
error-415 = No se puede leer este tipo de archivo
    .text = El archivo o el formulario no es de un tipo que admita esta página. No se ha cambiado nada.
error-422 = Hay datos que no se pueden aceptar
    .text = Su texto se conserva. Corrija lo señalado y envíelo de nuevo.
error-429 = Demasiados intentos
    .text = { $minutes ->
        [one] Espere { $minutes } minuto e inténtelo de nuevo.
       *[other] Espere { $minutes } minutos e inténtelo de nuevo.
    }
error-500 = Se ha producido un error por nuestra parte
    .text = No es culpa suya y el error ha quedado registrado. Inténtelo de nuevo; si se repite, escriba a la secretaría e indique el número de referencia.
error-503 = El sitio está saturado
    .text = En este momento no puede atender la solicitud. Espere un momento e inténtelo de nuevo; lo que escribió sigue en la página anterior.
# For people to copy: show it without isolation marks.
error-reference = Número de referencia: { $reference }
error-back-to-start = Ir a la página de inicio

## Roles

role-focal-point = Punto focal
role-approver = Responsable de la aprobación
role-drafter = Redactor o redactora
role-chair = Presidencia
role-analyst = Analista
role-administrator = Administrador o administradora

## Kinds of participants

kind-member-state = Estado Miembro
    .plural = Estados Miembros
kind-observer-state = Estado observador
    .plural = Estados observadores
kind-regional-organization = Organización regional
    .plural = Organizaciones regionales
kind-other-entity = Otra entidad
    .plural = Otras entidades
