//! Charts as SVG. Each has a title and a description, and its numbers are in a table beside it.

use crate::format::markup::{Element, element, leaf};
use crate::text::{isolated, shortened};

/// The width of a chart, in units of its `viewBox`, which are pixels where it is not scaled.
pub(super) const WIDTH: usize = 720;
/// Where the area of values begins; labels end before it.
pub(super) const LEFT: usize = 214;
/// The room for the values behind bars.
const RIGHT: usize = 60;
/// The height of a row of bars, and of a bar.
const ROW: usize = 24;
const BAR: usize = 14;
/// The height of the letters.
const LETTERS: usize = 12;
/// The most units of a label; a narrow character is one, a wide one is two.
const LABEL_UNITS: usize = 28;

/// A bar: its label, and its segments, each with the index of its label in the schema.
pub(super) struct Bar {
    pub(super) label: String,
    pub(super) segments: Vec<(usize, Option<usize>)>,
}

impl Bar {
    pub(super) fn all(&self) -> usize {
        self.segments.iter().map(|(value, _)| value).sum()
    }
}

/// A chart with a title and a description for those who do not see it. `id` is unique in the document.
pub(super) fn chart(id: &str, title: &str, description: &str, height: usize, content: Vec<Element>) -> Element {
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-text"));
    element("svg")
        .with("viewBox", format!("0 0 {WIDTH} {height}"))
        .with("role", "img")
        .with("aria-labelledby", [title_id.as_str(), description_id.as_str()].join(" "))
        .child(leaf("title", title).with("id", title_id))
        .child(leaf("desc", description).with("id", description_id))
        .children(content)
}

/// Horizontal bars with their values as `shown`, and the height that they take.
pub(super) fn bars(bars: &[Bar], shown: fn(usize) -> String) -> (Vec<Element>, usize) {
    let most = bars.iter().map(Bar::all).max().unwrap_or_default().max(1);
    let scale = (WIDTH - LEFT - RIGHT) as f64 / most as f64;
    let mut content = Vec::new();
    for (at, bar) in bars.iter().enumerate() {
        let (top, middle) = (at * ROW + (ROW - BAR) / 2, at * ROW + ROW / 2);
        content.push(row_label(&bar.label, middle));
        let mut x = LEFT as f64;
        for (value, label) in bar.segments.iter().filter(|(value, _)| *value > 0) {
            let width = *value as f64 * scale;
            let class = label.map_or_else(|| "report-bar".to_owned(), |label| format!("label-{label}"));
            content.push(rectangle(x, top as f64, width, BAR as f64).with("class", class));
            x += width;
        }
        content.push(text(x + 6.0, middle, &shown(bar.all())));
    }
    (content, bars.len() * ROW)
}

/// The label of a row, which ends before the area of values.
pub(super) fn row_label(label: &str, middle: usize) -> Element {
    text((LEFT - 8) as f64, middle, &fitted(label, LABEL_UNITS)).with("text-anchor", "end")
}

/// A text whose letters are around a height.
pub(super) fn text(x: f64, middle: usize, words: &str) -> Element {
    leaf("text", words).with("x", number(x)).with("y", (middle + LETTERS / 3).to_string())
}

pub(super) fn rectangle(x: f64, y: f64, width: f64, height: f64) -> Element {
    element("rect")
        .with("x", number(x))
        .with("y", number(y))
        .with("width", number(width))
        .with("height", number(height))
}

pub(super) fn line(from: (f64, f64), to: (f64, f64)) -> Element {
    element("line")
        .with("x1", number(from.0))
        .with("y1", number(from.1))
        .with("x2", number(to.0))
        .with("y2", number(to.1))
}

/// A number with one decimal at most.
pub(super) fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// A text on one line, shortened to so many units.
fn fitted(text: &str, units: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut used = 0;
    let fits = |c: char| {
        used += if is_wide(c) { 2 } else { 1 };
        used <= units
    };
    let count = line.chars().count();
    let fitting = line.chars().map(fits).take_while(|fits| *fits).count();
    isolated(&if fitting < count { shortened(&line, fitting.saturating_sub(1)) } else { line }).into_owned()
}

/// Whether a character is about as wide as it is high.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f000}'..='\u{1ffff}' | '\u{20000}'..='\u{3ffff}' | 'M' | 'W' | 'm' | 'w' | '—' | '…' | '\u{fdfd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_fit_into_their_room() {
        assert_eq!(fitted("Two\n boys", 10), "Two boys");
        assert_eq!(fitted(&"i".repeat(33), 32), format!("{}…", "i".repeat(31)));
        assert_eq!(fitted(&"漢".repeat(33), 32), format!("{}…", "漢".repeat(15)));
        assert_eq!([fitted("", 32), fitted(&"i".repeat(32), 32)], [String::new(), "i".repeat(32)]);
    }

    #[test]
    fn numbers_have_one_decimal_at_most() {
        assert_eq!([number(3.0), number(3.1259), number(0.06)], ["3", "3.1", "0.1"]);
    }

    #[test]
    fn the_longest_bar_fills_the_area_and_the_others_are_in_proportion() {
        let bar = |values: &[usize]| Bar {
            label: "x".to_owned(),
            segments: values.iter().enumerate().map(|(label, value)| (*value, Some(label))).collect(),
        };
        let (content, height) = bars(&[bar(&[30, 0, 10]), bar(&[20]), bar(&[])], |count| count.to_string());
        let rectangles: Vec<&Element> = content.iter().filter(|one| one.name == "rect").collect();
        let width = |at: usize| rectangles[at].attributes[2].1.parse::<f64>().expect("a number");
        assert_eq!((height, rectangles.len()), (72, 3));
        assert_eq!(width(0) + width(1), (WIDTH - LEFT - RIGHT) as f64);
        assert_eq!(width(2), width(0) * 2.0 / 3.0);
    }
}
