//! Files in a browser: reading, decoding, downloads, and the sample articles.

use std::collections::BTreeSet;

use crossread::format::SampleArticle;
use crossread::json::{FromJson as _, Place, parse};
use crossread::text::{ENCODINGS, Encoding};
use crossread::web::bytes::JsParts;
use crossread::web::files::{self, DecodeError, FileReadError};
use crossread::web::samples::{self, SampleError};
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

use crate::legacy_texts::{TEXTS, encode};

fn run(script: &str) -> JsValue {
    js_sys::Function::new_no_args(script).call0(&JsValue::UNDEFINED).unwrap()
}

#[wasm_bindgen_test]
async fn a_file_is_read_unchanged() {
    let bytes = [0u8, 255, 13, 10];
    let file = File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(&bytes[..])), "x.bin").unwrap();
    assert_eq!(files::read(&file, bytes.len()).await, Ok(bytes.to_vec()));
    let error = files::read(&file, bytes.len() - 1).await.unwrap_err();
    assert_eq!(error, FileReadError::TooLarge { found: bytes.len(), most: bytes.len() - 1 });
    js_sys::Reflect::set(&file, &"arrayBuffer".into(), &run("return () => Promise.reject(new Error('it moved'))"))
        .unwrap();
    let error = files::read(&file, bytes.len()).await.unwrap_err();
    assert_eq!(error, FileReadError::Unreadable { reason: Some("it moved".to_owned()) });
}

#[wasm_bindgen_test]
async fn the_head_of_a_file_is_read_alone() {
    let file = File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(&b"abcdef"[..])), "x.txt").unwrap();
    assert_eq!(files::read_head(&file, 4).await, Ok(b"abcd".to_vec()));
    assert_eq!(files::read_head(&file, 40).await, Ok(b"abcdef".to_vec()));
}

#[wasm_bindgen_test]
fn each_encoding_is_decoded() {
    let text = |bytes: &[u8], encoding: &str| files::decode(bytes, Encoding::find(encoding).unwrap()).unwrap();
    let utf16 = |order: fn(u16) -> [u8; 2]| "\u{feff}naïve 😀".encode_utf16().flat_map(order).collect::<Vec<u8>>();
    // A byte order mark stays.
    assert_eq!(text("\u{feff}naïve".as_bytes(), "UTF-8"), "\u{feff}naïve");
    assert_eq!(text(&utf16(u16::to_le_bytes), "UTF-16LE"), "\u{feff}naïve 😀");
    assert_eq!(text(&utf16(u16::to_be_bytes), "UTF-16BE"), "\u{feff}naïve 😀");
    assert_eq!(text(b"\x93na\xefve\x94 \x80", "windows-1252"), "“naïve” €");
    assert_eq!(text(b"caf\x8e\xd5s", "macintosh"), "café’s");
    assert_eq!(text(b"\xf7\xd3\xc5", "KOI8-R"), "Все");
    assert_eq!(text(b"\x82\xa0", "Shift_JIS"), "あ");
    assert_eq!(text(b"", "UTF-8"), "");
}

#[wasm_bindgen_test]
fn the_browser_decodes_texts_in_all_their_encodings() {
    let mut encodings = BTreeSet::new();
    for (text, names) in TEXTS {
        for name in names {
            let encoding = Encoding::find(name).unwrap();
            assert_eq!(files::decode(&encode(text, encoding), encoding).as_deref(), Ok(text), "{name}");
            encodings.insert(name);
        }
    }
    assert_eq!(encodings.len(), 27);
}

#[wasm_bindgen_test]
fn the_browser_decodes_every_encoding_that_is_offered() {
    for (_, encodings) in ENCODINGS {
        for encoding in encodings {
            let bytes = if encoding.name().starts_with("UTF-16") { b"aa".as_slice() } else { b"a" };
            assert_eq!(files::decode(bytes, *encoding).map(|text| text.chars().count()), Ok(1), "{}", encoding.name());
        }
    }
}

#[wasm_bindgen_test]
fn what_is_broken_is_replaced() {
    assert_eq!(files::decode(b"a\xe2\x80 b\xff", Encoding::UTF_8).unwrap(), "a\u{fffd} b\u{fffd}");
    assert_eq!(files::decode(b"\xff\xfea\0\x00\xd8b\0c", Encoding::UTF_16LE).unwrap(), "\u{feff}a\u{fffd}b\u{fffd}");
}

#[wasm_bindgen_test]
fn bytes_that_are_not_a_text_are_refused() {
    assert_eq!(files::decode(b"\x89PNG\r\n\x1a\n\0\0", Encoding::WINDOWS_1252), Err(DecodeError::NotText));
    assert_eq!(files::decode(b"a\0b\0", Encoding::UTF_8), Err(DecodeError::NotText));
}

#[wasm_bindgen_test]
async fn a_download_has_name_type_and_content() {
    crate::restore_browser();
    run("window.originalClick = HTMLAnchorElement.prototype.click;
         window.saved = new Promise(done => {
           HTMLAnchorElement.prototype.click = async function () {
             const blob = await (await fetch(this.href)).blob();
             done(`${this.download} ${blob.type} ${await blob.text()}`);
           };
         })");
    let mut parts = JsParts::default();
    ["{\"é\"", ":1}"].iter().for_each(|part| parts.push(part.as_bytes()));
    files::download("a b.json", "application/json", &parts).unwrap();
    let saved = JsFuture::from(Promise::from(run("return window.saved"))).await.unwrap();
    run("HTMLAnchorElement.prototype.click = window.originalClick");
    assert_eq!(saved.as_string().unwrap(), "a b.json application/json {\"é\":1}");
}

#[wasm_bindgen_test]
async fn the_sample_articles_are_fetched_and_checked() {
    crate::restore_browser();
    run(r#"window.originalFetch = window.fetch;
         const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
         const entry = (id, sha256) => ({ id, file: `${id}.txt`, title: id, sha256 });
         window.fetch = async path => ({
           'articles/index.json': () => new Response(JSON.stringify(
             [entry('good', abc), entry('other', abc), entry('bytes', abc), entry('gone', abc), entry('down', abc)])),
           'articles/good.txt': () => new Response('abc'),
           'articles/other.txt': () => new Response('abd'),
           'articles/bytes.txt': () => new Response(new Uint8Array([97, 255])),
           'articles/down.txt': () => { throw new TypeError('Failed to fetch') },
         }[path] ?? (() => new Response('', { status: 404 })))()"#);
    let index = samples::read_index(&samples::index().await.unwrap()).unwrap();
    let mut results = Vec::new();
    for article in &index {
        results.push(samples::fetch(article).await.map(|text| text.as_str().to_owned()));
    }
    run("window.fetch = () => Promise.resolve(new Response('[{]'))");
    let damaged = samples::index().await.unwrap();
    run("window.fetch = window.originalFetch");
    assert_eq!(results[0].as_deref(), Ok("abc"));
    let errors: Vec<_> = results[1..].iter().map(|result| result.as_ref().unwrap_err()).collect();
    assert!(matches!(errors[0], SampleError::OtherFile { file, .. } if file == "other.txt"));
    assert_eq!(*errors[1], SampleError::NotUtf8 { file: "bytes.txt".to_owned(), byte: 1 });
    assert_eq!(*errors[2], SampleError::Refused { path: "articles/gone.txt".to_owned(), status: 404 });
    let reason = Some("Failed to fetch".to_owned());
    assert_eq!(*errors[3], SampleError::Unreachable { path: "articles/down.txt".to_owned(), reason });
    assert!(samples::read_index(&damaged).is_none());
    let error = parse(&damaged).and_then(Vec::<SampleArticle>::from_json).unwrap_err();
    assert!(matches!(error.place, Place::Line { line: 1, .. }));
    assert!(matches!(samples::index_error(error), SampleError::Index { .. }));
}
