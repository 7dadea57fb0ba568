//! The text of HTML, as people read it, and where each character of the document's text is in it.
//!
//! Label Studio counts the characters of the text nodes (`globalOffsets`), in which nothing separates two paragraphs.

use super::xml::unescaped;

/// Elements that begin and end on lines of their own.
const BLOCKS: [&str; 28] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];
/// Elements whose content is not shown.
const HIDDEN: [&str; 4] = ["script", "style", "head", "title"];

/// The text of an HTML document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct HtmlText {
    pub(super) text: String,
    /// The index in `text` of each character of the text nodes, both in code points.
    positions: Vec<u32>,
    /// The length of `text` in code points.
    length: u32,
    is_new_line_due: bool,
}

impl HtmlText {
    pub(super) fn of(html: &str) -> Self {
        let mut found = Self::default();
        let mut rest = html;
        let mut hidden: Option<String> = None;
        while let Some((text, after)) = rest.split_once('<') {
            if hidden.is_none() {
                found.add(&unescaped(text));
            }
            if let Some(comment) = after.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let (tag, after) = after.split_once('>').unwrap_or((after, ""));
            let name = tag.trim_start_matches('/');
            let end = name.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(name.len());
            let name = name[..end].to_ascii_lowercase();
            match &hidden {
                Some(element) if tag.starts_with('/') && *element == name => hidden = None,
                Some(_) => {}
                None if HIDDEN.contains(&name.as_str()) && !tag.starts_with('/') => hidden = Some(name),
                None if name == "br" => found.add("\n"),
                None => found.is_new_line_due |= BLOCKS.contains(&name.as_str()),
            }
            rest = after;
        }
        if hidden.is_none() {
            found.add(&unescaped(rest));
        }
        found
    }

    fn add(&mut self, text: &str) {
        for c in text.chars() {
            if std::mem::take(&mut self.is_new_line_due) && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push('\n');
                self.length += 1;
            }
            self.positions.push(self.length);
            self.text.push(c);
            self.length += 1;
        }
    }

    /// The range in `text` of a range of the text nodes.
    pub(super) fn range(&self, start: u32, end: u32) -> Option<(u32, u32)> {
        let last = *self.positions.get(end.checked_sub(1)? as usize)?;
        let first = *self.positions.get(start as usize)?;
        (first <= last).then_some((first, last + 1))
    }
}

/// Whether two texts are the same but for white space, which is also written as `\n`.
pub(super) fn is_same_text(one: &str, other: &str) -> bool {
    let squeezed = |text: &str| -> String { text.replace("\\n", "").chars().filter(|c| !c.is_whitespace()).collect() };
    squeezed(one) == squeezed(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_on_lines_of_their_own() {
        let html =
            HtmlText::of("<div><!-- x --><p><b>Jules</b>: No &amp; 😀</p><p>Two<br/>lines</p><style>p{}</style></div>");
        assert_eq!(html.text, "Jules: No & 😀\nTwo\nlines");
        // The text nodes are `Jules: No & 😀Two`, a line end, and `lines`.
        assert_eq!(html.range(0, 5), Some((0, 5)));
        assert_eq!(html.range(13, 16), Some((14, 17)));
        assert_eq!(html.range(12, 22), Some((12, 23)));
        assert_eq!((html.range(0, 0), html.range(0, 99)), (None, None));
        assert!(is_same_text("a\\n\\nb c", "a\nb c"));
    }
}
