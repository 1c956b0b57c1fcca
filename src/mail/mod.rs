//! Mails: messages rendered in the reader's language, and the transport that carries them.
