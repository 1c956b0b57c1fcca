//! The participants whom a question can be addressed to.

use crate::{
    domain::participant::{Kind, Participant},
    locales::Locale,
};

/// Participants to choose from, by kind, in the reader's alphabetical order: heading, then code and name.
pub(in crate::web::preparation) type Choices = Vec<(String, Vec<(String, String)>)>;

/// The choices among `participants`; organizations come first, since questions are addressed to them most.
pub(in crate::web::preparation) fn choices(l: Locale, mut participants: Vec<Participant>) -> Choices {
    l.sort_by_name(&mut participants, |participant| &participant.name);
    let kinds = [Kind::RegionalOrganization, Kind::OtherEntity, Kind::ObserverState, Kind::MemberState];
    let of_kind = |kind| {
        let list: Vec<_> = participants
            .iter()
            .filter(|participant| participant.kind == kind)
            .map(|participant| (participant.code.to_string(), participant.name.clone()))
            .collect();
        (l.t(plural(kind)).to_string(), list)
    };
    kinds.into_iter().map(of_kind).filter(|(_, list)| !list.is_empty()).collect()
}

/// The message that names several of a kind.
pub(in crate::web::preparation) const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::MemberState => "kind-member-state.plural",
        Kind::ObserverState => "kind-observer-state.plural",
        Kind::RegionalOrganization => "kind-regional-organization.plural",
        Kind::OtherEntity => "kind-other-entity.plural",
    }
}
