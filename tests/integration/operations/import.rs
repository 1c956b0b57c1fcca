//! `import`: a note shown and made into a consultation at a terminal, in the reader's language.

use std::{fs, process::Command};

use rustix::process::Signal;

use super::program::{Place, Said, Server, command, on, run};

const NOTE: &str = "seeds/concept-note-2020-11-25.txt";

/// The command for a reader whose environment names a language.
fn read_in(environment: &[(&str, &str)], arguments: &[&str]) -> Said {
    run(localised(&mut command(arguments), environment))
}

fn localised<'a>(command: &'a mut Command, environment: &[(&str, &str)]) -> &'a mut Command {
    command.envs(environment.iter().copied())
}

/// The line of what was understood that begins with this name, after its place.
fn line<'a>(said: &'a Said, name: &str) -> &'a str {
    said.out.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("no line with {name}: {}", said.out))
}

#[test]
fn a_concept_note_is_shown_without_a_database() {
    for language in ["en_GB.UTF-8", "ar"] {
        let said = read_in(&[("LANG", language)], &["import", NOTE, "--dry-run", "--json"]);
        assert!(said.success, "{said:?}");
        let note: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(note["presidency"], "ZAF");
        assert_eq!(note["sections"].as_array().unwrap().len(), 8);
        let labels: Vec<&str> =
            note["questions"].as_array().unwrap().iter().map(|q| q["label"].as_str().unwrap()).collect();
        assert_eq!(labels, ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)"]);
    }
}

#[test]
fn a_person_is_told_where_each_part_was_found() {
    let said = read_in(&[], &["import", NOTE, "--dry-run"]);
    assert!(said.success, "{said:?}");
    for (name, place, value) in [
        ("Title", "block 12, line 27", "Concept note for the Security Council high-level debate"),
        ("Document symbol", "-", "none found"),
        ("Date of the letter", "block 5, line 12", "25\u{a0}November 2020"),
        ("Presidency", "block 6, line 14", "South Africa"),
        ("Original language", "block 4, line 10", "English"),
        ("Beginning", "block 6, line 14", "08:30"),
        ("Time zone", "block 6, line 14", "New York"),
        ("Paragraph 21", "line 117", ""),
        ("Question (a)", "line 101", ""),
    ] {
        let line = line(&said, name);
        assert!(line.contains(place) && line.contains(value), "{line}");
    }
    let place = Place::new();
    let path = place.beside("note.txt");
    fs::write(&path, "Debate on words\n\nHow are words kept, and by whom?\n\nWho reads the words that are kept?\n")
        .unwrap();
    let said = read_in(&[], &["import", path.to_str().unwrap(), "--dry-run"]);
    let warning = "Please check: The questions were found without a heading that announces them.";
    assert!(said.out.contains(warning), "{said:?}");
}

#[test]
fn the_language_is_that_of_the_environment() {
    for (environment, title) in [
        (vec![("LANG", "ar_EG.UTF-8")], "العنوان"),
        (vec![("LANG", "zh_CN.GB18030")], "标题"),
        (vec![("LANG", "ru")], "Название"),
        (vec![("LANG", "es_MX@euro")], "Título"),
        (vec![("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "fr_FR.UTF-8")], "Titre"),
        (vec![("LC_MESSAGES", "fr_FR.UTF-8"), ("LC_ALL", "es_ES.UTF-8")], "Título"),
        (vec![("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "fr")], "Titre"),
        // what is set counts, though it is none of the six
        (vec![("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")], "Title"),
        (vec![("LANG", "POSIX")], "Title"),
        (vec![("LANG", "de_AT.UTF-8")], "Title"),
        (vec![("LANG", "freetext")], "Title"),
        (vec![], "Title"),
    ] {
        let said = read_in(&environment, &["import", NOTE, "--dry-run"]);
        assert!(said.success, "{said:?}");
        assert!(said.out.lines().next().unwrap().contains(title), "{environment:?}: {}", said.out);
    }
    let said = read_in(&[("LANG", "fr_FR.UTF-8")], &["import", NOTE, "--dry-run"]);
    for (name, value) in [
        ("bloc 12, ligne 27", "Titre"),
        ("Présidence", "Afrique du Sud"),
        ("Langue de l’original", "Anglais"),
        ("Date de la lettre", "25\u{a0}novembre 2020"),
        ("Paragraphe 21", ""),
        ("Cote du document", "rien trouvé"),
    ] {
        assert!(line(&said, name).contains(value), "{}", line(&said, name));
    }
}

#[test]
fn files_that_are_no_concept_note() {
    let place = Place::new();
    let write = |name: &str, content: &[u8]| {
        let path = place.beside(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let long = vec![b'x'; 10 * 1024 * 1024];
    let unasked = "Debate on words\n\nA paragraph that is long enough to be one, and asks nothing.\n".as_bytes();
    for (file, english, spanish) in [
        (write("empty.txt", b""), "This is empty.", "Aquí no hay nada."),
        (write("blank.txt", b" \n\n"), "This is empty.", "Aquí no hay nada."),
        (write("binary.bin", &[0, 159, 146, 150, 0, 1, 2, 3]), "This file is not a text.", "no es un texto."),
        (write("long.txt", &long), "This file is larger than 5\u{a0}MB.", "supera los 5\u{a0}MB."),
        (write("archive.docx", b"PK\x03\x04 not really"), "is damaged or incomplete.", "dañado o incompleto."),
        (write("text.docx", unasked), "does not match its content.", "distinto del de su contenido."),
        (write("unasked.txt", unasked), "No guiding question was found.", "ninguna pregunta orientadora."),
        (place.beside("nowhere.txt").to_str().unwrap().to_owned(), "There is no such file.", "no existe."),
        (place.beside("").to_str().unwrap().to_owned(), "This is a folder.", "Es una carpeta."),
        ("/dev/null".to_owned(), "This is not a file that can hold a note.", "No es un archivo que pueda"),
    ] {
        for (language, expected) in [("en", english), ("es", spanish)] {
            let said = read_in(&[("LANG", language)], &["import", &file, "--dry-run"]);
            let refusal = said.refusal();
            assert!(refusal.starts_with(&format!("rapporteur: {file}: ")), "{refusal}");
            assert!(refusal.contains(expected) && refusal.ends_with('.'), "{expected}: {refusal}");
        }
    }
    assert!(!place.data.exists(), "no database was needed");
}

#[test]
fn a_chair_imports_a_note_on_the_command_line() {
    let place = Place::new();
    let server = Server::start(&place, &["--demo"]);
    let foreign = place.beside("note.txt");
    fs::write(&foreign, fs::read_to_string(NOTE).unwrap().replace("South Africa", "Ireland")).unwrap();
    let import = |file: &str, more: &[&str]| on(&place, &[&["import", file], more].concat());
    let chair = ["--chair", "chair@rapporteur.example"];
    let said = import(NOTE, &chair);
    assert!(said.success && said.out.contains("/consultations/"), "{said:?}");
    for (more, expected) in [
        (vec!["--chair", "focal.cri@delegations.example"], "No chair has this address: focal.cri@delegations.example."),
        (vec!["--chair", "chair"], "is not an e-mail address: chair"),
        (vec![], "The chair’s address is missing."),
        ([chair.as_slice(), &["--presidency", "IRL"]].concat(), "does not preside for this State: Ireland."),
        ([chair.as_slice(), &["--presidency", "nowhere"]].concat(), "does not preside for this State: nowhere."),
    ] {
        let said = import(NOTE, &more);
        assert!(said.refusal().contains(expected), "{said:?}");
    }
    let repeated = place.beside("repeated.txt");
    let groups =
        "On keeping\n\n(a) How are words kept?\n\n(b) Who keeps them?\n\nOn reading\n\n(a) Who reads the words?\n";
    fs::write(&repeated, format!("Concept note on words\n\nGuiding questions\n\n{groups}")).unwrap();
    let said = import(repeated.to_str().unwrap(), &[chair.as_slice(), &["--presidency", "ZAF"]].concat());
    assert!(said.refusal().contains("Two questions are labelled “(a)”."), "{said:?}");
    // what is doubtful is said behind the address
    fs::write(
        &repeated,
        "Concept note on words\n\nGuiding questions\n\n(a) How are words kept?\n\n(b) Who keeps them?\n",
    )
    .unwrap();
    let said = import(repeated.to_str().unwrap(), &[chair.as_slice(), &["--presidency", "ZAF"]].concat());
    assert!(said.success && said.out.contains("/consultations/") && said.out.contains("\nPlease check: "), "{said:?}");
    // a note of another presidency is the chair's only on purpose, as on the page
    let foreign = foreign.to_str().unwrap();
    let said = import(foreign, &chair);
    let expected = "names as presidency a State for which chair@rapporteur.example does not preside: Ireland.";
    assert!(said.refusal().contains(expected) && said.refusal().contains("Possible: South Africa (ZAF)."), "{said:?}");
    let said = import(foreign, &[chair.as_slice(), &["--presidency", "ZAF"]].concat());
    assert!(said.success && said.out.contains("/consultations/"), "{said:?}");
    let mut arabic = command(&["import", foreign, "--chair", "chair@rapporteur.example", "--data"]);
    let said = run(localised(arabic.arg(&place.data), &[("LC_ALL", "ar_EG.UTF-8")]));
    assert!(said.refusal().contains("آيرلندا"), "{said:?}");
    let said = on(&place, &["digest", "send"]);
    assert!(said.success && said.out.contains("2 consultations"), "{said:?}");
    server.stop(Signal::TERM);
}
