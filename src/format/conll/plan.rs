//! Which tags an export contains, on which tokens, and where sentences begin.

use super::layout::DOCSTART;
use crate::format::{DroppedPart, Tokeniser};
use crate::model::{Annotation, Article, LabelId, Project};
use crate::order;
use crate::text::TextRange;

/// The tokens of an article, and what is at them.
pub(super) struct Plan {
    /// The tokens.
    pub(super) tokens: Vec<TextRange>,
    /// For each token, whether a sentence begins with it.
    pub(super) begins_sentence: Vec<bool>,
    /// The chunks, in order and without overlaps.
    pub(super) chunks: Vec<TaggedTokens>,
    /// The numbers of tags that are left out or changed.
    pub(super) left_out: [(DroppedPart, usize); 5],
}

/// What may happen to tags, without a number.
const NOTHING: [(DroppedPart, usize); 5] = [
    (DroppedPart::OverlappingTags, 0),
    (DroppedPart::Parts, 0),
    (DroppedPart::PartsOfWords, 0),
    (DroppedPart::TagsOfSpaces, 0),
    (DroppedPart::SpacesOfTags, 0),
];

/// Tokens with a label.
pub(super) struct TaggedTokens {
    /// The label.
    pub(super) label: LabelId,
    /// The index of the first token.
    pub(super) first: usize,
    /// The index after the last token.
    pub(super) end: usize,
}

impl Plan {
    /// The plan of an article. Of tags that share a token, the one that begins first is kept; of those, the longest.
    pub(super) fn of(project: &Project, article: &Article, tokeniser: Tokeniser) -> Self {
        let tokens = match tokeniser {
            Tokeniser::Words => article.text.tokens(),
            Tokeniser::Spaces => {
                let chunks = article.text.chunks();
                // Such a token would be read as the beginning of another document.
                let is_docstart = |chunk: &TextRange| article.text.slice(*chunk) == DOCSTART;
                if chunks.iter().any(is_docstart) { article.text.tokens() } else { chunks }
            }
        };
        let mut plan =
            Self { begins_sentence: vec![false; tokens.len()], tokens, chunks: Vec::new(), left_out: NOTHING };
        let mut is_taken = vec![false; plan.tokens.len()];
        let set = project.annotations_of(&article.id);
        let mut tags: Vec<&Annotation> = set.iter().map(|tag| &**tag).collect();
        order::sort_by_key(&mut tags, |tag| (tag.start(), std::cmp::Reverse(tag.end())));
        for tag in tags {
            plan.add(tag, &mut is_taken);
        }
        order::sort_by_key(&mut plan.chunks, |chunk| chunk.first);
        plan.split_sentences(article);
        plan
    }

    fn count(&mut self, part: DroppedPart) {
        self.left_out.iter_mut().filter(|(one, _)| *one == part).for_each(|(_, count)| *count += 1);
    }

    /// Adds a tag, if it covers a token and no other tag has one of its tokens.
    fn add(&mut self, tag: &Annotation, is_taken: &mut [bool]) {
        let mut pieces: Vec<(usize, usize)> = Vec::new();
        let (mut is_widened, mut is_trimmed) = (false, false);
        for range in &tag.ranges {
            let first = self.tokens.partition_point(|token| token.end() <= range.start());
            let end = self.tokens.partition_point(|token| token.start() < range.end());
            let Some(tokens) = self.tokens.get(first..end).filter(|tokens| !tokens.is_empty()) else {
                is_trimmed = true;
                continue;
            };
            let (from, to) = (tokens[0].start(), tokens[tokens.len() - 1].end());
            is_widened |= from < range.start() || to > range.end();
            is_trimmed |= from > range.start() || to < range.end();
            match pieces.last_mut() {
                // Two parts in one word.
                Some(last) if last.1 > first => last.1 = end,
                _ => pieces.push((first, end)),
            }
        }
        if pieces.is_empty() {
            return self.count(DroppedPart::TagsOfSpaces);
        }
        if pieces.iter().any(|&(first, end)| is_taken[first..end].contains(&true)) {
            return self.count(DroppedPart::OverlappingTags);
        }
        let changes = [
            (tag.ranges.len() > 1, DroppedPart::Parts),
            (is_widened, DroppedPart::PartsOfWords),
            (is_trimmed, DroppedPart::SpacesOfTags),
        ];
        changes.into_iter().filter(|(has_changed, _)| *has_changed).for_each(|(_, part)| self.count(part));
        for (first, end) in pieces {
            is_taken[first..end].fill(true);
            self.chunks.push(TaggedTokens { label: tag.label.clone(), first, end });
        }
    }

    /// Finds the first tokens of sentences. A tag is never in two sentences, because readers end it with the first.
    fn split_sentences(&mut self, article: &Article) {
        let mut starts = article.text.sentence_and_line_starts().into_iter().peekable();
        for (token, begins) in self.tokens.iter().zip(&mut self.begins_sentence) {
            while starts.next_if(|start| *start <= token.start()).is_some() {
                *begins = true;
            }
        }
        for chunk in &self.chunks {
            self.begins_sentence[chunk.first + 1..chunk.end].fill(false);
        }
    }
}
