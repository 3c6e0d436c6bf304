//! The development gold, where it is there: drafts for `score.py`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::super::names::Names;
use super::super::text::Text;
use super::{Cues, quotes};
use crate::article::Language;

/// Writes FILE.draft for each FILE.txt of `DEREK_GOLD`/{ru,kk,en} into `DEREK_DRAFTS`/{ru,kk,en}.
#[test]
#[ignore = "reads texts that are not in the repository"]
fn drafts() {
    let (Ok(gold), Ok(drafts)) = (std::env::var("DEREK_GOLD"), std::env::var("DEREK_DRAFTS")) else { return };
    for (language, folder) in [(Language::Ru, "ru"), (Language::Kk, "kk"), (Language::En, "en")] {
        let to = Path::new(&drafts).join(folder);
        fs::create_dir_all(&to).unwrap();
        let Ok(files) = fs::read_dir(Path::new(&gold).join(folder)) else { continue };
        for file in files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "txt")) {
            let raw = fs::read_to_string(&file).unwrap();
            let text = Text::new(&raw, language);
            let mut json = String::new();
            let cues = Cues::of(&text);
            for quote in quotes(&text, &cues, &Names::of(&text, &cues)) {
                let parts: Vec<_> = quote
                    .parts
                    .iter()
                    .map(|part| {
                        let words = serde_json::to_string(&raw[part.start..part.end]).unwrap();
                        format!(r#"{{"start":{},"end":{},"text":{words}}}"#, part.start, part.end)
                    })
                    .collect();
                let mention = quote.mention.map(|mention| &raw[mention.start..mention.end]);
                let more = [quote.speaker.as_deref(), quote.role.as_deref(), mention];
                let more: Vec<_> = more.iter().map(|text| serde_json::to_string(text).unwrap()).collect();
                let comma = if json.is_empty() { "" } else { "," };
                let (parts, rule) = (parts.join(","), quote.rule);
                let [speaker, role, mention] = more.as_slice() else { unreachable!() };
                let confidence = quote.confidence;
                let _ = write!(
                    json,
                    r#"{comma}{{"parts":[{parts}],"speaker":{speaker},"role":{role},"mention":{mention},"rule":"{rule:?}","confidence":{confidence}}}"#
                );
            }
            let name = file.with_extension("txt.draft");
            fs::write(to.join(name.file_name().unwrap()), format!(r#"{{"quotes":[{json}],"figures":[]}}"#)).unwrap();
        }
    }
}
