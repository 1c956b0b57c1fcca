//! The list of accounts.

use std::collections::HashMap;

use actix_web::{HttpResponse, web::Data};
use askama::Template;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Standing;
use crate::{
    domain::{
        access::CanAdministrate, delegation::Membership, ids::AccountId, line::Line, participant::ParticipantCode,
    },
    locales::Locale,
    services::administration::{self, AccountList, PAGE_SIZE},
    store::accounts::AdministeredAccount,
    web::{
        State,
        error::Error,
        page::{self, Page},
        request::Read,
        routes,
    },
};

/// Memberships named in a row; of more, only the number is said.
const ROLES_SHOWN: usize = 3;

struct Entry {
    path: String,
    email: String,
    name: Option<String>,
    state: Standing,
    roles: Vec<String>,
    last_seen: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/administration/accounts.html")]
struct AccountsPage {
    page: Page,
    find: String,
    entries: Vec<Entry>,
    first: i64,
    total: i64,
    previous: Option<String>,
    next: Option<String>,
}

impl AccountsPage {
    fn range(&self) -> String {
        let last = self.first + i64::try_from(self.entries.len()).unwrap_or_default() - 1;
        let l = &self.page.l;
        l.t("administration-range").arg("first", self.first).arg("last", last).arg("total", self.total).to_string()
    }
}

/// The accounts whose address or name holds `?q=`, `?page=` by page.
pub async fn show(read: Read<CanAdministrate>, state: Data<State>) -> Result<HttpResponse, Error> {
    let Read { access, page, request } = read;
    let find = page::query(&request, "q").unwrap_or_default();
    // what is too long to be in a name or an address is cut, and finds nothing
    let find = Line::<300>::parse(&find.chars().take(300).collect::<String>()).map(String::from).unwrap_or_default();
    let number = page::query(&request, "page").and_then(|number| number.parse().ok()).unwrap_or(1);
    let (context, text, language) = (state.services.clone(), find.clone(), page.l.language);
    let list = state
        .run(async move { administration::list(context, access, text, number, language).await.map_err(Error::from) })
        .await?;
    page::ok(&AccountsPage::of(page, find, list))
}

impl AccountsPage {
    fn of(page: Page, find: String, list: AccountList) -> Self {
        let AccountList { accounts, memberships, participants, total, page: number } = list;
        let names: HashMap<_, _> = participants.into_iter().map(|p| (p.code, p.name)).collect();
        let to = |number: i64| {
            let find = utf8_percent_encode(&find, NON_ALPHANUMERIC);
            format!("{}?q={find}&page={number}", routes::administration())
        };
        Self {
            entries: accounts.into_iter().map(|found| entry(page.l, found, &memberships, &names)).collect(),
            first: (number - 1) * PAGE_SIZE + 1,
            previous: (number > 1).then(|| to(number - 1)),
            next: (number * PAGE_SIZE < total).then(|| to(number + 1)),
            total,
            page,
            find,
        }
    }
}

fn entry(
    l: Locale,
    found: AdministeredAccount,
    memberships: &HashMap<AccountId, Vec<Membership>>,
    names: &HashMap<ParticipantCode, String>,
) -> Entry {
    let AdministeredAccount { account, last_seen_at, .. } = found;
    let mut roles: Vec<String> = Vec::new();
    for membership in memberships.get(&account.id).into_iter().flatten() {
        let role = l.t(membership.role.message());
        let text = match membership.participant.as_ref().and_then(|code| names.get(code)) {
            Some(name) => l.t("administration-role-for").arg("role", role).arg("participant", name).to_string(),
            None => role.to_string(),
        };
        // one person may be the same in many consultations
        if !roles.contains(&text) {
            roles.push(text);
        }
    }
    if roles.len() > ROLES_SHOWN + 1 {
        let more = roles.split_off(ROLES_SHOWN).len();
        roles.push(l.t("administration-more").arg("count", more).to_string());
    }
    if account.administrator {
        roles.insert(0, l.t("role-administrator").to_string());
    }
    Entry {
        path: routes::administered_account(account.id),
        state: Standing::of(&account),
        name: (account.name != account.email).then_some(account.name),
        email: account.email,
        roles,
        last_seen: last_seen_at.map(|at| l.day_and_time(at, l.time_zone)),
    }
}
