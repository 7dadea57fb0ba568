//! The DOM of the reader in a browser: offsets, selections, and rectangles.

use crossread::model::ArticleId;
use crossread::text::{ByteOffset, Text, TextRange};
use crossread::web::dom_text::{article_of, caret_rect, offset_at_point, offset_of, point_of, rect_of};
use crossread::web::selection::{Alter, Direction, Granularity};
use crossread::web::{highlight, selection, stylesheet};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, Node};

const TEXT: &str = "Go 😀 now, é\nnext line";
/// The text in several marks, with other elements among them.
const HTML: &str = "Go <span aria-hidden='true' class='chip'></span><mark data-annotation='a1'>😀 \
     <mark>now</mark></mark><span aria-hidden='true'><b></b></span>, é\nnext line";

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An article in the page. It is removed when this is dropped.
struct Shown {
    frame: Element,
    root: Element,
    text: Text,
}

impl Drop for Shown {
    fn drop(&mut self) {
        selection::clear();
        self.frame.remove();
    }
}

fn show(id: &str, text: &str, blocks: &[&str]) -> Shown {
    let frame = document().create_element("section").unwrap();
    let blocks: String = (0..).zip(blocks).map(|(n, html)| format!("<div data-block='{n}'>{html}</div>")).collect();
    frame.set_inner_html(&format!(
        "<h2>Title</h2><div role='document' data-article='{id}' \
          style='white-space: pre-wrap; font: 20px/30px monospace; width: 600px'>{blocks}</div><p>After</p>"
    ));
    // A page that an earlier test has mounted would cover it.
    if let Some(page) = document().get_element_by_id("mounted") {
        page.remove();
    }
    let body = document().body().unwrap();
    body.insert_before(&frame, body.first_child().as_ref()).unwrap();
    let root = frame.query_selector("[role=document]").unwrap().unwrap();
    assert_eq!(root.text_content().unwrap(), text, "the text of the HTML");
    Shown { frame, root, text: Text::new(text) }
}

fn one() -> Shown {
    show("one", TEXT, &[HTML])
}

/// Two blocks, of more than 5 KB together.
fn two_blocks() -> Shown {
    let (first, second) = (format!("{}\n", "ä😀 word ".repeat(500)), "tail");
    let text = format!("{first}{second}");
    let shown = show("long", &text, &[&first, second]);
    assert_eq!(shown.text.blocks().len(), 2);
    shown
}

impl Shown {
    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap()
    }

    fn offset(&self, node: &Node, offset: u32) -> Option<u32> {
        offset_of(&self.root, &self.text, node, offset).map(|position| position.0)
    }
}

#[wasm_bindgen_test]
fn the_article_is_found_from_any_node_in_it() {
    let shown = one();
    let (root, id) = article_of(&shown.find("mark mark").first_child().unwrap()).unwrap();
    assert!(root == shown.root && id == ArticleId::from("one"));
    assert_eq!(article_of(&shown.root).unwrap().1, id);
    assert!(article_of(&shown.frame.first_child().unwrap()).is_none());
}

#[wasm_bindgen_test]
fn every_position_is_converted_to_the_dom_and_back() {
    for shown in [one(), two_blocks()] {
        let text = &shown.text;
        for (index, _) in text.as_str().char_indices().chain([(text.len(), ' ')]) {
            for after in [false, true] {
                let position = ByteOffset(index as u32);
                let (node, offset) = point_of(&shown.root, text, position, after).unwrap();
                assert_eq!(node.node_type(), Node::TEXT_NODE);
                assert_eq!(shown.offset(&node, offset), Some(position.0), "{index} {after}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn after_selects_between_two_text_nodes() {
    let shown = one();
    let inner = shown.find("mark mark").first_child().unwrap();
    let start = ByteOffset(TEXT.find("now").unwrap() as u32);
    let (after, at) = point_of(&shown.root, &shown.text, start, true).unwrap();
    assert!(after == inner && at == 0);
    let (before, at) = point_of(&shown.root, &shown.text, start, false).unwrap();
    assert_eq!((before.text_content().unwrap().as_str(), at), ("😀 ", 3));
}

#[wasm_bindgen_test]
fn offsets_in_elements_are_child_indices() {
    let shown = one();
    let block: Node = shown.find("[data-block]").into();
    let (mark, inner) = (shown.find("mark"), shown.find("mark mark"));
    let now = TEXT.find("now").unwrap() as u32;
    let cases: [(&Node, u32, u32); 10] = [
        (&block, 0, 0),
        (&block, 1, 3),
        (&block, 2, 3),
        (&block, 3, now + 3),
        (&block, 4, now + 3),
        (&block, 99, TEXT.len() as u32),
        (&mark, 1, now),
        (&inner, 1, now + 3),
        (&shown.root, 0, 0),
        (&shown.root, 1, TEXT.len() as u32),
    ];
    for (node, child, expected) in cases {
        assert_eq!(shown.offset(node, child), Some(expected), "{} {child}", node.node_name());
    }
    assert_eq!(shown.offset(&shown.find("b"), 0), Some(now + 3), "in an empty element");
    assert_eq!(shown.offset(&shown.frame, 0), None);
}

#[wasm_bindgen_test]
fn invalid_offsets_are_moved_before() {
    let shown = one();
    let emoji = shown.find("mark").first_child().unwrap();
    assert_eq!(shown.offset(&emoji, 1), Some(3), "between two surrogates");
    assert_eq!(shown.offset(&emoji, 99), Some(8), "past the end of the node");
    let empty = show("empty", "", &[]);
    assert_eq!(empty.offset(&empty.root, 0), Some(0));
    assert!(point_of(&empty.root, &empty.text, ByteOffset(0), true).is_some());
    let wrong = Text::new("");
    assert_eq!(offset_of(&shown.root, &wrong, &emoji, 0), None, "the DOM of another text");
}

#[wasm_bindgen_test]
fn a_position_between_blocks_belongs_to_the_next() {
    let shown = two_blocks();
    let border = shown.text.blocks()[0].end();
    assert_eq!(shown.offset(&shown.root, 1), Some(border.0));
    let block = |n: &str| shown.find(&format!("[data-block='{n}']"));
    let (node, offset) = point_of(&shown.root, &shown.text, border, true).unwrap();
    assert!(block("1").contains(Some(&node)) && offset == 0);
    let (node, _) = point_of(&shown.root, &shown.text, border, false).unwrap();
    assert!(block("0").contains(Some(&node)));
}

#[wasm_bindgen_test]
fn a_selection_is_set_and_read_in_both_directions() {
    let shown = two_blocks();
    let end = shown.text.end();
    for (anchor, head) in [(ByteOffset(2), ByteOffset(6)), (end, ByteOffset(2)), (ByteOffset(7), ByteOffset(7))] {
        assert!(selection::set(&shown.root, &shown.text, anchor, head));
        let read = selection::read().unwrap().resolve(|_| Some(shown.text.clone())).unwrap();
        assert_eq!(read, (ArticleId::from("long"), anchor, head));
    }
    selection::clear();
    assert!(selection::read().is_none());
}

#[wasm_bindgen_test]
fn a_selection_that_leaves_the_article_is_clamped() {
    let (second, first) = (show("second", "two", &["two"]), one());
    let window = web_sys::window().unwrap().get_selection().unwrap().unwrap();
    let select = |from: &Node, to: &Node| {
        window.set_base_and_extent(from, 0, to, 0).unwrap();
        selection::read().map(|it| (it.article.to_string(), it.positions(&first.text)))
    };
    let inner: Node = first.find("mark mark").first_child().unwrap();
    let (start, end) = (ByteOffset(TEXT.find("now").unwrap() as u32), first.text.end());
    let paragraph = first.frame.last_element_child().unwrap();
    assert_eq!(select(&inner, &paragraph), Some(("one".to_owned(), Some((start, end)))));
    let other = second.root.first_child().unwrap();
    assert_eq!(select(&inner, &other), Some(("one".to_owned(), Some((start, end)))));
    let title = first.frame.first_element_child().unwrap();
    assert_eq!(select(&inner, &title), Some(("one".to_owned(), Some((start, ByteOffset(0))))));
    assert_eq!(select(&title, &inner), None);
}

#[wasm_bindgen_test]
fn the_browser_moves_the_caret_by_lines() {
    let shown = one();
    selection::set(&shown.root, &shown.text, ByteOffset(1), ByteOffset(1));
    assert!(selection::modify(Alter::Move, Direction::Forward, Granularity::Line));
    let (anchor, head) = selection::read().unwrap().positions(&shown.text).unwrap();
    let line = TEXT.find("next").unwrap() as u32;
    assert_eq!((anchor, head), (ByteOffset(line + 1), ByteOffset(line + 1)));
    assert!(selection::modify(Alter::Extend, Direction::Forward, Granularity::LineBoundary));
    assert_eq!(selection::read().unwrap().positions(&shown.text), Some((anchor, shown.text.end())));
}

#[wasm_bindgen_test]
fn rectangles_surround_the_text() {
    let shown = one();
    let at = |needle: &str| TEXT.find(needle).unwrap() as u32;
    let range = TextRange::new(ByteOffset(at("now")), ByteOffset(at("line")));
    let word = |words: &str| {
        let range = TextRange::new(ByteOffset(at(words)), ByteOffset(at(words) + words.len() as u32));
        rect_of(&shown.root, &shown.text, range).unwrap()
    };
    let (all, first, last) = (rect_of(&shown.root, &shown.text, range).unwrap(), word("now"), word("next"));
    assert!(all.top <= first.top && all.bottom >= last.bottom && all.left <= last.left, "{all:?}");
    assert!(first.bottom <= last.top + 1.0 && first.left > last.left);
    assert_eq!(rect_of(&shown.root, &shown.text, TextRange::at(ByteOffset(3))), None);
    for position in [0, 3, at("now"), at("\n"), at("next"), TEXT.len() as u32] {
        let caret = caret_rect(&shown.root, &shown.text, ByteOffset(position), false).unwrap();
        assert!(caret.width() == 0.0 && caret.height() > 10.0, "{position}: {caret:?}");
    }
    let caret = |position| caret_rect(&shown.root, &shown.text, ByteOffset(position), false).unwrap();
    assert!(caret(at("next")).top > caret(at("\n")).top, "after a line end, the caret is on the next line");
    assert!(caret(TEXT.len() as u32).left > caret(at("line")).left);
}

#[wasm_bindgen_test]
fn a_caret_where_a_line_is_broken_on_the_screen_is_on_either_line() {
    for words in ["Some words that fill lines. ".repeat(6), "東京で記者会見が開かれた".repeat(6)] {
        let shown = show("broken", &words, &[&words]);
        let edges: Vec<ByteOffset> = words.char_indices().map(|(at, _)| ByteOffset(at as u32)).collect();
        let rect = |pair: &[ByteOffset]| rect_of(&shown.root, &shown.text, TextRange::new(pair[0], pair[1])).unwrap();
        let is_broken = |three: &&[ByteOffset]| rect(&three[1..]).top > rect(&three[..2]).bottom - 1.0;
        let three = edges.windows(3).find(is_broken).expect("two lines");
        let (before, after) = (rect(&three[..2]), rect(&three[1..]));
        let caret = |at_line_end| caret_rect(&shown.root, &shown.text, three[1], at_line_end).unwrap();
        assert!((caret(false).top - after.top).abs() < 2.0 && (caret(false).left - after.left).abs() < 1.0, "{words}");
        assert!((caret(true).top - before.top).abs() < 2.0, "{words}");
    }
}

#[wasm_bindgen_test]
fn a_point_of_the_window_is_converted_to_a_position() {
    let shown = one();
    let start = TEXT.find("now").unwrap() as u32;
    let rect = rect_of(&shown.root, &shown.text, TextRange::new(ByteOffset(start), ByteOffset(start + 3))).unwrap();
    let (x, y) = (rect.left as f32 + 2.0, (rect.top + rect.bottom) as f32 / 2.0);
    let find = || offset_at_point(x, y).map(|point| (point.article.to_string(), point.position(&shown.text)));
    let expected = Some(("one".to_owned(), Some(ByteOffset(start))));
    assert_eq!(find(), expected);
    let hide = |method: &str| js_sys::Reflect::set(&document(), &method.into(), &JsValue::UNDEFINED).unwrap();
    hide("caretPositionFromPoint");
    assert_eq!(find(), expected, "by caretRangeFromPoint");
    hide("caretRangeFromPoint");
    assert_eq!(find(), None, "without either");
    for method in ["caretPositionFromPoint", "caretRangeFromPoint"] {
        js_sys::Reflect::delete_property(document().unchecked_ref::<js_sys::Object>(), &method.into()).unwrap();
    }
}

#[wasm_bindgen_test]
fn highlights_are_set_if_the_browser_supports_them() {
    let shown = one();
    let (start, from) = point_of(&shown.root, &shown.text, ByteOffset(0), true).unwrap();
    let (end, to) = point_of(&shown.root, &shown.text, shown.text.end(), false).unwrap();
    let ranges = [(start, from, end, to)];
    let size = || js_sys::eval("CSS.highlights.get('found')?.size ?? -1").unwrap().as_f64();
    assert!(highlight::set("found", &ranges));
    assert_eq!(size(), Some(1.0));
    highlight::clear("found");
    assert_eq!(size(), Some(-1.0));

    js_sys::eval("window.originalHighlight = window.Highlight; delete window.Highlight").unwrap();
    let is_set = highlight::set("found", &ranges);
    highlight::clear("found");
    js_sys::eval("window.Highlight = window.originalHighlight").unwrap();
    assert!(!is_set);
}

#[wasm_bindgen_test]
fn rules_of_the_style_sheet_apply_and_are_replaced() {
    let shown = one();
    let colour = || {
        let mark = "getComputedStyle(document.querySelector('[data-article=one] mark')).color";
        js_sys::eval(mark).unwrap().as_string().unwrap()
    };
    assert!(stylesheet::set_rules("mark { color: rgb(1, 2, 3) }"));
    assert_eq!(colour(), "rgb(1, 2, 3)");
    assert!(stylesheet::set_rules("mark { color: rgb(4, 5, 6) }"));
    assert_eq!(colour(), "rgb(4, 5, 6)");
    stylesheet::set_rules("");
    drop(shown);
}
