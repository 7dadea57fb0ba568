//! The encoding that a page says it has.

/// How much of a page is looked at. The HTML Standard asks for 1,024 bytes; some pages have more before it.
const HEAD: usize = 4_096;

/// The label of the encoding in the first `meta` element that has one (or in the XML declaration), as it is there.
pub fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    if head.trim_start().starts_with("<?xml") {
        let declaration = head.split("?>").next().unwrap_or_default();
        if let Some((_, value)) = declaration.split_once("encoding") {
            return label(value);
        }
    }
    let without_comments = without_comments(&head);
    let metas = without_comments.split("<meta").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
    metas.filter_map(|meta| meta.split_once("charset").and_then(|(_, value)| label(value))).next()
}

fn without_comments(head: &str) -> String {
    let mut parts = head.split("<!--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("-->").map_or("", |(_, after)| after));
    }
    out
}

/// The label after the name of an attribute: `="utf-8"`, `=utf-8`.
fn label(value: &str) -> Option<String> {
    let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end =
        value.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '>')).unwrap_or(value.len());
    let label = value.get(..end)?;
    (!label.is_empty()).then(|| label.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_where_pages_say_it() {
        for (html, expected) in [
            ("<!doctype html><meta charset=utf-8>", Some("utf-8")),
            ("<META CHARSET = 'Windows-1251' />", Some("windows-1251")),
            ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">", Some("iso-8859-1")),
            ("<!-- <meta charset=koi8-r> --><meta name=x><meta charset=big5>", Some("big5")),
            ("<?xml version='1.0' encoding='ISO-8859-2'?><html>", Some("iso-8859-2")),
            ("<meta charset>", None),
            ("<p>charset=utf-8", None),
            ("<!-- <meta charset=koi8-r>", None),
        ] {
            assert_eq!(declared_charset(html.as_bytes()).as_deref(), expected, "{html}");
        }
        let late = format!("{}<meta charset=utf-8>", " ".repeat(HEAD));
        assert_eq!(declared_charset(late.as_bytes()), None);
    }
}
