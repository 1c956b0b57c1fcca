//! Rebuilds when a file of messages is added: the derive that embeds the folder does not notice a new file.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/locales");
}
