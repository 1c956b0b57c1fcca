//! The reader's words, one file a language; [`super::language`] says what each list is for.

pub(super) mod ar;
pub(super) mod cities;
pub(super) mod en;
pub(super) mod es;
pub(super) mod fr;
pub(super) mod ru;
pub(super) mod zh;
