//! Secrets that a browser or a mail carries: 256 random bits, of which only the SHA-256 is stored.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A secret of 256 random bits, written as 64 hexadecimal digits.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new secret from the operating system's randomness.
    #[must_use]
    pub fn new() -> Self {
        Self(hex::encode(rand::random::<[u8; 32]>()))
    }

    /// The secret of that writing; none unless it is 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        fits.then(|| Self(text.to_owned()))
    }

    /// What is stored in its place.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// The secret itself, for the cookie or the link.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The form token that belongs to this session token: it lives as long and cannot be guessed without it.
    #[must_use]
    pub fn form_token(&self) -> String {
        hex::encode(Sha256::new_with_prefix(b"rapporteur form token\0").chain_update(self.0.as_bytes()).finalize())
    }

    /// Whether `given` is this session's form token; takes the same time for any answer.
    #[must_use]
    pub fn is_form_token(&self, given: &str) -> bool {
        self.form_token().as_bytes().ct_eq(given.as_bytes()).into()
    }
}

impl Default for Token {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_and_are_told_from_their_derivatives() {
        let token = Token::new();
        assert_ne!(token.expose(), Token::new().expose());
        assert!(Token::parse(token.expose()).is_some());
        assert!(
            Token::parse(&token.expose().to_uppercase()).is_none() || !token.expose().contains(char::is_alphabetic)
        );
        assert!(token.is_form_token(&token.form_token()));
        assert!(!token.is_form_token(token.expose()));
        assert!(!format!("{token:?}").contains(token.expose()));
    }
}
