//! How text is set, as far as it tells what a paragraph is: what a style leaves open, the style it rests on says.

/// A twentieth of a point.
pub(super) type Twips = i32;

/// What a blank takes in ordinary type.
const BLANK: Twips = 120;

/// What one level of a list is set in against the one above it.
const LEVEL: Twips = 360;

/// Where a paragraph's lines begin.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Indent {
    pub left: Option<Twips>,
    /// From the right, where the file says which side is which however the text runs.
    pub right: Option<Twips>,
    /// Of the first line against the others.
    pub first: Option<Twips>,
}

impl Indent {
    /// Of a list that does not say where its levels stand, by the level counted from 0.
    pub fn of_level(level: usize) -> Indent {
        Indent { left: Twips::try_from(level).ok().map(|level| level.saturating_mul(LEVEL)), ..Indent::default() }
    }

    /// What it leaves open is as in another.
    pub fn or(self, other: Indent) -> Indent {
        Indent { left: self.left.or(other.left), right: self.right.or(other.right), first: self.first.or(other.first) }
    }

    /// Of a text that runs from right to left.
    pub fn at_right(self) -> Indent {
        // lists count from where lines begin, on either side
        Indent { left: self.right.filter(|right| *right > 0).or(self.left), ..self }
    }

    /// In blanks: of the label if there is one, else of the lines, since the first line of any text may be set in.
    pub fn blanks(self, labelled: bool) -> usize {
        let first = if labelled { self.first.unwrap_or(0) } else { 0 };
        usize::try_from(self.left.unwrap_or(0).saturating_add(first) / BLANK).unwrap_or(0)
    }
}

/// How letters are set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting {
    pub bold: Option<bool>,
    pub hidden: Option<bool>,
    /// All letters are set as capitals; the words stay as typed.
    pub capitals: Option<bool>,
    pub underlined: Option<bool>,
}

impl Setting {
    /// What it leaves open is as in another.
    pub fn or(self, other: Setting) -> Setting {
        Setting {
            bold: self.bold.or(other.bold),
            hidden: self.hidden.or(other.hidden),
            capitals: self.capitals.or(other.capitals),
            underlined: self.underlined.or(other.underlined),
        }
    }
}

/// What built-in headings are called before their number: in English in nearly all files, else in the writer's language.
const HEADINGS: &[&str] =
    &["heading", "titre", "título", "titulo", "заголовок", "标题", "標題", "العنوان", "عنوان", "überschrift", "titolo"];

/// What the title of a document is called.
const TITLES: &[&str] =
    &["title", "titre", "título", "puesto", "название", "标题", "標題", "العنوان", "titel", "titolo"];

/// The level of a heading by its style's name in small letters: "heading 2", "заголовок 2"; a title heads all.
pub(super) fn named_level(name: &str) -> Option<u8> {
    if TITLES.contains(&name) {
        return Some(1);
    }
    let number = HEADINGS.iter().find_map(|word| name.strip_prefix(word))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_name() {
        assert_eq!(named_level("heading 2"), Some(2));
        assert_eq!(named_level("标题 3"), Some(3));
        assert_eq!(named_level("заголовок 1"), Some(1));
        assert_eq!(named_level("title"), Some(1));
        assert_eq!(named_level("heading levels"), None);
        assert_eq!(named_level("heading 0"), None);
    }

    #[test]
    fn a_label_stands_where_the_first_line_begins() {
        let hanging = Indent { left: Some(720), first: Some(-360), ..Indent::default() };
        assert_eq!((hanging.blanks(true), hanging.blanks(false)), (3, 6));
        let paragraph = Indent { first: Some(720), ..Indent::default() };
        assert_eq!(paragraph.or(hanging).blanks(false), 6);
        assert_eq!(Indent { left: Some(-720), ..Indent::default() }.blanks(true), 0);
        assert_eq!([0, 1, 2].map(|level| Indent::of_level(level).blanks(true)), [0, 3, 6]);
    }
}
