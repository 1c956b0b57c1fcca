//! The command line; see [`rapporteur::cli`].

fn main() -> std::process::ExitCode {
    rapporteur::cli::main()
}
