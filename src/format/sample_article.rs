//! An entry in the index of the sample articles (`articles/index.json`).

use crate::json::record;

/// The entry of one article in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleArticle {
    /// Its id.
    pub id: String,
    /// The name of its file in the folder of articles.
    pub file: String,
    /// Its headline.
    pub title: String,
    /// Who published it; empty if not known.
    pub source: String,
    /// The day it was published, as YYYY-MM-DD or a part of it; empty if not known.
    pub date: String,
    /// Its language as a BCP 47 tag; empty if not known.
    pub language: String,
    /// SHA-256 of the file's bytes, as 64 lower-case hexadecimal digits.
    pub sha256: String,
}

record!(SampleArticle, SampleArticle, {
    needed "id": id,
    needed "file": file,
    needed "title": title,
    usual "source": source,
    usual "date": date,
    usual "language": language,
    needed "sha256": sha256,
});
