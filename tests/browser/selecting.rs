//! Selecting with mouse and finger, by events at points of the window, and what stays of a selection when the text is rendered again.

use crate::support::*;
use crossread::app::{CaretAction, Cursor, PartAction, SelectAction, TagAction, ViewAction};
use crossread::edit::{Command, NewAnnotation};
use crossread::runtime::Store;
use crossread::text::{ByteOffset, TextRange};
use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// `mouse.at(text, i)` is the middle of the left edge of a character; `mouse.down`, `mouse.move` and `mouse.up` act at points.
const MOUSE: &str = "window.mouse = {
  root(id) { return document.querySelector(`[role=document][data-article='${id}']`); },
  at(id, i) {
    const [node, units] = tools.place(mouse.root(id), i + 1), range = document.createRange();
    range.setStart(node, units - 1); range.setEnd(node, units);
    const box = range.getBoundingClientRect();
    return [box.left + 0.5, (box.top + box.bottom) / 2];
  },
  init([clientX, clientY], more) {
    return { bubbles: true, cancelable: true, composed: true, pointerType: 'mouse', clientX, clientY, buttons: 1, detail: 1, ...more };
  },
  down(point, more = {}, target = document.elementFromPoint(...point)) {
    mouse.pressed = target;
    target.dispatchEvent(new PointerEvent('pointerdown', mouse.init(point, more)));
    target.dispatchEvent(new MouseEvent('mousedown', mouse.init(point, more)));
  },
  move(point, more = {}) { mouse.pressed.dispatchEvent(new PointerEvent('pointermove', mouse.init(point, more))); },
  up(point, more = {}) { mouse.pressed.dispatchEvent(new PointerEvent('pointerup', mouse.init(point, { buttons: 0, ...more }))); },
  drag(from, to, more = {}) { mouse.down(from, more); mouse.move(to, more); mouse.up(to, more); },
};";

async fn with_mouse(articles: &[(&str, &str)], tags: &[Tag<'_>]) -> Store {
    let store = page(articles, tags).await;
    run(MOUSE);
    store
}

async fn mouse(script: &str) {
    js(script).await;
    settle().await;
}

/// The article, the anchor and the head of the selection, in bytes.
fn cursor(store: &Store) -> (String, u32, u32) {
    let state = store.state();
    let cursor = state.view.cursor.as_ref().expect("a cursor");
    (cursor.article.to_string(), cursor.anchor.0, cursor.head.0)
}

fn selected_text() -> String {
    run("return getSelection().toString()").as_string().unwrap()
}

fn number(script: &str) -> f64 {
    run(script).as_f64().unwrap_or_else(|| panic!("not a number: {script}"))
}

/// Tags a range as a claim, as a script does.
fn claim(id: &str, from: u32, to: u32) -> Command {
    let range = TextRange::new(ByteOffset(from), ByteOffset(to));
    Command::Annotate(NewAnnotation::tag(id.into(), range, "Claim".into()))
}

fn long() -> String {
    (0..1500)
        .map(|n| format!("Sentence number {n} stands here, and it is quite long, so that it fills lines.\n"))
        .collect()
}

const TEXT: &str = "Ministers met Priti Patel in Calais.";

#[wasm_bindgen_test]
async fn a_pointer_held_below_the_column_scrolls_and_the_anchor_stays() {
    let text = long();
    let store = with_mouse(&[("held", &text)], &[]).await;
    let anchor = text.find("Sentence number 3 ").unwrap();
    mouse(&format!("mouse.down(mouse.at('held', {anchor}))")).await;
    let bottom = "document.querySelector('.scroller').getBoundingClientRect().bottom";
    mouse(&format!("mouse.move([200, {bottom} + 60])")).await;
    until("scrolling far", || number("return document.querySelector('.scroller').scrollTop") > 6_000.0).await;
    mouse(&format!("mouse.move([200, {bottom} - 60])")).await;
    TimeoutFuture::new(100).await;
    mouse(&format!("mouse.up([200, {bottom} - 60])")).await;
    let (article, from, to) = cursor(&store);
    assert_eq!((article.as_str(), from as usize), ("held", anchor));
    let line = number(&format!("const [, y] = mouse.at('held', {to}); return {bottom} - y"));
    assert!((20.0..100.0).contains(&line), "the head is at the pointer: {line} px above the edge");
    assert!(!exists(".selecting") && run("return document.documentElement.className") != "selecting");
}

#[wasm_bindgen_test]
async fn a_press_beside_the_text_selects_from_its_nearest_line() {
    let store = with_mouse(&[("foot", TEXT)], &[]).await;
    mouse(
        "const box = document.querySelector('.scroller').getBoundingClientRect();
           mouse.drag([box.right - 30, box.bottom - 20], mouse.at('foot', 14))",
    )
    .await;
    assert_eq!(cursor(&store), ("foot".to_owned(), 36, 14));
    mouse("const [x, y] = mouse.at('foot', 0); mouse.drag([x - 20, y], mouse.at('foot', 13))").await;
    assert_eq!(cursor(&store), ("foot".to_owned(), 0, 13));
}

#[wasm_bindgen_test]
async fn a_click_that_moves_by_three_pixels_is_a_click() {
    let store = with_mouse(&[("jitter", TEXT)], &[("a1", "jitter", "Person", &[(14, 25)])]).await;
    store.dispatch(TagAction::Activate(Some("Location".into())));
    settle().await;
    mouse("const [[a, y], [b]] = [mouse.at('jitter', 17), mouse.at('jitter', 18)], x = Math.floor((a + b) / 2); mouse.drag([x - 1, y], [x + 2, y])").await;
    assert_eq!(tags(&store), "Person:Priti Patel", "nothing is tagged");
    assert!(exists("mark.selected"), "the tag is selected");
    mouse("const [[a, y], [b]] = [mouse.at('jitter', 17), mouse.at('jitter', 18)], x = Math.floor((a + b) / 2); mouse.drag([x - 1, y], [x + 2, y], { altKey: true })").await;
    assert_eq!(tags(&store).split_whitespace().count(), 3, "with Alt, it is a selection: {}", tags(&store));
}

#[wasm_bindgen_test]
async fn a_release_that_was_missed_ends_the_selection() {
    let store = with_mouse(&[("missed", TEXT)], &[]).await;
    mouse("mouse.down(mouse.at('missed', 14)); mouse.move(mouse.at('missed', 25))").await;
    assert_eq!(run("return document.documentElement.classList.contains('selecting')"), true);
    mouse("mouse.move(mouse.at('missed', 2), { buttons: 0 })").await;
    assert_eq!(cursor(&store), ("missed".to_owned(), 14, 25));
    mouse("mouse.move(mouse.at('missed', 5), { buttons: 0 }); mouse.down(mouse.at('missed', 0)); mouse.move(mouse.at('missed', 9));
           document.dispatchEvent(new PointerEvent('lostpointercapture', { bubbles: true }))")
        .await;
    assert_eq!(cursor(&store), ("missed".to_owned(), 0, 9));
    assert_eq!(run("return document.documentElement.classList.contains('selecting')"), false);
}

#[wasm_bindgen_test]
async fn three_clicks_with_an_active_label_tag_the_line_once() {
    let store = with_mouse(&[("clicks", TEXT)], &[]).await;
    store.dispatch(TagAction::Activate(Some("Claim".into())));
    settle().await;
    for detail in 1..=3 {
        mouse(&format!("const at = mouse.at('clicks', 16); mouse.down(at, {{ detail: {detail} }}); mouse.up(at)"))
            .await;
    }
    assert_eq!(tags(&store), format!("Claim:{}", TEXT.trim_end_matches('.')));
}

#[wasm_bindgen_test]
async fn everything_over_the_text_lets_the_pointer_of_a_drag_through() {
    with_mouse(&[("under", TEXT)], &[]).await;
    mouse("mouse.down(mouse.at('under', 14))").await;
    let under = run("const cover = document.createElement('div');
         cover.id = 'cover'; cover.style = 'position: fixed; inset: 0; z-index: 99';
         document.body.append(cover);
         return document.elementFromPoint(...mouse.at('under', 20)).closest('[role=document]') !== null");
    mouse("mouse.up(mouse.at('under', 14))").await;
    run("document.querySelector('#cover').remove()");
    assert_eq!(under, true);
}

#[wasm_bindgen_test]
async fn an_edge_follows_the_text_that_is_scrolled_under_the_pointer() {
    let text = long();
    let at = text.find("number 1 ").unwrap();
    let store = with_mouse(&[("wheel", &text)], &[("a1", "wheel", "Claim", &[(at, at + 8)])]).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    mouse(
        "const box = document.querySelector('.handle[data-edge=end]').getBoundingClientRect();
           mouse.down([box.left + 1, box.top + 5], {}, document.querySelector('.handle[data-edge=end]'));
           mouse.pressed = mouse.root('wheel'); mouse.move([box.left + 30, box.top + 5])",
    )
    .await;
    assert_eq!(run("return document.documentElement.classList.contains('selecting')"), true);
    mouse("document.querySelector('.scroller').scrollTop = 300").await;
    TimeoutFuture::new(60).await;
    mouse("mouse.up([200, 200])").await;
    let end = store.state().project().annotation(&"a1".into()).unwrap().ranges[0].end();
    assert!(end.index() > at + 300, "{end:?}");
}

#[wasm_bindgen_test]
async fn a_handle_of_a_finger_that_leaves_the_column_ends_in_its_line() {
    let text =
        "One line of words that is long enough to be broken several times in a column of a small window. ".repeat(6);
    let store = with_mouse(&[("left", &text), ("right", &text)], &[]).await;
    mouse("mouse.root('left').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
           mouse.root('left').dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerType: 'touch' }));
           getSelection().setBaseAndExtent(...tools.place(mouse.root('left'), 4), ...tools.place(mouse.root('right'), 30))")
        .await;
    until("the selection is taken", || store.state().view.cursor.as_ref().is_some_and(Cursor::is_selection)).await;
    let (article, anchor, head) = cursor(&store);
    assert_eq!((article.as_str(), anchor), ("left", 4));
    let lines = number(&format!("return Math.abs(mouse.at('left', {head} - 1)[1] - mouse.at('right', 30)[1])"));
    assert!(head < 200 && lines < 40.0, "{head}, {lines} px from the handle");
    let style =
        |selector: &str| run(&format!("return getComputedStyle(document.querySelector(\"{selector}\")).userSelect"));
    assert_eq!(style("[data-article='right']"), "none", "handles cannot leave the text");
    assert_ne!(style("[data-article='left']"), "none");
    mouse("document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }))")
        .await;
    assert_ne!(style("[data-article='right']"), "none");
}

#[wasm_bindgen_test]
async fn a_finger_tags_once_with_the_active_label_and_its_handles_move_the_tag() {
    let store = with_mouse(&[("touch", TEXT), ("other", TEXT)], &[]).await;
    store.dispatch(TagAction::Activate(Some("Person".into())));
    settle().await;
    let by_finger = |from: usize, to: usize| {
        format!(
            "mouse.root('touch').dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true, pointerType: 'touch' }}));
             mouse.root('touch').dispatchEvent(new PointerEvent('pointercancel', {{ bubbles: true, pointerType: 'touch' }}));
             getSelection().setBaseAndExtent(...tools.place(mouse.root('touch'), {from}), ...tools.place(mouse.root('touch'), {to}))"
        )
    };
    mouse(&by_finger(14, 19)).await;
    until("the tag", || tags(&store) == "Person:Priti").await;
    TimeoutFuture::new(500).await;
    assert!(store.state().notice.is_none(), "{:?}", store.state().notice);
    assert_eq!(selected_text(), "");
    mouse(&by_finger(14, 25)).await;
    until("the larger tag", || tags(&store) == "Person:Priti Patel").await;
}

#[wasm_bindgen_test]
async fn a_pen_selects_as_a_mouse_does() {
    let store = with_mouse(&[("pen", TEXT)], &[]).await;
    mouse("mouse.drag(mouse.at('pen', 14), mouse.at('pen', 25), { pointerType: 'pen' })").await;
    assert_eq!(cursor(&store), ("pen".to_owned(), 14, 25));
}

#[wasm_bindgen_test]
async fn highlights_are_painted_again_when_their_text_is_rendered_anew() {
    let store = with_mouse(&[("kept", TEXT)], &[]).await;
    let cursor = Cursor { anchor: ByteOffset(14), ..Cursor::at("kept".into(), ByteOffset(25)) };
    store.dispatch(CaretAction::Place(Some(cursor)));
    store.dispatch(PartAction::Keep);
    settle().await;
    let painted = || {
        // Until it is painted again, it may end behind the end of a text that was shortened.
        run("const [range] = CSS.highlights.get('kept-part') ?? []; if (!range?.startContainer.isConnected) return '';
             const { startContainer, startOffset, endContainer, endOffset } = range;
             if (endOffset > (endContainer.length ?? endContainer.childNodes.length)) return '';
             const live = document.createRange(); live.setStart(startContainer, startOffset);
             live.setEnd(endContainer, endOffset); return live.toString()")
        .as_string()
        .unwrap()
    };
    assert_eq!(painted(), "Priti Patel");
    store.dispatch(claim("kept", 10, 20));
    settle().await;
    until("the highlight", || painted() == "Priti Patel").await;
}

#[wasm_bindgen_test]
async fn a_selection_is_shown_again_unless_something_else_has_the_focus() {
    let store = with_mouse(&[("shown", TEXT)], &[]).await;
    mouse("mouse.drag(mouse.at('shown', 14), mouse.at('shown', 25))").await;
    assert_eq!(selected_text(), "Priti Patel");
    run("document.activeElement.blur()");
    store.dispatch(claim("shown", 10, 20));
    settle().await;
    assert_eq!(selected_text(), "Priti Patel");
    run("document.querySelector('.column-head button').focus()");
    store.dispatch(claim("shown", 12, 20));
    settle().await;
    assert!(has_focus(&one(".column-head button")), "the focus stays where it is");
    run("document.querySelector('.search input').focus()");
    store.dispatch(claim("shown", 0, 20));
    settle().await;
    assert!(has_focus(&one(".search input")));
}

/// How far the line of a position is below the upper edge of its column, in lines.
fn lines_below_edge(id: &str, position: usize) -> f64 {
    number(&format!(
        "const root = mouse.root('{id}'), [, y] = mouse.at('{id}', {position});
         return (y - root.closest('.scroller').getBoundingClientRect().top) / parseFloat(getComputedStyle(root).lineHeight)"
    ))
}

/// Scrolls into an article; returns a position in the line that is then at the top.
async fn scrolled(id: &str, text: &str) -> usize {
    mouse(&format!("mouse.root('{id}').closest('.scroller').scrollTop = 9000")).await;
    TimeoutFuture::new(300).await;
    let top =
        |n: &usize| text.find(&format!("number {n} ")).is_some_and(|at| (0.0..1.6).contains(&lines_below_edge(id, at)));
    let first = (10..1500).find(top).expect("a sentence at the top");
    text.find(&format!("number {first} ")).unwrap()
}

async fn is_at_top(id: &str, position: usize, when: &str) {
    TimeoutFuture::new(250).await;
    let lines = lines_below_edge(id, position);
    assert!((-1.0..2.6).contains(&lines), "{when}: {lines} lines below the edge");
}

#[wasm_bindgen_test]
async fn the_top_line_stays_at_another_size_of_the_font_and_at_many_widths() {
    let text = long();
    with_mouse(&[("fonts", &text), ("beside", TEXT)], &[]).await;
    let position = scrolled("fonts", &text).await;
    for size in ["22px", "13px", ""] {
        run(&format!("document.documentElement.style.fontSize = '{size}'"));
        is_at_top("fonts", position, &format!("a font of {size}")).await;
    }
    for width in (400..1000).step_by(40).chain([500]) {
        run(&format!("document.querySelector('#mounted').style.width = '{width}px'"));
        TimeoutFuture::new(30).await;
    }
    run("document.querySelector('#mounted').style.width = ''");
    is_at_top("fonts", position, "after many widths").await;
}

#[wasm_bindgen_test]
async fn the_top_line_stays_when_an_article_is_shown_again_at_another_width() {
    let text = long();
    let store = with_mouse(&[("again", &text), ("beside", TEXT)], &[]).await;
    let position = scrolled("again", &text).await;
    for (columns, when) in [(1, "one column"), (2, "two columns"), (1, "one column again")] {
        store.dispatch(ViewAction::Hide("again".into()));
        settle().await;
        store.dispatch(ViewAction::Columns(columns));
        store.dispatch(ViewAction::Show("again".into()));
        settle().await;
        is_at_top("again", position, when).await;
    }
    assert_eq!(store.state().view.scroll.len(), 1);
}
