//! Tells cargo that a new migration, template or message file means a new build: the macros do not notice by themselves.
fn main() {
    for folder in ["migrations", "templates", "src/locales", "src/assets", "seeds"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
