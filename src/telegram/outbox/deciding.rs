//! Editors decide about posts that may have left, by a button of the message that asks them.

use super::Posting;
use crate::article::Language;
use crate::commands::channels::Deed;
use crate::commands::reply::{Message, Pressed};
use crate::commands::told::{Decision, decided};
use crate::store::ChatId;
use crate::telegram::desk::Outcome;
use crate::telegram::question::Question;

impl Posting {
    /// Carries out what an editor, or who made the post, decides. Nothing where the question is another one, or somebody else's.
    pub(in crate::telegram) async fn decide(&self, question: &Question) -> Option<Outcome> {
        let Question::Press(asked) = question else { return None };
        let decision = Decision::read(&asked.data)?;
        let (Decision::Again(id) | Decision::There(id)) = decision;
        let store = self.outbox.store();
        let (person, now) = (asked.person.id.0, (self.clock)());
        let kept = async {
            let row = store.outbox_row(id).await?;
            let maker = row.as_ref().and_then(|row| row.parcel.made_by);
            if maker != Some(person) && !self.editors.contains(&person) {
                return Ok(None);
            }
            let language = store.chat(ChatId(person.cast_signed())).await?.language;
            let done = self.outbox.decide(decision, now).await?;
            if let (true, Some(row)) = (done, row) {
                let what = row.parcel.article.map(|article| article.to_string()).unwrap_or_default();
                let deed = match decision {
                    Decision::Again(_) => Deed::Again(what),
                    Decision::There(_) => Deed::There(what),
                };
                let chat = row.parcel.what.chat().map_or(ChatId(0), |(chat, _)| chat);
                let title = store.channel(chat).await?.map_or_else(|| chat.0.to_string(), |channel| channel.title);
                store.keep_deed(person, &title, deed, now).await?;
            }
            Ok::<_, crate::store::StoreError>(Some((done, language)))
        };
        match kept.await {
            Ok(None) => None,
            Ok(Some((done, language))) => {
                let language = language.unwrap_or_else(|| Language::guess(asked.person.language_code.as_deref()));
                let said = decided(&self.locales, language, decision, done);
                // Plain words, which are HTML as they stand.
                let edit = Message::new(said.clone(), Vec::new());
                Some(Outcome::Press(Pressed { edit: Some(edit), toast: Some(said), ..Pressed::default() }))
            }
            Err(error) => {
                log::error!("what editor {person} decided could not be kept: {error}");
                // The button stays, so that it can be pressed again.
                let language = Language::guess(asked.person.language_code.as_deref());
                let toast = Some(crate::commands::sorry(&self.locales, language));
                Some(Outcome::Press(Pressed { toast, ..Pressed::default() }))
            }
        }
    }
}
