//! The words of a sentence with their tags, and the pieces of text that they are in. These are the same but in CoNLL-U, where a token of
//! the text may be several words ("zur" is "zu" and "der"), and a word may be in no text.

use super::brackets::{chunks, has_brackets};
use super::layout::Layout;
use super::lines::Row;
use super::tag::{Chunk, Tag};
use crate::format::RecordProblem;
use crate::json::excerpt;

/// The names of pairs in the last column of CoNLL-U that have the tag of an entity.
const ENTITY_PAIRS: [&str; 6] = ["Entity", "NER", "ner", "NE", "ne", "entity"];

/// The words of a sentence.
#[derive(Debug, Default)]
pub(super) struct Words<'a> {
    /// The pieces of text, in order.
    pub(super) pieces: Vec<Piece<'a>>,
    /// The words: the number of the line, and the index of the piece.
    pub(super) words: Vec<(usize, usize)>,
    /// For each column with tags, the tag of each word.
    pub(super) tags: Vec<Vec<Tag<'a>>>,
    /// The entities in brackets.
    pub(super) bracketed: Vec<Chunk>,
    /// What was not understood, with the number of the line.
    pub(super) problems: Vec<(usize, RecordProblem)>,
}

/// A piece of text.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    /// The number of the line.
    pub(super) line: usize,
    /// The text.
    pub(super) form: &'a str,
    /// Whether the file says that no space follows.
    pub(super) is_joined: bool,
    /// The start and end that the file gives.
    pub(super) offsets: Option<(u32, u32)>,
}

impl<'a> Words<'a> {
    /// The words of the rows of a sentence. `has_offsets` says that the columns after the token are its start and end.
    pub(super) fn of(rows: &[Row<'a>], layout: &Layout, has_offsets: bool) -> Self {
        let in_pairs = layout.conllu.and_then(|conllu| conllu.misc).is_some();
        let mut words = Self { tags: vec![Vec::new(); layout.tags.len() + usize::from(in_pairs)], ..Self::default() };
        // The last word of a token of several words.
        let mut until = 0;
        let mut in_brackets = Vec::new();
        for row in rows {
            let id = layout.conllu.map_or("", |conllu| row.columns[conllu.id]);
            let misc = layout.conllu.and_then(|conllu| conllu.misc).map_or("", |misc| row.columns[misc]);
            if id.contains('.') {
                continue;
            }
            if let Some((_, last)) = id.split_once('-') {
                until = last.parse().unwrap_or(0);
                words.add_piece(row, layout, misc, has_offsets);
                continue;
            }
            if id.parse().map_or(true, |number: u32| number > until) {
                until = 0;
                words.add_piece(row, layout, misc, has_offsets);
            }
            let mut entity = in_pairs.then(|| entity_in(misc));
            if let Some(value) = entity.filter(|value| has_brackets(value)) {
                in_brackets.push((words.words.len(), value));
                entity = Some("O");
            }
            words.add_word(row, layout, entity);
        }
        words.bracketed = layout.conllu.map_or_else(Vec::new, |conllu| chunks(&in_brackets, conllu.fields));
        words
    }

    fn add_piece(&mut self, row: &Row<'a>, layout: &Layout, misc: &str, has_offsets: bool) {
        let number = |column: usize| row.columns.get(column)?.parse::<u32>().ok();
        let offsets = || Some((number(layout.token + 1)?, number(layout.token + 2)?));
        self.pieces.push(Piece {
            line: row.line,
            form: row.columns[layout.token],
            is_joined: misc.split('|').any(|pair| pair == "SpaceAfter=No"),
            offsets: has_offsets.then(offsets).flatten(),
        });
    }

    fn add_word(&mut self, row: &Row<'a>, layout: &Layout, entity: Option<&'a str>) {
        self.words.push((row.line, self.pieces.len().saturating_sub(1)));
        let values = layout.tags.iter().map(|&column| row.columns[column]).chain(entity);
        for (tags, value) in self.tags.iter_mut().zip(values) {
            let tag = if matches!(value, "_" | "") { Some(Tag::OUTSIDE) } else { Tag::parse(value) };
            if tag.is_none() {
                self.problems.push((row.line, RecordProblem::NotUnderstood(excerpt(value))));
            }
            tags.push(tag.unwrap_or(Tag::OUTSIDE));
        }
    }
}

/// The entity in the pairs of the last column of CoNLL-U; `O` if there is none.
fn entity_in(misc: &str) -> &str {
    let pairs = misc.split('|').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(name, _)| ENTITY_PAIRS.contains(name)).map(|(_, value)| value).next().unwrap_or("O")
}
