//! Password hashes: Argon2id with 19 MiB, two passes, one lane (RFC 9106; OWASP's second choice), few at once.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::domain::password::Password;

/// At most so many hashes wait for their turn; more get [`HashError::Busy`].
const QUEUE: usize = 256;

/// Makes and checks password hashes on at most all cores but one.
#[derive(Clone, Debug)]
pub struct Hasher {
    memory_kib: u32,
    slots: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
}

/// Why there is no hash.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Too many wait already: answer 503.
    #[error("too many passwords are waiting to be checked")]
    Busy,
    /// The library refused.
    #[error("password hashing failed: {0}")]
    Failed(String),
}

impl Hasher {
    /// The hasher for service.
    #[must_use]
    pub fn new() -> Self {
        Self::with_memory(19_456)
    }

    /// A hasher with other memory costs in KiB: tests take the least.
    #[must_use]
    pub fn with_memory(memory_kib: u32) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { memory_kib, slots: Arc::new(Semaphore::new(cores.saturating_sub(1).max(1))), waiting: Arc::default() }
    }

    fn argon2(&self) -> Result<Argon2<'static>, HashError> {
        let params = Params::new(self.memory_kib, 2, 1, None).map_err(|error| HashError::Failed(error.to_string()))?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let queue = Waiting::enter(&self.waiting)?;
        let slot =
            Arc::clone(&self.slots).acquire_owned().await.map_err(|error| HashError::Failed(error.to_string()))?;
        drop(queue);
        tokio::task::spawn_blocking(move || {
            let result = work();
            drop(slot);
            result
        })
        .await
        .map_err(|error| HashError::Failed(error.to_string()))?
    }

    /// The hash of `password`, in PHC string format, with a salt of its own.
    pub async fn hash(&self, password: &Password) -> Result<String, HashError> {
        let (argon2, password) = (self.argon2()?, password.clone());
        self.in_turn(move || {
            argon2
                .hash_password(password.expose().as_bytes())
                .map(|hash| hash.to_string())
                .map_err(|error| HashError::Failed(error.to_string()))
        })
        .await
    }

    /// Whether `password` is the one that was hashed. Without a hash it takes as long and says no, so that time tells nothing.
    pub async fn verify(&self, password: &Password, hash: Option<String>) -> Result<bool, HashError> {
        let Some(hash) = hash else {
            self.hash(password).await?;
            return Ok(false);
        };
        let (argon2, password) = (self.argon2()?, password.clone());
        self.in_turn(move || {
            let parsed = PasswordHash::new(&hash).map_err(|error| HashError::Failed(error.to_string()))?;
            Ok(argon2.verify_password(password.expose().as_bytes(), &parsed).is_ok())
        })
        .await
    }
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

/// A place in the queue; left when dropped.
struct Waiting(Arc<AtomicUsize>);

impl Waiting {
    fn enter(count: &Arc<AtomicUsize>) -> Result<Self, HashError> {
        let place = Self(Arc::clone(count));
        if count.fetch_add(1, Ordering::Relaxed) >= QUEUE { Err(HashError::Busy) } else { Ok(place) }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
