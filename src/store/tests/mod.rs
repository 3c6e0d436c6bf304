//! One suite for both databases: an SQLite file always, and PostgreSQL where `TEST_DATABASE_URL` leads to a server on which the tests may
//! make schemas of their own. `.ci/run` starts one.

mod articles;
mod channels;
mod chats;
mod following;
mod opening;
mod others;
mod outbox;
mod posts;
mod transfer;

use jiff::Timestamp;
use tempfile::TempDir;

use super::{Address, Store};

/// The variable with the address of the server.
const SERVER: &str = "TEST_DATABASE_URL";

/// A moment: so many seconds after some other one.
fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + seconds).unwrap()
}

/// An empty store on each database, with its address.
async fn stores() -> Vec<(Store, Address, TempDir)> {
    let mut stores = Vec::new();
    for address in addresses() {
        let folder = tempfile::tempdir().unwrap();
        let address = match address {
            None => Address::File(folder.path().join("new folder/derek.db")),
            Some(server) => Address::Server(schema_of_its_own(&server).await),
        };
        stores.push((Store::open(&address).await.unwrap(), address, folder));
    }
    stores
}

fn addresses() -> Vec<Option<String>> {
    match std::env::var(SERVER) {
        Ok(server) => vec![None, Some(server)],
        Err(_) => {
            eprintln!("{SERVER} is not set: PostgreSQL is left out");
            vec![None]
        }
    }
}

/// Makes a schema that nobody has used, and gives an address by which its tables are seen.
async fn schema_of_its_own(server: &str) -> String {
    use sqlx::{Connection, Executor};
    let schema = format!("test_{}_{:08x}", std::process::id(), fastrand::u32(..));
    let mut connection = sqlx::PgConnection::connect(server).await.expect("TEST_DATABASE_URL leads to a server");
    let make: &str = &format!("CREATE SCHEMA {schema}");
    connection.execute(make).await.unwrap();
    let joint = if server.contains('?') { '&' } else { '?' };
    format!("{server}{joint}options=-c%20search_path%3D{schema}")
}
