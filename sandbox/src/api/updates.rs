//! `getUpdates`.

use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::{ApiError, GET_UPDATES, Params};
use crate::{faults::Stage, http::Shared, limits};

/// Waits for updates and gives them as a JSON array. A later call ends it.
pub(crate) async fn get_updates(shared: &Shared, params: &Params) -> Result<String, ApiError> {
    let offset = params.int("offset")?.unwrap_or(0);
    let limit = params.int("limit")?.unwrap_or(limits::UPDATES);
    let limit = if (1..=limits::UPDATES).contains(&limit) { limit } else { limits::UPDATES };
    let wait = params.int("timeout")?.unwrap_or(0).clamp(0, limits::POLL_SECONDS);
    let deadline = Instant::now() + Duration::from_secs(wait.unsigned_abs());
    let allowed = params.json("allowed_updates", "allowed updates")?;

    let (turn, mut changed) = {
        let mut world = shared.world();
        if let Some(kinds) = allowed {
            world.updates.allowed = kinds_of(&kinds)?;
        }
        // Each rule for a repetition is used up only by a call that confirms something.
        let would_repeat =
            world.updates.confirms(offset) && !world.faults.take(Stage::Confirm, GET_UPDATES, None).is_empty();
        world.updates.confirm(offset, would_repeat);
        (world.updates.begin_poll(), world.updates.changed.subscribe())
    };
    loop {
        {
            let world = shared.world();
            if !world.updates.is_turn(turn) {
                return Err(ApiError::terminated());
            }
            if let Some(batch) = world.updates.batch(usize::try_from(limit).unwrap_or(1)) {
                return Ok(batch);
            }
            // Seen under the lock, so that no arrival falls between the look and the wait.
            changed.mark_unchanged();
        }
        // The sender lives in the world, which outlives this call: only the deadline ends the wait with an error.
        if timeout_at(deadline, changed.changed()).await.is_err() {
            return Ok("[]".into());
        }
    }
}

fn kinds_of(value: &Value) -> Result<Vec<String>, ApiError> {
    let wrong = || ApiError::bad_request("can't parse allowed updates: expected an Array of String");
    let kinds = value.as_array().ok_or_else(wrong)?;
    kinds.iter().map(|kind| kind.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
}
