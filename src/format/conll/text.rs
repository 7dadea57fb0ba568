//! The text of a document, made of its tokens: as `# text =` has it, or with the spaces that the file tells of, or with one space
//! between tokens.

use super::words::Piece;

/// The text of a document so far, in bytes of which positions count.
#[derive(Debug, Default)]
pub(super) struct TextBuilder {
    /// The text.
    pub(super) text: String,
    /// Whether spaces had to be guessed.
    pub(super) is_guessed: bool,
    /// Whether the file says that no space follows the last token.
    is_joined: bool,
}

/// What separates sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// A line end.
    Line,
    /// An empty line.
    Paragraph,
    /// A space, or nothing if the file says so.
    Space,
}

impl TextBuilder {
    /// Adds a sentence. Returns the start and end of each piece.
    pub(super) fn add(&mut self, pieces: &[Piece<'_>], text: Option<&str>, between: Between) -> Vec<(u32, u32)> {
        if !self.text.is_empty() {
            self.text.push_str(match between {
                Between::Line => "\n",
                Between::Paragraph => "\n\n",
                Between::Space if self.is_joined => "",
                Between::Space => " ",
            });
        }
        self.is_joined = pieces.last().is_some_and(|piece| piece.is_joined);
        let start = self.text.len();
        let found = text.and_then(|text| Some((text, aligned(pieces, text)?)));
        let places = match found {
            Some((text, places)) => {
                self.text.push_str(text);
                places
            }
            None => {
                self.is_guessed = true;
                let (text, places) = joined(pieces);
                self.text.push_str(&text);
                places
            }
        };
        places.into_iter().map(|(from, to)| ((start + from) as u32, (start + to) as u32)).collect()
    }
}

/// The places of pieces in a text, if it consists of them and of spaces.
fn aligned(pieces: &[Piece<'_>], text: &str) -> Option<Vec<(usize, usize)>> {
    let mut at = 0;
    let mut places = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let rest = text.get(at..)?;
        // A form may itself begin with a space.
        let start = if rest.starts_with(piece.form) { at } else { text.len() - rest.trim_start().len() };
        text.get(start..)?.strip_prefix(piece.form)?;
        at = start + piece.form.len();
        places.push((start, at));
    }
    text.get(at..)?.trim().is_empty().then_some(places)
}

/// The text of pieces, with a space after each that the file does not say to be joined to the next, and their places.
fn joined(pieces: &[Piece<'_>]) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut places = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let start = text.len();
        text.push_str(piece.form);
        places.push((start, text.len()));
        if !piece.is_joined && index + 1 < pieces.len() {
            text.push(' ');
        }
    }
    (text, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(forms: &[&'static str]) -> Vec<Piece<'static>> {
        let piece = |form: &&'static str| Piece {
            line: 1,
            form: form.trim_end_matches('+'),
            is_joined: form.ends_with('+'),
            offsets: None,
        };
        forms.iter().map(piece).collect()
    }

    #[test]
    fn a_text_is_kept_if_it_consists_of_the_tokens() {
        let mut text = TextBuilder::default();
        let places = text.add(&pieces(&["Im", "Jahr+", "."]), Some("Im  Jahr."), Between::Space);
        assert_eq!(places, [(0, 2), (4, 8), (8, 9)]);
        assert!(!text.is_guessed);
        let places = text.add(&pieces(&["a+", "b"]), Some("other"), Between::Space);
        assert_eq!((text.text.as_str(), places), ("Im  Jahr. ab", vec![(10, 11), (11, 12)]));
        assert!(text.is_guessed);
    }

    #[test]
    fn sentences_are_joined_as_the_file_says() {
        let mut text = TextBuilder::default();
        text.add(&pieces(&["漢", "。+"]), None, Between::Space);
        text.add(&pieces(&["字"]), None, Between::Space);
        text.add(&pieces(&["x"]), None, Between::Paragraph);
        text.add(&pieces(&["y"]), None, Between::Line);
        assert_eq!(text.text, "漢 。字\n\nx\ny");
    }
}
