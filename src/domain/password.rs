//! Passwords before they are hashed (NIST SP 800-63B-4, 3.1.1).

use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

/// The fewest characters of a new password: 15 where it is the only factor.
pub const MIN_CHARACTERS: usize = 15;

/// The most characters; far above what people type, low enough to keep hashing cheap.
pub const MAX_CHARACTERS: usize = 1_000;

/// Why a new password cannot be taken. Its text is in no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than [`MIN_CHARACTERS`].
    #[error("the password has {length} characters, at least {MIN_CHARACTERS} are needed")]
    TooShort {
        /// Unicode scalar values in it.
        length: usize,
    },
    /// More than [`MAX_CHARACTERS`].
    #[error("the password has {length} characters, at most {MAX_CHARACTERS} are taken")]
    TooLong {
        /// Unicode scalar values in it.
        length: usize,
    },
}

/// A password in the form in which it is hashed: any script, spaces and all, composed by NFKC, since keyboards
/// and systems write the same letters in different ways. Shown nowhere, wiped from memory when dropped.
#[derive(Clone, Debug)]
pub struct Password(SecretString);

impl Password {
    /// Reads a password that somebody chooses. Nothing is trimmed; no kinds of characters are demanded.
    ///
    /// # Errors
    /// [`PasswordError`], by the number of characters (Unicode scalar values). The fewer of those typed and those
    /// hashed must suffice: one ligature must not count as the eighteen letters it stands for.
    pub fn choose(raw: &str) -> Result<Self, PasswordError> {
        let typed = raw.chars().count();
        if typed > MAX_CHARACTERS {
            return Err(PasswordError::TooLong { length: typed });
        }
        let password = Self::normalised(raw);
        let hashed = password.expose().chars().count();
        let length = typed.min(hashed);
        if length < MIN_CHARACTERS {
            return Err(PasswordError::TooShort { length });
        }
        Ok(password)
    }

    /// Takes what somebody types to sign in: any length, since a wrong one is only wrong. What lies beyond the
    /// longest possible password is not looked at, but makes it differ from every possible one.
    #[must_use]
    pub fn attempt(raw: &str) -> Self {
        match raw.char_indices().nth(MAX_CHARACTERS) {
            None => Self::normalised(raw),
            // one character more than any password that was chosen can have been typed with
            Some((end, _)) => Self::normalised(&format!("{}\u{0}", &raw[..end])),
        }
    }

    /// The text to hash, and for nothing else.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    fn normalised(raw: &str) -> Self {
        Self(SecretString::from(raw.nfkc().collect::<String>()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn length(raw: &str) -> Result<usize, PasswordError> {
        Password::choose(raw).map(|password| password.expose().chars().count())
    }

    #[test]
    fn fifteen_characters_of_any_script() {
        assert_eq!(
            length("fourteen chars"),
            Err(PasswordError::TooShort { length: 14 })
        );
        for good in [
            "fifteen chars!!",
            "               ",
            "паролькоторыйдлинный",
            "一二三四五六七八九十一二三四五",
            "👩🏽👩🏽👩🏽👩🏽👩🏽👩🏽👩🏽👩🏽",
        ] {
            assert!(length(good).is_ok(), "{good}");
        }
        assert_eq!(length(&"x".repeat(1_000)), Ok(1_000));
        assert_eq!(
            length(&"x".repeat(1_001)),
            Err(PasswordError::TooLong { length: 1_001 })
        );
    }

    #[test]
    fn a_ligature_is_one_character_and_a_composed_letter_too() {
        assert_eq!(length("ﷺ"), Err(PasswordError::TooShort { length: 1 }));
        assert_eq!(
            length(&"e\u{301}".repeat(14)),
            Err(PasswordError::TooShort { length: 14 })
        );
    }

    #[test]
    fn two_keyboards_write_one_password() {
        let one = Password::choose("caf\u{e9} au lait, cher Ａmi").unwrap();
        let other = Password::attempt("cafe\u{301} au lait, cher Ami");
        assert_eq!(one.expose(), other.expose());
    }

    #[test]
    fn it_is_not_shown_and_too_long_an_attempt_matches_nothing() {
        let longest = "x".repeat(1_000);
        let password = Password::choose(&longest).unwrap();
        assert!(!format!("{password:?}").contains("xxx"));
        assert_ne!(
            Password::attempt(&format!("{longest}x")).expose(),
            password.expose()
        );
        assert_eq!(Password::attempt(&longest).expose(), password.expose());
    }

    proptest! {
        #[test]
        fn what_was_chosen_signs_in(raw in any::<String>()) {
            if let Ok(password) = Password::choose(&raw) {
                let attempt = Password::attempt(&raw);
                prop_assert_eq!(attempt.expose(), password.expose());
                let again = Password::attempt(password.expose());
                prop_assert_eq!(again.expose(), password.expose());
            }
        }
    }
}
