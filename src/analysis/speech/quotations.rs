//! Quotations in a text: “…”, "…", ‘…’, '…', «…», „…“ and ``…''.
//!
//! A quotation ends in its paragraph. One that does not, goes on in the next paragraph if that begins with a quotation mark again; the
//! part in each paragraph is a quotation of its own.

use crate::text::TextRange;

/// A quotation, or the part of one in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// With its quotation marks.
    pub outer: TextRange,
    /// Without its quotation marks, the spaces inside them and a comma before the last one.
    pub inner: TextRange,
    /// Whether it goes on in the next paragraph.
    pub goes_on: bool,
}

/// The quotations of a paragraph that begins at a position in bytes, in order and disjoint.
pub(super) fn quotations(paragraph: &str, start: usize) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut at = 0;
    // Where a mark has no counterpart, the later ones of the same kind have none either, so each is looked for once in vain.
    let mut has_no_end = [false; KINDS];
    while let Some(mark) = next_mark(paragraph, at, &has_no_end) {
        let from = mark.at + mark.length;
        let end = mark.kind.end(paragraph, from);
        if end.is_none() {
            has_no_end[mark.kind as usize] = true;
        }
        let (inner_end, outer_end, goes_on) = match end {
            Some((inner, outer)) => (inner, outer, false),
            // An inch mark or a lonely apostrophe is no quotation; a paragraph that begins with a mark is one to its end.
            None if mark.kind.may_go_on() && is_start(&paragraph[..mark.at]) => {
                (paragraph.len(), paragraph.len(), true)
            }
            None => {
                at = from;
                continue;
            }
        };
        at = outer_end;
        let inner = trimmed(paragraph, from, inner_end);
        if inner.0 < inner.1 {
            let outer_end = if goes_on { inner.1 } else { outer_end };
            found.push(Quotation {
                outer: TextRange::from_indices(start + mark.at, start + outer_end),
                inner: TextRange::from_indices(start + inner.0, start + inner.1),
                goes_on,
            });
        }
    }
    found
}

/// A range of a text without the spaces at its ends and the commas at its end.
fn trimmed(text: &str, from: usize, to: usize) -> (usize, usize) {
    let words = &text[from..to];
    let start = from + words.len() - words.trim_start().len();
    let end = from + words.trim_end_matches(|c: char| c.is_whitespace() || c == ',').len();
    (start, end.max(start))
}

/// Whether a text before a mark has no words, as at the start of a paragraph, or ends with what introduces a quotation.
fn is_start(before: &str) -> bool {
    let before = before.trim_end();
    !before.contains(char::is_alphanumeric) || before.ends_with([':', ',', '.', '”', '"'])
}

/// How many [`Kind`]s there are.
const KINDS: usize = 5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// “…”, and „…“.
    Double,
    /// "…".
    Straight,
    /// ‘…’ and '…'.
    Single,
    /// «…».
    Angle,
    /// ``…''.
    Backquotes,
}

struct Mark {
    at: usize,
    length: usize,
    kind: Kind,
}

/// The next mark from a position that begins a quotation.
fn next_mark(text: &str, from: usize, has_no_end: &[bool; KINDS]) -> Option<Mark> {
    text[from..].char_indices().find_map(|(at, c)| {
        let at = from + at;
        let (before, after) = (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
        let is_outside = before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '-' | '–' | '—' | '“' | '"' | '‘' | ':' | '/')
        });
        let is_before_words = after.is_some_and(|c| !c.is_whitespace());
        let kind = match c {
            '“' | '„' => Kind::Double,
            '"' if is_outside && is_before_words => Kind::Straight,
            '«' => Kind::Angle,
            '`' if after == Some('`') => Kind::Backquotes,
            '‘' | '\'' if is_outside && is_before_words && !is_shortened(&text[at + c.len_utf8()..]) => Kind::Single,
            _ => return None,
        };
        let length = if kind == Kind::Backquotes { 2 } else { c.len_utf8() };
        (!has_no_end[kind as usize]).then_some(Mark { at, length, kind })
    })
}

/// Whether an apostrophe before these words stands for letters or digits: "'90s", "'em".
fn is_shortened(words: &str) -> bool {
    let word: String = words.chars().take_while(|c| c.is_alphanumeric()).take(4).collect();
    let is_decade =
        word.len() >= 2 && word.starts_with(|c: char| c.is_ascii_digit()) && (word.len() == 2 || word.ends_with('s'));
    is_decade || matches!(word.as_str(), "em" | "til" | "tis" | "twas" | "n" | "cause")
}

impl Kind {
    fn may_go_on(self) -> bool {
        self != Self::Backquotes
    }

    /// Where a quotation of this kind that begins at a position ends: before, and after its last mark.
    fn end(self, text: &str, from: usize) -> Option<(usize, usize)> {
        let end = |at: usize, mark: &str| (from + at, from + at + mark.len());
        match self {
            Self::Double => double_end(text, from),
            Self::Straight => text[from..].find(['"', '”']).map(|at| {
                let mark = if text[from + at..].starts_with('"') { "\"" } else { "”" };
                end(at, mark)
            }),
            Self::Angle => text[from..].find('»').map(|at| end(at, "»")),
            Self::Backquotes => text[from..].find("''").map(|at| end(at, "''")),
            Self::Single => single_end(text, from),
        }
    }
}

/// How far, in bytes, the second of two nested marks is looked for, and a mark that is certainly no apostrophe.
const FAR: usize = 4_000;

/// A text from a position, as far as marks are looked for.
fn near(text: &str, from: usize) -> &str {
    let mut end = text.len().min(from + FAR);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[from..end]
}

/// Where a quotation in double marks ends: after the quotation inside it, if its first mark is repeated before the last one.
fn double_end(text: &str, from: usize) -> Option<(usize, usize)> {
    let end = |at: usize, mark: char| (at, at + mark.len_utf8());
    let at = from + text[from..].find(['”', '"', '“'])?;
    let mark = text[at..].chars().next()?;
    let after = at + mark.len_utf8();
    let nested = near(text, after).find('”').filter(|_| mark == '“' && text[..from].ends_with('“'));
    let Some(nested) = nested else { return Some(end(at, mark)) };
    let inner = after + nested;
    let rest = near(text, inner + '”'.len_utf8());
    let outer =
        rest.find('”').filter(|&outer| !rest[..outer].contains('“')).map(|outer| inner + '”'.len_utf8() + outer);
    Some(end(outer.unwrap_or(inner), '”'))
}

/// Where a quotation in single marks ends. An apostrophe inside a word is none; one after an s may be that of a plural, unless no other
/// mark follows before the next quotation begins.
fn single_end(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut fallback = None;
    let mut before = None;
    for (offset, c) in text[from..].char_indices() {
        let at = from + offset;
        if offset > FAR && fallback.is_some() {
            break;
        }
        let rest = &text[at + c.len_utf8()..];
        let after = rest.chars().next();
        match c {
            '’' | '\''
                if before.is_some_and(|c: char| !c.is_whitespace()) && !after.is_some_and(char::is_alphanumeric) =>
            {
                let end = (at, at + c.len_utf8());
                let is_plural = matches!(before, Some('s' | 'S'))
                    && rest.trim_start().starts_with(char::is_lowercase)
                    && rest.starts_with(' ');
                if !is_plural {
                    return Some(end);
                }
                fallback = fallback.or(Some(end));
            }
            '‘' if fallback.is_some() => return fallback,
            _ => {}
        }
        before = Some(c);
    }
    fallback
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        quotations(text, 0).iter().map(|one| &text[one.inner.indices()]).collect()
    }

    #[test]
    fn all_styles_are_found() {
        for text in [
            "He said: “We won.”",
            "He said: \"We won.\"",
            "He said: ‘We won.’",
            "He said: 'We won.'",
            "«We won.»",
            "„We won.“",
            "``We won.''",
        ] {
            assert_eq!(inner(text), ["We won."], "{text}");
        }
        assert_eq!(inner("“One,” he said. “Two.”"), ["One", "Two."]);
        assert_eq!(inner("\"One,\" he said, \"two.\""), ["One", "two."]);
        assert_eq!(inner("(“Yes”)"), ["Yes"]);
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        assert_eq!(inner("The ministers' talks, Patel's letter and O'Brien's don't end"), Vec::<&str>::new());
        assert_eq!(
            inner("‘It’s not good, the boys’ engine isn’t strong,’ he said"),
            ["It’s not good, the boys’ engine isn’t strong"]
        );
        assert_eq!(inner("the ‘dangerous’ Channel and the boys’ boat"), ["dangerous"]);
        assert_eq!(inner("‘all ships’ in the area"), ["all ships"]);
        assert_eq!(inner("in the '90s and '80s"), Vec::<&str>::new());
        assert_eq!(inner("a 6\" pipe and a 7\" pipe"), Vec::<&str>::new());
    }

    #[test]
    fn a_quotation_that_goes_on_ends_with_its_paragraph() {
        let text = "“We cannot go on. We must stop.";
        let found = quotations(text, 0);
        assert_eq!(inner(text), ["We cannot go on. We must stop."]);
        assert!(found[0].goes_on);
        assert!(!quotations("“Stop.”", 0)[0].goes_on);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_quotation() {
        assert_eq!(inner("“He said ‘no’ to me,” she said."), ["He said ‘no’ to me"]);
        assert_eq!(inner("“We call it “the hole” here,” she said."), ["We call it “the hole” here"]);
    }
}
