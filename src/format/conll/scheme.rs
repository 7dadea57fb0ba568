//! The schemes in which tokens are tagged: which one a file has, and strict reading, which accepts nothing else.
//!
//! The rules are those of `seqeval.scheme`: patterns of two tags that follow each other.

use super::tag::{Chunk, Prefix, Tag, decode};
use Prefix::{Begin, End, Inside, Last, Outside, Single, Unit};

/// A scheme of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// `I`, and `B` only where a chunk follows another one with the same label. CoNLL-2003 as it was published.
    Iob1,
    /// `B` at the first token, `I` at the others. Also called BIO.
    Iob2,
    /// `I`, and `E` only where a chunk precedes another one with the same label.
    Ioe1,
    /// `E` at the last token, `I` at the others.
    Ioe2,
    /// `B`, `I`, `E`, and `S` for the only token. Also called BIOES.
    Iobes,
    /// `B`, `I`, `L`, and `U` for the only token.
    Bilou,
}

/// Whether two tags need the same label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Labels {
    Any,
    Same,
    Other,
}
use Labels::{Any, Other, Same};

/// The first tag, the second one, and their labels.
type Pattern = (&'static [Prefix], &'static [Prefix], Labels);

/// The patterns of a scheme.
struct Rules {
    prefixes: &'static [Prefix],
    start: &'static [Pattern],
    inside: &'static [Pattern],
    end: &'static [Pattern],
}

const ALL: &[Prefix] = &[Outside, Begin, Inside, End, Single, Last, Unit];

const IOB1: Rules = Rules {
    prefixes: &[Inside, Outside, Begin],
    start: &[(&[Outside, Begin], &[Inside], Any), (&[Inside], &[Inside], Other), (&[Inside, Begin], &[Begin], Same)],
    inside: &[(&[Begin, Inside], &[Inside], Same)],
    end: &[
        (&[Inside, Begin], &[Inside], Other),
        (&[Inside, Begin], &[Outside], Any),
        (&[Inside], &[Begin], Any),
        (&[Begin], &[Begin], Same),
    ],
};

const IOB2: Rules = Rules {
    prefixes: &[Inside, Outside, Begin],
    start: &[(ALL, &[Begin], Any)],
    inside: &[(&[Begin, Inside], &[Inside], Same)],
    end: &[(&[Inside, Begin], &[Outside, Begin], Any), (&[Inside, Begin], &[Inside], Other)],
};

const IOE1: Rules = Rules {
    prefixes: &[Inside, Outside, End],
    start: &[(&[Outside, End], &[Inside], Any), (&[Inside], &[Inside], Other), (&[End], &[End], Same)],
    inside: &[(&[Inside], &[Inside, End], Same)],
    end: &[(&[Inside], &[Inside, End], Other), (&[Inside], &[Outside], Any), (&[End], &[Inside, End], Same)],
};

const IOE2: Rules = Rules {
    prefixes: &[Inside, Outside, End],
    start: &[(&[Outside, End], &[Inside, End], Any), (&[Inside], &[Inside, End], Other)],
    inside: &[(&[Inside], &[Inside, End], Same)],
    end: &[(&[End], ALL, Any)],
};

const IOBES: Rules = Rules {
    prefixes: &[Inside, Outside, Begin, End, Single],
    start: &[(ALL, &[Begin, Single], Any)],
    inside: &[(&[Begin, Inside], &[Inside, End], Same)],
    end: &[(&[Single, End], ALL, Any)],
};

const BILOU: Rules = Rules {
    prefixes: &[Inside, Outside, Begin, Unit, Last],
    start: &[(ALL, &[Begin, Unit], Any)],
    inside: &[(&[Begin, Inside], &[Inside, Last], Same)],
    end: &[(&[Unit, Last], ALL, Any)],
};

impl Scheme {
    /// All schemes.
    pub const ALL: [Self; 6] = [Self::Iob1, Self::Iob2, Self::Ioe1, Self::Ioe2, Self::Iobes, Self::Bilou];

    fn rules(self) -> &'static Rules {
        match self {
            Self::Iob1 => &IOB1,
            Self::Iob2 => &IOB2,
            Self::Ioe1 => &IOE1,
            Self::Ioe2 => &IOE2,
            Self::Iobes => &IOBES,
            Self::Bilou => &BILOU,
        }
    }

    /// The scheme of sentences, by the tags that occur: IOB1 or IOE1 only if a chunk does not begin or end as in IOB2 or IOE2.
    pub fn of<'a, 'b: 'a>(sentences: impl IntoIterator<Item = &'a [Tag<'b>]>) -> Self {
        let mut used = Vec::new();
        let (mut all_begin, mut all_end) = (true, true);
        for tags in sentences {
            used.extend(tags.iter().map(|tag| tag.prefix));
            for chunk in decode(tags) {
                all_begin &= tags[chunk.first].prefix == Begin;
                all_end &= tags[chunk.end - 1].prefix == End;
            }
        }
        let has = |prefix| used.contains(&prefix);
        match () {
            () if has(Last) || has(Unit) => Self::Bilou,
            () if has(Single) || has(Begin) && has(End) => Self::Iobes,
            () if has(End) => {
                if all_end {
                    Self::Ioe2
                } else {
                    Self::Ioe1
                }
            }
            () => {
                if all_begin {
                    Self::Iob2
                } else {
                    Self::Iob1
                }
            }
        }
    }

    /// Reads the chunks of a sentence. What does not follow the scheme is no chunk.
    ///
    /// # Errors
    /// With the index of a tag that the scheme does not have.
    pub fn decode(self, tags: &[Tag<'_>]) -> Result<Vec<Chunk>, usize> {
        let rules = self.rules();
        if let Some(at) = tags.iter().position(|tag| !rules.prefixes.contains(&tag.prefix)) {
            return Err(at);
        }
        let tag = |at: usize| tags.get(at).copied().unwrap_or(Tag::OUTSIDE);
        let before = |at: usize| at.checked_sub(1).map_or(Tag::OUTSIDE, tag);
        let mut chunks = Vec::new();
        let mut at = 0;
        while at < tags.len() {
            if !is_one_of(rules.start, before(at), tag(at)) {
                at += 1;
                continue;
            }
            let first = at;
            at += 1;
            while at < tags.len() && is_one_of(rules.inside, before(at), tag(at)) {
                at += 1;
            }
            if is_one_of(rules.end, before(at), tag(at)) {
                chunks.push(Chunk { label: tag(first).label.to_owned(), first, end: at });
            }
        }
        Ok(chunks)
    }
}

fn is_one_of(patterns: &[Pattern], first: Tag<'_>, second: Tag<'_>) -> bool {
    patterns.iter().any(|(before, after, labels)| {
        let fits = match labels {
            Any => true,
            Same => first.label == second.label,
            Other => first.label != second.label,
        };
        fits && before.contains(&first.prefix) && after.contains(&second.prefix)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scheme(sentence: &str) -> Scheme {
        let tags: Vec<_> = sentence.split(' ').map(|tag| Tag::parse(tag).expect("a tag")).collect();
        Scheme::of([tags.as_slice()])
    }

    #[test]
    fn the_scheme_is_found_by_the_tags() {
        for (sentence, expected) in [
            ("B-PER I-PER O B-LOC", Scheme::Iob2),
            ("I-PER I-PER O I-LOC", Scheme::Iob1),
            ("I-PER B-PER I-PER", Scheme::Iob1),
            ("I-PER E-PER O E-LOC", Scheme::Ioe2),
            ("I-PER E-PER I-PER O", Scheme::Ioe1),
            ("B-PER E-PER O", Scheme::Iobes),
            ("S-LOC O", Scheme::Iobes),
            ("B-PER L-PER O", Scheme::Bilou),
            ("O U-LOC", Scheme::Bilou),
            ("O O", Scheme::Iob2),
        ] {
            assert_eq!(scheme(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn a_label_may_have_hyphens() {
        assert_eq!(Tag::parse("B-per-son").map(|tag| tag.label), Some("per-son"));
        assert_eq!(Tag::parse("I--").map(|tag| tag.label), Some("-"));
        assert_eq!(Tag::parse("B").map(|tag| tag.label), Some(""));
        for bad in ["", "B-", "X-PER", "PER", "O-PER", "_", "BPER"] {
            assert_eq!(Tag::parse(bad), None, "{bad}");
        }
    }
}
