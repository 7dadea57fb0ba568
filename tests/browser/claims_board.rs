//! The claims board: a table whose keys move the focus, tie and part claims.

use crate::support::*;
use crossread::runtime::Store;
use wasm_bindgen_test::wasm_bindgen_test;

const ONE: &str = "Paris is big. Rome is old.";
const TWO: &str = "Paris is small.";

/// Three claims in two of three articles, with the board over them.
async fn board() -> Store {
    let tags = [
        ("a1", "x", "Claim", &[(0, 12)][..]),
        ("a2", "x", "Claim", &[(14, 25)][..]),
        ("a3", "y", "Claim", &[(0, 14)][..]),
    ];
    let store = page(&[("x", ONE), ("y", TWO), ("z", "Nothing.")], &tags).await;
    press("Control+b").await;
    store
}

/// The rows of the table, each as its title and the text of its cells.
fn rows() -> Vec<String> {
    let row = |number: usize| {
        let cell = |cell: &web_sys::HtmlElement| {
            let quotes = cell.query_selector_all(".board-quote").unwrap();
            let stance = cell.query_selector(".board-stance").unwrap().and_then(|one| one.text_content());
            let quotes: Vec<_> = (0..quotes.length()).filter_map(|i| quotes.item(i)?.text_content()).collect();
            if quotes.is_empty() {
                cell.text_content().unwrap()
            } else {
                quotes.join(" ") + &stance.unwrap_or_default()
            }
        };
        let cells = all(&format!(".board tbody tr:nth-child({number}) > *"));
        cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
    };
    (1..=all(".board tbody tr").len()).map(row).collect()
}

fn claim(id: &str) -> web_sys::HtmlElement {
    one(&format!("[data-claim={id}]"))
}

#[wasm_bindgen_test]
async fn the_board_is_a_table_with_headings() {
    let store = board().await;
    assert!(!exists(".reader") && has_focus(&one(".board-scroll")));
    assert_eq!(texts(".board thead th"), ["Claim", "Title of x", "Title of y", "Title of z"]);
    assert!(all(".board thead th").iter().all(|one| attribute_of(one, "scope") == "col"));
    assert!(all(".board tbody th").iter().all(|one| attribute_of(one, "scope") == "row"));
    assert_eq!(
        rows(),
        [
            "Paris is big | “Paris is big” | silent | silent",
            "Rome is old | “Rome is old” | silent | silent",
            "Paris is small | silent | “Paris is small” | silent"
        ]
    );
    assert_eq!(text(".board caption"), "Claims board: 3 rows, 3 articles");
    press("Control+b").await;
    assert!(exists(".reader") && !exists(".board"));
    assert!(has_focus(&article("x")));
    drop(store);
}

#[wasm_bindgen_test]
async fn claims_are_tied_and_parted_by_keys() {
    let store = board().await;
    press("ArrowDown").await;
    assert!(has_focus(&one(".board-title")));
    press("ArrowRight").await;
    assert!(has_focus(&claim("a1")));
    press("t").await;
    assert!(exists(".board-claim.picked"));
    claim("a3").focus().unwrap();
    press("t").await;
    assert_eq!(
        rows(),
        [
            "Paris is big | “Paris is big” | “Paris is small”repeats | silent",
            "Rome is old | “Rome is old” | silent | silent"
        ]
    );
    assert!(has_focus(&claim("a3")), "the claim that was tied");
    press("ArrowLeft").await;
    assert!(has_focus(&claim("a1")));
    press("p").await;
    assert_eq!(rows().len(), 3);
    assert!(has_focus(&claim("a1")));
    press("Control+z").await;
    assert_eq!(rows().len(), 2);
    assert_eq!(store.state().project().relations().count(), 1);
}

#[wasm_bindgen_test]
async fn claims_are_tied_and_parted_by_buttons() {
    let store = board().await;
    click(&button("Tie: “Rome is old”")).await;
    click(&button("Tie: “Paris is small”")).await;
    assert_eq!(store.state().project().relations().count(), 1);
    assert!(!exists("[aria-label='Part: “Paris is big”']"));
    click(&button("Part: “Rome is old”")).await;
    assert_eq!(store.state().project().relations().count(), 0);
}

#[wasm_bindgen_test]
async fn a_title_is_edited_in_its_place() {
    let store = board().await;
    click(&one(".board-title")).await;
    assert!(has_focus(&one(".board-title-field")));
    fill(".board-title-field", "The size of Paris").await;
    press("t").await;
    assert!(store.state().board.picked.is_none(), "a key in the field does nothing else");
    press("Enter").await;
    assert_eq!(texts(".board-title"), ["The size of Paris", "Rome is old", "Paris is small"]);
    assert!(has_focus(&one(".board-title")));
    click(&one(".board-title")).await;
    fill(".board-title-field", "Something else").await;
    press("Escape").await;
    assert_eq!(text(".board-title"), "The size of Paris");
    assert!(store.state().board.is_shown && has_focus(&one(".board-title")));
    click(&one(".board-title")).await;
    fill(".board-title-field", "").await;
    press("Enter").await;
    assert_eq!(text(".board-title"), "Paris is big", "an empty title is the words of the claim");
}

#[wasm_bindgen_test]
async fn a_claim_opens_in_its_text() {
    let store = board().await;
    click(&claim("a3")).await;
    assert!(exists(".reader") && !exists(".board"));
    assert_eq!(store.state().view.selected, ["a3".into()]);
    assert!(has_focus(&article("y")));
}

#[wasm_bindgen_test]
async fn filters_and_order_change_the_rows() {
    board().await;
    click(&button("Tie: “Paris is big”")).await;
    click(&button("Tie: “Paris is small”")).await;
    fill("[aria-label='Order of rows']", "articles").await;
    assert_eq!(texts(".board-title"), ["Paris is big", "Rome is old"]);
    click(&all(".board-tools input[type=checkbox]")[1]).await;
    assert_eq!(texts(".board-title"), ["Rome is old"]);
    assert_eq!(text(".board > .list-count"), "1 of 2 rows");
    click(&all(".board-tools input[type=checkbox]")[0]).await;
    assert_eq!(text(".board-empty"), "No row passes the filters.");
}
