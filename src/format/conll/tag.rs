//! The tags of tokens, such as `B-PER`, and how conlleval reads them.

/// What a tag says about the place of its token in a chunk: the letters of all schemes that are in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prefix {
    /// `O`: the token is in no chunk.
    Outside,
    /// `B`: the first token, in most schemes.
    Begin,
    /// `I`, or `M` in BMES: a token inside.
    Inside,
    /// `E`: the last token.
    End,
    /// `S`: the only token.
    Single,
    /// `L` in BILOU: the last token.
    Last,
    /// `U` in BILOU, or `W` in BMEWO: the only token.
    Unit,
}

/// The tag of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The place of the token in a chunk.
    pub prefix: Prefix,
    /// The label; empty if there is none, as in `B` alone.
    pub label: &'a str,
}

impl<'a> Tag<'a> {
    /// The tag of a token in no chunk.
    pub const OUTSIDE: Self = Self { prefix: Prefix::Outside, label: "" };

    /// Reads a tag: a letter, alone or with a hyphen and a label, which may have more hyphens.
    pub fn parse(tag: &'a str) -> Option<Self> {
        let mut rest = tag.chars();
        let prefix = match rest.next()? {
            'O' if rest.as_str().is_empty() => return Some(Self::OUTSIDE),
            'B' => Prefix::Begin,
            'I' | 'M' => Prefix::Inside,
            'E' => Prefix::End,
            'S' => Prefix::Single,
            'L' => Prefix::Last,
            'U' | 'W' => Prefix::Unit,
            _ => return None,
        };
        let label = match rest.as_str() {
            "" => "",
            rest => rest.strip_prefix('-').filter(|label| !label.is_empty())?,
        };
        Some(Self { prefix, label })
    }
}

/// Tokens that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The label.
    pub label: String,
    /// The index of the first token.
    pub first: usize,
    /// The index after the last token.
    pub end: usize,
}

/// Reads the chunks of a sentence as conlleval does: in every scheme, and a chunk may begin with any tag but `O`.
pub fn decode(tags: &[Tag<'_>]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut open: Option<Chunk> = None;
    let mut before = Tag::OUTSIDE;
    for (at, tag) in tags.iter().enumerate() {
        if ends(before, *tag) {
            chunks.extend(open.take());
        }
        match &mut open {
            _ if tag.prefix == Prefix::Outside => {}
            Some(chunk) => chunk.end = at + 1,
            None => open = Some(Chunk { label: tag.label.to_owned(), first: at, end: at + 1 }),
        }
        before = *tag;
    }
    chunks.extend(open);
    chunks
}

/// Whether a chunk ends between two tokens.
fn ends(before: Tag<'_>, tag: Tag<'_>) -> bool {
    use Prefix::{Begin, End, Last, Outside, Single, Unit};
    before.label != tag.label
        || matches!(before.prefix, End | Last | Single | Unit)
        || matches!(tag.prefix, Outside | Begin | Single | Unit)
}
