# rapporteur import : ce qui est montré et dit à une personne devant un terminal.

## Ce qui a été compris, et où cela figure dans le fichier

import-place = bloc { $block }
import-place-line = bloc { $block }, ligne { $line }
import-nothing-found = rien trouvé
import-footnote = Note de bas de page
import-warning = À vérifier : { $text }
import-created = La consultation est en préparation : { $address }

## Pourquoi rien n’a été créé

import-in-file = { $file } : { $problem }
import-file-missing = Ce fichier n’existe pas.
import-file-forbidden = La lecture de ce fichier n’est pas autorisée.
import-file-unreadable = Ce fichier n’a pas pu être lu : { $problem }
import-file-folder = Il s’agit d’un dossier. Indiquez un fichier.
import-file-special = Ce n’est pas un fichier qui puisse contenir une note.
import-no-title = La note n’a pas de titre. Remettez-la par le navigateur, où vous pourrez lui en donner un.
import-no-question = Aucune question d’orientation n’a été trouvée. Remettez la note par le navigateur, où des questions peuvent être ajoutées.
import-same-label = Deux questions sont marquées « { $label } ». Remettez la note par le navigateur, où elles peuvent être renumérotées dans l’ordre.
import-chair-missing = L’adresse de la présidence manque. Indiquez-la avec --chair, ou limitez-vous à regarder avec --dry-run.
import-chair-wrong = Ce qui est indiqué avec --chair n’est pas une adresse électronique : { $text }
import-chair-unknown = Cette adresse n’est pas celle d’une personne qui préside : { $email }. Un administrateur peut lui confier une présidence.
import-other-presidency = La note désigne comme présidence un État pour lequel { $email } ne préside pas : { $participant }. Pour créer la consultation malgré tout, nommez sa présidence avec --presidency. Possible : { $own }.
import-no-presidency = La note ne désigne pas sa présidence, et { $email } préside pour plus d’un État. Nommez-en un avec --presidency. Possible : { $own }.
import-presidency-wrong = { $email } ne préside pas pour cet État : { $text }. Possible avec --presidency : { $own }.
