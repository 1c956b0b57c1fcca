//! Passphrases of the demonstration: made at its first start, one for each circle of people.

use super::plan::Circle;

/// A passphrase a circle.
#[derive(Debug, Clone)]
pub struct Passphrases([(Circle, String); 4]);

impl Passphrases {
    /// New ones, of syllables that can be read aloud: 24 letters in four groups, some 76 random bits.
    #[must_use]
    pub fn new() -> Self {
        Self([Circle::Chair, Circle::Analysts, Circle::Secretariat, Circle::Delegations].map(|c| (c, passphrase())))
    }

    /// All of them.
    pub(super) fn all(&self) -> &[(Circle, String)] {
        &self.0
    }

    /// The passphrase of `circle`.
    #[must_use]
    pub fn of(&self, circle: Circle) -> &str {
        self.0.iter().find(|(other, _)| *other == circle).map_or("", |(_, passphrase)| passphrase)
    }
}

impl Default for Passphrases {
    fn default() -> Self {
        Self::new()
    }
}

fn passphrase() -> String {
    const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
    const VOWELS: &[u8; 5] = b"aeiou";
    let mut text = String::new();
    for syllable in 0..12 {
        if syllable > 0 && syllable % 3 == 0 {
            text.push('-');
        }
        text.push(char::from(CONSONANTS[rand::random_range(0..CONSONANTS.len())]));
        text.push(char::from(VOWELS[rand::random_range(0..VOWELS.len())]));
    }
    text
}
