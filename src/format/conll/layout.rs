//! The columns of a file: which one has the tokens, and which have tags. CoNLL-2002, CoNLL-2003, GermEval, WNUT and doccano differ in
//! nothing else.

use std::collections::HashMap;

use super::brackets::EntityFields;
use super::tag::{Prefix, Tag};

/// The labels of the syntactic chunks of CoNLL-2000, which CoNLL-2003 has in a column before the entities.
const SYNTACTIC: [&str; 11] = ["NP", "VP", "PP", "ADVP", "SBAR", "ADJP", "PRT", "INTJ", "LST", "CONJP", "UCP"];
/// The number of columns of CoNLL-U.
const CONLLU_COLUMNS: usize = 10;
/// The least part of lines, in percent, that must be as the layout says.
const MIN_FITTING: usize = 90;
/// The names of columns with entities in CoNLL-U Plus, after the name of the project and a colon.
const ENTITY_COLUMNS: [&str; 4] = ["NER", "NE", "ENTITY", "ENTITIES"];

/// The first column of a line between documents.
pub(super) const DOCSTART: &str = "-DOCSTART-";

/// The columns of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Whether columns are separated by tabs, or by spaces.
    pub(super) has_tabs: bool,
    /// The number of columns.
    pub(super) columns: usize,
    /// The column with the token.
    pub(super) token: usize,
    /// The columns with tags.
    pub(super) tags: Vec<usize>,
    /// The columns that CoNLL-U has besides.
    pub(super) conllu: Option<Conllu>,
}

/// Columns of CoNLL-U.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Conllu {
    /// The number of the word: `3`, `3-4` or `5.1`.
    pub(super) id: usize,
    /// Pairs of names and values.
    pub(super) misc: Option<usize>,
    /// The fields of entities in brackets.
    pub(super) fields: EntityFields,
}

impl Layout {
    /// The layout of lines; `None` if they are in none.
    pub(super) fn of(lines: &[&str]) -> Option<Self> {
        let names = lines.iter().find_map(|line| line.strip_prefix("# global.columns ="));
        let plain =
            || lines.iter().filter(|line| !line.starts_with('#') && !is_blank(line) && !line.starts_with(DOCSTART));
        let with_tabs = plain().filter(|line| line.contains('\t')).count();
        let has_tabs = with_tabs * 2 > plain().count();
        let rows: Vec<Vec<&str>> = plain().map(|line| columns(line, has_tabs)).collect();
        let mut widths = HashMap::new();
        rows.iter().for_each(|row| *widths.entry(row.len()).or_insert(0_usize) += 1);
        let (&width, &fitting) = widths.iter().max_by_key(|(width, count)| (**count, **width))?;
        if width < 2 || !is_most(fitting, rows.len()) {
            return None;
        }
        let rows: Vec<&[&str]> = rows.iter().filter(|row| row.len() == width).map(Vec::as_slice).collect();
        let layout = Self { has_tabs, columns: width, token: 0, tags: Vec::new(), conllu: None };
        match names {
            Some(names) => layout.named(names, EntityFields::of(lines)),
            None if has_tabs && width >= CONLLU_COLUMNS && is_conllu(&rows) => {
                Some(layout.conllu(&rows, EntityFields::of(lines)))
            }
            None => layout.plain(&rows),
        }
    }

    /// CoNLL-U Plus, which names its columns.
    fn named(self, names: &str, fields: EntityFields) -> Option<Self> {
        let names: Vec<&str> = names.split_whitespace().collect();
        let at = |wanted: &str| names.iter().position(|name| *name == wanted);
        let is_entity = |name: &str| {
            let last = name.rsplit(':').next().unwrap_or_default().to_ascii_uppercase();
            ENTITY_COLUMNS.contains(&last.as_str())
        };
        let tags = names.iter().enumerate().filter(|(_, name)| is_entity(name)).map(|(at, _)| at).collect();
        let conllu = at("ID").map(|id| Conllu { id, misc: at("MISC"), fields });
        let is_complete = names.len() == self.columns;
        is_complete.then_some(Self { token: at("FORM")?, tags, conllu, ..self })
    }

    /// CoNLL-U, perhaps with more columns.
    fn conllu(self, rows: &[&[&str]], fields: EntityFields) -> Self {
        let tags = (CONLLU_COLUMNS..self.columns).filter(|&column| has_tags(rows, column)).collect();
        Self { token: 1, tags, conllu: Some(Conllu { id: 0, misc: Some(9), fields }), ..self }
    }

    /// A token, and what is known about it. The last columns have the tags.
    fn plain(self, rows: &[&[&str]]) -> Option<Self> {
        let token = usize::from(self.columns > 2 && is_index(rows));
        let is_tagged = |column: &usize| has_tags(rows, *column);
        let mut tags: Vec<usize> = (token + 1..self.columns).rev().take_while(is_tagged).collect();
        if tags.is_empty() {
            return None;
        }
        // A column without a single tag is kept only if it is the last.
        tags.retain(|&column| column + 1 == self.columns || is_entities(rows, column));
        tags.reverse();
        Some(Self { token, tags, ..self })
    }
}

/// The columns of a line. Only ASCII spaces separate them: tokens may contain others.
pub(super) fn columns(line: &str, has_tabs: bool) -> Vec<&str> {
    match has_tabs {
        true => line.split('\t').collect(),
        false => line.split([' ', '\t']).filter(|part| !part.is_empty()).collect(),
    }
}

/// Whether a line is empty, or has only spaces.
pub(super) fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}

fn is_most(fitting: usize, all: usize) -> bool {
    fitting * 100 >= all * MIN_FITTING
}

/// Whether a text is a tag, or says that there is none.
fn is_tag(text: &str) -> bool {
    Tag::parse(text).is_some() || text == "_"
}

fn has_tags(rows: &[&[&str]], column: usize) -> bool {
    is_most(rows.iter().filter(|row| is_tag(row[column])).count(), rows.len())
}

/// Whether a column of tags has some, and others than those of syntax.
fn is_entities(rows: &[&[&str]], column: usize) -> bool {
    let mut labels = rows.iter().filter_map(|row| Tag::parse(row[column])).filter(|tag| tag.prefix != Prefix::Outside);
    labels.any(|tag| !SYNTACTIC.contains(&tag.label))
}

/// Whether the first column numbers the tokens of each sentence.
fn is_index(rows: &[&[&str]]) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    rows.iter().all(|row| is_number(row[0])) && rows.first().is_some_and(|row| matches!(row[0], "0" | "1"))
}

/// Whether the first column numbers words, and the seventh has the head of each.
fn is_conllu(rows: &[&[&str]]) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.' | b'_'));
    is_most(rows.iter().filter(|row| is_number(row[0]) && is_number(row[6])).count(), rows.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(text: &str) -> Option<(bool, usize, usize, Vec<usize>)> {
        let lines: Vec<_> = text.split('\n').collect();
        Layout::of(&lines).map(|layout| (layout.has_tabs, layout.columns, layout.token, layout.tags))
    }

    #[test]
    fn the_columns_of_each_task_are_found() {
        for (text, expected) in [
            ("Wolff B-PER\n, O\n\nArgentina B-LOC", (false, 2, 0, vec![1])),
            ("-DOCSTART- -X- -X- O\n\nU.N. NNP I-NP I-ORG\nheads VBZ I-VP O", (false, 4, 0, vec![3])),
            ("EU B-NP B-ORG\nsays B-VP O", (false, 3, 0, vec![2])),
            ("#\thttp://x [2009]\n1\tTroia\tB-OTH\tB-LOC\n2\t-\tI-OTH\tO", (true, 4, 1, vec![2, 3])),
            ("#\t0\tO\nA\t5\tB-X", (true, 3, 0, vec![2])),
            ("I\tO\n# comment\nB\tB", (true, 2, 0, vec![1])),
        ] {
            assert_eq!(layout(text), Some(expected), "{text}");
        }
        let plus = "# global.columns = ID FORM MISC X:NE\n1\tAna\t_\tB-PER";
        assert_eq!(layout(plus), Some((true, 4, 1, vec![3])));
    }

    #[test]
    fn other_texts_have_no_layout() {
        for text in ["", "O", "Plain text.\n\nIn paragraphs.", "name\tlabel\nAnn\tPER\nBob\tLOC", "1-1\t0-3\tBob\t_\t"]
        {
            assert_eq!(layout(text), None, "{text:?}");
        }
    }

    #[test]
    fn only_ascii_spaces_separate_columns() {
        assert_eq!(columns("a\u{a0}b\u{3000}\u{2028}c  O", false), ["a\u{a0}b\u{3000}\u{2028}c", "O"]);
    }
}
