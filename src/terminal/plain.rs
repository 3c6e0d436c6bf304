//! An answer in Telegram's HTML as lines of a terminal.

/// The text of an answer. Links lose their address, a quotation is set off by a bar. `style`: words stand out as in the chat; else
/// signs stand for that: `*bold*`, `_underlined_`, `~struck~`.
pub(super) fn text(html: &str, style: bool) -> String {
    let mut text = String::with_capacity(html.len());
    let mut quoted = false;
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&', '\n']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('\n') {
            text.push_str(if quoted { "\n  │ " } else { "\n" });
            rest = after;
        } else if let Some((character, after)) = entity(rest) {
            text.push(character);
            rest = after;
        } else if let Some((tag, after)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            rest = after;
            match tag {
                "blockquote" | "blockquote expandable" => {
                    quoted = true;
                    text.push_str("  │ ");
                }
                "/blockquote" => {
                    quoted = false;
                    // What follows a quotation stands on a line of its own in a chat.
                    if !rest.is_empty() && !rest.starts_with('\n') {
                        text.push('\n');
                    }
                }
                tag => text.push_str(sign(tag, style)),
            }
        } else {
            text.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    text
}

/// What stands for a tag.
fn sign(tag: &str, style: bool) -> &'static str {
    match (tag, style) {
        ("b", true) => "\x1b[1m",
        ("/b", true) => "\x1b[22m",
        ("i", true) => "\x1b[3m",
        ("/i", true) => "\x1b[23m",
        ("u", true) => "\x1b[4m",
        ("/u", true) => "\x1b[24m",
        ("s", true) => "\x1b[9m",
        ("/s", true) => "\x1b[29m",
        ("b" | "/b", false) => "*",
        ("u" | "/u", false) => "_",
        ("s" | "/s", false) => "~",
        _ => "",
    }
}

/// A character that is written as an entity.
fn entity(text: &str) -> Option<(char, &str)> {
    let entities = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')];
    entities.into_iter().find_map(|(entity, character)| Some((character, text.strip_prefix(entity)?)))
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn an_answer_is_read_in_a_terminal() {
        let html = "<b>Altered</b>\n• <s>43</s> → <u>44</u>\n<blockquote>a &lt;b&gt;\nc &amp; d</blockquote>\n<a href=\"x\">t</a>";
        assert_eq!(text(html, false), "*Altered*\n• ~43~ → _44_\n  │ a <b>\n  │ c & d\nt");
        assert_eq!(text("<b>x</b>", true), "\u{1b}[1mx\u{1b}[22m");
        assert_eq!(text("<blockquote>x</blockquote>— y", false), "  │ x\n— y");
        assert_eq!(text("a < b & c", false), "a < b & c");
    }
}
