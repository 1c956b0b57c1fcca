//! Writes what the program carries with it, whole tables at a time. What is there already and the same is not touched.

use chrono::NaiveDate;
use sqlx::PgConnection;

/// Columns of equal length.
#[derive(Debug, Default)]
pub struct Names {
    /// What is named.
    pub codes: Vec<String>,
    /// In which language.
    pub languages: Vec<String>,
    /// How.
    pub names: Vec<String>,
}

/// Columns of equal length: who is in what, from when to when, both included.
#[derive(Debug, Default)]
pub struct Spells {
    /// Who.
    pub participants: Vec<String>,
    /// In which group, or as what kind of member.
    pub places: Vec<String>,
    /// Since; none: since before the records begin.
    pub from: Vec<Option<NaiveDate>>,
    /// Until; none: until now.
    pub to: Vec<Option<NaiveDate>>,
}

/// One process at a time seeds; held until the transaction ends.
pub async fn in_turn(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended('seeding', 0))").fetch_one(connection).await?;
    Ok(())
}

/// Participants by code and kind.
pub async fn participants(
    connection: &mut PgConnection,
    codes: &[String],
    kinds: &[String],
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into participants (code, kind) select * from unnest($1::text[], $2::text[])
         on conflict (code) do update set kind = excluded.kind where participants.kind <> excluded.kind",
        codes,
        kinds
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Names of participants.
pub async fn participant_names(connection: &mut PgConnection, names: &Names) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into participant_names (participant_code, language, name)
         select * from unnest($1::text[], $2::text[], $3::text[])
         on conflict (participant_code, language) do update set name = excluded.name
         where participant_names.name <> excluded.name",
        &names.codes,
        &names.languages,
        &names.names
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Regional groups with their names.
pub async fn groups(connection: &mut PgConnection, names: &Names) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into regional_groups (code) select distinct unnest($1::text[]) on conflict do nothing",
        &names.codes
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "insert into regional_group_names (group_code, language, name)
         select * from unnest($1::text[], $2::text[], $3::text[])
         on conflict (group_code, language) do update set name = excluded.name
         where regional_group_names.name <> excluded.name",
        &names.codes,
        &names.languages,
        &names.names
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Memberships of regional groups.
pub async fn group_memberships(connection: &mut PgConnection, spells: &Spells) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into group_memberships (participant_code, group_code, valid_from, valid_to)
         select participant, place, coalesce(since, '-infinity'), coalesce(until, 'infinity')
         from unnest($1::text[], $2::text[], $3::date[], $4::date[]) as seed (participant, place, since, until)
         on conflict (participant_code, group_code, valid_from) do update set valid_to = excluded.valid_to
         where group_memberships.valid_to <> excluded.valid_to",
        &spells.participants,
        &spells.places,
        &spells.from as &[Option<NaiveDate>],
        &spells.to as &[Option<NaiveDate>]
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Memberships of the Security Council.
pub async fn council_memberships(connection: &mut PgConnection, spells: &Spells) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into council_memberships (participant_code, kind, valid_from, valid_to)
         select participant, place, coalesce(since, '-infinity'), coalesce(until, 'infinity')
         from unnest($1::text[], $2::text[], $3::date[], $4::date[]) as seed (participant, place, since, until)
         on conflict (participant_code, valid_from) do update set kind = excluded.kind, valid_to = excluded.valid_to
         where (council_memberships.kind, council_memberships.valid_to) <> (excluded.kind, excluded.valid_to)",
        &spells.participants,
        &spells.places,
        &spells.from as &[Option<NaiveDate>],
        &spells.to as &[Option<NaiveDate>]
    )
    .execute(connection)
    .await?;
    Ok(())
}
