//! Fields: what they show is text, and what they say to do is none; those that count show nothing until they are counted
//! (ISO/IEC 29500-1, 17.16).

use std::collections::HashMap;

use super::super::counter::Counter;

/// Levels of the lists that fields count.
const LEVELS: usize = 9;

/// Longest instruction that is looked at, in bytes.
const LONGEST: usize = 200;

/// A field that is open.
#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// What it shows was reached.
    shows: bool,
    /// It shows something.
    said: bool,
}

/// The fields that are open, innermost last, and how far those that count have come.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Open fields whose instruction is being passed over.
    instructions: usize,
    sequences: HashMap<String, u32>,
    lists: HashMap<String, [u32; LEVELS]>,
    paragraphs: u32,
}

impl Fields {
    pub fn begin(&mut self) {
        self.open.push(Field::default());
        self.instructions += 1;
    }

    /// A piece of the innermost field's instruction.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.shows && field.instruction.len() < LONGEST) {
            field.instruction.push_str(text);
        }
    }

    /// What the field shows begins.
    pub fn separate(&mut self) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.shows) {
            field.shows = true;
            self.instructions -= 1;
        }
    }

    /// The field ends; gives what it counts where it shows nothing itself.
    pub fn end(&mut self) -> Option<String> {
        let field = self.open.pop()?;
        self.instructions -= usize::from(!field.shows);
        let counted = self.count(&field.instruction);
        counted.filter(|_| !field.said && self.instructions == 0)
    }

    /// Ends those whose instruction no paragraph closes.
    pub fn close(&mut self) {
        while self.open.last().is_some_and(|field| !field.shows) {
            self.open.pop();
            self.instructions -= 1;
        }
    }

    /// Whether an instruction is open, so that text is none.
    pub fn instructs(&self) -> bool {
        self.instructions > 0
    }

    /// Text stands in the innermost field.
    pub fn say(&mut self) {
        if let Some(field) = self.open.last_mut() {
            field.said = true;
        }
    }

    /// What an instruction counts; `None` for one that does not.
    fn count(&mut self, instruction: &str) -> Option<String> {
        let words: Vec<&str> = instruction.split_whitespace().collect();
        let (name, switches) = words.split_first()?;
        match name.to_ascii_uppercase().as_str() {
            "AUTONUM" | "AUTONUMLGL" => {
                self.paragraphs = self.paragraphs.saturating_add(1);
                let mark = switch(switches, "\\s").unwrap_or(".");
                let mark = if switches.contains(&"\\e") { "" } else { mark };
                Some(format!("{}{mark}", self.paragraphs))
            }
            "SEQ" => self.sequence(switches),
            "LISTNUM" => Some(self.list(switches)),
            _ => None,
        }
    }

    fn sequence(&mut self, switches: &[&str]) -> Option<String> {
        let name = switches.first().filter(|name| !name.starts_with('\\'))?.to_lowercase();
        let last = self.sequences.entry(name).or_default();
        let given = switch(switches, "\\r").and_then(|place| place.parse().ok());
        *last = match given {
            Some(place) => place,
            None if switches.contains(&"\\c") => *last,
            None => last.saturating_add(1),
        };
        let counter = match switch(switches, "\\*") {
            Some("alphabetic") => Counter::LowerLetter,
            Some("ALPHABETIC") => Counter::UpperLetter,
            Some("roman") => Counter::LowerRoman,
            Some("ROMAN") => Counter::UpperRoman,
            _ => Counter::Decimal,
        };
        (!switches.contains(&"\\h")).then(|| counter.write(*last))
    }

    fn list(&mut self, switches: &[&str]) -> String {
        let named = switches.first().filter(|name| !name.starts_with('\\'));
        let name = named.map_or_else(|| "numberdefault".to_owned(), |name| name.trim_matches('"').to_lowercase());
        let level = switch(switches, "\\l").and_then(|level| level.parse::<usize>().ok()).unwrap_or(1);
        let at = level.clamp(1, LEVELS) - 1;
        let places = self.lists.entry(name.clone()).or_default();
        let start = switch(switches, "\\s").and_then(|start| start.parse().ok());
        places[at] = start.unwrap_or(places[at].saturating_add(1));
        places[at + 1..].fill(0);
        let place = places[at];
        if name == "legaldefault" {
            let all = places[..=at].iter().map(ToString::to_string).collect::<Vec<_>>();
            return all.join(".") + ".";
        }
        let formats = if name == "outlinedefault" { OUTLINE } else { NUMBERS };
        let (before, counter, after) = formats[at];
        format!("{before}{}{after}", counter.write(place))
    }
}

/// What stands before a place, how it is counted, and what stands after it.
type Format = (&'static str, Counter, &'static str);

/// The levels of the built-in list `NumberDefault`.
const NUMBERS: [Format; LEVELS] = [
    ("", Counter::Decimal, ")"),
    ("", Counter::LowerLetter, ")"),
    ("", Counter::LowerRoman, ")"),
    ("(", Counter::Decimal, ")"),
    ("(", Counter::LowerLetter, ")"),
    ("(", Counter::LowerRoman, ")"),
    ("", Counter::Decimal, "."),
    ("", Counter::LowerLetter, "."),
    ("", Counter::LowerRoman, "."),
];

/// The levels of the built-in list `OutlineDefault`.
const OUTLINE: [Format; LEVELS] = [
    ("", Counter::UpperRoman, "."),
    ("", Counter::UpperLetter, "."),
    ("", Counter::Decimal, "."),
    ("", Counter::LowerLetter, ")"),
    ("(", Counter::Decimal, ")"),
    ("(", Counter::LowerLetter, ")"),
    ("(", Counter::LowerRoman, ")"),
    ("(", Counter::LowerLetter, ")"),
    ("(", Counter::LowerRoman, ")"),
];

/// What follows a switch.
fn switch<'a>(switches: &[&'a str], name: &str) -> Option<&'a str> {
    let at = switches.iter().position(|switch| switch.eq_ignore_ascii_case(name))?;
    switches.get(at + 1).map(|value| value.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(instructions: &[&str]) -> Vec<String> {
        let mut fields = Fields::default();
        let count = |instruction: &&str| {
            fields.begin();
            fields.instruct(instruction);
            fields.end().unwrap_or_default()
        };
        instructions.iter().map(count).collect()
    }

    #[test]
    fn fields_that_show_nothing_are_counted() {
        assert_eq!(counted(&[" AUTONUM ", "AUTONUMLGL \\* Arabic", "AUTONUM \\s )", "PAGE"]), ["1.", "2.", "3)", ""]);
        let sequence = ["SEQ para", "seq PARA", "SEQ para \\r 7", "SEQ para \\c", "SEQ q \\* alphabetic", "SEQ q \\h"];
        assert_eq!(counted(&sequence), ["1", "2", "7", "7", "a", ""]);
        let list = [
            "LISTNUM",
            "LISTNUM \\l 2",
            "LISTNUM NumberDefault \\l 2",
            "LISTNUM",
            "LISTNUM \\l 2",
            "LISTNUM \\l 4 \\s 3",
        ];
        assert_eq!(counted(&list), ["1)", "a)", "b)", "2)", "a)", "(3)"]);
        assert_eq!(counted(&["LISTNUM LegalDefault", "LISTNUM \"LegalDefault\" \\l 2"]), ["1.", "1.1."]);
        assert_eq!(counted(&["LISTNUM OutlineDefault", "LISTNUM OutlineDefault"]), ["I.", "II."]);
    }

    #[test]
    fn what_a_field_shows_is_not_counted_again() {
        let mut fields = Fields::default();
        let mut show = |result: bool| {
            fields.begin();
            fields.instruct("SEQ para");
            assert!(fields.instructs());
            fields.separate();
            assert!(!fields.instructs());
            if result {
                fields.say();
            }
            fields.end()
        };
        assert_eq!([show(true), show(false)], [None, Some("2".to_owned())]);
    }

    #[test]
    fn an_instruction_ends_with_its_paragraph() {
        let mut fields = Fields::default();
        fields.begin();
        fields.begin();
        fields.close();
        assert!(!fields.instructs());
        assert_eq!(fields.end(), None);
    }
}
