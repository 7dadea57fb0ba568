//! Shared by the tests of the page: mounts a project, simulates user input, and reads the DOM.

// Each test file uses a part of this module.
#![allow(dead_code, unreachable_pub)]

use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

use crossread::app::{Panels, Session, State, View, WindowLayout};
use crossread::edit::Editor;
use crossread::format::native;
use crossread::model::{Project, Timestamp, news_claims};
use crossread::runtime::{Store, blank_state};
use crossread::ui::{App, AppProps};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Function, Promise};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};
use yew::AppHandle;

/// Functions that dispatch all events of a click, a key press or a drag, in the order of a browser.
const TOOLS: &str = r#"
window.tools = {
  press(combo) {
    const parts = combo === '+' ? ['+'] : combo.split('+'), key = parts.pop();
    const init = { key, bubbles: true, cancelable: true, composed: true,
      ctrlKey: parts.includes('Control'), shiftKey: parts.includes('Shift'), altKey: parts.includes('Alt'),
      code: /^[a-z]$/i.test(key) ? 'Key' + key.toUpperCase() : /^\d$/.test(key) ? 'Digit' + key : key };
    const target = document.activeElement ?? document.body;
    const notPrevented = target.dispatchEvent(new KeyboardEvent('keydown', init));
    target.dispatchEvent(new KeyboardEvent('keyup', init));
    return !notPrevented;
  },
  click(element, init = {}) {
    const [box] = element.getClientRects();
    const [clientX, clientY] = box ? [box.left + box.width / 2, box.top + box.height / 2] : [0, 0];
    const all = { bubbles: true, cancelable: true, composed: true, pointerType: 'mouse', clientX, clientY, ...init };
    element.dispatchEvent(new PointerEvent('pointerdown', all));
    if (element.dispatchEvent(new MouseEvent('mousedown', all))) {
      const focused = element.closest('button, input, select, textarea, [tabindex]');
      focused ? focused.focus() : document.activeElement?.blur();
      if (element.closest('[role=document]')) getSelection().collapse(element, 0);
    }
    element.dispatchEvent(new PointerEvent('pointerup', all));
    element.dispatchEvent(new MouseEvent('mouseup', all));
    if (!element.disabled) element.dispatchEvent(new MouseEvent('click', all));
  },
  place(root, at) {
    let units = [...root.textContent].slice(0, at).join('').length;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); units -= node.length) if (units <= node.length) return [node, units];
  },
  // The point of the window between a character of the text and the one before it.
  point(root, at) {
    const isEnd = at >= [...root.textContent].length, range = document.createRange();
    const [node, units] = tools.place(root, isEnd ? at : at + 1);
    range.setStart(node, units - 1);
    range.setEnd(node, units);
    const box = range.getBoundingClientRect();
    return { clientX: isEnd ? box.right : box.left, clientY: (box.top + box.bottom) / 2 };
  },
  drag(root, from, to, init = {}) {
    const all = { bubbles: true, cancelable: true, composed: true, pointerType: 'mouse', detail: 1, ...init };
    const [start, end] = [tools.point(root, from), tools.point(root, to)];
    const target = tools.place(root, from)[0].parentElement;
    target.dispatchEvent(new PointerEvent('pointerdown', { ...all, ...start, buttons: 1 }));
    target.dispatchEvent(new MouseEvent('mousedown', { ...all, ...start, buttons: 1 }));
    target.dispatchEvent(new PointerEvent('pointermove', { ...all, ...end, buttons: 1 }));
    target.dispatchEvent(new PointerEvent('pointerup', { ...all, ...end }));
  },
  fill(field, value) {
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  },
};
"#;

/// The style sheets of the page; the first one gives the element that the page is mounted on the layout of the body.
const STYLES: [&str; 13] = [
    "#mounted { position: fixed; inset: 0; display: grid; grid-template-rows: auto auto minmax(0, 1fr); }",
    // As in a wide window, whatever the size of the window of the tests.
    ".bar-tools, .labels-row { display: flex; position: static; }",
    include_str!("../../style/base.css"),
    include_str!("../../style/page.css"),
    include_str!("../../style/desk.css"),
    include_str!("../../style/reader.css"),
    include_str!("../../style/panels.css"),
    include_str!("../../style/links.css"),
    include_str!("../../style/claims-board.css"),
    include_str!("../../style/report.css"),
    include_str!("../../style/suggestions.css"),
    include_str!("../../style/banner.css"),
    include_str!("../../style/minimap.css"),
];

thread_local! {
    /// The mounted page. The next test removes it.
    static MOUNTED: RefCell<Option<(AppHandle<App>, Element)>> = const { RefCell::new(None) };
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Runs a script and returns its value.
pub fn run(script: &str) -> JsValue {
    Function::new_no_args(script).call0(&JsValue::UNDEFINED).unwrap_or_else(|error| panic!("{script}\n{error:?}"))
}

/// Runs the body of an async function. Returns its result (as JSON unless it is a string) or, for an exception, whether
/// it is an
/// `Error`, and its message.
pub async fn attempt(script: &str) -> Result<String, String> {
    let body = format!(
        "const late = new Promise((_, fail) => setTimeout(fail, 30_000, new Error('timeout')));
         return Promise.race([(async () => {{ {script} }})(), late]).then(
           value => typeof value === 'string' ? value : JSON.stringify(value) ?? 'undefined',
           error => Promise.reject(`${{error instanceof Error}} ${{error?.message ?? error}}`))"
    );
    let promise: Promise = run(&body).unchecked_into();
    let outcome = JsFuture::from(promise).await;
    settle().await;
    outcome.map(|value| value.as_string().unwrap()).map_err(|error| error.as_string().unwrap_or_default())
}

/// Like [`attempt`], for a script that must not throw.
pub async fn js(script: &str) -> String {
    attempt(script).await.unwrap_or_else(|error| panic!("{script}\nthrew: {error}"))
}

/// Waits until pending updates have been rendered.
pub async fn settle() {
    for _ in 0..2 {
        render_now();
        TimeoutFuture::new(0).await;
    }
    render_now();
}

/// Renders pending updates, and runs their effects.
///
/// `yew::scheduler::flush` does that when it is polled first. It is not awaited: while Yew waits for its own timer, each further poll
/// wakes the task again, so that the timer is never reached.
fn render_now() {
    let _ = pin!(yew::scheduler::flush()).poll(&mut Context::from_waker(Waker::noop()));
}

/// Waits until a condition is met, at most for thirty seconds.
pub async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..3_000 {
        if condition() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("timeout while waiting for: {what}\n{}", body_text());
}

/// The end of the text of the page, for failures.
fn body_text() -> String {
    let all = document().query_selector("#mounted").unwrap().and_then(|root| root.text_content()).unwrap_or_default();
    all.chars().skip(all.chars().count().saturating_sub(600)).collect()
}

/// A tag: its id, its article, its label, and its ranges in code points.
pub type Tag<'a> = (&'a str, &'a str, &'a str, &'a [(usize, usize)]);

/// A project file with the default schema, articles as (id, text), and tags.
pub fn project_file(articles: &[(&str, &str)], tags: &[Tag<'_>]) -> Value {
    let empty = Project::new("Test project", news_claims(), Timestamp::parse("2026-01-01T00:00:00Z").unwrap());
    let mut file: Value = serde_json::from_str(&native::write(&empty)).unwrap();
    let article = |(id, text): &(&str, &str)| json!({ "id": id, "title": format!("Title of {id}"), "text": text });
    file["articles"] = articles.iter().map(article).collect();
    let tag = |(id, of, label, ranges): &Tag<'_>| {
        let text = articles.iter().find(|(id, _)| id == of).expect("an article").1;
        let range = |&(start, end): &(usize, usize)| {
            let exact: String = text.chars().skip(start).take(end - start).collect();
            json!({ "start": start, "end": end, "exact": exact })
        };
        json!({ "id": id, "article": of, "label": label, "ranges": ranges.iter().map(range).collect::<Vec<_>>() })
    };
    file["annotations"] = tags.iter().map(tag).collect();
    file
}

/// The state of a page with an open project and two columns.
pub fn state_of(file: &Value) -> State {
    let project = native::read(&file.to_string()).unwrap_or_else(|error| panic!("{error:?}"));
    let open = project.articles().iter().take(2).map(|article| article.id.clone()).collect();
    let view = View { open, columns: 2, ..View::default() };
    let window = WindowLayout { width: 1000, ..WindowLayout::default() };
    let (editor, session, panels) = (Editor::new(project), Session::Opening, Panels::default());
    State { editor, view, window, panels, session, ..blank_state() }
}

/// Deletes all stored projects.
pub async fn empty_storage() {
    crate::restore_browser();
    let deleted = run("return new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase('crossread');
        request.onsuccess = done; request.onerror = failed;
    })");
    JsFuture::from(Promise::from(deleted)).await.unwrap();
}

/// Mounts the page, and removes the page of an earlier test.
pub async fn mount(store: &Store) {
    crate::restore_browser();
    mount_in_changed_browser(store).await;
}

/// Like [`mount`], without restoring the browser APIs that the test has replaced.
pub async fn mount_in_changed_browser(store: &Store) {
    if let Some((app, root)) = MOUNTED.take() {
        app.destroy();
        settle().await;
        root.remove();
    }
    run(TOOLS);
    run("getSelection().removeAllRanges(); localStorage.clear()");
    if document().get_element_by_id("styles").is_none() {
        let style = document().create_element("style").unwrap();
        style.set_id("styles");
        style.set_text_content(Some(&STYLES.concat()));
        document().head().unwrap().append_child(&style).unwrap();
    }
    let root = document().create_element("div").unwrap();
    root.set_id("mounted");
    let body = document().body().unwrap();
    body.insert_before(&root, body.first_child().as_ref()).unwrap();
    let app =
        yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { dispatcher: store.dispatcher() }).render();
    MOUNTED.set(Some((app, root)));
    settle().await;
}

/// A page with these articles and tags.
pub async fn page(articles: &[(&str, &str)], tags: &[Tag<'_>]) -> Store {
    let store = Store::new(state_of(&project_file(articles, tags)));
    mount(&store).await;
    store
}

/// The first element that matches a selector; fails if there is none.
pub fn one(selector: &str) -> HtmlElement {
    let found = document().query_selector(&format!("#mounted {selector}")).unwrap();
    found.unwrap_or_else(|| panic!("no {selector} in the page")).unchecked_into()
}

pub fn all(selector: &str) -> Vec<HtmlElement> {
    let nodes = document().query_selector_all(&format!("#mounted {selector}")).unwrap();
    (0..nodes.length()).map(|i| nodes.item(i).unwrap().unchecked_into()).collect()
}

pub fn exists(selector: &str) -> bool {
    !all(selector).is_empty()
}

pub fn text(selector: &str) -> String {
    one(selector).text_content().unwrap()
}

pub fn texts(selector: &str) -> Vec<String> {
    all(selector).iter().map(|element| element.text_content().unwrap()).collect()
}

pub fn attribute(selector: &str, name: &str) -> Option<String> {
    one(selector).get_attribute(name)
}

/// The element that contains an article's text.
pub fn article(id: &str) -> HtmlElement {
    one(&format!("[role=document][data-article=\"{id}\"]"))
}

/// The rendered marks, each as `text<ids>`.
pub fn marks() -> String {
    let show =
        |mark: &HtmlElement| format!("{}<{}>", mark.text_content().unwrap(), attribute_of(mark, "data-annotation"));
    all("mark").iter().map(show).collect::<Vec<_>>().join(" ")
}

pub fn attribute_of(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The annotations in text order, each as `Label:text`.
pub fn tags(store: &Store) -> String {
    let state = store.state();
    let project = state.project();
    let show = |one: &std::rc::Rc<crossread::model::Annotation>| format!("{}:{}", one.label, project.exact(one));
    project.all_annotations().map(show).collect::<Vec<_>>().join(" ")
}

/// The text of the live region.
pub fn announced() -> String {
    text("#announcer")
}

fn tool(name: &str, arguments: &[JsValue]) -> JsValue {
    let tools = js_sys::Reflect::get(&js_sys::global(), &"tools".into()).unwrap();
    let tool: Function = js_sys::Reflect::get(&tools, &name.into()).unwrap().unchecked_into();
    tool.apply(&tools, &arguments.iter().collect()).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

/// Presses a key such as `Control+Shift+ArrowRight` on the focused element; returns whether the page has handled it.
pub async fn press(combo: &str) -> bool {
    let is_handled = tool("press", &[combo.into()]);
    settle().await;
    is_handled == true
}

pub async fn click(element: &Element) {
    tool("click", &[element.into()]);
    settle().await;
}

/// Clicks with a key such as `altKey` held.
pub async fn click_with(element: &Element, held: &str) {
    tool("click", &[element.into(), held_keys(held)]);
    settle().await;
}

fn held_keys(held: &str) -> JsValue {
    let init = js_sys::Object::new();
    js_sys::Reflect::set(&init, &held.into(), &true.into()).unwrap();
    init.into()
}

/// Drags with the mouse over an article's text, from one code point to another.
pub async fn drag(id: &str, from: u32, to: u32) {
    tool("drag", &[article(id).into(), from.into(), to.into()]);
    settle().await;
}

/// Like [`drag`], with a key such as `altKey` held.
pub async fn drag_with(id: &str, from: u32, to: u32, held: &str) {
    tool("drag", &[article(id).into(), from.into(), to.into(), held_keys(held)]);
    settle().await;
}

/// Fills in a field, or chooses an option by its value.
pub async fn fill(selector: &str, value: &str) {
    tool("fill", &[one(selector).into(), value.into()]);
    settle().await;
}

/// The accessible name of an element: its label, or else its text without elements that are hidden from screen readers.
pub fn name_of(element: &Element) -> String {
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    let children = element.child_nodes();
    let shown = (0..children.length()).filter_map(|i| children.item(i)).filter(|child| {
        let element = child.dyn_ref::<Element>();
        element.is_none_or(|element| element.get_attribute("aria-hidden").as_deref() != Some("true"))
    });
    shown.filter_map(|child| child.text_content()).collect()
}

/// The button with this accessible name.
pub fn button(name: &str) -> HtmlElement {
    all("button").into_iter().find(|button| name_of(button) == name).unwrap_or_else(|| panic!("no button {name}"))
}

pub fn has_focus(element: &Element) -> bool {
    document().active_element().is_some_and(|active| active.is_same_node(Some(element)))
}
