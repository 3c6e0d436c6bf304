//! Lays out the figures of an article honestly: what can be compared as bars from zero, shares as parts of a whole, the rest as numbers.

use super::card::Easel;
use super::fonts::{CAPITAL, Face};
use super::lines::{Room, shorten};
use super::svg::Side;
use super::{Sheet, Size};

/// Figures as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What they are about, in one or two lines.
    pub title: String,
    /// The figures, in the order of the article.
    pub entries: Vec<Entry>,
    /// When and where it was published, in one line.
    pub origin: String,
    /// Who made the chart, in one line.
    pub mark: String,
    /// Says that there are more figures elsewhere; stands only where not all fit.
    pub rest: String,
}

/// One figure of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The number in writing.
    pub number: String,
    /// What it counts, if that is said.
    pub unit: Option<String>,
    /// What it tells.
    pub label: String,
    /// How it can be shown.
    pub measure: Measure,
}

/// How a figure can be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// Beside others that are measured alike.
    Bar(Bars),
    /// As a part of a whole, from 0 to 1.
    Part(f64),
    /// As a number by itself.
    Number,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// The value, not below 0.
    pub value: f64,
    /// Those with the same kind are compared.
    pub kind: String,
}

// No figure is NaN.
impl Eq for Measure {}
impl Eq for Bars {}

/// What stands on a chart, from top to bottom.
enum Piece<'a> {
    /// At least two bars on one scale.
    Bars(Vec<&'a Entry>),
    Part(&'a Entry, f64),
    /// Numbers side by side.
    Numbers(Vec<&'a Entry>),
}

/// The scales that are tried, from the largest on.
const SCALES: [f32; 9] = [1.5, 1.35, 1.2, 1.1, 1.0, 0.92, 0.85, 0.79, 0.74];
/// No more figures stand on a chart.
pub(super) const MOST: usize = 12;

fn pieces(entries: &[Entry]) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut numbers = Vec::new();
    let mut compared: Vec<&str> = Vec::new();
    for entry in entries {
        match &entry.measure {
            Measure::Bar(bars) => {
                let alike =
                    entries.iter().filter(|other| matches!(&other.measure, Measure::Bar(it) if it.kind == bars.kind));
                let alike: Vec<&Entry> = alike.collect();
                if alike.len() < 2 {
                    numbers.push(entry);
                } else if !compared.contains(&bars.kind.as_str()) {
                    compared.push(&bars.kind);
                    pieces.push(Piece::Bars(alike));
                }
            }
            Measure::Part(part) if (0.0..=1.0).contains(part) => pieces.push(Piece::Part(entry, *part)),
            Measure::Part(_) | Measure::Number => numbers.push(entry),
        }
    }
    if !numbers.is_empty() {
        pieces.push(Piece::Numbers(numbers));
    }
    pieces
}

impl Easel {
    /// A chart.
    pub(super) fn chart(mut self, chart: &Chart) -> Sheet {
        let at = self.at;
        let (logo, top) = self.head();
        let end = self.foot(&chart.origin, &chart.mark) - at.gap * 0.6;
        let title = self.one_line(&chart.title);
        let room = |width, lines, sizes, face| Room { width, height: f32::INFINITY, lines, sizes, leading: 1.28, face };
        let title = (!title.is_empty())
            .then(|| shorten(&title, &[], &room(at.inner(), 2, (at.small, at.small * 1.6), Face::Bold)));
        let mut y = top;
        if let Some(title) = &title {
            y = self.block(title, (at.margin, y), self.colours.text) + at.gap;
        }
        let clean: Vec<Entry> = chart.entries.iter().map(|entry| self.cleaned(entry)).collect();
        let few = clean.len().min(MOST);
        let (mut count, mut scale) = (few.max(1), SCALES[SCALES.len() - 1]);
        // As large as all fit; where not all do, in the smallest that can be read, as many as fit.
        'found: for shown in (1..=few).rev() {
            let note = if shown < clean.len() { at.small * 1.8 } else { 0.0 };
            let pieces = pieces(&clean[..shown]);
            let scales = if shown == few { &SCALES[..] } else { &SCALES[SCALES.len() - 3..] };
            for tried in scales {
                if self.height(&pieces, *tried) <= end - y - note {
                    (count, scale) = (shown, *tried);
                    break 'found;
                }
            }
            count = shown;
        }
        let entries = &clean[..count.min(clean.len())];
        let pieces = pieces(entries);
        let rest = (entries.len() < clean.len()).then(|| self.one_line(&chart.rest)).filter(|rest| !rest.is_empty());
        let note = if rest.is_some() { at.small * 1.8 } else { 0.0 };
        let free = (end - y - note - self.height(&pieces, scale)).max(0.0);
        #[expect(clippy::cast_precision_loss, reason = "there are few pieces")]
        let parts = pieces.len() as f32;
        let between = (free / (parts + 1.0)).min(at.gap * 1.4);
        y += between * 0.7 + (free - between * (parts + 1.0)).max(0.0) * 0.35;
        for piece in &pieces {
            y = self.piece(piece, y, scale, true) + between;
        }
        if let Some(rest) = rest {
            let rest = shorten(&rest, &[], &room(at.inner(), 1, (at.small, at.small), Face::Sans));
            self.block(&rest, (at.margin, end - rest.height()), self.colours.muted());
        }
        self.finish(logo)
    }

    fn cleaned(&mut self, entry: &Entry) -> Entry {
        Entry {
            number: self.one_line(&entry.number),
            unit: entry.unit.as_deref().map(|unit| self.one_line(unit)).filter(|unit| !unit.is_empty()),
            label: self.one_line(&entry.label),
            measure: entry.measure.clone(),
        }
    }

    fn height(&mut self, pieces: &[Piece<'_>], scale: f32) -> f32 {
        pieces.iter().map(|piece| self.piece(piece, 0.0, scale, false)).sum()
    }

    /// Draws a piece, or only measures it; gives where it ends.
    fn piece(&mut self, piece: &Piece<'_>, top: f32, scale: f32, draw: bool) -> f32 {
        match piece {
            Piece::Bars(entries) => self.bars(entries, top, scale, draw),
            Piece::Part(entry, part) => self.part(entry, *part, top, scale, draw),
            Piece::Numbers(entries) => self.numbers(entries, top, scale, draw),
        }
    }

    /// What an entry tells, in small letters.
    fn told(entry: &Entry) -> String {
        match &entry.unit {
            Some(unit) if !entry.label.is_empty() => format!("{unit} — {}", entry.label),
            Some(unit) => unit.clone(),
            None => entry.label.clone(),
        }
    }

    fn bars(&mut self, entries: &[&Entry], top: f32, scale: f32, draw: bool) -> f32 {
        let at = self.at;
        let small = at.small * scale;
        let number = small * 1.15;
        let thick = small * 1.1;
        let inner = at.inner();
        let most = entries.iter().map(|entry| value(entry)).fold(0.0, f64::max);
        let widest = entries.iter().map(|entry| Face::Bold.width(&entry.number) * number).fold(0.0, f32::max);
        let widest = widest.min(inner * 0.5);
        let longest = inner - widest - small;
        let mut y = top;
        // What is compared has one unit: it stands over the bars once.
        let unit = entries.first().and_then(|entry| entry.unit.clone());
        if let Some(unit) = &unit {
            let room = Room {
                width: inner,
                height: f32::INFINITY,
                lines: 1,
                sizes: (small, small),
                leading: 1.28,
                face: Face::Sans,
            };
            let unit = shorten(unit, &[], &room);
            if draw {
                self.block(&unit, (at.margin, y), self.colours.muted());
            }
            y += unit.height() + small * 0.5;
        }
        for entry in entries {
            let room = Room {
                width: inner,
                height: f32::INFINITY,
                lines: 2,
                sizes: (small, small),
                leading: 1.28,
                face: Face::Sans,
            };
            let label = shorten(&entry.label, &[], &room);
            let foot = y + label.height();
            let bar = foot + small * 0.3;
            if draw {
                self.block(&label, (at.margin, y), self.colours.text);
                #[expect(clippy::cast_possible_truncation, reason = "a part of 1")]
                let part = if most > 0.0 { (value(entry) / most) as f32 } else { 0.0 };
                let long = longest * part;
                self.svg.rect([at.margin, bar, long, thick], (thick * 0.18).min(long / 2.0), self.colours.accent);
                let room = Room {
                    width: inner - long - small * 0.5,
                    lines: 1,
                    sizes: (small * 0.5, number),
                    face: Face::Bold,
                    ..room
                };
                let text = shorten(&entry.number.replace(' ', "\u{a0}"), &[], &room);
                let middle = bar + thick / 2.0 + text.size * CAPITAL / 2.0;
                let x = at.margin + long + small * 0.5;
                self.svg.text(&text.lines.concat(), (x, middle), Side::Right, Face::Bold, text.size, self.colours.text);
            }
            y = bar + thick + small * 0.85;
        }
        y + small * 0.2
    }

    fn part(&mut self, entry: &Entry, part: f64, top: f32, scale: f32, draw: bool) -> f32 {
        let at = self.at;
        let small = at.small * scale;
        let inner = at.inner();
        let number = small * 1.75;
        let one = Room {
            width: inner * 0.4,
            height: f32::INFINITY,
            lines: 1,
            sizes: (small * 0.7, number),
            leading: 1.28,
            face: Face::Bold,
        };
        let number = shorten(&entry.number.replace(' ', "\u{a0}"), &[], &one);
        let beside = number.width() + small * 0.7;
        let room = Room { width: inner - beside, lines: 2, sizes: (small, small), face: Face::Sans, ..one };
        let label = shorten(&Self::told(entry), &[], &room);
        let high = number.height().max(label.height());
        let bar = top + high + small * 0.25;
        let thick = small * 0.8;
        if draw {
            self.block(&number, (at.margin, top), self.colours.accent);
            let middle = if label.lines.len() == 1 { number.size * CAPITAL - label.size * CAPITAL } else { 0.0 };
            self.block(&label, (at.margin + beside, top + middle.max(0.0)), self.colours.text);
            self.svg.rect([at.margin, bar, inner, thick], thick * 0.2, self.colours.faint());
            #[expect(clippy::cast_possible_truncation, reason = "a part of 1")]
            let long = inner * part as f32;
            self.svg.rect([at.margin, bar, long, thick], (thick * 0.2).min(long / 2.0), self.colours.accent);
        }
        bar + thick + small * 1.1
    }

    fn numbers(&mut self, entries: &[&Entry], top: f32, scale: f32, draw: bool) -> f32 {
        let at = self.at;
        let small = at.small * scale;
        let columns = match (entries.len(), self.size) {
            (1, _) => 1,
            (2 | 4, _) | (_, Size::Square | Size::Portrait) => 2,
            (_, Size::Wide) => 3,
        };
        #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
        let count = columns as f32;
        let gap = at.gap * 0.9;
        let wide = (at.inner() - gap * (count - 1.0)) / count;
        let mut y = top;
        for row in entries.chunks(columns) {
            let mut high = 0.0_f32;
            for (column, entry) in row.iter().enumerate() {
                let one = Room {
                    width: wide,
                    height: f32::INFINITY,
                    lines: 1,
                    sizes: (small * 0.8, small * 2.5),
                    leading: 1.28,
                    face: Face::Bold,
                };
                let number = shorten(&entry.number.replace(' ', "\u{a0}"), &[], &one);
                let room = Room { lines: 3, sizes: (small, small), face: Face::Sans, ..one };
                // A short unit stands beside the number, a long one under it.
                let beside = small * 1.2;
                let unit = entry.unit.as_deref().filter(|unit| {
                    !entry.label.is_empty() && number.width() + small * 0.4 + Face::Sans.width(unit) * beside <= wide
                });
                let told = if unit.is_some() { entry.label.clone() } else { Self::told(entry) };
                let label = shorten(&told, &[], &room);
                let told = small * 2.5 * CAPITAL + small * 0.75;
                if draw {
                    #[expect(clippy::cast_precision_loss, reason = "there are few columns")]
                    let x = at.margin + (wide + gap) * column as f32;
                    // All numbers of a row stand on one line.
                    let foot = y + small * 2.5 * CAPITAL;
                    self.svg.text(
                        &number.lines.concat(),
                        (x, foot),
                        Side::Right,
                        Face::Bold,
                        number.size,
                        self.colours.accent,
                    );
                    if let Some(unit) = unit {
                        let x = x + number.width() + small * 0.4;
                        self.svg.text(unit, (x, foot), Side::Right, Face::Sans, beside, self.colours.text);
                    }
                    self.block(&label, (x, y + told), self.colours.text);
                }
                high = high.max(told + label.height());
            }
            y += high + small * 1.1;
        }
        y
    }
}

fn value(entry: &Entry) -> f64 {
    match &entry.measure {
        Measure::Bar(bars) => bars.value.max(0.0),
        Measure::Part(_) | Measure::Number => 0.0,
    }
}
