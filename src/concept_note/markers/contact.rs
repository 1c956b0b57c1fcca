//! Lines that say whom to write to, who else has a copy, or what is enclosed.

use super::masthead::{is_mail_head, named_value};
use crate::concept_note::language::ALL;

/// Fewest digits of a telephone number with the code of its country.
const SHORTEST_NUMBER: usize = 8;

/// Whether a text that asks nothing is such a line: it holds an address or a telephone number, or begins with a name for
/// them and a colon ("RSVP: the mission").
pub(in crate::concept_note) fn is_contact(text: &str) -> bool {
    let named = named_value(text).is_some_and(|name| ALL.iter().any(|l| l.contacts.contains(&name.as_str())));
    named || is_mail_head(text) || has_address(text) || has_telephone(text)
}

fn has_address(text: &str) -> bool {
    let words = || text.split(|c: char| !(c.is_ascii_graphic()) || "()<>[],;:".contains(c));
    let mailbox = |word: &str| {
        let parts = word.split_once('@');
        parts.is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'))
    };
    text.contains("https://")
        || text.contains("http://")
        || words().any(|word| word.starts_with("www.") || mailbox(word))
}

fn has_telephone(text: &str) -> bool {
    text.split('+').skip(1).any(|behind| {
        let number = behind.chars().take_while(|c| c.is_numeric() || " \u{a0}()-.".contains(*c));
        number.filter(|c| c.is_numeric()).count() >= SHORTEST_NUMBER
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_contact_are_told() {
        for line in [
            "RSVP: the mission of the presidency by 12 May",
            "cc: Members of the Council",
            "Enclosure: list of speakers",
            "Pour tout renseignement : M. Roy",
            "Persona de contacto: Sra. Ruiz",
            "Контактное лицо: Иванов",
            "联系人：王先生",
            "للاتصال: السيدة ليلى",
            "Ms. Ito (ito@mission.example)",
            "王先生（pol@mission.example）",
            "The office, +1 (212) 555-0100",
            "www.mission.example",
        ] {
            assert!(is_contact(line), "{line}");
        }
        for line in ["The role of lamps", "Oil: who sells it", "Growth of +3 per cent in 2026", "Prices @ the pump"] {
            assert!(!is_contact(line), "{line}");
        }
    }
}
