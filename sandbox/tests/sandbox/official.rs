//! Every error text that is known of the official server has a row in these tests, or a reason why it cannot be met here.

use std::{fs, path::Path};

/// Texts that no call to the sandbox brings, and why.
const UNMET: [(&str, &str); 4] = [
    ("Internal Server Error: restart", "comes by fault rule only"),
    (
        "Bad Request: query is too old and response timeout expired or query id is invalid",
        "older servers wrote it so; now it is `query ID`",
    ),
    ("Bad Request: RESULTS_TOO_MUCH", "today's server counts the results itself, in its own words"),
    ("Bad Request: bad webhook: HTTPS url must be provided for webhook", "older servers wrote it so"),
];

#[test]
fn every_official_error_has_a_row() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Ok(known) = fs::read_to_string(root.join("../../shared/botapi/errors.txt")) else {
        eprintln!("left out: the list of official errors is not beside the project");
        return;
    };
    let mut tests = String::new();
    for folder in ["tests/sandbox", "src/text/tests"] {
        for file in fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            if file.is_file() && !file.ends_with("official.rs") {
                tests += &fs::read_to_string(file).unwrap();
            }
        }
    }
    // As the texts are, not as Rust writes them: a string may go on in the next line.
    let joined = tests.split("\\\n").enumerate().map(|(i, line)| if i == 0 { line } else { line.trim_start() });
    let tests = joined.collect::<String>().replace("\\\"", "\"").replace("\\\\", "\\");
    let mut missing = Vec::new();
    for text in known.lines().filter_map(|line| Some(line.split_once("<-")?.1.trim())) {
        // Rows of one family leave the beginning out that all of them have.
        let beginnings = ["Bad Request: can't parse entities: ", "Bad Request: ", "Forbidden: ", "Conflict: "];
        let own = beginnings.iter().find_map(|beginning| text.strip_prefix(beginning)).unwrap_or(text);
        if !tests.contains(own) && UNMET.iter().all(|(unmet, _)| *unmet != text) {
            missing.push(text);
        }
    }
    assert!(missing.is_empty(), "without a row: {missing:#?}");
    for (unmet, why) in UNMET {
        assert!(known.contains(unmet), "{unmet} ({why}) is not in the list");
    }
}
