//! What the reader knows of each language: its headings, months and phrases are data, one place a language.
//!
//! One more language: one more file here and its name in [`super::language::ALL`].

pub(super) mod ar;
pub(super) mod cities;
pub(super) mod en;
pub(super) mod es;
pub(super) mod fr;
pub(super) mod ru;
pub(super) mod zh;

use super::calendar::Calendar;

/// All the words of one language; every text is folded as [`super::language::fold`] does, unless it is a regular expression.
pub(super) struct Language {
    /// ISO 639-1.
    pub code: &'static str,
    /// How it says when something is held.
    pub calendar: &'static Calendar,
    /// Very frequent words, to tell languages of one script apart.
    pub frequent: &'static [&'static str],
    /// Names of the six languages after "Original:".
    pub tongues: &'static [(&'static str, &'static str)],
    /// What stands before the original language.
    pub original: &'static [&'static str],
    /// Organs in a document's masthead.
    pub organs: &'static [&'static str],
    /// How the name of a body ends, without blanks between words.
    pub bodies: &'static [&'static str],
    /// How the name of an office begins, which may stand above a note's heading.
    pub offices: &'static [&'static str],
    /// Names of the lines that mail programs write above a letter.
    pub mail_heads: &'static [&'static str],
    /// What a mail program says of another's lines below: "A wrote:".
    pub wrote: &'static [&'static str],
    /// What stands before a page's number that printing puts there.
    pub pages: &'static [&'static str],
    /// What stands between it and the number of all pages.
    pub of_pages: &'static [&'static str],
    /// What printed documents ask of those who have read them, at the foot of the first page.
    pub recycling: &'static str,
    /// What stands for "number" before one.
    pub number_signs: &'static [&'static str],
    /// How a letter or a mail greets its readers: the words that its first line begins with.
    pub greetings: &'static [&'static str],
    /// How a letter or a mail ends before its writer's name.
    pub closings: &'static [&'static str],
    /// Names of the facts that a note lists with a colon, one a line ("Venue: ...").
    pub facts: &'static [&'static str],
    /// Names of the fact that says what a meeting is about ("Theme: ...").
    pub themes: &'static [&'static str],
    /// How a line begins that says of which day a text is, or which of its versions: "Draft of 3 May".
    pub versions: &'static [&'static str],
    /// Names of the lines behind a note that say whom to write to, who else has it, or what is enclosed ("Contact: ...").
    pub contacts: &'static [&'static str],
    /// The word for a body's session, which its masthead counts.
    pub sessions: &'static [&'static str],
    /// How the line of a masthead begins that names the item of the agenda, before its number.
    pub agendas: &'static [&'static str],
    /// The word that begins an annex's heading.
    pub annex: &'static [&'static str],
    /// What a concept note is called in its own heading.
    pub note_names: &'static [&'static str],
    /// What joins to that name what the note holds besides, or its writer: "and" of "Concept note and programme".
    pub joining: &'static [&'static str],
    /// What stands before who wrote a note or holds the meeting, at a line's beginning or behind that name.
    pub bylines: &'static [&'static str],
    /// Who wrote a note, before that name.
    pub writers: &'static [&'static str],
    /// What the title of a call for input begins with.
    pub calls: &'static [&'static str],
    /// What the title of a questionnaire begins with, or ends with where words have no blanks between them.
    pub questionnaires: &'static [&'static str],
    /// How it announces what is asked.
    pub asking: &'static Asking,
    /// Words before a question's number ("Question 1:").
    pub question_labels: &'static [&'static str],
    /// Words for what is answered, in the name of a table's column.
    pub answers: &'static [&'static str],
    /// Headings that notes often begin with.
    pub opening_headings: &'static [&'static str],
    /// Other headings that notes often have.
    pub section_headings: &'static [&'static str],
    /// How a letter's heading begins: regular expressions with a group `from` for the office.
    pub letters: &'static [&'static str],
    /// What a letter is called where its heading is that word alone.
    pub letter_names: &'static [&'static str],
    /// What those are who sign letters, under their name or above it.
    pub posts: &'static [&'static str],
    /// Articles before the office, which are not part of it.
    pub articles: &'static [&'static str],
    /// The mark of a signature, in parentheses in the document.
    pub signed: &'static [&'static str],
    /// What the line of a letterhead says of the State in the line above it.
    pub presidency_lines: &'static [&'static str],
    /// Phrases of a sentence that says who presides.
    pub presidency: &'static [&'static str],
    /// Words beside those that say that a presidency is over, or the next one.
    pub former: &'static [&'static str],
    /// Ordinals of questions, with what counts them.
    pub nth: &'static [(&'static str, u32)],
    /// Hours in letters, and numbers of questions.
    pub numbers: &'static [(&'static str, u32)],
    /// Ordinals that number headings in letters.
    pub ordinals: &'static [(&'static str, u32)],
    /// First parts of words that keep their hyphen, and that are no syllable of others.
    pub compounds: &'static [&'static str],
    /// First parts of words that keep their hyphen, but that may be a syllable of others: they keep it where words are
    /// hardly divided at all.
    pub prefixes: &'static [&'static str],
    /// Last parts of words that keep their hyphen, and that no longer word ends with where it is divided.
    pub compound_ends: &'static [&'static str],
    /// Words that no sentence ends with: articles, prepositions, conjunctions.
    pub open_words: &'static [&'static str],
}

/// How one language announces questions, in headings and in the sentences that open their list; folded as all its words.
pub(super) struct Asking {
    /// Headings that announce guiding questions, wherever they stand in the heading.
    pub headings: &'static [&'static str],
    /// Words for what is put to participants, that announce questions only with a purpose: "issues", "points".
    pub topics: &'static [&'static str],
    /// Purposes that stand before such a word in a heading, with their blank if the script has one.
    pub purposes_before: &'static [&'static str],
    /// Purposes that stand after it: " for discussion".
    pub purposes_after: &'static [&'static str],
    /// The word "questions" in a heading or an opening sentence.
    pub words: &'static [&'static str],
    /// What stands before the word for questions in a heading and says of what kind they are, or that there is a list of them.
    pub kinds_before: &'static [&'static str],
    /// What stands after it: of what kind, whom they are put to, what is to be done with them.
    pub kinds_after: &'static [&'static str],
    /// Further words for topics, as they stand in a sentence; some with the colon that ends it.
    pub matters: &'static [&'static str],
    /// Words of a heading or opening sentence that asks for views on topics.
    pub sought: &'static [&'static str],
    /// How what follows up a question begins, and hangs on its answer: "If yes, ...".
    pub conditions: &'static [&'static str],
    /// How a few words behind a question begin that ask to say more of it: "Please specify".
    pub elaborations: &'static [&'static str],
}
