//! The tags of a labelling configuration: as much of XML as such a file has.

/// A tag: the beginning of an element, with its attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty if it is missing.
    pub(super) fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value.as_str())
    }
}

/// The tags of a text that begin elements, in order. What cannot be read is skipped.
pub(super) fn tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = tag_of(after);
        tags.extend(tag.filter(|tag| tag.name.starts_with(char::is_alphabetic)));
        rest = after;
    }
    tags
}

/// The tag after `<`, and what follows its name and attributes.
fn tag_of(text: &str) -> (Option<Tag>, &str) {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '>' | '/');
    let (name, mut rest) = text.split_at(text.find(is_end).unwrap_or(text.len()));
    let mut tag = Tag { name: name.to_owned(), attributes: Vec::new() };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let Some(at) = rest.find(['=', '>']) else { return (None, "") };
        if rest[at..].starts_with('>') {
            return (Some(tag), &rest[at..]);
        }
        let name = rest[..at].trim().to_owned();
        let value = rest[at + 1..].trim_start();
        let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return (None, value) };
        let Some((value, after)) = value[1..].split_once(quote) else { return (None, "") };
        tag.attributes.push((name, unescaped(value)));
        rest = after;
    }
}

/// A text in which the entities of XML, and `&nbsp;` of HTML, are what they stand for.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').and_then(|(name, after)| Some((character(name)?, after)));
        match entity {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    let number = name.strip_prefix('#');
    let code = number.and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    });
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => code.and_then(char::from_u32),
    }
}

/// Writes XML, an element a line.
#[derive(Default)]
pub(super) struct XmlWriter {
    out: String,
    open: Vec<&'static str>,
}

impl XmlWriter {
    /// Begins an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name);
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
    }

    /// Ends the element that was begun last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.out.extend(["</", name, ">\n"]);
        }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.out.extend(["<", name]);
        for (name, value) in attributes {
            self.out.extend([" ", name, "=\"", &escaped(value), "\""]);
        }
    }

    fn indent(&mut self) {
        self.open.iter().for_each(|_| self.out.push_str("  "));
    }
}

/// A text as the value of an attribute in double quotes. XML cannot contain most control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_names_and_attributes() {
        let text = "<View>\n<!-- <Label value='no'/> --><Label value=\"A &amp; > &#x1F600;\" background='#f00'></Label>\
                    <Text name = 'text' value=\"$text\"/></View><broken";
        let found = tags(text);
        let names: Vec<_> = found.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["View", "Label", "Text"]);
        assert_eq!((found[1].get("value"), found[1].get("background")), ("A & > 😀", "#f00"));
        assert_eq!((found[2].get("name"), found[2].get("value"), found[2].get("none")), ("text", "$text", ""));
    }

    #[test]
    fn escaped_texts_are_read_back() {
        for text in ["a \"b\" <c> & 'd'\n\te", "&amp;", "& ;", "&#0;"] {
            assert_eq!(unescaped(&escaped(text)), text);
        }
        assert_eq!(escaped("a\u{0}"), "a\u{fffd}");
        assert_eq!(unescaped("a & b &unknown; &#xD800; &"), "a & b &unknown; &#xD800; &");
    }
}
