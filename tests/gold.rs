//! The drafts of the development gold reach the bars, where the gold is beside the project.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The bars: quotes word by word, whole quotes, speakers, figures of the same value, figures of the same span.
const BARS: [(&str, [f64; 5]); 3] = [
    ("ru", [0.94, 0.88, 0.88, 0.90, 0.80]),
    ("kk", [0.92, 0.85, 0.85, 0.88, 0.75]),
    ("en", [0.92, 0.85, 0.85, 0.88, 0.75]),
];

#[test]
fn drafts_of_the_gold_reach_the_bars() {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    if !gold.is_dir() {
        eprintln!("left out: the gold is not beside the project");
        return;
    }
    let mut below = Vec::new();
    for (language, bars) in BARS {
        let program = format!("{} draft --format json", env!("CARGO_BIN_EXE_derek"));
        let mut score = Command::new("python3");
        score.arg(gold.join("score.py")).arg(gold.join(language)).args(["--json", "--derek", &program]);
        let output = score.output().expect("python3 runs score.py");
        let scores: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{language}: score.py says no JSON ({error}): {}", String::from_utf8_lossy(&output.stderr))
        });
        let names = ["quotes", "quotes=", "speakers", "figures", "figures="];
        for (name, bar) in names.into_iter().zip(bars) {
            let measure = if name == "speakers" { "accuracy" } else { "f1" };
            let reached = scores[name][measure].as_f64().unwrap_or_default();
            println!("{language} {name:9} {reached:.3} (bar {bar})");
            if reached < bar {
                below.push(format!("{language} {name} {reached} < {bar}"));
            }
        }
        assert_eq!(scores["failed"], 0, "{language}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(below.is_empty(), "below the bar: {below:#?}");
}
