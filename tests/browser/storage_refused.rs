//! Where the browser refuses storage: the page says so at once, works on, and offers the way out.

use crate::support::*;
use crossread::runtime::{Store, blank_state, install_script_api, start};
use crossread::text::Text;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "Priti Patel was in Calais.";

/// Ways in which browsers refuse.
const REFUSALS: [&str; 4] = [
    "get() { throw new DOMException('denied', 'SecurityError') }",
    "value: undefined",
    "value: null",
    "value: { open() { throw new DOMException('denied', 'SecurityError') } }",
];

/// Refuses storage, and serves one bundled article instead of the network.
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
async fn the_page_says_that_nothing_is_saved_and_what_to_do() {
    for how in REFUSALS {
        started(how).await;
        assert_eq!(attribute("[data-status]", "data-status").as_deref(), Some("memory"), "{how}");
        let words = text(".banner [role=alert]");
        assert!(words.contains("Not saved") && words.contains("export your work"), "{words}");
        assert!(one(".banner").offset_width() > 0, "it can be seen");
    }
}

#[wasm_bindgen_test]
async fn a_browser_that_forbids_storage_is_told_apart_from_one_that_fails() {
    for how in REFUSALS {
        started(how).await;
        let words = text(".banner-words span");
        assert!(words.contains("does not let the page store anything"), "{how}: {words}");
        assert!(words.contains("allow site data and reload"), "{how}: {words}");
    }
}

#[wasm_bindgen_test]
async fn the_reason_is_a_sentence_with_its_advice() {
    started(REFUSALS[0]).await;
    let words = text(".banner-words span");
    assert!(words.starts_with('T') && words.ends_with('.'), "{words}");
    assert_eq!(words.matches("xport").count(), 1, "the advice is given once: {words}");
}

#[wasm_bindgen_test]
async fn the_articles_come_and_can_be_tagged() {
    let store = started(REFUSALS[0]).await;
    until("the bundled article", || exists("[role=document]")).await;
    assert_eq!(text("[role=document]"), TEXT);
    drag("one", 0, 11).await;
    press("1").await;
    assert_eq!(tags(&store), "Person:Priti Patel");
    assert_eq!(marks(), "Priti Patel<a1>");
    assert_eq!(text(".list-count"), "1 tag");
    press("Control+z").await;
    assert_eq!(tags(&store), "");
    assert_eq!(attribute("[data-status]", "data-status").as_deref(), Some("memory"), "it still says so");
}

#[wasm_bindgen_test]
async fn the_work_can_be_exported() {
    started(REFUSALS[0]).await;
    until("the bundled article", || exists("[role=document]")).await;
    drag("one", 0, 11).await;
    press("1").await;
    assert!(!button("Export").has_attribute("disabled"));
    run("window.kept = new Promise(done => {
           HTMLAnchorElement.prototype.click = async function () { done(await (await realFetch(this.href)).text()); };
         })");
    click(&button("Export")).await;
    let exported: Value = serde_json::from_str(&js("return window.kept").await).unwrap();
    assert_eq!(exported["annotations"][0]["ranges"][0]["exact"], "Priti Patel");
    assert!(text(".notice").contains("Exported"), "{}", text(".notice"));
}

#[wasm_bindgen_test]
async fn leaving_asks_first_only_where_something_would_be_lost() {
    started(REFUSALS[0]).await;
    until("the bundled article", || exists("[role=document]")).await;
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
    assert!(attempt("await crossread.saved()").await.is_err(), "after a change too");
}

#[wasm_bindgen_test]
async fn who_waits_before_the_page_has_started_is_told_too() {
    refuse(REFUSALS[0]);
    let store = Store::new(blank_state());
    mount_in_changed_browser(&store).await;
    install_script_api(&store).unwrap();
    run("window.waiting = crossread.saved().then(() => 'kept', error => error.message)");
    start(&store).await;
    let told = js("return window.waiting").await;
    assert!(told.contains("does not let the page store anything"), "{told}");
}

#[wasm_bindgen_test]
async fn another_project_can_be_opened() {
    let store = started(REFUSALS[0]).await;
    let file = written(&[("x", "Other text")], &[]);
    js(&format!("await crossread.load({file})")).await;
    assert_eq!(text("[role=document]"), "Other text");
    assert_eq!(attribute("[data-status]", "data-status").as_deref(), Some("memory"));
    assert_eq!(store.state().project().articles().len(), 1);
}
