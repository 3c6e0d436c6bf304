//! Every setting once: from flags and environment to one typed value, with all mistakes at once.
//!
//! clap reads the words, [`Settings::read`] reads their meaning: clap would stop at the first bad one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use crate::outbox::pacing::Pacing;
use crate::picture::{Brand, BrandError, Colour, Logo};
use crate::store::Address;

/// The variable with the bot's token: from the environment only, because a flag would show it to all who list processes.
pub const TOKEN: &str = "TELOXIDE_TOKEN";

/// The variable with the address of the database: it may hold a password.
pub const DATABASE: &str = "DATABASE_URL";

/// The settings that nobody may see.
#[derive(Clone, Default)]
pub struct Secrets {
    /// That of [`TOKEN`].
    pub token: Option<String>,
    /// That of [`DATABASE`].
    pub database: Option<String>,
}

impl Secrets {
    /// The words that may stand in no log: the token, and the password of the database.
    pub fn words(&self) -> Vec<String> {
        let password = self.database.as_deref().and_then(|address| {
            let (user, _) = address.split_once("://")?.1.rsplit_once('@')?;
            user.split_once(':').map(|(_, password)| password.to_owned())
        });
        self.token.iter().cloned().chain(password).filter(|word| !word.trim().is_empty()).collect()
    }
}

/// The settings as words, but for the [`Secrets`], before anything of them is checked.
#[derive(Debug, Clone, Default, Args)]
pub struct RawSettings {
    /// The Bot API server [default: https://api.telegram.org]
    #[arg(long, env = "TELOXIDE_API_URL", value_name = "URL", global = true)]
    pub api_url: Option<String>,

    /// The folder with the article files [default: data/articles]
    #[arg(long, env = "DEREK_ARTICLES", value_name = "FOLDER", global = true)]
    pub articles: Option<String>,

    /// The folder for what must outlive the process [default: state]
    #[arg(long, env = "DEREK_STATE", value_name = "FOLDER", global = true)]
    pub state: Option<String>,

    /// The user ids of the editors, with commas between them: who is asked about posts that may have been sent
    #[arg(long, env = "DEREK_EDITORS", value_name = "IDS", global = true)]
    pub editors: Option<String>,

    /// For how many days an answer is kept like the article that it shows [default: 14]
    #[arg(long, env = "DEREK_CORRECTED_DAYS", value_name = "NUMBER", global = true)]
    pub corrected_days: Option<String>,

    /// The most messages that nobody waits for, of all chats in a second [default: 30]
    #[arg(long, env = "DEREK_PACE", value_name = "NUMBER", global = true)]
    pub pace: Option<String>,

    /// The same in one chat in a second [default: 1]
    #[arg(long, env = "DEREK_PACE_CHAT", value_name = "NUMBER", global = true)]
    pub pace_chat: Option<String>,

    /// The same in one group or channel in a minute [default: 20]
    #[arg(long, env = "DEREK_PACE_GROUP", value_name = "NUMBER", global = true)]
    pub pace_group: Option<String>,

    /// The colours of cards and charts: background, letters and accent, such as "#102030 #ffffff #ffcc00" [default: Derek's own]
    #[arg(long, env = "DEREK_CARD_COLOURS", value_name = "COLOURS", global = true)]
    pub card_colours: Option<String>,

    /// The logo on cards and charts: a PNG or SVG file of at most 512 KiB
    #[arg(long, env = "DEREK_CARD_LOGO", value_name = "FILE", global = true)]
    pub card_logo: Option<String>,

    /// Whether to run on the local sandbox: on, off, or auto, which means on when there is no token [default: auto]
    #[arg(long, env = "DEREK_SANDBOX", value_name = "WHEN", global = true)]
    pub sandbox: Option<String>,

    /// The port of the local sandbox and its chat page on 127.0.0.1; 0 takes a free one [default: 8088]
    #[arg(long, env = "DEREK_SANDBOX_PORT", value_name = "PORT", global = true)]
    pub sandbox_port: Option<String>,
}

impl RawSettings {
    /// The folder with the article files.
    pub fn articles(&self) -> PathBuf {
        given(self.articles.clone()).unwrap_or_else(|| "data/articles".to_owned()).into()
    }

    /// The folder for what must outlive the process.
    pub fn state(&self) -> PathBuf {
        given(self.state.clone()).unwrap_or_else(|| "state".to_owned()).into()
    }
}

impl RawSettings {
    /// Where the store of a bot on Telegram is.
    ///
    /// # Errors
    /// If the address can't be read.
    pub fn database(&self, secrets: &Secrets) -> Result<Address, BadSetting> {
        match given(secrets.database.clone()) {
            Some(text) => text.parse().map_err(|why| BadSetting { name: DATABASE.to_owned(), why }),
            None => Ok(Address::File(self.state().join("derek.db"))),
        }
    }
}

/// The settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Which Telegram the bot runs on.
    pub telegram: Telegram,
    /// The folder with the article files.
    pub articles: PathBuf,
    /// The folder for what must outlive the process.
    pub state: PathBuf,
    /// Where the store is.
    pub database: Address,
    /// The user ids of the editors.
    pub editors: Vec<u64>,
    /// For how long an answer is kept like the article that it shows.
    pub corrected: Duration,
    /// How fast what nobody waits for may leave.
    pub pacing: Pacing,
    /// The colours and the logo of pictures, where they are not Derek's own.
    pub brand: Option<Brand>,
}

/// Which Telegram the bot runs on.
#[derive(Clone, PartialEq, Eq)]
pub enum Telegram {
    /// A Bot API server.
    Server {
        /// Its address.
        url: reqwest::Url,
        /// The bot's token: never to be printed.
        token: String,
    },
    /// The local sandbox on this port of 127.0.0.1; without a port, on the default one or, where that is taken, on a free one.
    Sandbox {
        /// The port; 0 for a free one.
        port: Option<u16>,
    },
}

/// Without the token.
impl std::fmt::Debug for Telegram {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Server { url, .. } => f.debug_struct("Server").field("url", &url.as_str()).finish_non_exhaustive(),
            Self::Sandbox { port } => f.debug_struct("Sandbox").field("port", port).finish(),
        }
    }
}

/// A setting that can't be used, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {why}")]
pub struct BadSetting {
    /// The name of the environment variable.
    pub name: String,
    /// What is wrong, and what is expected.
    pub why: String,
}

/// The database of a bot on the sandbox, in the state folder.
const SANDBOX_FILE: &str = "sandbox.db";

impl Settings {
    /// The file of the database, if it is to begin empty: the chats of a sandbox end with it, and so does what is known of them.
    pub fn throwaway(&self) -> Option<&Path> {
        match (&self.telegram, &self.database) {
            (Telegram::Sandbox { .. }, Address::File(file)) if *file == self.state.join(SANDBOX_FILE) => Some(file),
            _ => None,
        }
    }

    /// Reads the words. `names` are those of all environment variables, so that a misspelt one is found.
    ///
    /// # Errors
    /// All settings that can't be used.
    pub fn read(
        raw: RawSettings,
        secrets: Secrets,
        names: impl IntoIterator<Item = String>,
    ) -> Result<Self, Vec<BadSetting>> {
        let mut bad: Vec<_> = names.into_iter().filter_map(|name| misspelt(&name)).collect();
        let url = given(raw.api_url.clone()).unwrap_or_else(|| "https://api.telegram.org".to_owned());
        let url = noted(&mut bad, "TELOXIDE_API_URL", read_url(&url));
        let port = given(raw.sandbox_port.clone()).map(|text| read_port(&text)).transpose();
        let port = noted(&mut bad, "DEREK_SANDBOX_PORT", port);
        let sandbox = noted(&mut bad, "DEREK_SANDBOX", read_sandbox(given(raw.sandbox.clone()).as_deref()));
        let Secrets { token, database } = secrets;
        let database = noted(&mut bad, DATABASE, given(database).map(|text| text.parse::<Address>()).transpose());
        let editors = noted(&mut bad, "DEREK_EDITORS", read_editors(given(raw.editors.clone()).as_deref()));
        let days = given(raw.corrected_days.clone()).map_or(Ok(14), |text| read_days(&text));
        let days = noted(&mut bad, "DEREK_CORRECTED_DAYS", days).unwrap_or_default();
        let usual = Pacing::default();
        let mut pace = |name, text: &Option<String>, usual: u32| {
            let read = given(text.clone()).map_or(Ok(usual), |text| read_pace(&text));
            noted(&mut bad, name, read).unwrap_or(usual)
        };
        let pacing = Pacing {
            overall_per_second: pace("DEREK_PACE", &raw.pace, usual.overall_per_second),
            chat_per_second: pace("DEREK_PACE_CHAT", &raw.pace_chat, usual.chat_per_second),
            group_per_minute: pace("DEREK_PACE_GROUP", &raw.pace_group, usual.group_per_minute),
            ..usual
        };
        let brand = read_brand(given(raw.card_colours.clone()), given(raw.card_logo.clone()), &mut bad);
        let token = given(token);
        let runs_on_sandbox = sandbox.flatten().unwrap_or(token.is_none() && cfg!(feature = "sandbox"));
        let token = if runs_on_sandbox { None } else { noted(&mut bad, TOKEN, read_token(token)) };
        match (url, port, database, editors) {
            (Some(url), Some(port), Some(database), Some(editors)) if bad.is_empty() => Ok(Self {
                database: database.unwrap_or_else(|| {
                    Address::File(raw.state().join(if token.is_some() { "derek.db" } else { SANDBOX_FILE }))
                }),
                telegram: match token {
                    Some(token) => Telegram::Server { url, token },
                    None => Telegram::Sandbox { port },
                },
                articles: raw.articles(),
                state: raw.state(),
                editors,
                corrected: Duration::from_secs(u64::from(days) * 24 * 60 * 60),
                pacing,
                brand,
            }),
            _ => Err(bad),
        }
    }
}

fn noted<T>(bad: &mut Vec<BadSetting>, name: &str, read: Result<T, String>) -> Option<T> {
    read.map_err(|why| bad.push(BadSetting { name: name.to_owned(), why })).ok()
}

/// `None` is `auto`: the sandbox where there is no token.
fn read_sandbox(text: Option<&str>) -> Result<Option<bool>, String> {
    match text {
        None | Some("auto") => Ok(None),
        Some("off") => Ok(Some(false)),
        Some("on") if cfg!(feature = "sandbox") => Ok(Some(true)),
        Some("on") => Err("this program was built without the sandbox".to_owned()),
        Some(other) => Err(format!("{other:?} is none of on, off, auto")),
    }
}

fn read_token(token: Option<String>) -> Result<String, String> {
    match token {
        Some(token) if is_token(&token) => Ok(token),
        Some(_) => Err("does not look like a token: 123456789:AA… is expected, as @BotFather gives it".to_owned()),
        None => Err("is missing: get one from @BotFather, or set DEREK_SANDBOX=on to try Derek without".to_owned()),
    }
}

/// An empty value is no value: `.env` files have such lines.
fn given(value: Option<String>) -> Option<String> {
    value.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn is_token(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    text.split_once(':').is_some_and(|(id, secret)| {
        !id.is_empty()
            && id.bytes().all(|byte| byte.is_ascii_digit())
            && secret.len() >= 30
            && secret.bytes().all(plain)
    })
}

fn read_editors(text: Option<&str>) -> Result<Vec<u64>, String> {
    let ids = text.unwrap_or_default().split([',', ' ']).filter(|id| !id.is_empty());
    let read = |id: &str| match id.parse() {
        Ok(id) if id > 0 => Ok(id),
        _ => Err(format!("{id:?} is no user id: a number is expected")),
    };
    ids.map(read).collect()
}

/// The colours and the logo of pictures: where only one is given, the other is Derek's own.
fn read_brand(colours: Option<String>, logo: Option<String>, bad: &mut Vec<BadSetting>) -> Option<Brand> {
    let given = colours.is_some() || logo.is_some();
    let colours = noted(bad, "DEREK_CARD_COLOURS", colours.map_or(Ok(Brand::default()), |text| read_colours(&text)));
    let logo = noted(bad, "DEREK_CARD_LOGO", logo.map(|file| read_logo(Path::new(&file))).transpose());
    let brand = Brand { logo: logo?, ..colours? };
    given.then_some(brand)
}

fn read_colours(text: &str) -> Result<Brand, String> {
    let wrong =
        || format!("{text:?} is not three colours: background, letters and accent, as in #102030 #ffffff #ffcc00");
    let colours = text.split([',', ' ']).filter(|colour| !colour.is_empty()).map(str::parse::<Colour>);
    let colours: Vec<Colour> = colours.collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    let [background, text, accent] = colours[..] else { return Err(wrong()) };
    Ok(Brand { background, text, accent, logo: None })
}

fn read_logo(file: &Path) -> Result<Logo, String> {
    let size = std::fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?.len();
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if size > Logo::MOST_BYTES {
        return Err(format!("{}: {}", file.display(), BrandError::TooLarge(size)));
    }
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Logo::read(&bytes).map_err(|error| format!("{}: {error}", file.display()))
}

fn read_days(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(days) if days <= 3650 => Ok(days),
        _ => Err(format!("{text:?} is no number of days: 0 to 3650 is expected")),
    }
}

fn read_pace(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(pace) if (1..=10_000).contains(&pace) => Ok(pace),
        _ => Err(format!("{text:?} is no pace: a number from 1 to 10000 is expected")),
    }
}

fn read_port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("{text:?} is no port: a number from 0 to 65535 is expected"))
}

fn read_url(text: &str) -> Result<reqwest::Url, String> {
    match text.parse::<reqwest::Url>() {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(url),
        _ => Err(format!("{text:?} is no address: http://… or https://… is expected")),
    }
}

/// The environment variables of all settings, in the order of `.env.example`.
pub fn names() -> Vec<String> {
    let command = RawSettings::augment_args(clap::Command::new("derek"));
    let with_flags = command.get_arguments().filter_map(|argument| argument.get_env()?.to_str().map(str::to_owned));
    [TOKEN, DATABASE].map(str::to_owned).into_iter().chain(with_flags).collect()
}

fn misspelt(name: &str) -> Option<BadSetting> {
    let known = names();
    (name.starts_with("DEREK_") && !known.iter().any(|known| known == name))
        .then(|| BadSetting { name: name.to_owned(), why: format!("is no setting; there are {}", known.join(", ")) })
}

#[cfg(test)]
mod tests {
    use super::{RawSettings, Secrets, Settings, TOKEN, Telegram, names};
    use crate::outbox::pacing::Pacing;
    use crate::store::Address;

    const GOOD_TOKEN: &str = "123456789:AAabcdefghijklmnopqrstuvwxyz-_01234";

    fn secrets(token: &str) -> Secrets {
        Secrets { token: Some(token.to_owned()), database: None }
    }

    fn read(token: Option<&str>, set: impl FnOnce(&mut RawSettings)) -> Result<Settings, Vec<String>> {
        let mut raw = RawSettings::default();
        set(&mut raw);
        let secrets = token.map(secrets).unwrap_or_default();
        Settings::read(raw, secrets, []).map_err(|bad| bad.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_bot_has_a_database_of_its_own_and_a_sandbox_one_that_begins_empty() {
        let sandbox = read(None, |_| {}).unwrap();
        assert_eq!(sandbox.throwaway(), Some("state/sandbox.db".as_ref()));
        let bot = read(Some(GOOD_TOKEN), |raw| raw.state = Some("kept".to_owned())).unwrap();
        assert_eq!((bot.throwaway(), &bot.database), (None, &Address::File("kept/derek.db".into())));
        let database = |address: &str| Secrets { token: None, database: Some(address.to_owned()) };
        let given = |address: &str| Settings::read(RawSettings::default(), database(address), []);
        let shared = given("postgres://derek:hidden@db/news").unwrap();
        assert_eq!((shared.throwaway(), shared.database.to_string()), (None, "PostgreSQL at db:5432/news".to_owned()));
        assert_eq!(database("postgres://derek:hidden@db/news").words(), ["hidden"]);
        assert!(
            given("mysql://db").unwrap_err()[0].to_string().starts_with("DATABASE_URL: is no address of a database")
        );
        assert_eq!(given(" ").unwrap().throwaway(), Some("state/sandbox.db".as_ref()));
    }

    #[test]
    fn editors_and_paces_are_numbers() {
        let usual = read(None, |_| {}).unwrap();
        assert_eq!((usual.editors, usual.pacing), (vec![], Pacing::default()));
        let set = read(None, |raw| {
            raw.editors = Some("5, 70".to_owned());
            raw.pace_group = Some("10".to_owned());
        });
        let set = set.unwrap();
        assert_eq!((set.editors, set.pacing.group_per_minute), (vec![5, 70], 10));
        let bad = read(None, |raw| {
            raw.editors = Some("5,@aida".to_owned());
            raw.pace = Some("0".to_owned());
            raw.corrected_days = Some("a week".to_owned());
        });
        assert_eq!(
            bad.unwrap_err(),
            [
                "DEREK_EDITORS: \"@aida\" is no user id: a number is expected",
                "DEREK_CORRECTED_DAYS: \"a week\" is no number of days: 0 to 3650 is expected",
                "DEREK_PACE: \"0\" is no pace: a number from 1 to 10000 is expected",
            ]
        );
    }

    #[test]
    fn colours_and_a_logo_are_read_or_refused_with_what_is_wrong() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let file = folder.path().join(name);
            std::fs::write(&file, bytes).unwrap();
            file.display().to_string()
        };
        assert_eq!(read(None, |_| {}).unwrap().brand, None);
        let svg = file("logo.svg", br#"<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>"#);
        let set = read(None, |raw| {
            raw.card_colours = Some("#102030, #ffffff #ffcc00".to_owned());
            raw.card_logo = Some(svg.clone());
        });
        let brand = set.unwrap().brand.unwrap();
        assert_eq!(brand.background.to_string() + &brand.accent.to_string(), "#102030#ffcc00");
        assert!(brand.logo.is_some() && brand.warnings().is_empty());
        // One without the other is enough.
        assert!(read(None, |raw| raw.card_logo = Some(svg)).unwrap().brand.unwrap().logo.is_some());

        let refused = |colours: Option<&str>, logo: Option<String>| {
            let bad = read(None, |raw| {
                raw.card_colours = colours.map(str::to_owned);
                raw.card_logo = logo;
            });
            bad.unwrap_err().join("; ").replace(&folder.path().display().to_string(), "…")
        };
        let three = "is not three colours: background, letters and accent, as in #102030 #ffffff #ffcc00";
        assert_eq!(refused(Some("#102030"), None), format!("DEREK_CARD_COLOURS: \"#102030\" {three}"));
        let missing = Some(folder.path().join("none.png").display().to_string());
        assert_eq!(
            refused(Some("#10203 white"), missing),
            "DEREK_CARD_COLOURS: \"#10203\" is no colour; one is written #rrggbb; \
             DEREK_CARD_LOGO: …/none.png: No such file or directory (os error 2)"
        );
        let gif = refused(None, Some(file("logo.gif", b"GIF89a")));
        assert!(gif.starts_with("DEREK_CARD_LOGO: …/logo.gif: the logo is neither PNG nor SVG"), "{gif}");
        assert_eq!(
            refused(None, Some(file("large.png", &vec![0; 600 << 10]))),
            "DEREK_CARD_LOGO: …/large.png: the logo has 614400 bytes; 524288 are the most"
        );
    }

    #[test]
    fn without_settings_it_is_the_sandbox_and_with_a_token_telegram() {
        assert_eq!(read(None, |_| {}).unwrap().telegram, Telegram::Sandbox { port: None });
        assert_eq!(read(Some(" "), |_| {}).unwrap().telegram, Telegram::Sandbox { port: None });
        assert_eq!(
            read(Some(GOOD_TOKEN), |_| {}).unwrap().telegram,
            Telegram::Server { url: "https://api.telegram.org".parse().unwrap(), token: GOOD_TOKEN.to_owned() }
        );
        let asked_for = read(Some(GOOD_TOKEN), |raw| {
            raw.sandbox = Some("on".to_owned());
            raw.sandbox_port = Some("9000".to_owned());
        });
        assert_eq!(asked_for.unwrap().telegram, Telegram::Sandbox { port: Some(9000) });
    }

    #[test]
    fn a_missing_token_is_an_error_where_the_sandbox_is_off() {
        let bad = read(None, |raw| raw.sandbox = Some("off".to_owned())).unwrap_err();
        assert!(bad[0].starts_with("TELOXIDE_TOKEN: is missing"), "{bad:?}");
    }

    #[test]
    fn all_bad_settings_are_told_at_once_and_the_token_is_not_shown() {
        let raw = RawSettings {
            api_url: Some("ftp://x".to_owned()),
            sandbox_port: Some("70000".to_owned()),
            sandbox: Some("off".to_owned()),
            ..RawSettings::default()
        };
        let names = ["DEREK_ARTICELS", "DEREK_STATE", "PATH"].map(str::to_owned);
        let bad = Settings::read(raw, secrets("123:secret"), names).unwrap_err();
        let mut named: Vec<_> = bad.iter().map(|bad| bad.name.as_str()).collect();
        named.sort_unstable();
        assert_eq!(named, ["DEREK_ARTICELS", "DEREK_SANDBOX_PORT", "TELOXIDE_API_URL", TOKEN]);
        assert!(!format!("{bad:?}").contains("secret"));
    }

    #[test]
    fn the_token_is_not_in_the_debug_text() {
        let settings = read(Some(GOOD_TOKEN), |_| {}).unwrap();
        assert!(!format!("{settings:?}").contains(GOOD_TOKEN));
    }

    #[test]
    fn env_example_has_a_commented_line_for_each_setting() {
        let example = include_str!("../.env.example");
        let lines: Vec<_> = example.lines().collect();
        let mut listed = Vec::new();
        for (place, line) in lines.iter().enumerate() {
            let assignment = line.trim_start_matches(['#', ' ']).split_once('=');
            if let Some((name, _)) =
                assignment.filter(|(name, _)| name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'))
            {
                assert!(place > 0 && lines[place - 1].starts_with("# "), "{name} has no comment above it");
                listed.push(name.to_owned());
            }
        }
        let expected: Vec<_> = names().into_iter().chain(["RUST_LOG".to_owned()]).collect();
        assert_eq!(listed, expected);
    }
}
