//! Loads the sample articles that come with the program: an index, and files whose SHA-256 is in the index.

use js_sys::{Reflect, Uint8Array, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{preload, reason};
use crate::format::SampleArticle;
use crate::json::JsonError;
use crate::text::{Text, normalise};

/// The folder of the articles, relative to the page.
const FOLDER: &str = "articles";

/// Why a sample article, or the index of them, cannot be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SampleError {
    /// The index is damaged.
    Index {
        /// Its path.
        path: String,
        /// What is wrong with it.
        error: JsonError,
    },
    /// The file of an article is not UTF-8.
    NotUtf8 {
        /// The name of the file.
        file: String,
        /// The offset of the first wrong byte.
        byte: usize,
    },
    /// The file of an article does not match the index.
    OtherFile {
        /// The name of the file.
        file: String,
        /// The SHA-256 in the index.
        expected: String,
        /// The SHA-256 of the file.
        found: String,
    },
    /// The program does not run in a page.
    NoPage {
        /// The path.
        path: String,
    },
    /// A file cannot be fetched.
    Unreachable {
        /// Its path.
        path: String,
        /// The reason as the browser gives it.
        reason: Option<String>,
    },
    /// The server refuses a file.
    Refused {
        /// Its path.
        path: String,
        /// The HTTP status.
        status: u16,
    },
}

/// The path of the index.
fn index_path() -> String {
    format!("{FOLDER}/index.json")
}

/// The text of the index of the sample articles.
///
/// # Errors
/// When the index cannot be fetched.
pub async fn index() -> Result<String, SampleError> {
    let bytes = get(&index_path()).await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The error of an index that is damaged.
pub fn index_error(error: JsonError) -> SampleError {
    SampleError::Index { path: index_path(), error }
}

/// Reads the index with the browser's own parser, because ours is loaded after the first paint. `None` if there is anything wrong with
/// it, which our parser then explains.
pub fn read_index(text: &str) -> Option<Vec<SampleArticle>> {
    let list = js_sys::JSON::parse(text).ok()?.dyn_into::<js_sys::Array>().ok()?;
    list.iter().map(|entry| read_entry(&entry)).collect()
}

fn read_entry(entry: &JsValue) -> Option<SampleArticle> {
    let value = |name: &str| Reflect::get(entry, &name.into()).ok();
    let required = |name: &str| value(name)?.as_string();
    let optional = |name: &str| match value(name)? {
        missing if missing.is_undefined() => Some(String::new()),
        value => value.as_string(),
    };
    Some(SampleArticle {
        id: required("id")?,
        file: required("file")?,
        title: required("title")?,
        source: optional("source")?,
        date: optional("date")?,
        language: optional("language")?,
        sha256: required("sha256")?,
    })
}

/// Fetches the text of a sample article, with LF line ends and without a byte order mark.
///
/// # Errors
/// When the file cannot be fetched, is not UTF-8, or does not match the index.
pub async fn fetch(article: &SampleArticle) -> Result<Text, SampleError> {
    let file = String::from(encode_uri_component(&article.file));
    check(article, get(&format!("{FOLDER}/{file}")).await?)
}

/// Checks the file of a sample article against the index, and returns its normalised text.
///
/// # Errors
/// When the file is not UTF-8, or its SHA-256 is not that in the index.
pub fn check(article: &SampleArticle, bytes: Vec<u8>) -> Result<Text, SampleError> {
    let file = || article.file.clone();
    let raw = String::from_utf8(bytes)
        .map_err(|error| SampleError::NotUtf8 { file: file(), byte: error.utf8_error().valid_up_to() })?;
    let normalised = normalise(&raw);
    let raw = Text::new(raw);
    if !raw.sha256().eq_ignore_ascii_case(&article.sha256) {
        let (expected, found) = (article.sha256.clone(), raw.sha256().to_owned());
        return Err(SampleError::OtherFile { file: file(), expected, found });
    }
    let changed = normalised.removed_bom || normalised.line_ends > 0;
    Ok(if changed { Text::new(normalised.text) } else { raw })
}

async fn get(path: &str) -> Result<Vec<u8>, SampleError> {
    let unreachable = |reason| SampleError::Unreachable { path: path.to_owned(), reason };
    let refused = |status| SampleError::Refused { path: path.to_owned(), status };
    if let Some(preloaded) = preload::take(path) {
        let answer = JsFuture::from(preloaded).await.map_err(|error| unreachable(reason(&error)))?;
        let field = |name: &str| Reflect::get(&answer, &name.into()).unwrap_or(JsValue::NULL);
        let bytes = field("bytes");
        if bytes.is_null() {
            return Err(refused(field("status").as_f64().unwrap_or_default() as u16));
        }
        return Ok(Uint8Array::new(&bytes).to_vec());
    }
    let response = preload::response(path).ok_or_else(|| SampleError::NoPage { path: path.to_owned() })?;
    let response = JsFuture::from(response).await.map_err(|error| unreachable(reason(&error)))?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(refused(response.status()));
    }
    let body = response.array_buffer().map_err(|error| unreachable(reason(&error)))?;
    let buffer = JsFuture::from(body).await.map_err(|error| unreachable(reason(&error)))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{FromJson, parse};

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn article(sha256: &str) -> SampleArticle {
        let json = format!(r#"{{"id":"x","file":"x.txt","title":"X","sha256":"{sha256}","more":1}}"#);
        parse(&json).and_then(SampleArticle::from_json).expect("an entry of the index")
    }

    #[test]
    fn a_file_that_matches_the_index_is_accepted() {
        assert_eq!(check(&article(ABC), b"abc".to_vec()).map(|text| text.as_str().to_owned()), Ok("abc".to_owned()));
    }

    #[test]
    fn a_file_that_does_not_match_the_index_is_refused() {
        let other = check(&article(ABC), b"abd".to_vec()).expect_err("another file");
        assert!(matches!(other, SampleError::OtherFile { expected, .. } if expected == ABC));
        let cut = check(&article(ABC), b"ab\xff".to_vec()).expect_err("not UTF-8");
        assert_eq!(cut, SampleError::NotUtf8 { file: "x.txt".to_owned(), byte: 2 });
    }
}
