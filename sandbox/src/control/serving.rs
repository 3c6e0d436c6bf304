//! Control calls about the server itself: faults, flood limits, the webhook, what grows old, who is logged in.

use std::sync::Arc;

use axum::extract::State;
use serde_json::json;

use super::fields::{Answer, Given, Id, NoFields, Result};
use crate::{faults::Fault, flood::Flood, http::Shared};

/// `GET /control/faults`
pub(super) async fn faults(State(shared): State<Arc<Shared>>, _: NoFields) -> Answer {
    Answer(json!({ "faults": shared.world().faults.list() }))
}

/// `POST /control/faults`
pub(super) async fn add_fault(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["method", "chat_id", "times", "share", "kind"])?;
    let fault = Fault::from_json(&fields.object())?;
    Ok(Answer(json!({ "id": shared.world().add_fault(fault) })))
}

/// `DELETE /control/faults/{id}`
pub(super) async fn end_fault(State(shared): State<Arc<Shared>>, Id(id): Id<u64>, _: NoFields) -> Result {
    shared.world().end_fault(id)?;
    Ok(Answer(json!({})))
}

/// `DELETE /control/faults`
pub(super) async fn clear_faults(State(shared): State<Arc<Shared>>, _: NoFields) -> Answer {
    shared.world().end_faults();
    Answer(json!({}))
}

/// `GET /control/flood`
pub(super) async fn flood(State(shared): State<Arc<Shared>>, _: NoFields) -> Answer {
    Answer(shared.world().flood.to_json())
}

/// `POST /control/flood`
pub(super) async fn set_flood(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["overall_per_second", "chat_per_second", "group_per_minute"])?;
    let most = |name: &str| -> Result<Option<u32>> {
        let Some(most) = fields.int(name)? else { return Ok(None) };
        let most = u32::try_from(most).ok().filter(|most| *most > 0);
        Ok(Some(most.ok_or_else(|| format!("{name} is a whole number from 1"))?))
    };
    let mut limits = Flood::default();
    if let Some(most) = most("overall_per_second")? {
        limits = limits.overall_per_second(most);
    }
    if let Some(most) = most("chat_per_second")? {
        limits = limits.chat_per_second(most);
    }
    if let Some(most) = most("group_per_minute")? {
        limits = limits.group_per_minute(most);
    }
    let mut world = shared.world();
    world.set_flood(Some(limits));
    Ok(Answer(world.flood.to_json()))
}

/// `DELETE /control/flood`
pub(super) async fn end_flood(State(shared): State<Arc<Shared>>, _: NoFields) -> Answer {
    let mut world = shared.world();
    world.set_flood(None);
    Answer(world.flood.to_json())
}

/// `GET /control/webhook`
pub(super) async fn webhook(State(shared): State<Arc<Shared>>, _: NoFields) -> Answer {
    let world = shared.world();
    let mut info = world.webhook_info();
    info["deliveries"] = world.deliveries().into();
    Answer(info)
}

/// `POST /control/age`
pub(super) async fn age(State(shared): State<Arc<Shared>>, given: Given) -> Result {
    let fields = given.only(&["hours"])?;
    let hours = u32::try_from(fields.need_int("hours")?).map_err(|_| "hours is a whole number from 0")?;
    let mut world = shared.world();
    world.age(hours);
    Ok(Answer(json!({ "pending_update_count": world.updates.pending() })))
}

/// `POST /control/login`
pub(super) async fn login(State(shared): State<Arc<Shared>>, _: NoFields) -> Answer {
    shared.world().log_in();
    Answer(json!({}))
}
