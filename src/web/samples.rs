//! The articles that come with the program: an index, and files that are checked against it.

use js_sys::{Reflect, Uint8Array, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{preload, reason};
use crate::format::SampleArticle;
use crate::json::{FromJson, parse};
use crate::text::{Text, normalise};

/// Where they lie, relative to the page.
const FOLDER: &str = "articles";

/// The articles that come with the program, in the order of the index.
///
/// # Errors
/// When the index cannot be fetched or read, in words.
pub async fn index() -> Result<Vec<SampleArticle>, String> {
    let path = format!("{FOLDER}/index.json");
    let bytes = get(&path).await?;
    let text = String::from_utf8_lossy(&bytes);
    let list = parse(&text).and_then(Vec::from_json);
    list.map_err(|error| format!("The list of bundled articles ({path}) is damaged: {error}."))
}

/// The text of a bundled article, with LF line ends and without a byte order mark.
///
/// # Errors
/// When it cannot be fetched, is not UTF-8, or is not the file that the index names, in words.
pub async fn fetch(article: &SampleArticle) -> Result<Text, String> {
    let file = String::from(encode_uri_component(&article.file));
    check(article, get(&format!("{FOLDER}/{file}")).await?)
}

/// The text of a bundled article's bytes, if they are what the index says.
///
/// # Errors
/// When they are not UTF-8, or their SHA-256 is another, in words.
pub fn check(article: &SampleArticle, bytes: Vec<u8>) -> Result<Text, String> {
    let file = &article.file;
    let raw = String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        format!("The bundled article “{file}” is not UTF-8: byte {byte}, counted from 0, is not part of a character.")
    })?;
    let normalised = normalise(&raw);
    let raw = Text::new(raw);
    if !raw.sha256().eq_ignore_ascii_case(&article.sha256) {
        let (expected, found) = (&article.sha256, raw.sha256());
        return Err(format!(
            "The bundled article “{file}” is not the file that the list names: its SHA-256 is {found}, not {expected}. \
             Reload the page; if that does not help, the site was not copied whole."
        ));
    }
    let changed = normalised.removed_bom || normalised.line_ends > 0;
    Ok(if changed { Text::new(normalised.text) } else { raw })
}

async fn get(path: &str) -> Result<Vec<u8>, String> {
    let unreachable = |why| format!("“{path}” could not be fetched: {why}. Check the connection, then try again.");
    let refused = |status| format!("“{path}” could not be fetched: the server answered with status {status}.");
    if let Some(early) = preload::take(path) {
        let answer = JsFuture::from(early).await.map_err(|error| unreachable(reason(&error)))?;
        let field = |name: &str| Reflect::get(&answer, &name.into()).unwrap_or(JsValue::NULL);
        let bytes = field("bytes");
        if bytes.is_null() {
            return Err(refused(field("status").as_f64().unwrap_or_default() as u16));
        }
        return Ok(Uint8Array::new(&bytes).to_vec());
    }
    let response = preload::response(path).ok_or_else(|| unreachable("there is no page".to_owned()))?;
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

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    fn article(sha256: &str) -> SampleArticle {
        let json = format!(r#"{{"id":"x","file":"x.txt","title":"X","sha256":"{sha256}","more":1}}"#);
        parse(&json).and_then(SampleArticle::from_json).expect("an entry of the index")
    }

    #[test]
    fn the_right_bytes_are_taken() {
        assert_eq!(check(&article(ABC), b"abc".to_vec()).map(|text| text.as_str().to_owned()), Ok("abc".to_owned()));
    }

    #[test]
    fn wrong_bytes_are_told_apart() {
        let other = check(&article(ABC), b"abd".to_vec()).expect_err("another file");
        assert!(other.contains("SHA-256") && other.contains(ABC), "{other}");
        let cut = check(&article(ABC), b"ab\xff".to_vec()).expect_err("not UTF-8");
        assert!(cut.contains("byte 2"), "{cut}");
    }
}
