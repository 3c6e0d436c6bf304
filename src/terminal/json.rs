//! What `derek search` and `derek check` print for programs.

use serde_json::{Value, json};

use crate::article::Article;
use crate::library::{Checked, Hit, Item, Match, Results};

/// What a search found: `{"words","instead","hits":[{"article","language","kind","id","speaker","published","title","text","score","also"}]}`.
/// `instead` is what was looked for where nothing has the words, or null; `kind` is quote, figure or article, `id` that of the quote
/// or figure; `score` is comparable within one answer; `also` are the article and id of the same quote elsewhere.
pub fn found(words: &str, results: &Results<'_>) -> Value {
    json!({
        "words": words,
        "instead": results.instead.as_ref().map(|instead| &instead.words),
        "hits": results.hits.iter().map(hit).collect::<Vec<_>>(),
    })
}

fn hit(hit: &Hit<'_>) -> Value {
    let article = hit.article;
    let (kind, id, speaker, text) = match hit.item {
        Item::Quote(quote) => {
            let parts: Vec<&str> = quote.parts.iter().map(|part| article.text(*part)).collect();
            ("quote", Some(quote.id.to_string()), quote.speaker.as_deref(), parts.join(" […] "))
        }
        Item::Figure(figure) => {
            ("figure", Some(figure.id.to_string()), None, format!("{}: {}", figure.label, article.text(figure.text)))
        }
        Item::Article => {
            ("article", None, None, article.lead().map(|lead| article.text(lead).to_owned()).unwrap_or_default())
        }
    };
    json!({
        "article": article.id.as_str(),
        "language": article.language.code(),
        "kind": kind,
        "id": id,
        "speaker": speaker,
        "published": published(article),
        "title": article.title,
        "text": text,
        "score": hit.score,
        "also": hit.also.iter().map(|(article, quote)| json!([article.id.as_str(), quote.id.to_string()])).collect::<Vec<_>>(),
    })
}

/// What is known of a claim. Besides what the verdict rests on, each match has the language of its edition, whether that is a
/// translation, and the words of the claim's run; `claim` places are bytes of the claim, `quote` places bytes of the edition's body.
pub fn checked(checked: &Checked<'_>) -> Value {
    json!({
        "verdict": checked.verdict.name(),
        "claim": checked.claim.text,
        "speaker_claimed": checked.speaker_claimed,
        "matches": checked.matches.iter().map(matched).collect::<Vec<_>>(),
        "searched": { "articles": checked.searched.articles, "quotes": checked.searched.quotes },
    })
}

fn matched(found: &Match<'_>) -> Value {
    let article = found.article;
    let diff = found.diff.iter().map(|op| {
        json!({
            "op": op.op.name(),
            "claim": [op.claim.start, op.claim.end],
            "quote": [op.quote.start, op.quote.end],
        })
    });
    json!({
        "article": article.id.as_str(),
        "language": article.language.code(),
        "translation": article.translation,
        "quote": found.quote.map(|quote| quote.id.to_string()),
        "speaker": found.quote.and_then(|quote| quote.speaker.as_deref()),
        "published": published(article),
        "score": found.score,
        "text": article.text(found.run),
        "diff": diff.collect::<Vec<_>>(),
        "changes": found.changes.iter().map(|change| change.name()).collect::<Vec<_>>(),
    })
}

fn published(article: &Article) -> Option<String> {
    article.published.map(|published| published.to_string())
}
