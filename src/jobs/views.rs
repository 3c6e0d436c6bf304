//! What is to be seen of what leaves the outbox: who makes it is told by how its view begins.

use futures_util::future::BoxFuture;

use super::{Corrections, Digests, Posts};
use crate::commands::reply::Message;
use crate::outbox::{Render, Rendered};
use crate::store::outbox::{Parcel, Row};

/// All that can be seen.
pub struct Views {
    corrections: Corrections,
    digests: Digests,
    posts: Posts,
}

impl Views {
    /// Corrections, digests and posts.
    pub fn new(corrections: Corrections, digests: Digests, posts: Posts) -> Self {
        Self { corrections, digests, posts }
    }

    fn of(&self, view: &str) -> &dyn Render {
        match view {
            view if Digests::makes(view) => &self.digests,
            view if Posts::makes(view) => &self.posts,
            _ => &self.corrections,
        }
    }
}

impl Render for Views {
    fn render<'a>(&'a self, row: &'a Row) -> BoxFuture<'a, Rendered> {
        self.of(&row.parcel.view).render(row)
    }

    fn arrived<'a>(&'a self, row: &'a Row, message: &'a Message, id: Option<i32>) -> BoxFuture<'a, ()> {
        self.of(&row.parcel.view).arrived(row, message, id)
    }

    fn refused<'a>(&'a self, row: &'a Row, why: &'a str) -> BoxFuture<'a, Vec<Parcel>> {
        self.of(&row.parcel.view).refused(row, why)
    }
}
