//! Suggestions: the panel, the review with its focus, and the outlines in the text.

use crate::support::*;
use crossread::runtime::Store;
use wasm_bindgen_test::wasm_bindgen_test;

const ONE: &str = "Boris Johnson met Emmanuel Macron in Calais. Boris Johnson left Calais.";
const TWO: &str = "Emmanuel Macron stayed in Calais.";

/// Two articles with names, and the panel of suggestions.
async fn panel() -> Store {
    let store = page(&[("x", ONE), ("y", TWO)], &[]).await;
    click(&one("#tab-suggestions")).await;
    until("suggestions are listed", || exists(".suggestion-kind")).await;
    store
}

fn toggle(key: &str) -> web_sys::HtmlElement {
    one(&format!("[data-toggle^='{key}']"))
}

fn count() -> String {
    text(".suggestions .list-count")
}

/// Whether the text has outlines of a name; `None` in a browser without highlights.
fn outlines(name: &str) -> Option<f64> {
    run(&format!("return typeof Highlight === 'undefined' ? null : CSS.highlights.get('{name}')?.size ?? 0;")).as_f64()
}

#[wasm_bindgen_test]
async fn a_group_is_accepted_rejected_and_restored_in_the_panel() {
    let store = panel().await;
    let all = count();
    click(&toggle("entity")).await;
    assert_eq!(attribute_of(&toggle("entity"), "aria-expanded"), "true");
    let groups = texts(".suggestion.group .suggestion-text > span:nth-of-type(1)");
    assert_eq!(groups, ["Boris Johnson", "Emmanuel Macron", "Calais"]);
    let reject = button("Reject: “Emmanuel Macron”");
    reject.focus().unwrap();
    click(&reject).await;
    until("the group is gone", || exists("[data-toggle=rejected]")).await;
    assert!(has_focus(&button("Reject: “Calais”")), "the same button of the next row");
    click(&toggle("entity:Location")).await;
    assert_eq!(all_members(), 3);
    click(&button("Accept: “Calais”")).await;
    until("the tags are drawn", || marks().contains("Calais")).await;
    assert!(tags(&store).contains("Calais"));
    click(&toggle("rejected")).await;
    assert_eq!(text("[data-toggle=rejected] span:nth-of-type(2)"), "Rejected (2)");
    click(&button("Restore all")).await;
    until("nothing is rejected", || !exists("[data-toggle=rejected]")).await;
    press("Control+z").await;
    press("Control+z").await;
    press("Control+z").await;
    until("everything is open again", || count() == all).await;
}

fn all_members() -> usize {
    crate::support::all(".suggestion.member").len()
}

#[wasm_bindgen_test]
async fn a_review_by_keys_keeps_the_focus_and_gives_it_back() {
    let store = page(&[("x", ONE), ("y", TWO)], &[]).await;
    article("x").focus().unwrap();
    press("s").await;
    until("the review begins", || exists(".review")).await;
    settle().await;
    assert!(has_focus(&one(".review .primary")) && name_of(&one(".review .primary")).starts_with("Accept"));
    assert!(announced().contains("Boris Johnson"), "{}", announced());
    assert!(outlines("suggestion").is_none_or(|count| count > 0.0));
    assert!(outlines("suggestion-sign").is_none_or(|count| count > 0.0), "the first words of sentences");
    assert!(outlines("suggestion-current").is_none_or(|count| count > 0.0));
    assert_eq!(article("x").text_content().as_deref(), Some(ONE), "outlines add nothing to the text");
    press("a").await;
    settle().await;
    assert!(has_focus(&one(".review .primary")));
    assert!(text(".review").contains("Macron"));
    press("l").await;
    settle().await;
    assert!(exists(".palette [role=menuitem]"));
    press("2").await;
    settle().await;
    assert!(has_focus(&one(".review .primary")) && !exists(".palette [role=menuitem]"));
    press("Escape").await;
    settle().await;
    assert!(!exists(".review") && has_focus(&article("x")));
    assert_eq!(outlines("suggestion-current").unwrap_or_default(), 0.0);
    let made = tags(&store);
    assert!(made.contains("Boris Johnson") && made.contains("Organization"), "{made}");
    press("u").await;
    settle().await;
    assert_eq!(outlines("suggestion").unwrap_or_default(), 0.0);
    assert_eq!(outlines("suggestion-sign").unwrap_or_default(), 0.0);
}
