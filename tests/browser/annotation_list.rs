//! The list of tags, announcements to screen readers, and the save status.

use crate::support::*;
use crossread::app::{HistoryAction, ProjectAction, SelectAction, Session, SessionAction, ViewAction};
use crossread::runtime::{Store, blank_state, start};
use wasm_bindgen_test::wasm_bindgen_test;

const FIRST: &str = "Priti Patel met Ana in Calais.";
const SECOND: &str = "Calais, said Élise, is in France.";

/// Three articles, two of them in columns, with five tags.
async fn listed() -> Store {
    let store = Store::new(state_of(&project_file(
        &[("x", FIRST), ("y", SECOND), ("z", "Ana again")],
        &[
            ("a1", "x", "Person", &[(0, 11)]),
            ("a2", "x", "Location", &[(23, 29)]),
            ("a3", "y", "Location", &[(0, 6)]),
            ("a4", "y", "Person", &[(13, 18)]),
            ("a5", "z", "Person", &[(0, 3)]),
        ],
    )));
    mount(&store).await;
    store
}

fn rows() -> String {
    texts(".row-text").join("|")
}

/// Waits for these rows: which are rendered is known when the list is laid out.
async fn listed_as(expected: &str, count: &str) {
    until(expected, || (rows().as_str(), text(".list-count").as_str()) == (expected, count)).await;
}

#[wasm_bindgen_test]
async fn the_list_contains_every_tag_in_article_order() {
    listed().await;
    assert_eq!(rows(), "Priti Patel|Calais|Calais|Élise|Ana");
    assert_eq!(texts(".row-facts")[3], "Person · Title of y");
    assert_eq!(text(".list-count"), "5 tags");
    let options = all("[role=listbox] [role=option]");
    assert_eq!(options.len(), 5);
}

#[wasm_bindgen_test]
async fn the_list_is_filtered_by_label_article_and_text() {
    listed().await;
    fill("[aria-label='Show label']", "Person").await;
    listed_as("Priti Patel|Élise|Ana", "3 of 5 tags").await;
    fill("[aria-label='Show article']", "y").await;
    listed_as("Élise", "1 of 5 tags").await;
    fill("[aria-label='Show label']", "").await;
    listed_as("Calais|Élise", "2 of 5 tags").await;
    fill("[aria-label='Filter by text']", " éLi ").await;
    // In any case, without outer spaces.
    listed_as("Élise", "1 of 5 tags").await;
    fill("[aria-label='Show article']", "").await;
    fill("[aria-label='Filter by text']", "cal").await;
    listed_as("Calais|Calais", "2 of 5 tags").await;
    fill("[aria-label='Filter by text']", "no such words").await;
    listed_as("", "0 of 5 tags").await;
    fill("[aria-label='Filter by text']", "").await;
    assert_eq!(text(".list-count"), "5 tags");
}

#[wasm_bindgen_test]
async fn the_filter_searches_notes_and_is_updated_by_changes() {
    let store = listed().await;
    fill("[aria-label='Filter by text']", "secretary").await;
    assert_eq!(rows(), "");
    let patch = crossread::edit::AnnotationPatch { note: Some("Home Secretary".to_owned()), ..Default::default() };
    store.dispatch(crossread::edit::Command::Update("a1".into(), patch));
    settle().await;
    assert_eq!(rows(), "Priti Patel");
    assert_eq!(text(".row-note"), "Home Secretary");
    store.dispatch(HistoryAction::Undo);
    settle().await;
    assert_eq!(rows(), "");
}

#[wasm_bindgen_test]
async fn an_empty_list_explains_how_to_tag() {
    page(&[("x", FIRST)], &[]).await;
    assert!(text(".list-count").contains("Select some text"), "{}", text(".list-count"));
}

#[wasm_bindgen_test]
async fn the_arrow_keys_select_tags_in_the_list() {
    let store = listed().await;
    one(".annotation-list").focus().unwrap();
    let selected = || {
        let row = one("[role=option][aria-selected=true]");
        assert_eq!(
            attribute(".annotation-list", "aria-activedescendant"),
            Some(row.id()),
            "the selected row is the active descendant"
        );
        store.state().view.primary().unwrap().to_string()
    };
    assert!(!exists("[aria-selected=true][role=option]"));
    let mut seen = Vec::new();
    for key in ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "End", "ArrowDown", "Home"] {
        assert!(press(key).await);
        seen.push(selected());
        assert!(has_focus(&one(".annotation-list")), "the focus stays in the list");
    }
    assert_eq!(seen, ["a1", "a2", "a1", "a1", "a5", "a5", "a1"]);
    assert_eq!(text("mark.selected"), "Priti Patel");
    assert_eq!(text(".inspector-text"), "Priti Patel");
}

#[wasm_bindgen_test]
async fn selecting_a_tag_shows_its_article() {
    listed().await;
    assert!(!exists("[data-article=z]"));
    click(&all("[role=option]")[4]).await;
    assert_eq!(text("[data-article=z]"), "Ana again");
    assert_eq!(text("mark.selected"), "Ana");
    assert_eq!(text("[aria-selected=true] .row-text"), "Ana");
}

#[wasm_bindgen_test]
async fn the_arrow_keys_select_filtered_tags_only() {
    let store = listed().await;
    fill("[aria-label='Show label']", "Location").await;
    one("[role=listbox]").focus().unwrap();
    press("ArrowDown").await;
    press("ArrowDown").await;
    assert_eq!(store.state().view.primary(), Some(&"a3".into()));
    assert_eq!(rows(), "Calais|Calais");
}

#[wasm_bindgen_test]
async fn steps_are_announced_in_the_live_region() {
    let store = page(&[("x", FIRST)], &[]).await;
    assert_eq!(attribute("#announcer", "aria-live").as_deref(), Some("polite"));
    assert!(one("#announcer").offset_width() <= 1, "visually hidden");
    drag("x", 0, 11).await;
    press("1").await;
    assert_eq!(announced(), "Tagged “Priti Patel” as Person");
    press("Control+z").await;
    assert_eq!(announced(), "Undone: Tagged “Priti Patel” as Person");
    press("Control+y").await;
    assert_eq!(announced(), "Redone: Tagged “Priti Patel” as Person");
    click(&button("Remove tag")).await;
    assert_eq!(announced(), "Removed the tag Person on “Priti Patel”");
    assert_eq!(tags(&store), "");
}

#[wasm_bindgen_test]
async fn removing_a_tag_with_its_button_keeps_the_focus_in_the_page() {
    listed().await;
    click(&all("[role=option]")[1]).await;
    click(&button("Remove tag")).await;
    assert!(one("main").contains(document().active_element().as_deref()));
}

#[wasm_bindgen_test]
async fn the_same_text_is_announced_twice() {
    let store = page(&[("x", FIRST)], &[]).await;
    let filled = || texts("#announcer p").iter().position(|p| !p.is_empty());
    store.dispatch(ViewAction::Announce("again".to_owned()));
    settle().await;
    let before = filled();
    store.dispatch(ViewAction::Announce("again".to_owned()));
    settle().await;
    assert_eq!(announced(), "again");
    assert_ne!(filled(), before, "an unchanged text would not be announced");
}

#[wasm_bindgen_test]
async fn the_header_shows_the_save_status() {
    let store = page(&[("x", FIRST)], &[]).await;
    let failed = SessionAction::Failed("The disk is full.".to_owned());
    let memory = SessionAction::NoStorage("no storage".to_owned());
    for (action, status, label, banner) in [
        (SessionAction::Writing, "saving", "Saving", None),
        (SessionAction::Saved, "saved", "Saved", None),
        (failed, "failed", "Not saved", Some("Not saved The disk is full.")),
        (memory, "memory", "Not saved", Some("Not saved No storage.")),
        (SessionAction::Writing, "memory", "Not saved", Some("Not saved No storage.")),
        (SessionAction::Saved, "saved", "Saved", None),
    ] {
        store.dispatch(action);
        settle().await;
        assert_eq!(attribute("[data-status]", "data-status").as_deref(), Some(status));
        assert_eq!(text("[data-status]"), label);
        assert_eq!(exists(".banner"), banner.is_some());
        if let Some(banner) = banner {
            assert_eq!(text(".banner [role=alert]"), banner);
        }
    }
    assert!(text(".notice").contains("All changes are saved again."), "{}", text(".notice"));
}

#[wasm_bindgen_test]
async fn tags_are_saved_and_restored_on_the_next_visit() {
    empty_storage().await;
    let store = Store::new(blank_state());
    mount(&store).await;
    run("window.fetch = async () => new Response('[]')");
    start(&store).await;
    // Steps before the storage is open are saved as one snapshot, and cannot be undone on a later visit.
    until("the storage", || text("[data-status]") == "Saved").await;
    let fields = crossread::edit::ArticleFields { title: "One".to_owned(), ..Default::default() };
    let text_of = crossread::text::Text::new(FIRST);
    let new = crossread::edit::NewArticle { id: Some("x".into()), index: None, fields, text: text_of };
    store.dispatch(crossread::edit::Command::AddArticles(vec![new]));
    settle().await;
    drag("x", 0, 11).await;
    press("1").await;
    until("Saved", || text("[data-status]") == "Saved").await;

    let again = Store::new(blank_state());
    mount(&again).await;
    start(&again).await;
    // Mounting clears the settings, so the project is found only after the page can be used.
    until("the project", || tags(&again) == "Person:Priti Patel").await;
    settle().await;
    assert_eq!(text("[role=document]"), FIRST);
    // The first page still exists, like another tab.
    again.dispatch(ProjectAction::TakeOver);
    until("the right to edit", || matches!(again.state().session, Session::Owner(_))).await;
    press("Control+z").await;
    assert_eq!(tags(&again), "", "steps of an earlier visit can be undone");
    until("Saved", || text("[data-status]") == "Saved").await;
}

#[wasm_bindgen_test]
async fn the_history_lists_the_newest_step_first() {
    page(&[("x", FIRST)], &[]).await;
    click(&one("#tab-history")).await;
    assert!(text("#tab-panel").contains("Nothing has been changed yet"));
    drag("x", 0, 11).await;
    press("1").await;
    drag("x", 23, 29).await;
    press("3").await;
    press("Control+z").await;
    let done = ["Tagged “Calais” as Location", "Tagged “Priti Patel” as Person", "Start"];
    assert_eq!(texts(".history-words"), done);
    assert_eq!(texts(".history .undone .history-words"), done[..1]);
    assert_eq!(texts(".history [aria-current] .history-words"), done[1..2]);
}

#[wasm_bindgen_test]
async fn several_selected_tags_have_a_button_that_relates_them() {
    let store = listed().await;
    store.dispatch(SelectAction::All(["a1", "a4"].map(Into::into).into()));
    settle().await;
    let button = one("#link-button");
    assert_eq!(
        attribute("#link-button", "title").unwrap(),
        "Relate each of these 2 tags to another, in any article (R)"
    );
    click(&button).await;
    assert!(store.state().mode.relation().is_some_and(|relation| relation.nears().len() == 2) || exists(".notice"));
}
