//! Numbers that Markdown counts itself: entries that all begin with `1.` are 1, 2, 3 to a reader (`CommonMark` 0.31,
//! section 5.3).

use super::lines::Line;

/// A list: how far in it stands, the number of its first entry, and the lines its entries begin with.
struct List {
    indent: usize,
    number: String,
    places: Vec<usize>,
    /// All its entries are written with that number.
    alike: bool,
}

/// Counts such entries on, in a text that marks its headings as Markdown does.
pub(super) fn count(lines: &mut [Line]) {
    if !lines.iter().any(|line| line.level > 0) {
        return;
    }
    for list in lists(lines).into_iter().filter(|list| list.alike) {
        let Ok(first) = list.number.parse::<usize>() else {
            continue;
        };
        for (at, number) in list.places.into_iter().zip(first..) {
            lines[at].text.replace_range(..list.number.len(), &number.to_string());
        }
    }
}

fn lists(lines: &[Line]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    // those that are open, outermost first
    let mut open: Vec<usize> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(number) = item(line) else {
            // what stands apart and as far out as a list ends it
            open.retain(|list| lists[*list].indent < line.indent || !line.gap && line.level == 0);
            continue;
        };
        open.retain(|list| lists[*list].indent <= line.indent);
        if let Some(list) = open.last().map(|list| &mut lists[*list]).filter(|list| list.indent == line.indent) {
            list.alike &= list.number == number;
            list.places.push(at);
        } else {
            open.push(lists.len());
            lists.push(List { indent: line.indent, number: number.to_owned(), places: vec![at], alike: true });
        }
    }
    lists
}

/// The number that a line begins with as an entry of a Markdown list.
fn item(line: &Line) -> Option<&str> {
    let end = line.text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=3).contains(end))?;
    let rest = line.text[end..].strip_prefix(['.', ')'])?;
    (line.level == 0 && rest.starts_with([' ', '\t'])).then(|| &line.text[..end])
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;

    fn texts(text: &str) -> Vec<String> {
        lines(text).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn entries_that_all_have_one_number_are_counted() {
        let list = "1. Who pays?\n   1. Now?\n   1. Later?\n1. Who knows?\n\n   Nobody does.\n\n1. Who asks?";
        let counted = ["1. Who pays?", "1. Now?", "2. Later?", "2. Who knows?", "Nobody does.", "3. Who asks?"]
            .map(str::to_owned);
        assert_eq!(texts(&format!("# Lamps\n\n{list}"))[1..], counted);
        assert_eq!(texts(&format!("Lamps\n\n{list}"))[4], "1. Who knows?", "no Markdown");
        let parted = texts("# Lamps\n\n1. Who pays?\n\nOil\n\n1. Who knows?\n\n## Glass\n\n1. Who asks?");
        assert!(parted.iter().all(|text| !text.starts_with('2')), "{parted:?}");
        let own = texts("# Lamps\n\n1. Who pays?\n2. Who knows?\n2. Who asks?");
        assert_eq!(own[1..], ["1. Who pays?", "2. Who knows?", "2. Who asks?"]);
        let anew = texts("# Lamps\n\n1. Answer:\n\n1. Who pays?\n\n2. Who knows?");
        assert_eq!(anew[1..], ["1. Answer:", "1. Who pays?", "2. Who knows?"]);
    }
}
