//! What the elements of HTML mean for its text.

/// How an element is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show {
    /// In a line.
    Inline,
    /// On lines of its own.
    Line,
    /// On lines of its own, with an empty line around it.
    Paragraph,
    /// As a row of a table.
    Row,
    /// As a cell of a row.
    Cell,
    /// With its spaces and line ends.
    Preformatted,
    /// Not as text of the article: scripts, navigation, controls.
    Hidden,
}

const LINES: [&str; 14] = [
    "address", "caption", "center", "dd", "details", "div", "dt", "legend", "li", "optgroup", "option", "summary",
    "tbody", "form",
];

const PARAGRAPHS: [&str; 23] = [
    "article",
    "aside",
    "blockquote",
    "body",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "ol",
    "p",
    "section",
    "table",
    "ul",
];

const HIDDEN: [&str; 26] = [
    "annotation",
    "annotation-xml",
    "area",
    "audio",
    "button",
    "canvas",
    "datalist",
    "embed",
    "frameset",
    "head",
    "iframe",
    "meter",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "progress",
    "rp",
    "rt",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "video",
];

/// Elements without content.
const VOID: [&str; 17] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "source", "track", "wbr",
];

/// Elements in the head of a page; another one begins its body.
const IN_HEAD: [&str; 11] =
    ["base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title"];

/// How an element of this name is shown.
pub(super) fn show(name: &str) -> Show {
    match name {
        "tr" => Show::Row,
        "td" | "th" => Show::Cell,
        "pre" | "listing" | "xmp" | "plaintext" => Show::Preformatted,
        // Their content is text that people read elsewhere, or enter.
        "title" | "textarea" => Show::Hidden,
        name if HIDDEN.contains(&name) => Show::Hidden,
        name if PARAGRAPHS.contains(&name) => Show::Paragraph,
        name if LINES.contains(&name) => Show::Line,
        _ => Show::Inline,
    }
}

/// Whether an element has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether an element may be in the head of a page.
pub(super) fn is_in_head(name: &str) -> bool {
    IN_HEAD.contains(&name)
}

/// The open elements that end where an element of this name begins, and those that hide them: an `li` of an outer list stays open.
pub(super) fn implied_ends(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "table"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "table"]),
        "option" | "optgroup" => (&["option"], &["select", "datalist"]),
        "td" | "th" => (&["td", "th"], &["table"]),
        "tr" => (&["td", "th", "tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["td", "th", "tr", "tbody", "thead", "tfoot"], &["table"]),
        "rt" | "rp" => (&["rt", "rp"], &["ruby"]),
        name if matches!(show(name), Show::Paragraph | Show::Line | Show::Preformatted) => {
            (&["p"], &["td", "th", "button", "object"])
        }
        _ => (&[], &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_void_or_hidden_needs_no_other_rule() {
        for name in HIDDEN {
            assert_eq!(show(name), Show::Hidden, "{name}");
        }
        for name in PARAGRAPHS.iter().chain(&LINES) {
            assert!(!HIDDEN.contains(name) && (!is_void(name) || *name == "hr"), "{name}");
        }
    }
}
