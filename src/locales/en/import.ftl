# rapporteur import: what a person at a terminal is shown and told.

## What was understood, and where it stands in the file

import-place = block { $block }
import-place-line = block { $block }, line { $line }
import-nothing-found = none found
import-footnote = Footnote
import-warning = Please check: { $text }
import-created = The consultation is in preparation: { $address }

## Why nothing was created

import-in-file = { $file }: { $problem }
import-file-missing = There is no such file.
import-file-forbidden = This file may not be read.
import-file-unreadable = This file could not be read: { $problem }
import-file-folder = This is a folder. Name a file.
import-file-special = This is not a file that can hold a note.
import-no-title = The note has no title. Hand it in by the browser, where you can give it one.
import-no-question = No guiding question was found. Hand the note in by the browser, where questions can be added.
import-same-label = Two questions are labelled “{ $label }”. Hand the note in by the browser, where they can be labelled in order.
import-chair-missing = The chair’s address is missing. Give it with --chair, or only look with --dry-run.
import-chair-wrong = What was given with --chair is not an e-mail address: { $text }
import-chair-unknown = No chair has this address: { $email }. An administrator can make its owner a chair.
import-other-presidency = The note names as presidency a State for which { $email } does not preside: { $participant }. To create the consultation all the same, name its presidency with --presidency. Possible: { $own }.
import-no-presidency = The note does not name its presidency, and { $email } presides for more than one State. Name one with --presidency. Possible: { $own }.
import-presidency-wrong = { $email } does not preside for this State: { $text }. Possible with --presidency: { $own }.
