//! A browser that refuses storage: the page reports it, continues to work, and recommends an export.

use crate::support::*;
use crossread::runtime::{Store, blank_state, install_script_api, start};
use crossread::text::Text;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "Priti Patel was in Calais.";

/// Ways in which browsers refuse storage.
const REFUSALS: [&str; 4] = [
    "get() { throw new DOMException('denied', 'SecurityError') }",
    "value: undefined",
    "value: null",
    "value: { open() { throw new DOMException('denied', 'SecurityError') } }",
];

/// Refuses storage, and replaces the network by one sample article.
fn refuse(how: &str) {
    crate::restore_browser();
    run(&format!("Object.defineProperty(window, 'indexedDB', {{ configurable: true, {how} }})"));
    let index = json!([{ "id": "one", "file": "one.txt", "title": "One", "sha256": Text::new(TEXT).sha256() }]);
    run(&format!(
        "window.realFetch = window.fetch;
         const files = {{ 'index.json': {}, 'one.txt': {} }};
         window.fetch = async path => {{
           const body = files[path.split('/').at(-1)];
           return body === undefined ? new Response('', {{ status: 404 }}) : new Response(body);
         }};",
        json!(index.to_string()),
        json!(TEXT)
    ));
}

async fn started(how: &str) -> Store {
    refuse(how);
    let store = Store::new(blank_state());
    mount_in_changed_browser(&store).await;
    start(&store).await;
    install_script_api(&store).unwrap();
    settle().await;
    store
}

#[wasm_bindgen_test]
async fn a_banner_reports_that_nothing_is_saved() {
    for how in REFUSALS {
        started(how).await;
        assert_eq!(attribute("[data-status]", "data-status").as_deref(), Some("memory"), "{how}");
        let message = text(".banner [role=alert]");
        assert!(message.contains("Not saved") && message.contains("export your work"), "{message}");
        assert!(one(".banner").offset_width() > 0, "the banner is visible");
    }
}

#[wasm_bindgen_test]
async fn the_message_states_that_the_browser_refuses_storage() {
    for how in REFUSALS {
        started(how).await;
        let message = text(".banner-words span");
        assert!(message.contains("does not let the page store anything"), "{how}: {message}");
        assert!(message.contains("allow site data and reload"), "{how}: {message}");
    }
}

#[wasm_bindgen_test]
async fn the_reason_is_a_sentence_with_one_advice() {
    started(REFUSALS[0]).await;
    let message = text(".banner-words span");
    assert!(message.starts_with('T') && message.ends_with('.'), "{message}");
    assert_eq!(message.matches("xport").count(), 1, "the advice is given once: {message}");
}

#[wasm_bindgen_test]
async fn the_sample_articles_are_loaded_and_can_be_tagged() {
    let store = started(REFUSALS[0]).await;
    until("the sample article", || exists("[role=document]")).await;
    assert_eq!(text("[role=document]"), TEXT);
    drag("one", 0, 11).await;
    press("1").await;
    assert_eq!(tags(&store), "Person:Priti Patel");
    assert_eq!(marks(), "Priti Patel<a1>");
    assert_eq!(text(".list-count"), "1 tag");
    press("Control+z").await;
    assert_eq!(tags(&store), "");
    assert_eq!(attribute("[data-status]", "data-status").as_deref(), Some("memory"), "the status is unchanged");
}

#[wasm_bindgen_test]
async fn the_project_can_be_exported() {
    started(REFUSALS[0]).await;
    until("the sample article", || exists("[role=document]")).await;
    drag("one", 0, 11).await;
    press("1").await;
    assert!(!button("Export").has_attribute("disabled"));
    run("window.exported = new Promise(done => {
           HTMLAnchorElement.prototype.click = async function () { done(await (await realFetch(this.href)).text()); };
         })");
    click(&button("Export")).await;
    let exported: Value = serde_json::from_str(&js("return window.exported").await).unwrap();
    assert_eq!(exported["annotations"][0]["ranges"][0]["exact"], "Priti Patel");
    assert!(text(".notice").contains("Exported"), "{}", text(".notice"));
}

#[wasm_bindgen_test]
async fn leaving_the_page_asks_only_if_something_would_be_lost() {
    started(REFUSALS[0]).await;
    until("the sample article", || exists("[role=document]")).await;
    let leave = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    assert_eq!(js(leave).await, "false");
    drag("one", 0, 11).await;
    press("1").await;
    assert_eq!(js(leave).await, "true");
}

#[wasm_bindgen_test]
async fn saved_rejects_with_the_reason() {
    started(REFUSALS[0]).await;
    let error = attempt("await crossread.saved()").await.unwrap_err();
    assert!(error.starts_with("true ") && error.contains("does not let the page store anything"), "{error}");
    js("crossread.annotate({ article: 'one', label: 'PER', ranges: [[0, 11]] })").await;
    assert!(attempt("await crossread.saved()").await.is_err(), "also after a change");
}

#[wasm_bindgen_test]
async fn saved_rejects_also_if_it_is_called_before_the_start() {
    refuse(REFUSALS[0]);
    let store = Store::new(blank_state());
    mount_in_changed_browser(&store).await;
    install_script_api(&store).unwrap();
    run("window.waiting = crossread.saved().then(() => 'saved', error => error.message)");
    start(&store).await;
    let message = js("return window.waiting").await;
    assert!(message.contains("does not let the page store anything"), "{message}");
}

#[wasm_bindgen_test]
async fn another_project_can_be_opened() {
    let store = started(REFUSALS[0]).await;
    let file = project_file(&[("x", "Other text")], &[]);
    js(&format!("await crossread.load({file})")).await;
    assert_eq!(text("[role=document]"), "Other text");
    assert_eq!(attribute("[data-status]", "data-status").as_deref(), Some("memory"));
    assert_eq!(store.state().project().articles().len(), 1);
}
