//! The world that a newcomer finds.

use crate::world::{ChatKind, Refusal, World};

/// Adds people with three languages, and a chat of every kind with the bot in it.
pub(crate) fn seed(world: &mut World) -> Result<(), Refusal> {
    let aigerim = world.add_person("Айгерим", Some("aigerim".into()), Some("kk".into()))?;
    let ivan = world.add_person("Иван", Some("ivan".into()), Some("ru".into()))?;
    let anna = world.add_person("Anna", Some("anna".into()), Some("en".into()))?;
    let all = [aigerim, ivan, anna];
    let group = world.make_chat(ChatKind::Group, "Newsroom", anna, &all)?;
    world.invite_bot(group, false)?;
    let forum = world.make_chat(ChatKind::Supergroup, "Редакция", ivan, &all)?;
    world.invite_bot(forum, false)?;
    world.add_topic(forum, "Цитаты")?;
    world.add_topic(forum, "Цифры")?;
    let channel = world.make_chat(ChatKind::Channel, "Жаңалықтар", aigerim, &all)?;
    world.invite_bot(channel, true)?;
    let comments = world.make_chat(ChatKind::Supergroup, "Жаңалықтар: пікірлер", aigerim, &all)?;
    world.invite_bot(comments, false)?;
    world.link(channel, comments)
}
