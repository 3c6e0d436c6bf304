//! Who has a title: the people of whose roles it is one, each different title looked up once a text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::super::names::{Gender, Names};
use super::super::text::Text;
use super::{MOST_PEOPLE, Search, titles};
use crate::article::Language::Ru;

/// A fit that is one of meaning only: another word for the same office.
const ALIKE: u32 = 3;
/// Someone is mentioned in no more tokens, and in no more mentions, before a quotation.
const NEAR: usize = 4000;
const MENTIONS: usize = 200;

/// How well somebody's roles fit a title, and the person.
type Fits = Rc<[(u32, usize)]>;

/// The roles of all people, and the titles that were looked up.
pub(super) struct Holders<'a> {
    roles: Vec<Role<'a>>,
    known: RefCell<HashMap<String, Fits>>,
}

struct Role<'a> {
    person: usize,
    words: Vec<&'a str>,
    head: &'a str,
}

impl<'a> Holders<'a> {
    pub(super) fn of(text: &'a Text, names: &Names) -> Self {
        let people = names.people.iter().enumerate().take(MOST_PEOPLE);
        let roles = people.flat_map(|(person, known)| {
            let role = move |role: &super::super::names::Role| Role {
                person,
                words: words(text, &role.tokens),
                head: text.norm(role.head),
            };
            known.roles.iter().map(role).collect::<Vec<_>>()
        });
        Holders { roles: roles.collect(), known: RefCell::new(HashMap::new()) }
    }

    /// Everyone whom a title fits.
    fn fits(&self, text: &Text, title: &[&str], head: &str) -> Fits {
        let key = format!("{}|{head}", title.join(" "));
        if let Some(known) = self.known.borrow().get(&key) {
            return Rc::clone(known);
        }
        let mut fits: Vec<(u32, usize)> = Vec::new();
        for role in &self.roles {
            let fit = titles::fit(text, title, head, &role.words, role.head);
            match fits.last_mut() {
                _ if fit == 0 => {}
                Some((best, person)) if *person == role.person => *best = fit.max(*best),
                _ => fits.push((fit, role.person)),
            }
        }
        let fits: Fits = fits.into();
        self.known.borrow_mut().insert(key, Rc::clone(&fits));
        fits
    }
}

impl Search<'_> {
    /// The person of a gender who has a title as a role, with how well it fits: of several the one named last.
    pub(super) fn holder(
        &self,
        phrase: &Range<usize>,
        head: usize,
        start: usize,
        gender: Option<Gender>,
    ) -> Option<(u32, usize)> {
        let text = self.text;
        let title = words(text, phrase);
        let head = if title.contains(&text.norm(head)) { text.norm(head) } else { "заместитель" };
        let all = self.holders.fits(text, &title, head);
        let of_gender = |person: usize| {
            let known = self.names.people[person].gender;
            gender.is_none() || known.is_none() || known == gender
        };
        let fitting = || all.iter().filter(|(_, person)| of_gender(*person));
        let most = fitting().map(|(fit, _)| *fit).max()?;
        let best = || fitting().filter(|(fit, _)| *fit == most).map(|(_, person)| *person);
        let alike = most == ALIKE && text.language == Ru;
        // Of several who are called alike the one whom the headline names.
        let named = (most == ALIKE).then(|| best().find(|person| self.is_in_headline(*person))).flatten();
        let mut before = self.names.within(start.saturating_sub(NEAR)..start).iter().rev().take(MENTIONS);
        let last =
            || before.find(|mention| best().any(|person| person == mention.person)).map(|mention| mention.person);
        // Nobody is called by another word before he is named.
        let person = named.or_else(last).or_else(|| best().next().filter(|_| !alike))?;
        Some((most, person))
    }
}

/// The words of a title: `замминистра` is a `заместитель` of a `министра`.
pub(super) fn words<'a>(text: &'a Text, tokens: &Range<usize>) -> Vec<&'a str> {
    let words = tokens.clone().filter(|at| text.word(*at).is_some() && !matches!(text.norm(*at), "of" | "the"));
    let deputy = |norm: &'a str| match norm.strip_prefix("зам").filter(|chief| chief.chars().count() > 4) {
        Some(chief) if !chief.starts_with("ес") => ["заместитель", chief].into_iter().take(2),
        _ => [norm, ""].into_iter().take(1),
    };
    words.flat_map(|at| deputy(text.norm(at))).collect()
}
