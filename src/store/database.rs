//! Two databases behind one store: which one it is, how it is opened, and how words of SQL run on either.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{Migrate, MigrateError, Migration, MigrationType, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Acquire, Executor, Pool};
use tokio::sync::Mutex;

/// What must outlive the process. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    pub(super) database: Database,
}

/// Which database it is.
#[derive(Debug, Clone)]
pub(super) enum Database {
    /// A file, and whose turn it is to write: SQLite has one writer at a time, and lets others wait in no order.
    Sqlite(SqlitePool, Arc<Mutex<()>>),
    /// A server, which others may use as well.
    Postgres(PgPool),
}

/// Where a store is.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// The file of an SQLite database; it is made where it is missing.
    File(PathBuf),
    /// `postgres://user:password@host/name`: never to be printed.
    Server(String),
}

/// Without the password.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

/// Without user and password.
impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Server(address) => match PgConnectOptions::from_str(address) {
                Ok(options) => {
                    write!(f, "PostgreSQL at {}:{}/", options.get_host(), options.get_port())?;
                    f.write_str(options.get_database().unwrap_or_default())
                }
                Err(_) => f.write_str("PostgreSQL"),
            },
        }
    }
}

impl FromStr for Address {
    type Err = String;

    /// Reads `postgres://…`, `sqlite:PATH` or `sqlite://PATH`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return match PgConnectOptions::from_str(text) {
                Ok(_) => Ok(Self::Server(text.to_owned())),
                // The address is not repeated: it may hold a password.
                Err(_) => Err("is no address of a database: postgres://user:password@host/name is expected".to_owned()),
            };
        }
        let path = text.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
        match path {
            Some(path) if !path.is_empty() => Ok(Self::File(path.into())),
            _ => Err("is no address of a database: postgres://… or sqlite:FILE is expected".to_owned()),
        }
    }
}

/// Why the store could not be opened, or could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It knows of a change that this program does not know.
    #[error("the database belongs to a newer Derek: use that one, or another database")]
    Newer,
    /// The disk is full, the file is locked, the connection is lost: it may work again later.
    #[error(transparent)]
    Failed(#[from] sqlx::Error),
    /// What stands in it can't be read: somebody else has written there.
    #[error("the database holds what Derek did not write: {0}")]
    Foreign(String),
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Self::Newer,
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => Self::Failed(error),
            other => Self::Foreign(other.to_string()),
        }
    }
}

/// How long a writer waits for another one, and a question for a connection, if nothing else is said.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many connections are open at once.
const CONNECTIONS: u32 = 8;

impl Store {
    /// Opens the store and brings it up to date. The folder of a file is made where it is missing.
    ///
    /// # Errors
    /// If it belongs to a newer program, is locked for longer than five seconds, or can't be reached, read or written.
    pub async fn open(address: &Address) -> Result<Self, StoreError> {
        Self::open_within(address, PATIENCE).await
    }

    /// The same, where a writer waits so long for another one, and a question for a connection.
    ///
    /// # Errors
    /// As of [`Store::open`].
    pub async fn open_within(address: &Address, patience: Duration) -> Result<Self, StoreError> {
        let database = match address {
            Address::File(path) => Database::Sqlite(open_file(path, patience).await?, Arc::default()),
            Address::Server(address) => {
                let options = PgConnectOptions::from_str(address)?.application_name("derek");
                let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(patience);
                Database::Postgres(pool.connect_with(options).await?)
            }
        };
        match &database {
            Database::Sqlite(pool, _) => bring_up_to_date(pool, &SQLITE).await?,
            Database::Postgres(pool) => bring_up_to_date(pool, &POSTGRES).await?,
        }
        Ok(Self { database })
    }

    /// Removes the file of a database, and those beside it, as far as they are there.
    ///
    /// # Errors
    /// If one is there and can't be removed.
    pub fn remove(file: &Path) -> std::io::Result<()> {
        for ending in ["", "-wal", "-shm"] {
            let mut name = file.as_os_str().to_owned();
            name.push(ending);
            match std::fs::remove_file(name) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Closes it: what was asked before is still done.
    pub async fn close(&self) {
        match &self.database {
            Database::Sqlite(pool, _) => pool.close().await,
            Database::Postgres(pool) => pool.close().await,
        }
    }
}

async fn open_file(path: &Path, patience: Duration) -> Result<SqlitePool, StoreError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(sqlx::Error::Io)?;
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // What was told to somebody as kept is kept, also when the power fails.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(patience);
    let pool = SqlitePoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(patience)
        // Whoever gives up waiting for a BEGIN leaves a transaction behind that nobody ends: its connection is closed.
        .after_release(|connection, _| {
            Box::pin(async move {
                let free = connection.execute("BEGIN").await.is_ok();
                Ok(free && connection.execute("ROLLBACK").await.is_ok())
            })
        });
    Ok(pool.connect_with(options).await?)
}

/// A change of the tables.
type Step = (i64, &'static str, &'static str);

/// The changes, oldest first: a new one is added, an old one never altered.
const SQLITE: [Step; 6] = [
    (1, "first", include_str!("migrations/sqlite/0001_first.sql")),
    (2, "outbox", include_str!("migrations/sqlite/0002_outbox.sql")),
    (3, "posts", include_str!("migrations/sqlite/0003_posts.sql")),
    (4, "following", include_str!("migrations/sqlite/0004_following.sql")),
    (5, "channels", include_str!("migrations/sqlite/0005_channels.sql")),
    (6, "pictures", include_str!("migrations/sqlite/0006_pictures.sql")),
];
const POSTGRES: [Step; 6] = [
    (1, "first", include_str!("migrations/postgres/0001_first.sql")),
    (2, "outbox", include_str!("migrations/postgres/0002_outbox.sql")),
    (3, "posts", include_str!("migrations/postgres/0003_posts.sql")),
    (4, "following", include_str!("migrations/postgres/0004_following.sql")),
    (5, "channels", include_str!("migrations/postgres/0005_channels.sql")),
    (6, "pictures", include_str!("migrations/postgres/0006_pictures.sql")),
];

/// The last change.
pub(super) const SCHEMA: i64 = SQLITE[SQLITE.len() - 1].0;

async fn bring_up_to_date<D: sqlx::Database>(pool: &Pool<D>, steps: &[Step]) -> Result<(), StoreError>
where
    D::Connection: Migrate,
    for<'c> &'c mut D::Connection: Acquire<'c, Database = D>,
    for<'c> <&'c mut D::Connection as Acquire<'c>>::Connection: std::ops::Deref<Target: Migrate>,
{
    let migrations = steps.iter().map(|(version, name, sql)| {
        Migration::new(*version, Cow::Borrowed(name), MigrationType::Simple, Cow::Borrowed(sql), false)
    });
    let migrator = Migrator { migrations: migrations.collect(), ..Migrator::DEFAULT };
    Ok(migrator.run(pool).await?)
}

/// Held by a transaction until its end: PostgreSQL's `BEGIN IMMEDIATE`, among all who use this database as a store of Derek's.
pub(super) const ONE_WRITER: &str = "SELECT pg_advisory_xact_lock(hashtext('derek ' || current_schema()))";

/// Reads on whichever database it is.
macro_rules! on {
    ($store:expr, $pool:ident => $run:expr) => {
        match &$store.database {
            $crate::store::database::Database::Sqlite($pool, _) => $run,
            $crate::store::database::Database::Postgres($pool) => $run,
        }
    };
}

/// Runs one writing statement on whichever database it is.
macro_rules! alter {
    ($store:expr, $pool:ident => $run:expr) => {
        match &$store.database {
            $crate::store::database::Database::Sqlite($pool, turn) => {
                let _turn = turn.lock().await;
                $run
            }
            $crate::store::database::Database::Postgres($pool) => $run,
        }
    };
}

/// Runs a block in a transaction that begins as a writer's, so that no other writer comes between its reading and its writing.
/// What leaves the block early undoes it.
macro_rules! within {
    ($store:expr, $transaction:ident => $block:block) => {
        match &$store.database {
            $crate::store::database::Database::Sqlite(pool, turn) => {
                let _turn = turn.lock().await;
                let mut $transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
                let done = $block;
                $transaction.commit().await?;
                done
            }
            $crate::store::database::Database::Postgres(pool) => {
                let mut $transaction = pool.begin().await?;
                sqlx::query($crate::store::database::ONE_WRITER).execute(&mut *$transaction).await?;
                let done = $block;
                $transaction.commit().await?;
                done
            }
        }
    };
}

pub(super) use {alter, on, within};
