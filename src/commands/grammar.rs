//! What a message says to Derek: a command, or words. The registry knows which commands there are; here is only their form.

/// A message, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// `/name argument`, also `/Name@bot argument` and an argument on the next line.
    Command {
        /// In lower case, without slash and bot name.
        name: String,
        /// The rest, without white space around it.
        argument: String,
    },
    /// Plain words.
    Words {
        /// Without the bot's mention, without white space around it.
        words: String,
        /// Whether the bot was mentioned.
        mentioned: bool,
    },
    /// Another bot's command.
    Foreign,
}

/// Reads a message to the bot of this name.
pub(super) fn parse(text: &str, bot: &str) -> Input {
    if let Some(command) = command(text, bot) {
        return command;
    }
    match without_mention(text, bot) {
        // A mention may stand before a command.
        Some(rest) => {
            command(&rest, bot).unwrap_or_else(|| Input::Words { words: trim(&rest).to_owned(), mentioned: true })
        }
        None => Input::Words { words: trim(text).to_owned(), mentioned: false },
    }
}

fn command(text: &str, bot: &str) -> Option<Input> {
    let rest = trim(text).strip_prefix('/')?;
    let end = rest.find(is_space).unwrap_or(rest.len());
    let (head, argument) = rest.split_at(end);
    let (name, addressee) = head.split_once('@').map_or((head, None), |(name, addressee)| (name, Some(addressee)));
    if addressee.is_some_and(|addressee| !addressee.eq_ignore_ascii_case(bot)) {
        return Some(Input::Foreign);
    }
    let argument = without_mention(argument, bot).unwrap_or_else(|| argument.to_owned());
    Some(Input::Command { name: name.to_lowercase(), argument: trim(&argument).to_owned() })
}

/// The text without the mentions of the bot; `None` when there is none.
fn without_mention(text: &str, bot: &str) -> Option<String> {
    let in_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let mut rest = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices('@') {
        let end = at + 1 + bot.len();
        let named = text.get(at + 1..end).is_some_and(|name| name.eq_ignore_ascii_case(bot));
        // Neither an address (me@derek_bot) nor a longer name (@derek_bot2).
        let alone = !text[..at].ends_with(in_name) && !text.get(end..).is_some_and(|after| after.starts_with(in_name));
        if named && alone && at >= from {
            rest.push_str(&text[from..at]);
            from = end;
        }
    }
    (from > 0).then(|| rest + &text[from..])
}

fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// White space, and what looks like none but is pasted along with text.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Input, parse};

    #[test]
    fn a_command_is_understood_in_any_form() {
        let cases = [
            ("/quote", "quote", ""),
            ("/quote 3", "quote", "3"),
            ("/quote  3 ", "quote", "3"),
            ("/Quote", "quote", ""),
            ("/QUOTE\n3", "quote", "3"),
            ("/quote\u{a0}3", "quote", "3"),
            ("/quote\t\r\n\u{202f}3", "quote", "3"),
            ("  /quote 3", "quote", "3"),
            ("\u{feff}/quote\u{200b}3", "quote", "3"),
            ("/quote@derek_bot 3", "quote", "3"),
            ("/quote@Derek_Bot", "quote", ""),
            ("@derek_bot /quote 3", "quote", "3"),
            ("/quote @derek_bot выборы", "quote", "выборы"),
            ("/quote выборы  акимов", "quote", "выборы  акимов"),
            ("/цитата", "цитата", ""),
            ("/", "", ""),
        ];
        for (text, name, argument) in cases {
            let expected = Input::Command { name: name.into(), argument: argument.into() };
            assert_eq!(parse(text, "derek_bot"), expected, "{text:?}");
        }
    }

    #[test]
    fn another_bots_command_is_left_alone() {
        for text in ["/quote@other_bot 3", "/quote@derek_bot2", "/quote@ 3", "/stats@derek"] {
            assert_eq!(parse(text, "derek_bot"), Input::Foreign, "{text:?}");
        }
    }

    #[test]
    fn words_lose_the_mention_and_tell_of_it() {
        let cases = [
            ("треть", "треть", false),
            ("@derek_bot треть", "треть", true),
            ("треть, @DEREK_BOT", "треть,", true),
            ("@derek_bot", "", true),
            ("(@derek_bot) треть", "() треть", true),
            ("@derek_bot2 треть", "@derek_bot2 треть", false),
            ("me@derek_bot треть", "me@derek_bot треть", false),
            ("1/3", "1/3", false),
            ("  ", "", false),
        ];
        for (text, words, mentioned) in cases {
            assert_eq!(parse(text, "derek_bot"), Input::Words { words: words.into(), mentioned }, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,40}|(/|@|derek_bot| |é|\n){0,12}") {
            parse(&text, "derek_bot");
        }
    }
}
