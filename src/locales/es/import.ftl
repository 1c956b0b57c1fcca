# rapporteur import: lo que se muestra y se dice a una persona ante un terminal.

## Lo que se ha entendido, y dónde figura en el archivo

import-place = bloque { $block }
import-place-line = bloque { $block }, línea { $line }
import-nothing-found = no se ha encontrado
import-footnote = Nota al pie
import-warning = Compruebe lo siguiente: { $text }
import-created = La consulta está en preparación: { $address }

## Por qué no se ha creado nada

import-in-file = { $file }: { $problem }
import-file-missing = Este archivo no existe.
import-file-forbidden = No se permite leer este archivo.
import-file-unreadable = No se ha podido leer este archivo: { $problem }
import-file-folder = Es una carpeta. Indique un archivo.
import-file-special = No es un archivo que pueda contener una nota.
import-no-title = La nota no tiene título. Entréguela por el navegador, donde podrá darle uno.
import-no-question = No se ha encontrado ninguna pregunta orientadora. Entregue la nota por el navegador, donde se pueden añadir preguntas.
import-same-label = Dos preguntas llevan «{ $label }». Entregue la nota por el navegador, donde se pueden marcar en orden.
import-chair-missing = Falta la dirección de la persona que preside. Indíquela con --chair, o limítese a mirar con --dry-run.
import-chair-wrong = Lo indicado con --chair no es una dirección de correo electrónico: { $text }
import-chair-unknown = Esta dirección no es la de una persona que presida: { $email }. Un administrador puede confiarle una presidencia.
import-other-presidency = La nota menciona como presidencia un Estado por el que { $email } no preside: { $participant }. Para crear la consulta de todos modos, indique su presidencia con --presidency. Posible: { $own }.
import-no-presidency = La nota no menciona su presidencia, y { $email } preside por más de un Estado. Indique uno con --presidency. Posible: { $own }.
import-presidency-wrong = { $email } no preside por este Estado: { $text }. Posible con --presidency: { $own }.
