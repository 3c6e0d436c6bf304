//! The log: to standard error, through pretty_env_logger, without the bot's token and other secrets.

use std::io::{self, IsTerminal, Write};

use log::LevelFilter;
use pretty_env_logger::env_logger::{Target, WriteStyle};

/// Starts the log at the level of `RUST_LOG`, or at `info`. The secrets are blotted out wherever they might turn up.
/// A panic becomes one line of the log.
pub fn start(secrets: Vec<String>) {
    let mut builder = pretty_env_logger::formatted_timed_builder();
    match std::env::var("RUST_LOG") {
        Ok(filters) if !filters.trim().is_empty() => builder.parse_filters(&filters),
        _ => builder.filter_level(LevelFilter::Info),
    };
    if io::stderr().is_terminal() {
        builder.write_style(WriteStyle::Always);
    }
    let blotted = Blotted { out: io::stderr(), secrets };
    builder.target(Target::Pipe(Box::new(blotted))).init();
    std::panic::set_hook(Box::new(|panic| log::error!("{panic}")));
}

/// Passes on what is written, with the secrets blotted out. A write holds whole lines.
struct Blotted<W> {
    out: W,
    secrets: Vec<String>,
}

impl<W: Write> Write for Blotted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.secrets.is_empty() {
            self.out.write_all(bytes)?;
        } else {
            let mut text = String::from_utf8_lossy(bytes).into_owned();
            for secret in &self.secrets {
                text = text.replace(secret.as_str(), "<secret>");
            }
            self.out.write_all(text.as_bytes())?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::Blotted;

    #[test]
    fn secrets_are_blotted_out() {
        let mut log = Blotted { out: Vec::new(), secrets: vec!["123:abc".to_owned(), "hidden".to_owned()] };
        write!(log, "GET http://x/bot123:abc/getMe failed, hidden").unwrap();
        assert_eq!(log.out, b"GET http://x/bot<secret>/getMe failed, <secret>");
    }
}
