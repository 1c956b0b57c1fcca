# The chair prepares a consultation: note, review, settings, questions, participants, people; opens, extends, closes.

preparation-tabs = Esta consulta
preparation-tabs-all = Todas las páginas
preparation-tab-board = Participación
preparation-tab-report = Informe
preparation-tab-note = Nota conceptual
preparation-tab-settings = Configuración
preparation-tab-questions = Preguntas
preparation-tab-participants = Participantes
preparation-tab-presidency = Equipo de la Presidencia

## New consultation

preparation-new-title = Nueva consulta
preparation-new-step = Paso 1 de 2: la nota conceptual
preparation-new-file = Cargar la carta con su nota conceptual
preparation-new-file-hint = Un documento de Word (.docx), un texto OpenDocument (.odt), un PDF, una página web (.html) o un archivo de texto sin formato (.txt, .md), de 5 MB como máximo.
preparation-new-dropped = Colocado en este campo: { $name }
preparation-new-drop = También puede soltar el archivo en cualquier lugar de esta página.
preparation-new-text = O pegar su texto
preparation-new-nothing-created = Todavía no se crea nada. La página siguiente muestra lo que se ha entendido para que pueda corregirlo.
preparation-new-button = Leer la nota
preparation-note-error-empty = Aquí no hay nada. Entregue un archivo o el texto de la nota conceptual.
preparation-note-error-both = Elija un archivo o pegue el texto, pero no ambas cosas.
preparation-note-error-too-large = Este archivo supera los 5 MB.
preparation-note-error-too-long = Este texto es más largo de lo que puede ser una nota conceptual.
preparation-note-error-binary = Este archivo no es un texto.
preparation-note-error-office = Es un documento de un procesador de textos en un formato antiguo. Guárdelo como .docx, .odt o texto sin formato.
preparation-note-error-macros = Este documento contiene macros. Guárdelo sin ellas (.docx u .odt) o entregue solo su texto.
preparation-note-error-unpacks-too-large = Una vez descomprimido, este archivo es mayor que cualquier nota conceptual.
preparation-note-error-damaged = Este archivo está dañado o incompleto. Ábralo y guárdelo de nuevo, o entregue solo su texto.
preparation-note-error-renamed = El nombre de este archivo indica un formato distinto del de su contenido. Guárdelo de nuevo en el programa de origen.
preparation-note-error-encrypted = Este documento está protegido con una contraseña. Guárdelo sin ella o entregue solo su texto.
preparation-note-error-doctype = Este documento contiene declaraciones que ningún procesador de textos escribe. Guárdelo de nuevo o entregue solo su texto.
preparation-note-error-zip = Es un archivo comprimido, no una nota.
preparation-note-error-scanned = Las páginas de este PDF son imágenes sin texto. Utilice el archivo original o entregue solo el texto.
preparation-note-error-no-letters = Las fuentes de este PDF no indican qué letras representan. Utilice el archivo original o entregue solo el texto.
preparation-note-error-too-complex = La estructura de este archivo es demasiado compleja para leerla. Entregue solo su texto.
preparation-note-error-xml = Es un documento XML, no una nota.
preparation-note-error-no-note = No se ha encontrado ninguna nota conceptual: no hay párrafos ni preguntas.
preparation-note-error-several-notes = Se han encontrado varias notas conceptuales. Entréguelas de una en una.
preparation-note-error-too-many-questions = Esta nota tiene más preguntas de las que puede tener una consulta.

## The review

preparation-review-title = Lo que se ha entendido
preparation-review-step = Paso 2 de 2: comparar y corregir
preparation-review-warnings = Compruebe lo siguiente
preparation-review-note = La nota
preparation-review-in-note = En la nota
preparation-review-taken = Tomado de aquí:
preparation-review-masthead = Encabezamiento del documento
preparation-review-section = Sección { $number }
preparation-review-part = { $part }, sección { $section }
preparation-paragraph = Párrafo { $number }
preparation-paragraph-unnumbered = Párrafo
preparation-item = Elemento { $label }
preparation-item-unlabelled = Elemento
preparation-cited = Documento citado
preparation-review-sections = Secciones y párrafos
preparation-review-no-heading = Sin título
preparation-review-sections-hint = Las secciones se corrigen como texto: un párrafo después de cada línea en blanco, con su número al principio; cada elemento de una lista en una línea propia después de un guion; cada nota al pie en una línea propia después de un asterisco, debajo del pasaje al que corresponde. Vacíe una sección para omitirla.
preparation-review-correct = Corregir
preparation-review-add-section = Añadir una sección
preparation-review-heading = Título de la sección { $number }
preparation-review-paragraphs = Párrafos de la sección { $number }
preparation-section-text = Párrafos de la sección «{ $label }»
preparation-review-references = Documentos citados
preparation-review-references-hint = Uno por línea, tal como figura en la nota.
preparation-review-document = El documento
preparation-review-questions = Preguntas orientadoras
preparation-review-questions-hint = Indique a quién se dirige cada pregunta. Los demás también la ven y pueden responderla.
preparation-review-create = Crear la consulta
preparation-review-not-yet = No se crea nada hasta que pulse este botón, y no se informa a nadie.
preparation-review-twin = Ya se ha creado una consulta a partir de esta misma nota:
    .second = La que cree aquí será otra más.
preparation-choose = Elegir
preparation-not-said = La nota no lo dice
preparation-title = Título
preparation-title-hint = 500 caracteres como máximo, en el idioma de la nota.
preparation-presidency = Presidencia
preparation-presidency-of = Presidencia: { $participant }
preparation-symbol = Signatura del documento
preparation-distribution-date = Fecha de distribución
preparation-language = Idioma original
preparation-letter-date = Fecha de la carta
preparation-letter-from = Remitente de la carta
preparation-letter-signatory = Firmada por
preparation-meeting-date = Fecha de la sesión
preparation-meeting-time = Hora de inicio
preparation-meeting-zone = Huso horario de la sesión

## What the reader of the note is not sure of

preparation-warning-encoding-guessed = El archivo no indica su codificación. Compruebe que no haya letras equivocadas.
preparation-warning-text-damaged = Algunos caracteres del archivo no se han podido leer.
preparation-warning-pages-pictured = Algunas páginas son imágenes sin texto, como las páginas escaneadas. No se ha leído su contenido.
preparation-warning-control-characters-removed = Se han eliminado del texto caracteres de control invisibles.
preparation-warning-breaks-off = El texto se interrumpe: la última frase está incompleta o falta lo que anuncia. Puede faltar una parte del archivo; compárelo con el original.
preparation-warning-notes-doubtful = Es posible que el archivo contenga varias notas: se repite lo que en una nota figura una sola vez (título, epígrafes, datos) o cambia el idioma. Compruebe que todas las preguntas pertenecen a una misma nota o entregue cada nota por separado.
preparation-warning-no-title = La nota no tiene título propio. Dé un título a la consulta.
preparation-warning-title-assumed = Se ha tomado como título la primera línea, ya que ningún título se presenta como nota conceptual. Compruébelo.
preparation-warning-title-joined = La línea situada bajo las palabras «Nota conceptual» se ha incluido en el título; puede ser el encabezamiento de la primera sección. Compruebe ambos.
preparation-warning-letter-as-note = Ningún anexo sigue a la carta; se ha tomado como nota su propio texto.
preparation-warning-letter-by-its-lines = El encabezamiento de la carta no indica quién la escribió ni cuándo; se han tomado la línea de la fecha y la firma.
preparation-warning-letter-date-unread = La fecha que lleva la carta no existe en el calendario o no se ha podido leer con certeza, y no se ha tomado.
preparation-warning-language-detected = La nota no indica su idioma original; se ha reconocido por sus palabras.
preparation-warning-language-unknown = La nota no indica su idioma original, y sus palabras no permiten reconocerlo. Elija el idioma.
preparation-warning-presidency-uncertain = La carta y su texto nombran Estados distintos para la Presidencia.
preparation-warning-presidency-by-office = Ninguna frase nombra a la Presidencia; se ha tomado el Estado del que procede la carta.
preparation-warning-dates-out-of-order = Las fechas no se suceden: la sesión es anterior a la carta o a su distribución, o la distribución es anterior a la carta. Compruébelas.
preparation-warning-meeting-date-uncertain = No es seguro qué día es el de la sesión; se ha tomado el más probable.
preparation-warning-meeting-date-unread = Unas palabras que quizá indiquen la fecha de la sesión no se han podido leer con certeza y no se han tomado.
preparation-warning-meeting-time-uncertain = La hora de la sesión procede de una frase que no indica el día.
preparation-warning-meeting-time-unread = Unas palabras que quizá indiquen la hora de la sesión no se han podido leer con certeza y no se han tomado.
preparation-warning-meeting-times-differ = Se indica más de una hora para el día de la sesión; se ha tomado la primera. Compárese con la nota.
preparation-warning-other-presidency = La nota nombra como Presidencia a un Estado por el que usted no preside: { $participant }.
preparation-warning-own-presidency = La nota no dice quién ejerce la Presidencia; se ha puesto el Estado por el que usted preside: { $participant }.
preparation-warning-meeting-year-assumed = La fecha de la sesión no indica el año; se ha tomado el primer día correspondiente posterior a la carta.
preparation-warning-meeting-weekday-differs = El día de la semana que indica la nota no es el de la fecha de la sesión.
preparation-warning-time-zone-assumed = La hora de la sesión no indica huso horario; se ha tomado el de la sede.
preparation-warning-time-zone-unread = La hora de la sesión se indica en un huso horario desconocido; se ha tomado el de la sede.
preparation-warning-numbering-gap = La numeración de los párrafos omite un número o retrocede. Compare con la nota.
preparation-warning-no-questions = No se ha encontrado ninguna pregunta orientadora. Quedan por añadir las preguntas.
preparation-warning-questions-without-heading = Las preguntas se han encontrado sin un título que las anuncie.
preparation-warning-questions-scattered = Las preguntas proceden de varios lugares de la nota. Compruebe que no falte ni sobre ninguna.
preparation-warning-questions-labelled = Las preguntas no llevaban letra ni número; se les han asignado (a), (b), etc.
preparation-warning-questions-split = Un párrafo contenía varias preguntas y se ha dividido en los signos de interrogación o los números de orden.
preparation-warning-questions-doubtful = Algunas líneas junto a las preguntas pueden ser preguntas, títulos o texto. Compare con la nota.
preparation-warning-repeated-labels = Dos preguntas llevan la misma letra o el mismo número.

## Questions

preparation-question = Pregunta { $label }
preparation-question-label = Letra o número
preparation-question-label-repeated = Otra pregunta tiene la misma letra o el mismo número.
preparation-question-same-label = Otra pregunta ya lleva { $label }. Cambie la letra o el número de esta, o marque todas en orden.
preparation-question-none = Una consulta necesita al menos una pregunta. Elija «Añadir una pregunta».
preparation-question-text = Texto de la pregunta { $label }
preparation-question-to = La pregunta { $label } se dirige a
preparation-question-and-to = La pregunta { $label } se dirige también a
preparation-question-to-all = Todos los invitados
preparation-question-to-none = Nadie más
preparation-question-another = Un destinatario más
preparation-question-up = Subir
preparation-question-down = Bajar
preparation-question-join = Unir con la anterior
preparation-question-split = Dividir
preparation-question-split-hint = Para dividir una pregunta, deje una línea en blanco donde comienza la segunda y elija «Dividir». Sin línea en blanco, se divide después de su primer signo de interrogación de cierre.
preparation-question-split-script = También basta con situar el cursor donde comienza la segunda.
preparation-question-not-split = Deje una línea en blanco donde comienza la segunda pregunta y elija de nuevo «Dividir».
preparation-question-relabel = Marcar todas en orden: { $first }, { $second }, { $third }
preparation-said-added = Se ha añadido la pregunta { $label }.
preparation-said-removed = Se ha quitado la pregunta { $label }.
preparation-said-restored = Se ha recuperado la pregunta { $label }.
preparation-said-moved = La pregunta { $label } ocupa ahora el lugar { $place }.
preparation-said-joined = La pregunta { $label } se ha unido a la pregunta { $other }.
preparation-said-split = La pregunta { $label } se ha dividido; el resto es la pregunta { $other }.
preparation-said-another = Puede elegirse un destinatario más para la pregunta { $label }.
preparation-said-relabelled = Las preguntas están marcadas en orden, de { $label } a { $last }.
preparation-question-add = Añadir una pregunta
preparation-question-restore = Recuperar la pregunta { $label }
preparation-too-many-questions = Puede haber { $max } preguntas como máximo.
preparation-questions-hint = Una vez abierta la consulta, las preguntas conservan su texto y su orden; solo pueden cambiar los destinatarios.
preparation-questions-fixed = La consulta se ha abierto: las preguntas conservan su texto y su orden. Todavía puede cambiar a quién se dirigen.
preparation-unsaved = Hay cambios que todavía no se han guardado.

## Settings

preparation-phase-preparation = En preparación
preparation-phase-open = Abierta
preparation-phase-closed = Cerrada
preparation-seat = Hora de la sede
preparation-seat-hint = El plazo se fija en la hora de este lugar.
preparation-deadline = Plazo para las respuestas
preparation-deadline-hint = Según el reloj de la sede. Si el reloj marca esta hora dos veces, vale la primera; si la omite, vale la siguiente que marque.
preparation-deadline-date = Último día
preparation-deadline-time = Hora
preparation-deadline-past = Ese momento ya ha pasado. Elija uno posterior.
preparation-word-limit = Límite de palabras por respuesta
preparation-word-limit-hint = A título orientativo: una respuesta más larga también puede presentarse. Déjelo vacío si no hay límite.
preparation-word-limit-range = Indique un número entero de 1 a 100.000 o déjelo vacío.
preparation-contact-name = Nombre del contacto
preparation-contact-email = Correo electrónico del contacto
preparation-contact-hint = Visible para todas las delegaciones.
preparation-answers-due = Plazo para las respuestas
preparation-closed-at = Consulta cerrada el

## Opening, extending, closing

preparation-opening = Abrir la consulta
preparation-opening-text = Participantes invitados: { $count }. Al abrirla, se envía un correo electrónico a cada punto focal; quien no tiene cuenta recibe un enlace para activarla.
preparation-opening-needs = Antes de poder abrirla:
preparation-opening-missing = Todavía no se conoce el punto focal de: { $participants }.
preparation-opening-button = Abrir e invitar
preparation-not-ready = La consulta todavía no se puede abrir.
preparation-obstacle-no-deadline = Fije el plazo y guárdelo.
preparation-obstacle-deadline-passed = El plazo ha vencido: fije uno posterior.
preparation-obstacle-no-question = Añada al menos una pregunta.
preparation-obstacle-nobody = Invite al menos a un participante e indique la dirección de su punto focal.
preparation-window = Prorrogar o cerrar
preparation-window-open = Mientras la consulta está abierta, el plazo solo cambia mediante una prórroga, de la que se informa a cada delegación.
preparation-window-closed = La consulta está cerrada. Una prórroga la vuelve a abrir.
preparation-extension = Prorrogar el plazo
preparation-extension-text = Se informa por correo electrónico a cada delegación.
preparation-extension-reopens = La consulta se abre de nuevo.
preparation-extension-new = Nuevo plazo ({ $place })
preparation-extension-button = Prorrogar para todos
preparation-extension-not-later = Elija un momento futuro, posterior al plazo actual.
preparation-closure = Cerrar la consulta
preparation-closure-text = Tras el cierre no se acepta ninguna respuesta. Se informa a las delegaciones por correo electrónico; los borradores se conservan.
preparation-closure-invited = Invitados
preparation-closure-submitted = Respuestas presentadas
preparation-closure-started = En preparación
preparation-closure-button = Cerrar ahora
preparation-not-yet = Todavía no

## Participants

preparation-participants-hint = Elija a quién se invita e indique la dirección de cada punto focal. No se envía ningún correo electrónico antes de la apertura.
preparation-participants-hint-open = La consulta se ha abierto. Puede invitar a más participantes y cambiar un punto focal; mientras esté abierta, se les envía un correo electrónico de inmediato. No se retira a nadie de la lista.
preparation-participants-find = Buscar un participante
preparation-participants-chosen = Elegidos: { $count } de { $all }
preparation-participants-found = Encontrados: { $count }
preparation-participants-select-all = Elegir todos los de este grupo
preparation-participants-select-none = No elegir ninguno
preparation-participants-no-group = Estados Miembros que no pertenecen a ningún grupo regional
preparation-participants-mail = Correo electrónico del punto focal
preparation-participants-mail-of = Correo electrónico del punto focal: { $participant }
preparation-participants-also = También: { $email }
preparation-participants-save = Guardar la lista
preparation-participants-not-chosen = Aquí hay una dirección, pero el participante no está elegido. Elíjalo o borre la dirección.
preparation-participants-keeps-one = Una vez abierta la consulta, la delegación conserva un punto focal. Indique la nueva dirección.
preparation-participants-active = El punto focal de esta delegación está activo. La propia delegación o la administración pueden designar a otro.
preparation-participants-changed = El punto focal se ha cambiado entretanto. Revise de nuevo esta dirección.
preparation-participants-other-side = Esta persona forma parte del equipo de la Presidencia en esta consulta. Indique otra dirección.
preparation-participants-invited = Invitado
preparation-participants-not-invited = No invitado

## The presidency's team

preparation-team-name = Nombre
preparation-team-role = Función
preparation-team-account = Cuenta
preparation-team-actions = Acciones
preparation-team-active = Activa
preparation-team-invited = Invitada, sin activar
preparation-team-invite = Añadir a un o una analista
preparation-team-invite-text = Los analistas leen las respuestas presentadas y redactan los resúmenes. Quien aún no tiene cuenta recibe un enlace para activarla.
preparation-team-email = Correo electrónico
preparation-team-invite-button = Añadir
preparation-team-already = Esta persona ya forma parte del equipo de la Presidencia.
preparation-team-other-side = Esta persona actúa por una delegación en esta consulta y no puede formar parte del equipo de la Presidencia.

## When somebody else was faster, or the state does not allow it

preparation-conflict = No se ha perdido nada y no se ha guardado nada. Compare ambas versiones; lo que guarde ahora sustituirá a la otra.
preparation-conflict-mine = La suya, todavía sin guardar
preparation-conflict-theirs = Guardada entretanto
preparation-conflict-same = Igual en ambas versiones
preparation-refused-opened = La consulta ya se ha abierto
    .text = No se ha cambiado nada ni se ha enviado ningún otro correo electrónico.
preparation-refused-not-opened = La consulta todavía no se ha abierto
    .text = Se puede prorrogar o cerrar una vez abierta. No se ha cambiado nada.
preparation-refused-closed = La consulta ya está cerrada
    .text = No se ha cambiado nada. Una prórroga la vuelve a abrir.
preparation-refused-questions = Las preguntas ya no pueden cambiar
    .text = La consulta se ha abierto, por lo que las preguntas conservan su texto y su orden. No se ha cambiado nada.
preparation-refused-reported = El informe se ha publicado
    .text = La consulta ha concluido y ya no puede modificarse.
preparation-refused-last-chair = Una consulta conserva una Presidencia
    .text = Es la única persona que ejerce la Presidencia, por lo que no se ha retirado.

## What was just done

notice-consultation-created = La consulta se ha creado. Todavía no se ha informado a nadie: fije el plazo, invite a los participantes y después ábrala.
notice-consultation-settings-saved = La configuración se ha guardado.
notice-questions-saved = Las preguntas se han guardado.
notice-participants-saved = La lista de participantes se ha guardado.
notice-analyst-added = La persona se ha añadido como analista.
notice-presidency-member-removed = La persona ya no forma parte del equipo de la Presidencia.
notice-consultation-opened = La consulta está abierta. Se está enviando un correo electrónico a cada punto focal.
notice-deadline-extended = El plazo se ha prorrogado. Se está informando a cada delegación.
notice-consultation-closed = La consulta está cerrada. Se está informando a las delegaciones.
