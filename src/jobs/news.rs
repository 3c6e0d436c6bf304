//! News: what changed in articles is looked through once, and what is news to somebody is found for them.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;

use super::posts::by_rules;
use crate::article::{self, Article, Language};
use crate::commands;
use crate::commands::channels::Rule;
use crate::following::{News, What};
use crate::library::Library;
use crate::outbox::Outbox;
use crate::store::{Channel, Follow, Reader, Store, StoreError, Unlooked};

/// How many articles are looked through before what was found is put into the outbox.
const BATCH: u32 = 100;
/// How many follows are read at once.
const FOLLOWS: u32 = 5_000;

/// All that is followed, by what it is: who follows it, in which language, since when.
type Followers = HashMap<What, Vec<(Follow, Option<Language>)>>;

/// Looks through all changes of articles that were not looked through yet, as far as the library has them, and puts what is news to somebody into
/// the outbox, and what becomes of new articles in channels. Gives how many digests and posts are new there.
///
/// # Errors
/// If the store fails: what was done until then stays, and the next time goes on from there.
pub(super) async fn tell(
    outbox: &Outbox,
    library: &Library,
    editors: &[u64],
    now: Timestamp,
) -> Result<(usize, usize), StoreError> {
    let store = outbox.store();
    let followers = followers(store).await?;
    let channels: Vec<Channel> =
        store.channels().await?.into_iter().filter(|channel| channel.rule != Rule::None).collect();
    if followers.is_empty() && channels.is_empty() {
        store.look_past_all().await?;
        return Ok((0, 0));
    }
    let mut posts = 0;
    loop {
        let unlooked = store.unlooked(BATCH).await?;
        let before = unlooked.len();
        let mut looked = 0;
        for change in unlooked {
            let there = library.get(&change.article).map_or(0, |editions| editions.revision());
            // A withdrawn article is not in the library; one that is there with an older revision comes later.
            if there != 0 && there < change.latest {
                continue;
            }
            // An article is new once; what the program put in before it ended is there.
            for channel in channels.iter().filter(|channel| change.looked == 0 && channel.made_at <= change.at) {
                let parcels = by_rules(store, library, (channel, editors), &change.article, now).await?;
                posts += outbox.put(&parcels).await?;
            }
            let finds = find(store, library, &change, &followers).await?;
            store.keep_finds(&change, &finds, now).await?;
            looked += 1;
        }
        if before < BATCH as usize || looked == 0 {
            break;
        }
    }
    Ok((outbox.put_digests(now).await?, posts))
}

async fn followers(store: &Store) -> Result<Followers, StoreError> {
    let (mut all, mut after) = (Followers::new(), 0);
    loop {
        let some = store.followers(after, FOLLOWS).await?;
        let Some((last, _)) = some.last() else { return Ok(all) };
        after = last.id;
        for (follow, language) in some {
            all.entry(follow.what.clone()).or_default().push((follow, language));
        }
    }
}

/// What of a change is news, and to whom, in the order of the article.
async fn find(
    store: &Store,
    library: &Library,
    change: &Unlooked,
    followers: &Followers,
) -> Result<Vec<(Reader, String)>, StoreError> {
    let Some(editions) = library.get(&change.article) else { return Ok(Vec::new()) };
    let old: Vec<Article> = match change.looked {
        0 => Vec::new(),
        looked => {
            let revisions = store.as_of(&change.article, looked).await?;
            let read = revisions.iter().filter_map(|it| article::parse(&it.origin, it.text.as_deref()?).ok());
            read.collect()
        }
    };
    let before: HashMap<Reader, HashSet<Language>> =
        store.found_before(&change.article).await?.into_iter().fold(HashMap::new(), |mut before, (reader, view)| {
            before.entry(reader).or_insert_with(HashSet::new).extend(commands::language_of(&view));
            before
        });
    let news: Vec<News<'_>> = editions
        .all()
        .iter()
        .map(|edition| News::new(old.iter().find(|old| old.language == edition.language), edition))
        .collect();
    // Each reader once, in one language, with the places of what was found.
    let mut finds: BTreeMap<Reader, (Language, HashSet<String>)> = BTreeMap::new();
    for (what, follows) in followers {
        // In the order of the editions: each with what of it is followed.
        let pieces: Vec<(Language, Vec<String>)> = news
            .iter()
            .map(|news| {
                let language = news.article().language;
                let kept = |piece| commands::piece(&change.article, language, piece);
                (language, news.of(what).into_iter().map(kept).collect())
            })
            .collect();
        for (follow, language) in follows.iter().filter(|(follow, _)| follow.made_at <= change.at) {
            let wanted = editions.preferred(language.unwrap_or(Language::En)).language;
            // What was told in one language is not told again in another.
            let told = |language| before.get(&follow.reader).is_some_and(|told| !told.contains(&language));
            let found = |language| finds.get(&follow.reader).is_some_and(|(found, _)| *found != language);
            let fits = |(language, pieces): &&(Language, Vec<String>)| {
                !pieces.is_empty() && !told(*language) && !found(*language)
            };
            let own = pieces.iter().filter(fits).find(|(language, _)| *language == wanted);
            if let Some((language, pieces)) = own.or_else(|| pieces.iter().find(fits)) {
                let (_, all) = finds.entry(follow.reader).or_insert_with(|| (*language, HashSet::new()));
                all.extend(pieces.iter().cloned());
            }
        }
    }
    let order: Vec<(Language, Vec<String>)> = news
        .iter()
        .map(|news| {
            let language = news.article().language;
            (language, news.pieces().map(|piece| commands::piece(&change.article, language, piece)).collect())
        })
        .collect();
    Ok(finds
        .into_iter()
        .flat_map(|(reader, (language, pieces))| {
            let all = order.iter().find(|(it, _)| *it == language).map(|(_, all)| all.as_slice()).unwrap_or_default();
            all.iter().filter(move |piece| pieces.contains(*piece)).map(move |piece| (reader, piece.clone()))
        })
        .collect())
}
