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
            if cell.class_list().contains("board-silent") {
                // For the eye, there is only a dash.
                cell.query_selector(".visually-hidden").unwrap().and_then(|one| one.text_content()).unwrap()
            } else if quotes.is_empty() {
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
    board().await;
    assert!(!exists(".reader") && has_focus(&one(".board-scroll")));
    assert_eq!(texts(".board thead th"), ["Claim", "Title of x", "Title of y", "Title of z"]);
    assert!(all(".board thead th").iter().all(|one| attribute_of(one, "scope") == "col"));
    assert!(all(".board tbody th").iter().all(|one| attribute_of(one, "scope") == "row"));
    assert_eq!(
        rows(),
        [
            "Paris is big | “Paris is big” | says nothing about it | says nothing about it",
            "Rome is old | “Rome is old” | says nothing about it | says nothing about it",
            "Paris is small | says nothing about it | “Paris is small” | says nothing about it"
        ]
    );
    assert_eq!(text(".board caption"), "Claims board: 3 rows, 3 articles");
    press("Control+b").await;
    assert!(exists(".reader") && !exists(".board"));
    assert!(has_focus(&article("x")));
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
            "Paris is big | “Paris is big” | “Paris is small”repeats | says nothing about it",
            "Rome is old | “Rome is old” | says nothing about it | says nothing about it"
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
    claim("a3").focus().unwrap();
    press("Control+y").await;
    assert_eq!(rows().len(), 3);
    assert!(has_focus(&claim("a3")), "it is in another row now");
    press("Control+z").await;
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
    assert_eq!(*store.state().view.selected, ["a3".into()]);
    assert!(has_focus(&article("y")));
}

#[wasm_bindgen_test]
async fn filters_and_order_change_the_rows() {
    board().await;
    click(&button("Tie: “Paris is big”")).await;
    click(&button("Tie: “Paris is small”")).await;
    fill("[aria-label='Order of rows']", "articles").await;
    assert_eq!(texts(".board-title"), ["Paris is big", "Rome is old"]);
    let scroll =
        "const board = document.querySelector('.board-scroll'); board.style.blockSize = '40px'; board.scrollTop = 20;
                  return board.scrollTop";
    assert_eq!(run(scroll).as_f64(), Some(20.0));
    click(&all(".board-tools input[type=checkbox]")[1]).await;
    assert_eq!(texts(".board-title"), ["Rome is old"]);
    assert_eq!(one(".board-scroll").scroll_top(), 0, "other rows are seen from the first one");
    assert_eq!(text(".board > .list-count"), "1 of 2 rows");
    click(&all(".board-tools input[type=checkbox]")[0]).await;
    assert_eq!(text(".board-empty"), "No row passes the filters.");
}

/// A pointer that presses, moves and releases, as the browser reports it.
const POINTER: &str = "
window.pointer ??= {
  of(selector) {
    const element = document.querySelector(selector);
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = element.getBoundingClientRect();
    return [box.left + 4, box.top + 4];
  },
  send(kind, [clientX, clientY], more = {}, target = pointer.pressed) {
    target.dispatchEvent(new PointerEvent(kind, { bubbles: true, isPrimary: true, pointerType: 'mouse', buttons: 1, clientX, clientY, ...more }));
  },
  down(selector, more) { pointer.pressed = document.querySelector(selector); pointer.send('pointerdown', pointer.of(selector), more); },
  move(selector, more) { pointer.send('pointermove', pointer.of(selector), more); },
  up(selector, more) { pointer.send('pointerup', pointer.of(selector), { buttons: 0, ...more }); pointer.pressed.click(); },
};";

async fn pointer(script: &str) {
    run(POINTER);
    js(script).await;
    settle().await;
}

fn relations(store: &Store) -> usize {
    store.state().project().relations().count()
}

#[wasm_bindgen_test]
async fn a_claim_is_tied_and_parted_by_dragging() {
    let store = board().await;
    pointer("pointer.down('[data-claim=a3]'); pointer.move('[data-claim=a2]')").await;
    assert_eq!(announced(), "Dragging “Paris is small”. Drop it on a claim of another row, or press Esc");
    assert!(exists("[data-claim=a3]") && one(".board-claim.dragged").contains(Some(&claim("a3"))));
    assert!(one(".board-claim.over").contains(Some(&claim("a2"))) && exists("tr.over"));
    assert!(text(".board-ghost").starts_with("Tie by “repeats”"));
    assert!(!exists(".board-drop"), "it is in a row of its own");
    pointer("pointer.move('[data-claim=a3]')").await;
    assert!(!exists(".over"), "its own row");
    pointer("pointer.move('tr:nth-child(1) .board-title'); pointer.up('tr:nth-child(1) .board-title')").await;
    assert_eq!(relations(&store), 1, "tied to the first claim of the row");
    assert_eq!(rows()[0], "Paris is big | “Paris is big” | “Paris is small”repeats | says nothing about it");
    assert!(has_focus(&claim("a3")) || has_focus(&claim("a1")));
    assert!(store.state().board.is_shown, "the click after a drag is none");
    pointer("pointer.down('[data-claim=a3]'); pointer.move('[data-claim=a2]')").await;
    pointer("pointer.move('.board-drop')").await;
    assert!(exists(".board-drop.over"));
    pointer("pointer.up('.board-drop')").await;
    assert_eq!((relations(&store), exists(".board-drop"), exists(".board-ghost")), (0, false, false));
    press("Control+z").await;
    assert_eq!(relations(&store), 1);
}

#[wasm_bindgen_test]
async fn escape_gives_a_drag_up() {
    let store = board().await;
    claim("a3").focus().unwrap();
    pointer("pointer.down('[data-claim=a3]'); pointer.move('[data-claim=a2]')").await;
    press("Escape").await;
    assert_eq!(announced(), "Nothing was tied or parted");
    assert!(!exists(".dragged") && !exists(".over") && store.state().board.is_shown);
    pointer("pointer.move('[data-claim=a1]'); pointer.up('[data-claim=a1]')").await;
    assert_eq!((relations(&store), store.state().board.is_shown), (0, true));
    pointer("pointer.down('[data-claim=a3]'); pointer.move('[data-claim=a2]'); pointer.send('pointercancel', [0, 0])")
        .await;
    assert!(!exists(".dragged") && relations(&store) == 0, "the browser has taken the pointer");
}

#[wasm_bindgen_test]
async fn a_finger_drags_by_the_handle_only() {
    let store = board().await;
    const TOUCH: &str = "{ pointerType: 'touch' }";
    pointer(&format!("pointer.down('[data-claim=a3]', {TOUCH}); pointer.move('[data-claim=a2]', {TOUCH})")).await;
    assert!(!exists(".dragged"), "a finger on the words scrolls");
    let grip = "tr:nth-child(3) .board-grip";
    pointer(&format!("pointer.down('{grip}', {TOUCH}); pointer.move('[data-claim=a2]', {TOUCH})")).await;
    assert!(exists(".dragged"));
    pointer(&format!("pointer.up('[data-claim=a2]', {TOUCH})")).await;
    assert_eq!(relations(&store), 1);
}

#[wasm_bindgen_test]
async fn the_tab_key_stops_at_one_claim_or_title() {
    let store = board().await;
    let stops = || -> Vec<String> { all(".board table [tabindex='0']").iter().map(|one| name_of(one)).collect() };
    assert_eq!(stops(), ["Paris is big"]);
    press("ArrowDown").await;
    press("ArrowDown").await;
    press("ArrowRight").await;
    assert_eq!(stops(), ["“Rome is old”"]);
    one(".board-scroll").focus().unwrap();
    press("ArrowDown").await;
    assert!(has_focus(&claim("a2")), "where the focus was last");
    store.dispatch(crossread::edit::Command::Remove(vec!["a2".into()]));
    settle().await;
    assert_eq!(stops(), ["Paris is big"], "the claim is gone");
}

#[wasm_bindgen_test]
async fn values_that_differ_are_marked() {
    let store = page(
        &[("x", "About 30 people came."), ("y", "More than 40 people came."), ("z", "Around 31 people came.")],
        &[
            ("a1", "x", "Claim", &[(0, 20)][..]),
            ("a2", "y", "Claim", &[(0, 24)][..]),
            ("a3", "z", "Claim", &[(0, 21)][..]),
        ],
    )
    .await;
    press("Control+b").await;
    for id in ["a2", "a3"] {
        store.dispatch(crossread::app::BoardAction::Tie(id.into(), "a1".into()));
    }
    settle().await;
    assert_eq!(
        texts(".board-values"),
        ["About 30 people", "≠ differs: More than 40 people", "≠ differs: Around 31 people"]
    );
    assert_eq!(text("tbody th .board-about"), "More than 40 people / Around 31 people");
    store.dispatch(crossread::app::BoardAction::Part("a2".into()));
    settle().await;
    assert_eq!(texts(".board-values"), ["About 30 people", "Around 31 people", "More than 40 people"]);
    assert!(!exists("tbody th .board-about"), "20 to 40 and 30 to 32 have values in common");
}

#[wasm_bindgen_test]
async fn a_row_that_has_not_changed_is_not_rendered_again() {
    let store = board().await;
    run("window.changed = []; new MutationObserver((all) => changed.push(...all.map((one) => (one.target.closest ? one.target : one.target.parentElement).closest('tr').rowIndex)))
        .observe(document.querySelector('.board tbody'), { subtree: true, childList: true, attributes: true, characterData: true })");
    store.dispatch(crossread::app::BoardAction::Pick("a2".into()));
    settle().await;
    assert_eq!(js("return [...new Set(changed)].join()").await, "2");
}

/// A claim for each of so many sentences, in the first of two articles; the last one is in the second.
async fn long_board(count: usize) -> Store {
    let text: String = (1..count).map(|number| format!("w{number:05}. ")).collect();
    let ids: Vec<String> = (1..=count).map(|number| format!("a{number}")).collect();
    let ranges: Vec<[(usize, usize); 1]> = (0..count - 1).map(|number| [(8 * number, 8 * number + 6)]).collect();
    let mut tags: Vec<_> =
        ids.iter().zip(&ranges).map(|(id, range)| (id.as_str(), "x", "Claim", range.as_slice())).collect();
    let last = [(0, 4)];
    tags.push((&ids[count - 1], "y", "Claim", &last));
    let store = page(&[("x", &text), ("y", "Last.")], &tags).await;
    press("Control+b").await;
    frames().await;
    store
}

async fn frames() {
    js("for (let i = 0; i < 6; i++) await new Promise(done => requestAnimationFrame(done))").await;
}

#[wasm_bindgen_test]
async fn of_a_long_board_the_rows_near_what_is_seen_are_rendered() {
    let store = long_board(20_000).await;
    let rendered = || all(".board tbody tr[aria-rowindex]");
    assert!(rendered().len() < 100, "{}", rendered().len());
    assert_eq!(attribute(".board table", "aria-rowcount").as_deref(), Some("20001"));
    assert_eq!(attribute_of(&rendered()[0], "aria-rowindex"), "2");
    press("ArrowDown").await;
    press("ArrowRight").await;
    assert!(has_focus(&claim("a1")));
    press("Control+End").await;
    frames().await;
    assert!(has_focus(&claim("a20000")), "the last claim");
    assert!(rendered().len() < 100, "{}", rendered().len());
    assert_eq!(attribute_of(rendered().last().unwrap(), "aria-rowindex"), "20001");
    press("ArrowUp").await;
    assert!(has_focus(&claim("a20000")), "there is no other claim in its column");
    press("Home").await;
    press("ArrowUp").await;
    frames().await;
    press("ArrowRight").await;
    assert!(has_focus(&claim("a19999")));
    store.dispatch(crossread::edit::Command::Remove(vec!["a3".into()]));
    settle().await;
    frames().await;
    assert!(has_focus(&claim("a19999")), "a row far above is gone");
    press("Control+Home").await;
    frames().await;
    assert_eq!(one(".board-scroll").scroll_top(), 0);
    assert!(has_focus(&all(".board-title")[0]));
}
