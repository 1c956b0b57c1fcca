use super::*;

fn flags(change: impl FnOnce(&mut Flags)) -> Flags {
    let mut flags = Flags::default();
    change(&mut flags);
    flags
}

fn read(flags: &Flags, environment: &[(&str, &str)]) -> Result<Config, String> {
    let look_up = |name: &str| environment.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).into());
    Config::read(flags, look_up).map_err(|error| error.to_string())
}

#[test]
fn nothing_set_is_enough_on_ones_own_machine() {
    let config = read(&Flags::default(), &[]).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert!(config.data.is_absolute() && config.data.ends_with("data"));
    assert!(config.databases.is_embedded() && config.public_url.is_none());
    assert!(config.mail.smtp_url.is_none() && config.mail.folder.ends_with("data/mail"));
    assert_eq!(config.seat, chrono_tz::America::New_York);
    assert!(config.check_serving(true).is_ok());
}

#[test]
fn an_empty_value_is_no_value() {
    let empty = flags(|f| f.listen = Some(String::new()));
    let config = read(&empty, &[("DATABASE_URL", ""), ("RAPPORTEUR_SMTP_URL", " ")]).unwrap();
    assert!(config.databases.is_embedded());
}

#[test]
fn the_public_address_is_written_as_browsers_write_it() {
    for (given, kept) in [
        ("https://Rapporteur.Example.ORG/", "https://rapporteur.example.org"),
        ("https://example.org:443", "https://example.org"),
        ("https://example.org:8443", "https://example.org:8443"),
    ] {
        assert_eq!(address::public_url(given).as_deref(), Ok(kept));
    }
    for bad in ["http://example.org", "example.org", "https://example.org/path", "https://u:p@example.org", "https://"]
    {
        assert!(address::public_url(bad).is_err(), "{bad}");
    }
}

#[test]
fn every_fault_is_one_line_that_names_the_setting() {
    type Case = (&'static str, fn(&mut Flags), &'static [(&'static str, &'static str)]);
    let cases: [Case; 11] = [
        ("RAPPORTEUR_LISTEN", |f| f.listen = Some("8080".into()), &[]),
        ("RAPPORTEUR_PUBLIC_URL", |f| f.public_url = Some("http://example.org".into()), &[]),
        ("RAPPORTEUR_TRUSTED_PROXIES", |f| f.trusted_proxies = Some("10.0.0.1,proxy".into()), &[]),
        ("RAPPORTEUR_SEAT_TIME_ZONE", |f| f.seat_time_zone = Some("New York".into()), &[]),
        ("RAPPORTEUR_MAIL_FROM", |f| f.mail_from = Some("nobody".into()), &[]),
        ("RAPPORTEUR_MAIL_FROM", |_| (), &[("RAPPORTEUR_SMTP_URL", "smtp://localhost")]),
        ("RAPPORTEUR_SMTP_URL", |_| (), &[("RAPPORTEUR_SMTP_URL", "localhost:25")]),
        ("RAPPORTEUR_SMTP_CA", |f| f.smtp_ca = Some("/nowhere".into()), &[("RAPPORTEUR_SMTP_URL", "smtp://h")]),
        ("RAPPORTEUR_SMTP_URL", |f| f.smtp_ca = Some("/nowhere".into()), &[]),
        ("DATABASE_URL", |_| (), &[("DATABASE_URL", "mysql://u:hidden@h/d")]),
        ("RAPPORTEUR_OWNER_URL", |_| (), &[("RAPPORTEUR_OWNER_URL", "postgres://u:hidden@h:port/d")]),
    ];
    for (name, change, environment) in cases {
        let line = read(&flags(change), environment).unwrap_err();
        assert!(line.contains(name) && !line.contains('\n') && !line.contains("hidden"), "{line}");
    }
}

#[test]
fn a_database_that_cannot_be_read_is_not_passed_over() {
    use std::os::unix::ffi::OsStringExt;
    let broken = |name: &str| (name == "DATABASE_URL").then(|| OsString::from_vec(b"postgres://u\xff@h/d".to_vec()));
    let line = Config::read(&Flags::default(), broken).unwrap_err().to_string();
    assert_eq!(line, "DATABASE_URL is no text in UTF-8");
}

#[test]
fn serving_needs_more() {
    let line = |config: Config, demonstration| config.check_serving(demonstration).unwrap_err().to_string();
    let open = || read(&flags(|f| f.listen = Some("0.0.0.0:80".into())), &[]).unwrap();
    assert!(line(open(), false).starts_with("--public-url"));
    assert!(line(open(), true).starts_with("--demo and --listen"));
    let public = || read(&flags(|f| f.public_url = Some("https://example.org".into())), &[]).unwrap();
    assert!(line(public(), false).starts_with("RAPPORTEUR_SMTP_URL is missing"));
    let elsewhere = || read(&Flags::default(), &[("DATABASE_URL", "postgres://u@h/d")]).unwrap();
    assert!(line(elsewhere(), true).starts_with("--demo and DATABASE_URL"));
    assert!(elsewhere().check_serving(false).is_ok());
    let owner_url = [("RAPPORTEUR_OWNER_URL", "postgres://u@h/d")];
    let owned = read(&Flags::default(), &owner_url).unwrap();
    assert!(line(owned, true).starts_with("--demo and RAPPORTEUR_OWNER_URL"));
    let owner_only = read(&Flags::default(), &owner_url).unwrap();
    assert!(line(owner_only, false).starts_with("DATABASE_URL is missing"));
}

#[test]
fn a_config_shows_no_password() {
    let secrets = [("DATABASE_URL", "postgres://u:hidden@h/d"), ("RAPPORTEUR_SMTP_URL", "smtp://u:hidden@h")];
    let config = read(&flags(|f| f.mail_from = Some("post@example.org".into())), &secrets).unwrap();
    assert!(!format!("{config:?}").contains("hidden"));
}

#[test]
fn a_password_is_taken_out_of_an_address() {
    for (url, bare, password) in [
        ("postgres://u:p%40ss@h:5432/d?sslmode=disable", "postgres://u@h:5432/d?sslmode=disable", Some("p@ss")),
        ("postgres://h/d?user=u&password=secret", "postgres://h/d?user=u", Some("secret")),
        ("postgres://u:a@b@h/d", "postgres://u@h/d", Some("a@b")),
        ("postgres:///d?host=/tmp/s&user=u", "postgres:///d?host=/tmp/s&user=u", None),
    ] {
        assert_eq!(address::without_password(url), (bare.to_owned(), password.map(str::to_owned)));
    }
}
