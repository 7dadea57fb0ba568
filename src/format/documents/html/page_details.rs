//! What a web page says of itself: its title, `meta` elements, and JSON-LD (schema.org) of news articles.

use super::field::Field;
use super::linked_data::linked_data;
use super::tokens::StartTag;
use crate::format::documents::DocumentDetails;
use crate::format::documents::details::{clean, day, is_web_address, language};

/// Where a value is from, the most reliable first: what is said of the article, of the page for others, and of the page.
const RANKS: usize = 4;

/// The names of `meta` elements for each field, and how reliable each is.
const META: [(&str, Field, usize); 27] = [
    ("og:title", Field::Title, 1),
    ("twitter:title", Field::Title, 2),
    ("dc.title", Field::Title, 2),
    ("og:site_name", Field::Publisher, 1),
    ("dc.publisher", Field::Publisher, 2),
    ("dcterms.publisher", Field::Publisher, 2),
    ("publisher", Field::Publisher, 2),
    ("application-name", Field::Publisher, 3),
    ("author", Field::Author, 1),
    ("article:author", Field::Author, 2),
    ("parsely-author", Field::Author, 2),
    ("dc.creator", Field::Author, 2),
    ("dcterms.creator", Field::Author, 2),
    ("byl", Field::Author, 3),
    ("article:published_time", Field::Date, 1),
    ("og:article:published_time", Field::Date, 1),
    ("datepublished", Field::Date, 1),
    ("parsely-pub-date", Field::Date, 2),
    ("dc.date", Field::Date, 2),
    ("dc.date.issued", Field::Date, 2),
    ("dcterms.issued", Field::Date, 2),
    ("dcterms.created", Field::Date, 2),
    ("pubdate", Field::Date, 2),
    ("date", Field::Date, 3),
    ("og:url", Field::Url, 1),
    ("og:locale", Field::Language, 2),
    ("content-language", Field::Language, 3),
];

/// What is found of each field, by rank.
#[derive(Debug, Default)]
pub(super) struct PageDetails {
    found: [[String; RANKS]; 6],
    /// The text of the first `title`, and of the present script with JSON-LD.
    title: Option<String>,
    script: String,
    inside: Inside,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Other,
    Title,
    Script,
}

impl PageDetails {
    /// A start tag.
    pub(super) fn start(&mut self, tag: &StartTag) {
        match tag.name.as_str() {
            "title" if self.title.is_none() => {
                (self.title, self.inside) = (Some(String::new()), Inside::Title);
            }
            "script" => {
                let kind = tag.get("type").unwrap_or_default().trim().to_ascii_lowercase();
                if kind.starts_with("application/ld+json") {
                    (self.script, self.inside) = (String::new(), Inside::Script);
                }
            }
            "html" => self.set(Field::Language, 1, tag.get("lang").or_else(|| tag.get("xml:lang")).unwrap_or_default()),
            "meta" => self.meta(tag),
            "link" => {
                let is_canonical = tag
                    .get("rel")
                    .is_some_and(|rel| rel.split_whitespace().any(|rel| rel.eq_ignore_ascii_case("canonical")));
                if is_canonical {
                    self.set(Field::Url, 0, tag.get("href").unwrap_or_default());
                }
            }
            "time" if tag.get("itemprop") == Some("datePublished") || tag.get("pubdate").is_some() => {
                self.set(Field::Date, 2, tag.get("datetime").unwrap_or_default());
            }
            _ => {}
        }
    }

    fn meta(&mut self, tag: &StartTag) {
        let content = tag.get("content").unwrap_or_default();
        let names = ["property", "name", "itemprop", "http-equiv"].into_iter().filter_map(|name| tag.get(name));
        for name in names {
            let name = name.trim().to_ascii_lowercase();
            if let Some((_, field, rank)) = META.iter().find(|(other, ..)| *other == name) {
                self.set(*field, *rank, content);
            }
        }
    }

    /// Text of the present element.
    pub(super) fn text(&mut self, text: &str) {
        match (self.inside, &mut self.title) {
            (Inside::Title, Some(title)) => title.push_str(text),
            (Inside::Script, _) => self.script.push_str(text),
            _ => {}
        }
    }

    /// An end tag.
    pub(super) fn end(&mut self, name: &str) {
        match (self.inside, name) {
            (Inside::Title, "title") => self.inside = Inside::Other,
            (Inside::Script, "script") => {
                self.inside = Inside::Other;
                for (field, value) in linked_data(&std::mem::take(&mut self.script)) {
                    self.set(field, 0, &value);
                }
            }
            _ => {}
        }
    }

    /// The first value of a rank counts.
    fn set(&mut self, field: Field, rank: usize, value: &str) {
        let value = match field {
            Field::Date => day(value),
            Field::Language => language(value),
            Field::Url if !is_web_address(value.trim()) => String::new(),
            // The Open Graph has the address of a profile.
            Field::Author if is_web_address(value.trim()) => String::new(),
            Field::Title | Field::Publisher | Field::Author | Field::Url => clean(value),
        };
        let slot = self.found.get_mut(field as usize).and_then(|ranks| ranks.get_mut(rank));
        if let Some(slot) = slot.filter(|slot| slot.is_empty()) {
            *slot = value;
        }
    }

    /// What was found.
    pub(super) fn finish(self) -> DocumentDetails {
        let best = |field: Field| {
            let ranks = self.found.get(field as usize);
            ranks.and_then(|ranks| ranks.iter().find(|value| !value.is_empty())).cloned().unwrap_or_default()
        };
        let publisher = best(Field::Publisher);
        let mut title = best(Field::Title);
        if title.is_empty() {
            title = without_publisher(&clean(self.title.as_deref().unwrap_or_default()), &publisher);
        }
        let (author, url) = (best(Field::Author), best(Field::Url));
        let source = if publisher.is_empty() { author.clone() } else { publisher };
        DocumentDetails { title, source, date: best(Field::Date), language: best(Field::Language), author, url }
    }
}

/// A title without the name of the publisher after it: "Headline | Publisher".
fn without_publisher(title: &str, publisher: &str) -> String {
    let headline = title.strip_suffix(publisher).filter(|_| !publisher.is_empty());
    let headline =
        headline.map(str::trim_end).and_then(|start| start.strip_suffix(['|', '-', '–', '—', '·', ':', '•', '»']));
    headline.map(str::trim_end).filter(|start| !start.is_empty()).unwrap_or(title).to_owned()
}
