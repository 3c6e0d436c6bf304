//! Who has a title as a role, found without a look at everybody.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use super::super::super::names::{Names, head};
use super::super::super::text::Text;
use super::super::Search;
use super::super::titles;
use super::grammar::OPENS;

/// The roles of a text, by what a title must have in common with one that it fits.
#[derive(Default)]
pub(in super::super) struct Roles {
    rows: Vec<Row>,
    /// By the beginning of the head.
    starts: HashMap<String, Vec<usize>>,
    /// By the offices that several titles mean.
    offices: HashMap<usize, Vec<usize>>,
    /// Titles that were looked up: how well each fits, and whom.
    found: RefCell<HashMap<String, Vec<(u32, usize)>>>,
}

struct Row {
    person: usize,
    tokens: Range<usize>,
    heads: [usize; 2],
}

/// Two heads are forms of one only if so many letters are the same.
const START: usize = 4;
/// No more roles are tried for a title.
const MOST: usize = 200;

impl Roles {
    pub(in super::super) fn of(text: &Text, names: &Names) -> Self {
        let mut roles = Roles::default();
        for (person, known) in names.people.iter().enumerate() {
            for role in &known.roles {
                let main = head(text, &names.titles, &role.tokens).unwrap_or(role.head);
                let number = roles.rows.len();
                let heads = [main, role.head];
                let mut add = |at: usize| {
                    let rows = roles.starts.entry(start(text.norm(at))).or_default();
                    if rows.last() != Some(&number) {
                        rows.push(number);
                    }
                };
                heads.into_iter().for_each(&mut add);
                for office in text.lexicon.speakers.same.offices(&words(text, &role.tokens)) {
                    roles.offices.entry(office).or_default().push(number);
                }
                roles.rows.push(Row { person, tokens: role.tokens.clone(), heads });
            }
        }
        roles
    }

    /// The people whom a title fits, and how well.
    fn fitting(&self, text: &Text, title: &[&str], noun: &str) -> Vec<(u32, usize)> {
        let key = format!("{}|{noun}", title.join(" "));
        if let Some(found) = self.found.borrow().get(&key) {
            return found.clone();
        }
        let by_start = self.starts.get(&start(noun)).into_iter().flatten().rev().take(MOST);
        let offices = text.lexicon.speakers.same.offices(title);
        let by_office = offices.iter().filter_map(|office| self.offices.get(office)).flatten().rev().take(MOST);
        let mut best: HashMap<usize, u32> = HashMap::new();
        for row in by_start.chain(by_office).map(|row| &self.rows[*row]) {
            let role = words(text, &row.tokens);
            let fit = row.heads.map(|head| titles::fit(text, title, noun, &role, text.norm(head)));
            let fit = fit.into_iter().max().unwrap_or(0);
            if fit > 0 {
                let known = best.entry(row.person).or_default();
                *known = fit.max(*known);
            }
        }
        let mut found: Vec<(u32, usize)> = best.into_iter().map(|(person, fit)| (fit, person)).collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        self.found.borrow_mut().insert(key, found.clone());
        found
    }
}

impl Search<'_> {
    /// The person who has a title as a role, and how well it fits.
    pub(super) fn by_role(&self, core: &Range<usize>, noun: usize) -> Option<(usize, u32)> {
        let text = self.text;
        let own = usize::from(self.reader().is(core.start, OPENS));
        let title = words(text, &(core.start + own..core.end));
        let found = self.english.roles.fitting(text, &title, text.norm(noun));
        let last = |(fit, person): (u32, usize)| (fit, self.last_mention(person, core.start), person);
        found.into_iter().map(last).max_by_key(|(fit, last, _)| (*fit, *last)).map(|(fit, _, person)| (person, fit))
    }
}

fn start(norm: &str) -> String {
    norm.chars().take(START).collect()
}

/// The words of a title that tell something.
fn words<'t>(text: &'t Text, tokens: &Range<usize>) -> Vec<&'t str> {
    let plain = |at: &usize| {
        let small = matches!(
            text.norm(*at),
            "of" | "the" | "s" | "a" | "an" | "his" | "her" | "its" | "their" | "for" | "in" | "at"
        );
        text.word(*at).is_some() && !small
    };
    tokens.clone().filter(plain).map(|at| text.norm(at)).collect()
}
