//! Who can be invited, who is, and the addresses that are known.

use std::collections::{BTreeMap, BTreeSet};

use super::super::head::Loaded;
use crate::{
    domain::{
        access::CanConduct,
        delegation::Role,
        participant::{Participant, ParticipantCode, RegionalGroup},
    },
    store,
    web::{State, error::Error, page::Page},
};

/// What is stored, in the reader's language.
pub(super) struct Stored {
    pub participants: Vec<Participant>,
    pub groups: Vec<RegionalGroup>,
    pub invited: BTreeSet<ParticipantCode>,
    /// The focal points' addresses of each participant, the first on the form.
    pub focal_points: BTreeMap<ParticipantCode, Vec<String>>,
}

pub(super) async fn stored(state: &State, page: &Page, access: &CanConduct, loaded: &Loaded) -> Result<Stored, Error> {
    let (id, language) = (*access.consultation(), page.l.language);
    let day = state.services.clock.now().with_timezone(&loaded.consultation.seat).date_naive();
    let read = state.services.database.read(access.account().into(), move |c| {
        Box::pin(async move {
            let mut focal_points: BTreeMap<ParticipantCode, Vec<String>> = BTreeMap::new();
            for member in store::memberships::of_consultation(c, id, None).await? {
                if let (Role::FocalPoint, Some(code)) = (member.membership.role, member.membership.participant) {
                    focal_points.entry(code).or_default().push(member.email);
                }
            }
            let responses = store::responses::of_consultation(c, id).await?;
            Ok::<_, Error>(Stored {
                participants: store::participants::all(c, language, day).await?,
                groups: store::participants::groups(c, language).await?,
                invited: responses.into_iter().map(|response| response.participant).collect(),
                focal_points,
            })
        })
    });
    read.await
}
