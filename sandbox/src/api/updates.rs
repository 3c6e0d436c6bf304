//! `getUpdates`.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::{ApiError, GET_UPDATES, Params};
use crate::{
    faults::Stage,
    http::Shared,
    limits,
    world::{Ender, Wanted, World},
};

/// Waits for updates and gives them as a JSON array. A later call that waits ends it, and so does setWebhook; as with the
/// official server, a call that does not wait leaves it alone.
pub(crate) async fn get_updates(shared: &Shared, params: &Params) -> Result<String, ApiError> {
    let offset = params.int("offset")?.unwrap_or(0);
    let limit = params.int("limit")?.unwrap_or(limits::UPDATES).clamp(1, limits::UPDATES);
    let wait = params.int("timeout")?.unwrap_or(0).clamp(0, limits::POLL_SECONDS);
    let limit = usize::try_from(limit).unwrap_or(1);
    let deadline = Instant::now() + Duration::from_secs(wait.unsigned_abs());

    let (turn, mut changed) = {
        let mut world = shared.world();
        super::admit(&mut world, GET_UPDATES)?;
        if world.webhook.is_some() {
            return Err(ApiError::webhook_is_active());
        }
        set_wanted(&mut world, params);
        world.updates.drop_old(World::now());
        // Each rule for a repetition is used up only by a call that confirms something.
        let would_repeat =
            world.updates.confirms(offset) && !world.faults_for(Stage::Confirm, GET_UPDATES, None).is_empty();
        world.updates.confirm(offset, would_repeat);
        if let Some(batch) = world.updates.batch(limit) {
            return Ok(batch);
        }
        if wait == 0 {
            return Ok("[]".into());
        }
        (world.updates.begin_poll(), world.updates.changed.subscribe())
    };
    loop {
        // The sender lives in the world, which outlives this call: only the deadline ends the wait with an error.
        if timeout_at(deadline, changed.changed()).await.is_err() {
            return Ok("[]".into());
        }
        let world = shared.world();
        if !world.session.is_open() {
            return Ok("[]".into());
        }
        match world.updates.ended_by(turn) {
            Some(Ender::GetUpdates) => return Err(ApiError::terminated()),
            Some(Ender::SetWebhook) => return Err(ApiError::terminated_by_webhook()),
            None => {}
        }
        if let Some(batch) = world.updates.batch(limit) {
            return Ok(batch);
        }
        // Seen under the lock, so that no arrival falls between the look and the wait.
        changed.mark_unchanged();
    }
}

/// Takes over the kinds of update that a call asks for. As with the official server, what is no list of names changes
/// nothing and is no mistake; the log says it.
pub(super) fn set_wanted(world: &mut World, params: &Params) {
    match params.json("allowed_updates", "allowed updates") {
        Ok(None) => {}
        Ok(Some(list)) => match Wanted::from_json(&list) {
            Some(wanted) => world.updates.wanted = wanted,
            None => log::warn!("allowed_updates is no list of names: {list}"),
        },
        Err(error) => log::warn!("{}", error.description),
    }
}
