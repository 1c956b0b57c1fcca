//! The heading of a letter, its greeting and its signature.

use std::sync::LazyLock;

use regex::Regex;

use crate::concept_note::language::{ALL, find_phrase, fold, has_phrase, is_direction_mark, is_wide};
use crate::concept_note::sentence::ends_sentence;

/// Longest line of a signature, in characters.
const LONGEST: usize = 240;

/// Most words of a line that greets.
const GREETING: usize = 9;

static LETTERS: LazyLock<Vec<Regex>> =
    LazyLock::new(|| ALL.iter().flat_map(|l| l.letters).filter_map(|letter| Regex::new(letter).ok()).collect());

/// The office in a letter's heading, as written, without an article.
pub(in crate::concept_note) fn letter_office(text: &str) -> Option<String> {
    if text.len() > 1200 {
        return None;
    }
    let text: String = text.chars().filter(|c| !is_direction_mark(*c)).collect();
    let captures = LETTERS.iter().find_map(|letter| letter.captures(text.trim()))?;
    Some(without_article(captures.name("from")?.as_str().trim().trim_end_matches(['.', ','])))
}

fn without_article(office: &str) -> String {
    let folded = fold(office);
    let article = ALL.iter().flat_map(|l| l.articles).filter(|a| folded.starts_with(**a)).max_by_key(|a| a.len());
    office.chars().skip(article.map_or(0, |article| article.chars().count())).collect()
}

/// Whether a line calls what follows a letter and says nothing more.
pub(in crate::concept_note) fn is_letter_name(text: &str) -> bool {
    let folded = fold(text.trim().trim_end_matches([':', '：', '.']).trim_end());
    ALL.iter().any(|language| language.letter_names.contains(&folded.as_str()))
}

/// Whether a line greets the readers of a letter or a mail, and says nothing more.
pub(in crate::concept_note) fn is_greeting(text: &str) -> bool {
    let text = text.trim();
    let few = text.split_whitespace().count() <= GREETING && text.chars().filter(|c| is_wide(*c)).count() <= 16;
    let folded = fold(text);
    let begins = |words: &&str| folded.starts_with(words);
    few && text.ends_with([',', '，', '،', ':', '：', '!', '！']) && ALL.iter().flat_map(|l| l.greetings).any(begins)
}

/// The post that a line of a signature names, as written, without an article.
pub(in crate::concept_note) fn post(text: &str) -> Option<String> {
    let folded = fold(text);
    let named = ALL.iter().flat_map(|language| language.posts).any(|post| has_phrase(&folded, post));
    let line = text.chars().count() <= LONGEST && !ends_sentence(text) && !text.contains(['@', ':', '：']);
    (named && line).then(|| without_article(text.trim().trim_end_matches([',', '،', '，', ';'])))
}

/// The name beside the mark of a signature; empty where the name is elsewhere.
pub(in crate::concept_note) fn signed(text: &str) -> Option<String> {
    let (before, rest) = text.split_once(['(', '（', '['])?;
    let (mark, after) = rest.split_once([')', '）', ']'])?;
    if before.len() > 120 || mark.len() > 40 || after.len() > 200 {
        return None;
    }
    let mark = fold(mark.trim());
    if !ALL.iter().any(|language| language.signed.contains(&mark.as_str())) {
        return None;
    }
    let name = if after.trim().is_empty() { before } else { after };
    Some(without_post(name.trim().trim_matches(is_direction_mark)).trim_end_matches([',', '،']).to_owned())
}

/// A name without the post that goes on in its line: "A. B. Name President of the Council".
fn without_post(name: &str) -> &str {
    let begins = |(at, _): &(usize, char)| {
        let (before, rest) = (name[..*at].trim_end(), fold(&name[*at..]));
        let post = ALL.iter().flat_map(|l| l.posts).any(|post| find_phrase(&rest, post) == Some(0));
        // a title stands before the name, and ends with a full stop or is alone
        post && name[..*at].ends_with(char::is_whitespace) && before.contains(' ') && !before.ends_with('.')
    };
    name.char_indices().find(begins).map_or(name, |(at, _)| name[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_name_their_office_in_six_languages() {
        for (heading, office) in [
            (
                "Letter dated 25 November 2020 from the Permanent Representative of South Africa to the United Nations addressed to the Secretary-General",
                "Permanent Representative of South Africa to the United Nations",
            ),
            (
                "Lettre datée du 2 mai 2022, adressée au Secrétaire général par le Représentant permanent du Kenya auprès de l’Organisation des Nations Unies",
                "Représentant permanent du Kenya auprès de l’Organisation des Nations Unies",
            ),
            (
                "Carta de fecha 2 de mayo de 2022 dirigida al Secretario General por la Representante Permanente de México ante las Naciones Unidas",
                "Representante Permanente de México ante las Naciones Unidas",
            ),
            (
                "Письмо Постоянного представителя Кении при Организации Объединенных Наций от 2 мая 2022 года на имя Генерального секретаря",
                "Постоянного представителя Кении при Организации Объединенных Наций",
            ),
            ("2022年5月2日肯尼亚常驻联合国代表给秘书长的信", "肯尼亚常驻联合国代表"),
            (
                "رسالة مؤرخة 2 أيار/مايو 2022 موجهة إلى الأمين العام من الممثل الدائم لكينيا لدى الأمم المتحدة",
                "الممثل الدائم لكينيا لدى الأمم المتحدة",
            ),
        ] {
            assert_eq!(letter_office(heading).as_deref(), Some(office));
        }
        let to_many = "رسالة مؤرخة 2 آذار/مارس 2027 موجهة من الميسّرين المشاركين إلى جميع الممثلين الدائمين";
        assert_eq!(letter_office(to_many).as_deref(), Some("الميسّرين المشاركين"));
        assert_eq!(letter_office("The letter was sent by the Permanent Representative"), None);
    }

    #[test]
    fn a_signature_is_recognised_by_its_mark() {
        assert_eq!(signed("(Signed) Jerry Matthews Matjila").as_deref(), Some("Jerry Matthews Matjila"));
        assert_eq!(signed("张军(签名)").as_deref(), Some("张军"));
        assert_eq!(signed("(a) Text"), None);
        for (line, name) in [
            ("(Signed) A. B. Name President of the Council", "A. B. Name"),
            ("(Signed) A. B. Name, Permanent Representative", "A. B. Name"),
            ("(Signé) Mme A. Nom Représentante permanente", "Mme A. Nom"),
            ("(Подпись) А. Б. Имя Постоянный представитель", "А. Б. Имя"),
            ("(Signed) H.E. Ambassador A. Name", "H.E. Ambassador A. Name"),
            ("(Signed) Ambassador A. Name", "Ambassador A. Name"),
        ] {
            assert_eq!(signed(line).as_deref(), Some(name), "{line}");
        }
    }

    #[test]
    fn greetings_are_told_from_titles() {
        for greeting in [
            "Dear colleagues,",
            "Excellencies,",
            "Sir,",
            "Mesdames, Messieurs,",
            "Estimados colegas:",
            "Уважаемые коллеги!",
            "尊敬的各位同事：",
            "各位同事：",
            "تحية طيبة،",
            "أصحاب السعادة،",
        ] {
            assert!(is_greeting(greeting), "{greeting}");
        }
        for other in
            ["Dear schools: what a meal costs in the islands", "Ladies and gentlemen of the press", "Background:"]
        {
            assert!(!is_greeting(other), "{other}");
        }
    }
}
