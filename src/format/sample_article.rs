//! The index of the bundled sample articles (`articles/index.json`).

use crate::json::record;

/// The entry of one article in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleArticle {
    /// The id of the article.
    pub id: String,
    /// The name of its file in the folder of articles.
    pub file: String,
    /// The headline.
    pub title: String,
    /// The publisher; empty if unknown.
    pub source: String,
    /// The publication date: YYYY, YYYY-MM or YYYY-MM-DD; empty if unknown.
    pub date: String,
    /// The language as a BCP 47 tag; empty if unknown.
    pub language: String,
    /// SHA-256 of the file's bytes, as 64 lower-case hexadecimal digits.
    pub sha256: String,
}

record!(SampleArticle, SampleArticle, {
    required "id": id,
    required "file": file,
    required "title": title,
    defaulted "source": source,
    defaulted "date": date,
    defaulted "language": language,
    required "sha256": sha256,
});
