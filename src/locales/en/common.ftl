# What every page shares. Keys begin with the feature: common, language, error, notice, role, kind.

-product = Rapporteur

## The frame of a page

common-page-title = { $title } – { -product }
common-page-title-with-error = Error: { $title } – { -product }
common-product = { -product }
common-product-purpose = Written answers of delegations to consultations, and the report on them
common-skip-to-content = Skip to the content
common-main-navigation = Main
common-nav-consultations = Consultations
common-nav-administration = Administration
common-nav-account = Account
common-nav-sign-in = Sign in
common-nav-sign-out = Sign out
common-language = Language
common-change-language = Change language
common-times-note = Times are shown for { $place }.
common-times-note-seat = Times are shown for the seat of the United Nations ({ $place }).

## Small words

common-yes = Yes
common-no = No
common-save = Save
common-cancel = Cancel
common-back = Back
common-continue = Continue
common-change = Change
common-change-item = Change { $item }
common-add = Add
common-remove = Remove
common-delete = Delete
common-close = Close
common-print = Print
common-download = Download
common-search = Search
common-optional = optional
common-none = None
common-all = All
common-saved = Saved.
common-step = Step { $step } of { $steps }
common-previous-page = Previous page
common-next-page = Next page
common-opens-in-new-tab = opens in a new tab

## Times and amounts

# The time is HH:MM on a clock of 24 hours.
common-day-and-time = { $day }, { $time }
# The day and time just above, and the place whose clock is meant.
common-moment = { $time } { $place }
common-days-left = { $days ->
    [0] less than a day left
    [one] { $days } day left
   *[other] { $days } days left
}
common-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
common-words-of-limit = { $limit ->
    [one] { $count } of { $limit } word
   *[other] { $count } of { $limit } words
}
common-words-over-limit = { $over ->
    [one] { $over } word over the limit
   *[other] { $over } words over the limit
}
common-characters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}

## Languages, in the language of the reader

language-ar = Arabic
language-en = English
language-es = Spanish
language-fr = French
language-ru = Russian
language-zh = Chinese

## Errors in forms: the text at a field; the summary sets the field's label before it

error-summary-title = There is a problem
error-summary-item = { $field }: { $message }
error-prefix = Error:
error-required = This must be filled in.
error-required-choice = Choose one.
error-not-a-choice = Choose one of the values offered.
error-too-long = { $max ->
    [one] This is too long: at most { $max } character.
   *[other] This is too long: at most { $max } characters.
}
error-too-short = { $min ->
    [one] This is too short: at least { $min } character.
   *[other] This is too short: at least { $min } characters.
}
error-not-an-email = Enter an e-mail address such as name@example.org.
error-not-a-date = Enter a date that exists, such as 2026-12-11.
error-not-a-time = Enter a time between 00:00 and 23:59.
error-not-a-number = Enter a whole number.
error-out-of-range = Enter a number from { $min } to { $max }.
error-not-one-line = Enter this on one line.
error-not-text = This is not readable text. Use UTF-8.
notice-control-characters-removed = Invisible control characters were removed from the text. Nothing else was changed.

## Error pages: the title, then what to do

error-400 = This request could not be read
    .text = Something is missing from the request or is not in the form that was expected. Go back and try again.
error-403 = This form could not be accepted
    .text = It was not sent from a page of this site, or it belongs to an earlier session. Nothing was changed. Open the page again and send it once more.
error-404 = Page not found
    .text = There is nothing at this address, or it is not open to you. If you followed a link from an e-mail, check that it is complete, or sign in with the account it was sent to.
error-405 = This cannot be done here
    .text = The address exists, but does not accept this kind of request. Go back and use the buttons of the page.
error-409 = Somebody else has made a change in the meantime
    .text = What you wanted to change has been changed since you opened the page. Nothing you wrote is lost: compare both versions and decide.
error-413 = Too large
    .text = What you sent is larger than this site accepts. Nothing was changed; what you typed is still on the previous page.
error-415 = This kind of file cannot be read
    .text = The file or form is not of a kind that this page accepts. Nothing was changed.
error-422 = Some of this cannot be accepted
    .text = Your text is kept. Correct what is marked and send it again.
error-429 = Too many attempts
    .text = { $minutes ->
        [one] Wait { $minutes } minute, then try again.
       *[other] Wait { $minutes } minutes, then try again.
    }
error-500 = Something went wrong on our side
    .text = It is not your fault, and it has been recorded. Try again; if it happens again, write to the secretariat and give the reference number.
error-503 = The site is busy
    .text = It cannot handle this request just now. Wait a moment and try again; what you typed is still on the previous page.
# For people to copy: show it without isolation marks.
error-reference = Reference number: { $reference }
error-back-to-start = Go to the start page

## Roles

role-focal-point = Focal point
role-approver = Approver
role-drafter = Drafter
role-chair = Chair
role-analyst = Analyst
role-administrator = Administrator

## Kinds of participants

kind-member-state = Member State
    .plural = Member States
kind-observer-state = Observer State
    .plural = Observer States
kind-regional-organization = Regional organization
    .plural = Regional organizations
kind-other-entity = Other entity
    .plural = Other entities
