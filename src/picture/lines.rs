//! Text in lines: broken between words so that the lines are of like length, in the largest letters that fit a box.

use super::fonts::Face;

/// Text that fits its box.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) lines: Vec<String>,
    /// The size of the letters, in pixels.
    pub(super) size: f32,
    /// From line to line, in sizes.
    pub(super) leading: f32,
    pub(super) face: Face,
    /// Whether text was left out.
    pub(super) shortened: bool,
}

impl Block {
    /// The height of all lines in pixels, from the top of the capitals of the first to the foot of the last.
    pub(super) fn height(&self) -> f32 {
        height(self.lines.len(), self.size, self.leading)
    }

    /// The width of the widest line, in pixels.
    pub(super) fn width(&self) -> f32 {
        self.lines.iter().map(|line| self.face.width(line) * self.size).fold(0.0, f32::max)
    }
}

/// What text is to fit, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: f32,
    pub(super) height: f32,
    /// No more lines, whatever the height.
    pub(super) lines: usize,
    /// The smallest and the largest size of the letters.
    pub(super) sizes: (f32, f32),
    pub(super) leading: f32,
    pub(super) face: Face,
}

/// No text that can be drawn has more characters; what is longer is shortened before it is measured.
pub(super) const MOST: usize = 3000;
/// The letters grow by so many pixels.
const STEP: f32 = 1.0;
/// A last line that is shorter than this part of the widest is a widow.
const WIDOW: f32 = 0.22;
/// What a fault of a line weighs beside the square of what it lacks of a full one.
const FAULT: f32 = 0.3;

/// Words of Russian and English after which a line does not end well.
const LEANING: [&str; 34] = [
    "в", "к", "с", "о", "у", "и", "а", "но", "на", "по", "за", "из", "от", "до", "об", "со", "во", "ко", "не", "ни",
    "без", "для", "a", "an", "I", "to", "of", "in", "on", "at", "by", "or", "the", "and",
];

/// A word with the width of it, in ems, and whether a line ends after it.
struct Word<'t> {
    text: &'t str,
    width: f32,
    ends: bool,
}

fn words(text: &str, face: Face) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for line in text.split('\n') {
        words.extend(line.split(' ').filter(|word| !word.is_empty()).map(|text| Word {
            text,
            width: face.width(text),
            ends: false,
        }));
        if let Some(last) = words.last_mut() {
            last.ends = true;
        }
    }
    words
}

fn height(lines: usize, size: f32, leading: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a picture has few lines")]
    let between = lines.saturating_sub(1) as f32;
    if lines == 0 { 0.0 } else { size * (super::fonts::CAPITAL + between * leading + super::fonts::BELOW) }
}

/// The whole text in the largest letters with which it fits; `None` where it does not.
pub(super) fn fit(text: &str, room: &Room) -> Option<Block> {
    let words = words(text, room.face);
    let space = room.face.width(" ");
    let fits = |size: f32| {
        let width = room.width / size;
        let lines = greedy(&words, space, width)?;
        (lines <= room.lines && height(lines, size, room.leading) <= room.height).then_some(lines)
    };
    let (least, most) = room.sizes;
    fits(least)?;
    // Larger letters never need fewer lines.
    let (mut low, mut high) = (0, ((most - least) / STEP).floor().max(0.0) as u32);
    let size = |steps: u32| {
        #[expect(clippy::cast_precision_loss, reason = "there are few steps")]
        let steps = steps as f32;
        least + steps * STEP
    };
    while low < high {
        let middle = (low + high).div_ceil(2);
        if fits(size(middle)).is_some() { low = middle } else { high = middle - 1 }
    }
    let size = size(low);
    let count = fits(size)?;
    let lines = balanced(&words, space, room.width / size, count);
    Some(Block { lines, size, leading: room.leading, face: room.face, shortened: false })
}

/// The text in the largest letters with which it fits; else as much of it as fits in the smallest, from one of the ends `cuts`
/// (byte places, in order) or from the end of a word, and an ellipsis.
pub(super) fn shorten(text: &str, cuts: &[usize], room: &Room) -> Block {
    let most = text.char_indices().nth(MOST).map_or(text.len(), |(at, _)| at);
    if most == text.len()
        && let Some(whole) = fit(text, room)
    {
        return whole;
    }
    let ended = |at: usize| fit(&ellipsis(&text[..at]), room).map(|block| Block { shortened: true, ..block });
    let cuts: Vec<usize> = cuts.iter().copied().filter(|at| (1..=most).contains(at) && *at < text.len()).collect();
    if let Some(block) = longest(&cuts, &ended) {
        return block;
    }
    let words: Vec<usize> =
        text[..most].char_indices().filter(|(_, it)| it.is_whitespace()).map(|(at, _)| at).collect();
    if let Some(block) = longest(&words, &ended) {
        return block;
    }
    // One word that fits no line is cut between its letters: nothing else would show any of it.
    let letters: Vec<usize> = text[..most].char_indices().map(|(at, _)| at).skip(1).collect();
    longest(&letters, &ended).unwrap_or_else(|| Block {
        lines: vec!["…".to_owned()],
        size: room.sizes.0,
        leading: room.leading,
        face: room.face,
        shortened: true,
    })
}

/// The block of the last of the ends that fits: what fits, fits shorter too.
fn longest(ends: &[usize], fit: &impl Fn(usize) -> Option<Block>) -> Option<Block> {
    let (mut found, mut low, mut high) = (None, 0, ends.len());
    while low < high {
        let middle = (low + high) / 2;
        match fit(ends[middle]) {
            Some(block) => (found, low) = (Some(block), middle + 1),
            None => high = middle,
        }
    }
    found
}

/// A text that goes on: `вода.` becomes `вода…`.
fn ellipsis(text: &str) -> String {
    let kept = text.trim_end_matches(|last: char| {
        last.is_whitespace() || matches!(last, '.' | ',' | ';' | ':' | '…' | '—' | '–' | '-')
    });
    format!("{kept}…")
}

/// How many lines the words need; `None` where one is wider than a line.
fn greedy(words: &[Word<'_>], space: f32, width: f32) -> Option<usize> {
    let (mut lines, mut used) = (0, f32::INFINITY);
    for word in words {
        if word.width > width {
            return None;
        }
        if used + space + word.width <= width {
            used += space + word.width;
        } else {
            (lines, used) = (lines + 1, word.width);
        }
        if word.ends {
            used = f32::INFINITY;
        }
    }
    Some(lines)
}

/// The words in so many lines that are of like length: what the lines lack of the widest, squared, is least.
fn balanced(words: &[Word<'_>], space: f32, width: f32, count: usize) -> Vec<String> {
    // The narrowest column with as many lines; what sticks out of the last line only would be a widow's.
    let (mut low, mut high) = (0.0, width);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        if greedy(words, space, middle) == Some(count) { high = middle } else { low = middle }
    }
    // A little more than the narrowest leaves a choice of where to break.
    let target = (high * 1.06).min(width);
    // For each word the least cost of all lines from it on, in no more lines than there may be.
    let unreachable = f32::INFINITY;
    let mut best = vec![vec![(unreachable, words.len()); words.len() + 1]; count + 1];
    for row in &mut best {
        row[words.len()] = (0.0, words.len());
    }
    for left in 1..=count {
        for from in (0..words.len()).rev() {
            let mut used = -space;
            for to in from..words.len() {
                used += space + words[to].width;
                if used > target && to > from || used > width {
                    break;
                }
                let rest = best[left - 1][to + 1].0;
                let cost = rest + cost(words, from, to, used, target, width);
                if cost < best[left][from].0 {
                    best[left][from] = (cost, to + 1);
                }
                if words[to].ends {
                    break;
                }
            }
        }
    }
    let mut lines = Vec::new();
    let (mut from, mut left) = (0, count);
    while from < words.len() && left > 0 {
        let to = best[left][from].1;
        lines.push(words[from..to].iter().map(|word| word.text).collect::<Vec<_>>().join(" "));
        (from, left) = (to, left - 1);
    }
    lines
}

/// What a line from one word to another costs.
fn cost(words: &[Word<'_>], from: usize, to: usize, used: f32, target: f32, width: f32) -> f32 {
    let last = words[to].ends;
    let lack = ((target - used) / target).max(0.0);
    let mut cost = if last { lack * lack * 0.25 } else { lack * lack };
    let whole = to + 1 == words.len();
    if last && whole && from > 0 && used < width * WIDOW {
        cost += FAULT;
    }
    // A preposition belongs to the word after it, a dash to the word before.
    if !last && LEANING.contains(&words[to].text) {
        cost += FAULT * 0.5;
    }
    if from > 0 && !words[from - 1].ends && matches!(words[from].text, "—" | "–" | "-") {
        cost += FAULT * 2.0;
    }
    cost
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROOM: Room =
        Room { width: 900.0, height: 600.0, lines: 20, sizes: (30.0, 90.0), leading: 1.3, face: Face::Serif };

    #[test]
    fn text_is_as_large_as_fits() {
        let one = fit("Су", &ROOM).unwrap();
        assert_eq!((one.lines, one.size), (vec!["Су".to_owned()], 90.0));
        let long = fit(&"слово ".repeat(60), &ROOM).unwrap();
        assert!(long.size < 60.0 && long.height() <= ROOM.height && long.width() <= ROOM.width, "{long:?}");
        assert_eq!(fit(&"слово ".repeat(2000), &ROOM), None);
    }

    #[test]
    fn lines_are_of_like_length() {
        let room = Room { sizes: (40.0, 40.0), width: 500.0, ..ROOM };
        let block = fit("Мы построим дороги и школы в каждом районе страны уже к осени", &room).unwrap();
        let widths: Vec<f32> = block.lines.iter().map(|line| room.face.width(line)).collect();
        let (least, most) = (widths.iter().copied().fold(f32::MAX, f32::min), block.width() / 40.0);
        assert!(least > most * 0.6, "{:?}", block.lines);
        assert!(block.lines.iter().all(|line| !line.ends_with(" и") && !line.ends_with(" в")), "{:?}", block.lines);
    }

    #[test]
    fn a_shortened_text_ends_with_a_sentence_where_it_can() {
        let text =
            "Первое предложение здесь. Второе предложение тоже стоит здесь. Третье уже никуда не поместится совсем.";
        let cuts = [text.find(" Второе").unwrap(), text.find(" Третье").unwrap()];
        let room = Room { sizes: (60.0, 60.0), height: 330.0, ..ROOM };
        let block = shorten(text, &cuts, &room);
        assert!(block.shortened && block.lines.last().unwrap().ends_with("здесь…"), "{block:?}");
        let block = shorten(&"слово ".repeat(3000), &[], &room);
        assert!(block.shortened && block.lines.last().unwrap().ends_with("слово…"), "{block:?}");
        let block = shorten(&"щ".repeat(1_000_000), &[], &room);
        assert!(block.shortened && block.width() <= room.width, "{block:?}");
    }

    proptest! {
        #[test]
        fn text_never_leaves_its_box(text in "[а-яёӘҚңA-Za-z0-9 ,.!«»—\n-]{1,400}", width in 120.0..1000f32, height in 60.0..900f32) {
            let room = Room { width, height, ..ROOM };
            let text = super::super::fonts::clean(&text, &mut Vec::new());
            let block = shorten(&text, &[], &room);
            prop_assert!(block.width() <= width * 1.01, "{block:?}");
            prop_assert!(block.height() <= height || block.lines.len() == 1, "{block:?}");
            if !block.shortened {
                prop_assert_eq!(block.lines.join(" "), text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
}
