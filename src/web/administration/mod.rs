//! The administrator's desk: accounts, memberships, outgoing mail, the demonstration's mailbox.

mod account;
mod accounts;
mod mailbox;
mod memberships;
mod new_account;
mod outbox;

use super::{
    form::FormErrors,
    routes::{self, Routes},
};
use crate::{
    domain::{account::Account, participant::Participant},
    locales::Locale,
};

/// Registers this feature's routes.
pub fn routes(routes: &mut Routes<'_>) {
    routes
        .get(routes::ADMINISTRATION, accounts::show)
        .get(routes::NEW_ACCOUNT, new_account::show)
        .post(routes::NEW_ACCOUNT, new_account::create)
        .get(routes::ADMINISTERED_ACCOUNT, account::show)
        .post(routes::ACCOUNT_STATE, account::set_state)
        .post(routes::ACCOUNT_LINK, account::send_link)
        .post(routes::ACCOUNT_MEMBERSHIPS, memberships::begin)
        .post(routes::ACCOUNT_MEMBERSHIP_END, memberships::end);
    routes.get(routes::OUTBOX, outbox::show).post(routes::OUTBOX_RETRY, outbox::retry);
    routes.get(routes::MAILBOX, mailbox::list).get(routes::MAILBOX_MAIL, mailbox::show);
}

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Invited,
    Active,
    Disabled,
}

impl Standing {
    fn of(account: &Account) -> Self {
        match (account.disabled_at, account.activated_at) {
            (Some(_), _) => Self::Disabled,
            (None, Some(_)) => Self::Active,
            (None, None) => Self::Invited,
        }
    }

    fn is_open(self) -> bool {
        self != Self::Disabled
    }

    fn message(self) -> &'static str {
        match self {
            Self::Invited => "administration-invited",
            Self::Active => "administration-active",
            Self::Disabled => "administration-disabled",
        }
    }

    fn tag(self) -> &'static str {
        match self {
            Self::Invited => "",
            Self::Active => "tag-done",
            Self::Disabled => "tag-shut",
        }
    }
}

/// A select's options: value, text, language of the text where it is not the page's.
type Options = Vec<(String, String, String)>;

/// The participants as options, in the alphabet of the reader, after an empty one.
fn participant_options(l: Locale, mut participants: Vec<Participant>) -> Options {
    l.sort_by_name(&mut participants, |participant| &participant.name);
    let named = participants.into_iter().map(|p| (p.code.to_string(), p.name, String::new()));
    std::iter::once(unchosen(l)).chain(named).collect()
}

fn unchosen(l: Locale) -> (String, String, String) {
    (String::new(), l.t("administration-unchosen").to_string(), String::new())
}

fn title_key(errors: &FormErrors) -> &'static str {
    if errors.is_empty() { "common-page-title" } else { "common-page-title-with-error" }
}
