//! Tables of questions: a row whose first cell is but a number is an entry with that label.

use super::numbering;

/// The label that the first cell of a row gives to those after it, as written.
pub(super) fn label<'a>(cells: &[&'a str]) -> Option<&'a str> {
    let (first, others) = cells.split_first()?;
    let first = first.trim();
    let said = others.iter().any(|cell| cell.chars().any(char::is_alphabetic));
    let counts = numbering::number(first).is_some() || numbering::is_label(first);
    (said && counts && first.chars().any(char::is_alphanumeric)).then_some(first)
}

/// Whether a row names the columns of the labelled rows under it: each of its cells has a few words.
pub(super) fn is_head(cells: &[&str], next: &[&str]) -> bool {
    let named = cells.iter().all(|cell| cell.split_whitespace().count() <= 6 && cell.chars().count() <= 60);
    cells.len() > 1 && named && label(cells).is_none() && label(next).is_some()
}

/// A label and its text as one line; what no mark sets off, a tab does.
pub(super) fn entry(label: &str, text: &str) -> String {
    let bare = label.ends_with(char::is_alphanumeric);
    format!("{label}{}{text}", if bare { '\t' } else { ' ' })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_number_alone_is_a_label() {
        for (cells, expected) in [
            (&["1", "How many?", "All"][..], Some("1")),
            (&[" 2. ", "How many?"], Some("2.")),
            (&["(a)", "How many?", ""], Some("(a)")),
            (&["Q3", "How many?"], Some("Q3")),
            (&["一", "谁？"], Some("一")),
            (&["1"], None),
            (&["1", "2027", ""], None),
            (&["Date", "3 May 2027"], None),
            (&["•", "Text"], None),
            (&["2027", "Text"], None),
        ] {
            assert_eq!(label(cells), expected, "{cells:?}");
        }
        assert!(is_head(&["No.", "Question"], &["1", "How many?"]));
        assert!(!is_head(&["Venue", "Hall 3"], &["Date", "3 May"]));
        assert_eq!([entry("1", "a"), entry("1.", "a")], ["1\ta", "1. a"]);
    }
}
