# The frame of pages, and the page of a form whose session ended.

frame-menu = Menu
frame-new-consultation = New consultation
frame-demonstration = Demonstration
    .text = Demonstration. Every answer here is illustrative and is not a position of any Government or organization.
frame-idle-soon = Your session ends at { $time }. Save, or stay signed in.
frame-idle-ended = Your session has ended. Your text is still here: save, and you will be asked to sign in.
frame-idle-stay = Stay signed in
session-title = Your text is not saved yet
session-ended = Your session ended. Nothing is lost: what you sent is below. Sign in here with the same account, and it is saved at once. If another account signs in, nothing is saved.
session-wrong = The address or the password is wrong. Your text is still below.
session-too-many = Too many attempts. Wait a few minutes and try again on this page: your text is still below.
session-other-account = This text was written with a different account from the one now signed in. Nothing was saved. Copy the text below, or sign in with the account that wrote it.
session-earlier = You have signed in again since this page was opened. Your text is below; press the button to save it.
session-failed = This could not be saved just now. Nothing is lost: what you sent is below. Send it once more in a moment, or copy it.
session-sign-in-and-save = Sign in and save
session-save-now = Save now
session-your-text = Your text
session-text-number = Text { $number }
session-act-title = This is not done yet
session-act-ended = Your session ended. Sign in here with the same account; you are then asked once more. If another account signs in, nothing is done.
session-act-other-account = This page was opened with a different account from the one now signed in. Nothing was done. Copy what you need from below, or sign in with the account that opened it.
session-act-failed = This could not be done just now. What you sent is below. Send it once more in a moment.
session-act-again = Send again
