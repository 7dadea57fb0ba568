//! The front matter of Markdown pages: fields in YAML between lines of hyphens, or in TOML between lines of plus signs.

use super::DocumentDetails;
use super::details::{clean, day, is_web_address, language};

/// The front matter at the beginning of a page, and the page after it.
pub(super) fn split_front_matter(page: &str) -> (&str, &str) {
    let Some(first) = page.lines().next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++")) else {
        return ("", page);
    };
    let start = page.find('\n').map_or(page.len(), |at| at + 1);
    let mut at = start;
    for line in page.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.trim_end() == first || line.trim_end() == "..." {
            return (page.get(start..at).unwrap_or_default(), page.get(at + line.len()..).unwrap_or_default());
        }
        at += line.len();
    }
    ("", page)
}

/// Reads the fields that articles have; of others, and of lists and objects, nothing.
pub(super) fn front_matter(text: &str) -> DocumentDetails {
    let (mut details, mut publisher) = (DocumentDetails::default(), String::new());
    for line in text.lines() {
        // Fields of fields are indented.
        let Some((name, value)) = line.split_once([':', '=']).filter(|_| !line.starts_with([' ', '\t', '#', '-', '[']))
        else {
            continue;
        };
        let value = unquoted(value.trim());
        let (slot, value) = match name.trim().trim_matches('"').to_ascii_lowercase().as_str() {
            "title" | "headline" => (&mut details.title, clean(&value)),
            "author" | "authors" | "byline" => (&mut details.author, clean(&value)),
            "publisher" | "source" | "site" | "publication" => (&mut publisher, clean(&value)),
            "date" | "published" | "datepublished" | "created" => (&mut details.date, day(&value)),
            "lang" | "language" | "locale" => (&mut details.language, language(&value)),
            "url" | "canonical" | "canonical_url" | "link" => {
                (&mut details.url, if is_web_address(&value) { value } else { String::new() })
            }
            _ => continue,
        };
        if slot.is_empty() {
            *slot = value;
        }
    }
    details.source = if publisher.is_empty() { details.author.clone() } else { publisher };
    details
}

/// A value without quotes, and without the comment after it; the items of a list in one line, with commas.
fn unquoted(value: &str) -> String {
    let is_block = matches!(value, "|" | ">" | "|-" | ">-") || value.starts_with(['{', '&', '*']);
    if is_block {
        return String::new();
    }
    if let Some(items) = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return items.split(',').map(|item| unquoted(item.trim())).collect::<Vec<_>>().join(", ");
    }
    for quote in ['"', '\''] {
        let Some((inside, _)) = value.strip_prefix(quote).and_then(|rest| rest.rsplit_once(quote)) else { continue };
        return match quote {
            '"' => inside.replace("\\\"", "\"").replace("\\\\", "\\"),
            _ => inside.replace("''", "'"),
        };
    }
    value.split(" #").next().unwrap_or_default().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_with_and_without_quotes() {
        let yaml = "title: \"A \\\"quoted\\\" title: here\"\nauthor:\n  name: Nobody\nauthors: [Ana, 'Ben']\ndate: 2021-11-28T10:00:00Z # then\n\
                    lang: en_GB\nsource: The Paper\nurl: https://a.example/x\ntags:\n- a: b\ndescription: |\n  title: no\n";
        let details = front_matter(yaml);
        assert_eq!(details.title, "A \"quoted\" title: here");
        assert_eq!((details.author.as_str(), details.source.as_str()), ("Ana, Ben", "The Paper"));
        assert_eq!((details.date.as_str(), details.language.as_str()), ("2021-11-28", "en-GB"));
        assert_eq!(details.url, "https://a.example/x");
        let toml =
            front_matter("title = 'It''s'\nauthor = \"Ana\"\ndate = 2021-11-28\nurl = \"javascript:x\"\n[extra]\n");
        assert_eq!(
            (toml.title.as_str(), toml.source.as_str(), toml.date.as_str(), toml.url.as_str()),
            ("It's", "Ana", "2021-11-28", "")
        );
        assert_eq!(front_matter("title\n: \n\"\n[a\n"), DocumentDetails::default());
    }
}
