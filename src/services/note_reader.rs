//! Reads concept notes in a process of their own, which the system bounds.
//!
//! A file from outside may be built to fill the memory, to go on for ever, or to end the program that reads it. The
//! readers of [`concept_note`] set bounds of their own; what gets past them ends here, and the server goes on.

use std::{
    env,
    io::{self, BufRead, Write},
    panic,
    path::{Path, PathBuf},
    process::{self, ExitStatus, Stdio},
    sync::Arc,
    thread,
    time::Duration,
};

use rustix::{
    process::{Resource, Rlimit, setrlimit},
    time::{ClockId, clock_gettime},
};
use serde::{Deserialize, Serialize};
use tokio::{io::AsyncWriteExt, process::Command, sync::Semaphore, time::timeout};

use crate::concept_note::{self, Country, NoteError, Reading};

/// The command that answers [`NoteReader`].
pub const COMMAND: &str = "read-note";

/// Most memory of a reader, in bytes.
const MEMORY: u64 = 180 * 1024 * 1024;

/// Most time that a reader computes; thirty pages of PDF take a fifth. What starts it and reads its answer has the rest of a
/// second.
const COMPUTING: Duration = Duration::from_millis(if cfg!(debug_assertions) { 60_000 } else { 900 });

/// Memory of the thread that looks at the clock, in bytes.
const STACK: usize = 64 * 1024;

/// Longest that an answer is waited for, on a machine with other work.
const LONGEST: Duration = Duration::from_mins(1);

/// At most so many files are read at once; others wait.
const AT_ONCE: usize = 2;

/// Starts readers, one a file.
#[derive(Clone, Debug)]
pub struct NoteReader {
    program: PathBuf,
    turns: Arc<Semaphore>,
}

/// What a reader is told before the file itself: one line of JSON.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    file_name: Option<String>,
    countries: Vec<Country>,
}

impl NoteReader {
    /// Readers are this program itself; on Linux also when its file has been replaced since the start.
    pub fn of_this_program() -> io::Result<Self> {
        let running = Path::new("/proc/self/exe");
        Ok(Self::new(if running.exists() { running.to_owned() } else { env::current_exe()? }))
    }

    /// Readers are `program`, run with [`COMMAND`].
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        Self { program, turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Reads a file as [`concept_note::read`] does; one that ends its reader is too complicated, or damaged.
    ///
    /// Errors say that no reader could be started.
    pub async fn read(
        &self,
        bytes: &[u8],
        file_name: Option<String>,
        countries: Vec<Country>,
    ) -> io::Result<Result<Reading, NoteError>> {
        let mut request = serde_json::to_vec(&Request { file_name, countries })?;
        request.push(b'\n');
        let _turn = self.turns.acquire().await.map_err(io::Error::other)?;
        let mut child = Command::new(&self.program)
            .arg0(env!("CARGO_PKG_NAME"))
            .arg(COMMAND)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let mut input = child.stdin.take();
        let answer = async {
            if let Some(input) = &mut input {
                // a reader that ended early says why by the way it ended
                let _ = input.write_all(&request).await;
                let _ = input.write_all(bytes).await;
            }
            drop(input);
            child.wait_with_output().await
        };
        let Ok(answer) = timeout(LONGEST, answer).await else {
            tracing::error!("a concept note's reader gave no answer");
            return Ok(Err(NoteError::TooComplex));
        };
        let answer = answer?;
        if answer.status.success() {
            return Ok(serde_json::from_slice(&answer.stdout)?);
        }
        let said = String::from_utf8_lossy(&answer.stderr);
        let place = said.lines().next().unwrap_or_default();
        tracing::error!(status = %answer.status, place, "a concept note ended its reader");
        Ok(Err(ended(answer.status)))
    }
}

/// What to tell whoever handed in the file: a bound was met, or a fault of the file met one of ours.
fn ended(status: ExitStatus) -> NoteError {
    if status.code().is_none() { NoteError::TooComplex } else { NoteError::Damaged }
}

/// The reader's side: bounds this process, reads request and file, and answers.
pub fn answer(mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let bound = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::Data, bound(MEMORY))?;
    setrlimit(Resource::Cpu, bound(COMPUTING.as_secs() + 1))?;
    setrlimit(Resource::Core, bound(0))?;
    thread::Builder::new().name("clock".to_owned()).stack_size(STACK).spawn(|| end_after(COMPUTING))?;
    // the message of a panic may quote the text, and nobody's text belongs into a log
    panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            eprintln!("{place}");
        }
    }));
    let mut line = String::new();
    input.read_line(&mut line)?;
    let Request { file_name, countries } = serde_json::from_str(&line)?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let read = concept_note::read(&bytes, file_name.as_deref(), &countries);
    serde_json::to_writer(&mut output, &read)?;
    output.flush()
}

/// Ends this process by a signal when it has computed that long: the system's own bound counts whole seconds.
fn end_after(most: Duration) {
    loop {
        let computed = clock_gettime(ClockId::ProcessCPUTime);
        let computed = Duration::try_from(computed).unwrap_or_default();
        let Some(left) = most.checked_sub(computed).filter(|left| !left.is_zero()) else { process::abort() };
        // no faster than the clock on the wall, as one thread computes
        thread::sleep(left.max(Duration::from_millis(1)));
    }
}
