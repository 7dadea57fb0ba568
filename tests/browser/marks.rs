//! Rendering of tags in the text: crossing tags, and a DOM whose text is exactly that of the article.

use crate::support::*;
use crossread::app::{HistoryAction, SelectAction, ViewAction};
use crossread::runtime::Store;
use crossread::text::{ByteOffset, Text, TextRange, Unit, normalise};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn crossing_tags_share_a_mark_where_they_overlap() {
    page(&[("x", "abcdef")], &[("a1", "x", "Claim", &[(1, 4)]), ("a2", "x", "Person", &[(2, 6)])]).await;
    assert_eq!(marks(), "b<a1> cd<a1 a2> ef<a2>");
    let labels: Vec<_> = all("mark").iter().map(|mark| attribute_of(mark, "data-label")).collect();
    assert_eq!(labels, ["Claim", "Claim Person", "Person"]);
    assert_eq!(text("[role=document]"), "abcdef");
}

#[wasm_bindgen_test]
async fn the_outer_tag_comes_first() {
    page(&[("x", "abcdef")], &[("a1", "x", "Person", &[(2, 4)]), ("a2", "x", "Claim", &[(0, 6)])]).await;
    assert_eq!(marks(), "ab<a2> cd<a2 a1> ef<a2>");
    assert_eq!(attribute_of(&all("mark")[1], "data-label"), "Claim Person");
}

#[wasm_bindgen_test]
async fn tags_on_the_same_range_are_one_mark() {
    page(&[("x", "abcdef")], &[("a1", "x", "Claim", &[(1, 3)]), ("a2", "x", "Event", &[(1, 3)])]).await;
    assert_eq!(marks(), "bc<a1 a2>");
}

#[wasm_bindgen_test]
async fn nested_and_discontinuous_tags_are_split_at_every_edge() {
    page(
        &[("x", "abcdefgh")],
        &[
            ("a1", "x", "Claim", &[(0, 4)]),
            ("a2", "x", "Person", &[(1, 5)]),
            ("a3", "x", "Date", &[(2, 6)]),
            ("a4", "x", "Claim", &[(5, 6), (7, 8)]),
        ],
    )
    .await;
    assert_eq!(marks(), "a<a1> b<a1 a2> cd<a1 a2 a3> e<a2 a3> f<a3 a4> h<a4>");
    // Overlapping tags have their underlines in different lanes.
    for mark in all("mark") {
        let classes = mark.class_name();
        let mut lanes: Vec<_> = classes.split(' ').filter_map(|c| c.strip_prefix("lane-")?.split('-').next()).collect();
        let underlines = lanes.len();
        lanes.sort_unstable();
        lanes.dedup();
        assert_eq!(
            (underlines, lanes.len()),
            (attribute_of(&mark, "data-annotation").split(' ').count(), underlines),
            "{classes}"
        );
    }
}

#[wasm_bindgen_test]
async fn tags_without_an_underline_are_counted_where_they_are_covered() {
    let tags = [
        ("a1", "x", "Claim", &[(0, 3)][..]),
        ("a2", "x", "Person", &[(0, 3)]),
        ("a3", "x", "Date", &[(0, 3)]),
        ("a4", "x", "Event", &[(0, 3)]),
        ("a5", "x", "Location", &[(2, 6)]),
        ("a6", "x", "Quantity", &[(2, 3)]),
    ];
    page(&[("x", "abcdef")], &tags).await;
    assert_eq!(marks(), "ab<a1 a2 a3 a4> c<a1 a2 a3 a4 a5 a6> def<a5>");
    let more: Vec<_> = all("mark").iter().map(|mark| attribute_of(mark, "data-more")).collect();
    assert_eq!(more, ["", "+2", ""]);
    let last = all("mark")[2].class_name();
    assert!(last.contains("lane-0-"), "the tag that is alone has an underline: {last}");
}

const TEXTS: [&str; 8] = [
    "Go 😀 now, 👨‍👩‍👧 and 👍🏽 and 🇬🇧🇫🇷 e\u{301}t",
    "שלום עולם, מרחבא 12 and مرحبا بالعالم",
    "one\r\ntwo\rthree\r\n\r\nfour",
    "a\u{a0}b\u{a0}\u{a0}c  two\t\ttabs \u{200b}zero\u{feff}",
    "\n\n leading and trailing \n\n",
    "<b>no</b> &amp; no &lt; entities <!-- none -->",
    "क्षि 한국 ไทย 漢字 \u{1100}\u{1161}\u{11a8}",
    " ",
];

#[wasm_bindgen_test]
async fn the_text_of_the_dom_is_the_text_of_the_article() {
    for raw in TEXTS {
        let source = normalise(raw).text;
        let store = page(&[("x", &source)], &[]).await;
        assert_eq!(text("[role=document]"), source, "without tags");
        assert!(!exists("mark"));
        let text_value = Text::new(source.clone());
        let mut edges = vec![ByteOffset(0)];
        while edges[edges.len() - 1] < text_value.end() {
            edges.push(text_value.next(edges[edges.len() - 1], Unit::Grapheme));
        }
        // Crossing tags: from every third character, over five characters.
        let mut count = 0;
        for at in (0..edges.len() - 1).step_by(3) {
            let range = TextRange::new(edges[at], edges[(at + 5).min(edges.len() - 1)]);
            let new = crossread::edit::NewAnnotation::tag("x".into(), range, "Claim".into());
            store.dispatch(crossread::edit::Command::Annotate(new));
            count += 1;
        }
        settle().await;
        assert_eq!(store.state().project().annotation_count(), count);
        assert!(exists("mark"), "{raw:?}");
        assert_eq!(text("[role=document]"), source, "with tags");
        for _ in 0..count {
            store.dispatch(HistoryAction::Undo);
        }
        settle().await;
        assert_eq!((text("[role=document]"), exists("mark")), (source, false), "after undoing");
    }
}

#[wasm_bindgen_test]
async fn spaces_and_line_ends_are_rendered() {
    page(&[("x", "a  b\n\n  c")], &[]).await;
    let lines = js("const [one, two] = [tools.place(document.querySelector('[role=document]'), 0),
                    tools.place(document.querySelector('[role=document]'), 9)];
                    const top = ([node, at]) => { const r = document.createRange(); r.setStart(node, Math.max(at - 1, 0));
                      r.setEnd(node, Math.max(at, 1)); return r.getBoundingClientRect(); };
                    return [top(two).top - top(one).bottom > 0.5 * top(one).height, top(two).left > top(one).left]")
    .await;
    assert_eq!(lines, "[true,true]", "an empty line in between, and spaces before the last letter");
}

#[wasm_bindgen_test]
async fn handles_and_chips_are_not_text() {
    let store = page(&[("x", "abcdef")], &[("a1", "x", "Claim", &[(1, 5)]), ("a2", "x", "Person", &[(2, 4)])]).await;
    assert!(!exists(".handle"), "nothing is selected");
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    let edges: Vec<_> = all("[role=document] .handle").iter().map(|one| attribute_of(one, "data-edge")).collect();
    assert_eq!(edges, ["start", "end"]);
    let chips = all("[role=document] .chip");
    assert_eq!(chips.len(), 1, "a claim has a chip");
    assert_eq!(attribute_of(&chips[0], "data-short"), "CLAIM");
    for widget in all("[role=document] i") {
        assert_eq!((widget.child_nodes().length(), attribute_of(&widget, "aria-hidden").as_str()), (0, "true"));
    }
    assert_eq!(marks(), "b<a1> cd<a1 a2> e<a1>");
    assert_eq!(text("[role=document]"), "abcdef");
    let selected = all("mark.selected").len();
    assert_eq!(selected, 3, "every mark of the selected tag is highlighted");
}

/// A long article of 4000 lines with a tag on "number N". Each test uses another id, because the scrolling of an
/// earlier test may continue for a few frames.
async fn long(id: &str, line: usize) -> (Store, String) {
    let source: String = (0..4000).map(|n| format!("Sentence number {n} stands here.\n")).collect();
    let words = format!("number {line}");
    let at = source.find(&words).unwrap();
    let store = page(&[(id, &source)], &[("a1", id, "Claim", &[(at, at + words.len())])]).await;
    (store, source)
}

#[wasm_bindgen_test]
async fn revealing_a_tag_far_below_renders_its_mark() {
    let (store, source) = long("drawn", 3900).await;
    assert_eq!(text("[role=document]"), source);
    until("no marks far outside the window", || !exists("mark")).await;
    store.dispatch(SelectAction::Reveal("a1".into()));
    until("the mark of the revealed tag", || exists("mark.selected")).await;
    assert_eq!(marks(), "number 3900<a1>");
    assert_eq!(text("[role=document]"), source);
}

#[wasm_bindgen_test]
async fn revealing_a_tag_far_below_scrolls_to_it() {
    for line in [300, 2000, 3900] {
        let (store, _) = long(&format!("seen{line}"), line).await;
        store.dispatch(SelectAction::Reveal("a1".into()));
        until("the mark of the revealed tag", || exists("mark.selected")).await;
        until(&format!("number {line} in view"), || {
            let (mark, scroller) =
                (one("mark").get_bounding_client_rect(), one(".scroller").get_bounding_client_rect());
            mark.top() >= scroller.top() && mark.bottom() <= scroller.bottom()
        })
        .await;
    }
}

const HOSTILE: &str = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

#[wasm_bindgen_test]
async fn hostile_names_and_texts_are_shown_as_text() {
    run("delete window.hacked");
    let id = "<img/src=x/onerror=window.hacked=1>";
    let mut file = project_file(&[("x", HOSTILE)], &[("a1", "x", "Claim", &[(0, 4)])]);
    for field in ["name", "short", "description"] {
        file["schema"]["labels"][0][field] = json!(HOSTILE);
    }
    file["schema"]["labels"][0]["id"] = json!(id);
    file["project"]["title"] = json!(HOSTILE);
    for field in ["title", "source", "note"] {
        file["articles"][0][field] = json!(HOSTILE);
    }
    file["annotations"][0]["label"] = json!(id);
    file["annotations"][0]["note"] = json!(HOSTILE);
    let store = Store::new(state_of(&file));
    mount(&store).await;
    store.dispatch(SelectAction::Only(Some("a1".into())));
    settle().await;
    js(
        "const mark = document.querySelector('mark'), [box] = mark.getClientRects();
        const [clientX, clientY] = [box.left + 2, (box.top + box.bottom) / 2];
        mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse', clientX, clientY }))",
    )
    .await;
    assert_eq!(text("[role=document]"), HOSTILE);
    assert_eq!(text(".column h2"), HOSTILE);
    assert_eq!(text(".project-title"), HOSTILE);
    assert_eq!(text(".article-name"), HOSTILE);
    assert!(text(".hover-card").contains(HOSTILE) && text(".row-facts").contains(HOSTILE));
    assert_eq!(text(".row-note"), HOSTILE);
    assert_eq!(attribute("mark .chip", "data-short").as_deref(), Some(HOSTILE));
    assert_eq!(attribute("mark", "data-label").as_deref(), Some(id));
    assert!(text(".label-button").starts_with(HOSTILE));
    press("l").await;
    assert!(text("[role=menuitem]").starts_with(HOSTILE));
    store.dispatch(crossread::edit::Command::RenameProject(format!("{HOSTILE}!")));
    store.dispatch(ViewAction::Notify(None));
    store.dispatch(ViewAction::ShowTab(crossread::app::Tab::History));
    settle().await;
    assert!(announced().contains(HOSTILE) && text(".history").contains(HOSTILE));
    assert!(!exists("img") && !exists("script"), "no elements are created from it");
    gloo::timers::future::TimeoutFuture::new(50).await;
    assert!(run("return window.hacked").is_undefined(), "no script is run");
}
