//! Brings the participants, groups and the Council's membership that the program carries (`seeds/*.csv`) into the database.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use csv::{Reader, StringRecord};
use sqlx::{Connection, PgConnection};

use crate::{
    concept_note::Country,
    domain::{
        language::Language,
        participant::{Kind, ParticipantCode},
    },
    store::seeding::{self, Names as Stored, Spells},
};

const PARTICIPANTS: &str = include_str!("../../seeds/participants.csv");
const GROUPS: &str = include_str!("../../seeds/regional-groups.csv");
const GROUP_MEMBERSHIPS: &str = include_str!("../../seeds/group-memberships.csv");
const COUNCIL_MEMBERSHIPS: &str = include_str!("../../seeds/council-memberships.csv");

/// Why nothing was seeded.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// A file of the program's own is not as it should be.
    #[error("the file {file} is not as it should be: {problem}")]
    File {
        /// Which.
        file: &'static str,
        /// What is wrong.
        problem: String,
    },
    /// The database.
    #[error("the participants could not be stored: {0}")]
    Database(#[from] sqlx::Error),
}

/// Stores all of it in one transaction; what is there already stays. As the app's role or the owner.
pub async fn participants(connection: &mut PgConnection) -> Result<(), SeedError> {
    let (codes, kinds, names) = read_participants()?;
    let groups = read_names("seeds/regional-groups.csv", GROUPS)?;
    let memberships = read_spells("seeds/group-memberships.csv", GROUP_MEMBERSHIPS)?;
    let council = read_spells("seeds/council-memberships.csv", COUNCIL_MEMBERSHIPS)?;
    let mut transaction = connection.begin().await?;
    seeding::in_turn(&mut transaction).await?;
    seeding::participants(&mut transaction, &codes, &kinds).await?;
    seeding::participant_names(&mut transaction, &names).await?;
    seeding::groups(&mut transaction, &groups).await?;
    seeding::group_memberships(&mut transaction, &memberships).await?;
    seeding::council_memberships(&mut transaction, &council).await?;
    transaction.commit().await?;
    Ok(())
}

/// The participants' names in one language, by their codes: for commands that need no database.
#[derive(Debug, Clone, Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// What a participant is called; the code itself where nobody has it.
    #[must_use]
    pub fn of(&self, code: &str) -> String {
        self.0.get(code).map_or_else(|| code.to_owned(), String::clone)
    }
}

/// The names in `language`.
pub fn names_in(language: Language) -> Result<Names, SeedError> {
    let (_, _, all) = read_participants()?;
    let names = all.codes.into_iter().zip(all.languages).zip(all.names);
    let own = names.filter(|((_, tag), _)| tag == language.tag());
    Ok(Names(own.map(|((code, _), name)| (code, name)).collect()))
}

/// The participants with their names in every language: for reading a concept note without a database.
pub fn countries() -> Result<Vec<Country>, SeedError> {
    let (_, _, names) = read_participants()?;
    let mut countries: Vec<Country> = Vec::new();
    for (code, name) in names.codes.into_iter().zip(names.names) {
        match countries.last_mut() {
            Some(last) if last.code == code => last.names.push(name),
            _ => countries.push(Country { code, names: vec![name] }),
        }
    }
    Ok(countries)
}

fn read_participants() -> Result<(Vec<String>, Vec<String>, Stored), SeedError> {
    let file = "seeds/participants.csv";
    let rows = rows(file, PARTICIPANTS)?;
    let mut kinds = Vec::new();
    let mut codes = Vec::new();
    for row in &rows {
        let (code, kind) = (row.cell("code")?, row.cell("kind")?);
        if ParticipantCode::parse(code).is_none() || Kind::parse(kind).is_none() {
            return Err(row.wrong(format!("{code} {kind}")));
        }
        codes.push(code.to_owned());
        kinds.push(kind.to_owned());
    }
    Ok((codes, kinds, names(&rows)?))
}

fn read_names(file: &'static str, text: &str) -> Result<Stored, SeedError> {
    names(&rows(file, text)?)
}

fn names(rows: &[Row]) -> Result<Stored, SeedError> {
    let mut names = Stored::default();
    for row in rows {
        for language in Language::ALL {
            let name = row.cell(&format!("name_{}", language.tag()))?;
            if name.is_empty() {
                return Err(row.wrong(format!("no name in {}", language.tag())));
            }
            names.codes.push(row.cell("code")?.to_owned());
            names.languages.push(language.tag().to_owned());
            names.names.push(name.to_owned());
        }
    }
    Ok(names)
}

fn read_spells(file: &'static str, text: &str) -> Result<Spells, SeedError> {
    let mut spells = Spells::default();
    for row in rows(file, text)? {
        let place = row.cell("group").or_else(|_| row.cell("kind"))?.to_owned();
        spells.participants.push(row.cell("participant")?.to_owned());
        spells.places.push(place);
        spells.from.push(row.day("valid_from")?);
        spells.to.push(row.day("valid_to")?);
    }
    Ok(spells)
}

/// A line of a file, with the names of its columns.
struct Row {
    file: &'static str,
    columns: StringRecord,
    cells: StringRecord,
}

impl Row {
    fn cell(&self, column: &str) -> Result<&str, SeedError> {
        let place = self.columns.iter().position(|name| name == column);
        place.and_then(|place| self.cells.get(place)).ok_or_else(|| self.wrong(format!("no column {column}")))
    }

    fn day(&self, column: &str) -> Result<Option<NaiveDate>, SeedError> {
        let text = self.cell(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| self.wrong(format!("{text} is no day")))
    }

    fn wrong(&self, problem: String) -> SeedError {
        SeedError::File { file: self.file, problem }
    }
}

fn rows(file: &'static str, text: &str) -> Result<Vec<Row>, SeedError> {
    let wrong = |error: csv::Error| SeedError::File { file, problem: error.to_string() };
    let mut reader = Reader::from_reader(text.as_bytes());
    let columns = reader.headers().map_err(wrong)?.clone();
    reader.records().map(|cells| Ok(Row { file, columns: columns.clone(), cells: cells.map_err(wrong)? })).collect()
}
