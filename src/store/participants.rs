//! Participants, their names in six languages, their groups on a day.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::parsed;
use crate::domain::{
    language::Language,
    participant::{Kind, Participant, ParticipantCode, RegionalGroup},
};

/// Every participant with its name in `language` and its regional groups on `day`; unordered: readers sort by their collation.
pub async fn all(
    connection: &mut PgConnection,
    language: Language,
    day: NaiveDate,
) -> Result<Vec<Participant>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select p.code as "code: ParticipantCode", p.kind, n.name,
             array(select g.group_code from group_memberships g
                   where g.participant_code = p.code and $2 >= g.valid_from and $2 <= g.valid_to order by 1) as "groups!"
           from participants p join participant_names n on n.participant_code = p.code and n.language = $1"#,
        language.tag(),
        day
    )
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|row| {
            let kind = parsed(Kind::parse(&row.kind), "participants", "kind", &row.code)?;
            Ok(Participant { code: row.code, kind, name: row.name, groups: row.groups })
        })
        .collect()
}

/// One participant's name in `language`; none if there is no such participant.
pub async fn name(
    connection: &mut PgConnection,
    code: &ParticipantCode,
    language: Language,
) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar!(
        "select name from participant_names where participant_code = $1 and language = $2",
        code as &ParticipantCode,
        language.tag()
    )
    .fetch_optional(connection)
    .await
}

/// Every name in every language, with its participant: for readers that look for names in a text.
pub async fn every_name(connection: &mut PgConnection) -> Result<Vec<(ParticipantCode, String)>, sqlx::Error> {
    let rows = sqlx::query!(r#"select participant_code as "code: ParticipantCode", name from participant_names"#)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.code, row.name)).collect())
}

/// The regional groups with their names in `language`; unordered.
pub async fn groups(connection: &mut PgConnection, language: Language) -> Result<Vec<RegionalGroup>, sqlx::Error> {
    sqlx::query_as!(
        RegionalGroup,
        "select group_code as code, name from regional_group_names where language = $1",
        language.tag()
    )
    .fetch_all(connection)
    .await
}

/// The names of every participant in every language: what is frozen into a report.
pub async fn names(connection: &mut PgConnection) -> Result<Vec<(ParticipantCode, Language, String)>, sqlx::Error> {
    let rows =
        sqlx::query!(r#"select participant_code as "code: ParticipantCode", language, name from participant_names"#)
            .fetch_all(connection)
            .await?;
    rows.into_iter()
        .map(|row| {
            let language = parsed(Language::parse(&row.language), "participant_names", "language", &row.code)?;
            Ok((row.code, language, row.name))
        })
        .collect()
}

/// The names of every regional group in every language, by the group's code.
pub async fn group_names(connection: &mut PgConnection) -> Result<Vec<(String, Language, String)>, sqlx::Error> {
    let rows =
        sqlx::query!("select group_code, language, name from regional_group_names").fetch_all(connection).await?;
    rows.into_iter()
        .map(|row| {
            let language = parsed(Language::parse(&row.language), "regional_group_names", "language", &row.group_code)?;
            Ok((row.group_code, language, row.name))
        })
        .collect()
}
