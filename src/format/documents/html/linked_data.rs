//! What JSON-LD in a page says of an article (schema.org).

use super::field::Field;
use crate::json::Json;

/// How deep articles are looked for in other objects.
const DEPTH: usize = 4;

/// The fields of the first article in a script. A script that is not JSON says nothing.
pub(super) fn linked_data(script: &str) -> Vec<(Field, String)> {
    // Some pages have a comment or CDATA around it.
    let script =
        script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let script = script.trim_end().trim_end_matches("-->").trim_end_matches("]]>").trim_end().trim_end_matches("//");
    let Ok(data) = serde_json::from_str::<Json>(script) else { return Vec::new() };
    let Some(article) = article_in(&data, DEPTH) else { return Vec::new() };
    let fields = [
        (Field::Title, name_of(article.get("headline").or_else(|| article.get("name")))),
        (Field::Publisher, name_of(article.get("publisher"))),
        (Field::Author, names_of(article.get("author"))),
        (Field::Date, name_of(article.get("datePublished"))),
        (Field::Language, name_of(article.get("inLanguage"))),
        (Field::Url, name_of(article.get("url").or_else(|| article.get("mainEntityOfPage")))),
    ];
    fields.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn article_in(data: &Json, depth: usize) -> Option<&Json> {
    let depth = depth.checked_sub(1)?;
    match data {
        Json::Array(items) => items.iter().find_map(|item| article_in(item, depth)),
        Json::Object(object) => {
            let is_article = |kind: &str| {
                let kind = kind.rsplit('/').next().unwrap_or(kind);
                kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
            };
            let is_one = match object.get("@type") {
                Some(Json::String(kind)) => is_article(kind),
                Some(Json::Array(kinds)) => kinds.iter().filter_map(Json::as_str).any(is_article),
                _ => false,
            };
            if is_one {
                return Some(data);
            }
            ["@graph", "mainEntity", "itemListElement"].iter().find_map(|name| article_in(object.get(*name)?, depth))
        }
        _ => None,
    }
}

/// A text, the name or identifier of an object, or that of the first of several.
fn name_of(value: Option<&Json>) -> String {
    let found = match value {
        Some(Json::String(text)) => Some(text.as_str()),
        Some(Json::Array(items)) => return name_of(items.first().filter(|item| !item.is_array())),
        Some(object) => ["name", "@id", "url"].iter().find_map(|name| object.get(*name).and_then(Json::as_str)),
        None => None,
    };
    found.unwrap_or_default().to_owned()
}

/// The names of one or several people.
fn names_of(value: Option<&Json>) -> String {
    match value {
        Some(Json::Array(items)) => {
            let names = items.iter().filter(|item| !item.is_array()).map(|item| name_of(Some(item)));
            names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
        }
        one => name_of(one),
    }
}
