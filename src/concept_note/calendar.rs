//! The words with which a language says days, hours, zones, and what is held then: data, one file a language.

/// How a language says when something is held; every text is folded, unless it is a regular expression.
pub(super) struct Calendar {
    /// Forms of each month's name in dates.
    pub months: [&'static [&'static str]; 12],
    /// The days of a month in words, each in its forms in dates.
    pub days: [&'static [&'static str]; 31],
    /// What stands between such a day and its month, a regular expression.
    pub day_of: &'static str,
    /// The days of the week from Monday on, each in its forms beside a date.
    pub weekdays: [&'static [&'static str]; 7],
    /// What stands between the first and the last of several days, beside a dash; regular expressions.
    pub ranges: &'static [&'static str],
    /// Words that join a day of the week to its date, and what follows a year.
    pub joints: &'static [&'static str],
    /// Words of a sentence that says when a meeting is held.
    pub held: &'static [&'static str],
    /// What meetings are called.
    pub meetings: &'static [&'static str],
    /// Words that say of a day or an hour that it is still to come, beside those.
    pub ahead: &'static [&'static str],
    /// Words that say that it is over, or that it no longer holds.
    pub past: &'static [&'static str],
    /// Words before the day that something was moved from, which no longer holds.
    pub moved_from: &'static [&'static str],
    /// Words before the day that something was moved to from the one before them.
    pub moved_to: &'static [&'static str],
    /// What has an hour of its own beside the meeting.
    pub beside: &'static [&'static str],
    /// Hours that are no number, and parts of the day without one.
    pub vague: &'static [&'static str],
    /// Words of a sentence that says by when something is to be handed in; what follows them is no meeting.
    pub deadlines: &'static [&'static str],
    /// Words that say so right before a day or an hour.
    pub before: &'static [&'static str],
    /// How it writes a time of day.
    pub hours: Hours,
    /// Phrases that name a time zone.
    pub zones: &'static [(&'static str, &'static str)],
    /// Words for "time" that follow a city's name.
    pub time_after_city: &'static [&'static str],
    /// Words for "time of" that a city's name follows, folded and without accents.
    pub time_before_city: &'static [&'static str],
    /// Words that a city's name follows where something is held, folded and without accents.
    pub in_city: &'static [&'static str],
}

/// The words around an hour, each a regular expression of alternatives; empty where the language has none.
pub(super) struct Hours {
    /// What an hour follows that minutes, a unit or a part of the day make sure.
    pub after: &'static str,
    /// What nothing but an hour follows.
    pub sure: &'static str,
    /// Words whose number is an hour, though nothing makes it sure.
    pub alone: &'static str,
    /// What an hour follows only where a later one comes after it; otherwise it is a length ("de 3 heures").
    pub spans: &'static str,
    /// The word for hours, behind the number; also for so many hours.
    pub unit: &'static str,
    /// The word behind an hour of the day.
    pub clock: &'static str,
    /// What stands between hour and minutes, beside the unit.
    pub mark: &'static str,
    /// The word for minutes, behind the number.
    pub minutes: &'static str,
    /// Parts of an hour said behind it, with the minutes that each adds; as they are written, folded.
    pub behind: &'static [(&'static str, i64)],
    /// Parts of an hour said before it, with the minutes that each adds.
    pub ahead: &'static [(&'static str, i64)],
    /// Names of hours behind a part of theirs, where they have other ones there.
    pub coming: &'static [(&'static str, u32)],
    /// What stands between two hours, beside a dash.
    pub until: &'static str,
    /// Parts of the day before noon.
    pub morning: &'static str,
    /// Parts of the day after it.
    pub afternoon: &'static str,
    /// Whether the part of the day stands before the hour, and not behind it.
    pub part_first: bool,
    /// Noon itself.
    pub noon: &'static str,
    /// Whether a number with a part of the day is a time where neither minutes nor a unit stand there.
    pub part_alone: bool,
    /// Whether a number with the word for hours is a time of day where no word stands before it.
    pub unit_alone: bool,
}
