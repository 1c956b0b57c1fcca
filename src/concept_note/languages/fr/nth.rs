//! The ordinals of questions in French, with what counts them.

pub(super) static NTH: &[(&str, u32)] = &[
    ("première", 1),
    ("deuxième", 2),
    ("troisième", 3),
    ("quatrième", 4),
    ("cinquième", 5),
    ("sixième", 6),
    ("septième", 7),
    ("huitième", 8),
    ("neuvième", 9),
    ("dixième", 10),
    ("onzième", 11),
    ("douzième", 12),
    ("premier", 1),
    ("second", 2),
    ("seconde", 2),
];
