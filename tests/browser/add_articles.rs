//! Adding articles: pasting on the page, files in any encoding, and the dialog that asks for their fields.

use crossread::format::native;
use crossread::model::{Project, Timestamp, news_claims};
use crossread::runtime::Store;
use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::*;

/// "Все люди рождаются свободными" in KOI8-R.
const KOI8: &str = "[0xf7,0xd3,0xc5,0x20,0xcc,0xc0,0xc4,0xc9,0x20,0xd2,0xcf,0xd6,0xc4,0xc1,0xc0,0xd4,0xd3,0xd1,0x20,\
                    0xd3,0xd7,0xcf,0xc2,0xcf,0xc4,0xce,0xd9,0xcd,0xc9]";

/// A page with the detector of encodings, which is a program of its own in the built page.
async fn a_page() -> Store {
    let guess = |bytes: Vec<u8>, is_end: bool| crossread_detector::guess(&bytes, is_end).to_owned();
    let guess = Closure::<dyn Fn(Vec<u8>, bool) -> String>::new(guess).into_js_value();
    Reflect::set(&js_sys::global(), &"crossreadGuess".into(), &guess).unwrap();
    page(&[("x", "One.")], &[]).await
}

/// Pastes on an element; whether the page took it. `fill` puts something into the `DataTransfer` `data`.
fn paste_on(selector: &str, fill: &str) -> bool {
    let script = format!(
        "const data = new DataTransfer(); {fill};
         const event = new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }});
         return !document.querySelector('{selector}').dispatchEvent(event)"
    );
    run(&script) == true
}

/// Pastes files on the page: (name, content as a JavaScript literal of bytes or text).
async fn paste_files(files: &[(&str, &str)]) {
    let adds: String = files
        .iter()
        .map(|(name, content)| {
            let content =
                if content.starts_with('[') { format!("new Uint8Array({content})") } else { format!("`{content}`") };
            format!("data.items.add(new File([{content}], '{name}'));")
        })
        .collect();
    assert!(paste_on("#mounted", &adds));
    until("the dialog", || exists("dialog")).await;
    settle().await;
}

fn value(selector: &str) -> String {
    Reflect::get(&one(selector), &"value".into()).unwrap().as_string().unwrap()
}

/// The titles and texts of all articles but the first.
fn added(store: &Store) -> Vec<(String, String)> {
    let state = store.state();
    let new = state.project().articles().iter().skip(1);
    new.map(|article| (article.title.clone(), article.text.as_str().to_owned())).collect()
}

async fn submit() {
    click(&one("dialog [type=submit]")).await;
}

#[wasm_bindgen_test]
async fn a_text_that_is_pasted_on_the_page_is_offered_as_an_article() {
    let store = a_page().await;
    assert!(paste_on("#mounted", "data.setData('text/plain', 'Headline\\n\\nA text.')"));
    settle().await;
    assert_eq!((value("dialog input"), value("dialog textarea")), ("Headline".into(), "Headline\n\nA text.".into()));
    submit().await;
    assert!(!exists("dialog"));
    assert_eq!(added(&store), [("Headline".to_owned(), "Headline\n\nA text.".to_owned())]);
    assert_eq!(store.state().shown().len(), 2);
}

#[wasm_bindgen_test]
async fn what_is_pasted_into_fields_and_over_other_dialogs_is_left_alone() {
    let store = a_page().await;
    let text = "data.setData('text/plain', 'Words')";
    assert!(!paste_on("[type=search]", text));
    assert!(!paste_on("#mounted", "data.setData('text/plain', ' \\n')"), "there is no text");
    store.dispatch(crossread::app::ViewAction::Open(Some(crossread::app::Dialog::Help)));
    settle().await;
    assert!(!paste_on("dialog", text));
    settle().await;
    assert!(!exists("dialog textarea"));
}

#[wasm_bindgen_test]
async fn halves_of_characters_in_pasted_texts_are_named() {
    let store = a_page().await;
    assert!(paste_on("#mounted", "data.setData('text/plain', 'Headline\\nA\\ud83d text\\n\\nand \\ude00.')"));
    settle().await;
    let warning = text("dialog textarea + .warning");
    assert!(warning.contains("2 halves of characters") && warning.contains("lines 2 and 4"), "{warning}");
    assert_eq!(attribute("dialog textarea", "aria-describedby"), attribute("dialog textarea + .warning", "id"));
    submit().await;
    assert_eq!(added(&store)[0].1, "Headline\nA\u{fffd} text\n\nand \u{fffd}.");
}

#[wasm_bindgen_test]
async fn halves_of_characters_are_named_in_the_field_too() {
    let store = a_page().await;
    store.dispatch(crossread::app::ViewAction::Open(Some(crossread::app::Dialog::paste_text())));
    settle().await;
    assert!(has_focus(&one("dialog textarea")));
    js("tools.fill(document.querySelector('dialog textarea'), 'A \\ud83d')").await;
    assert!(text("dialog textarea + .warning").contains("1 half of a character"));
    js("tools.fill(document.querySelector('dialog textarea'), 'A \\ud83d\\ude00 \\ufffd')").await;
    assert_eq!(text("dialog textarea + .warning"), "");
    fill("dialog input", "Title").await;
    submit().await;
    assert_eq!(added(&store)[0].1, "A 😀 \u{fffd}");
}

#[wasm_bindgen_test]
async fn a_legacy_encoding_is_guessed_and_can_be_changed() {
    let store = a_page().await;
    paste_files(&[("koi.txt", KOI8)]).await;
    assert_eq!(value("dialog select"), "KOI8-R");
    assert_eq!(text("dialog .preview"), "Все люди рождаются свободными");
    assert!(text("dialog .encoding-row [role=status]").contains("KOI8-R is a guess"));
    assert!(texts("dialog option").iter().any(|name| name == "MacRoman (macintosh)"));
    fill("dialog select", "macintosh").await;
    until("another text", || !text("dialog .preview").contains("Все")).await;
    assert_eq!(text("dialog .preview").chars().count(), 29);
    assert_eq!(text("dialog .encoding-row [role=status]"), "");
    fill("dialog select", "KOI8-R").await;
    until("the text", || text("dialog .preview") == "Все люди рождаются свободными").await;
    fill("dialog select", "UTF-16LE").await;
    until("another text", || !text("dialog .preview").contains("Все")).await;
    assert!(text("dialog").contains("1 place is not valid UTF-16"), "{}", text("dialog"));
    fill("dialog select", "KOI8-R").await;
    until("the text", || text("dialog .preview") == "Все люди рождаются свободными").await;
    submit().await;
    assert_eq!(added(&store), [("koi".to_owned(), "Все люди рождаются свободными".to_owned())]);
}

#[wasm_bindgen_test]
async fn without_the_detector_a_text_is_read_as_windows_1252_with_a_warning() {
    for missing in ["delete window.crossreadGuess", "window.crossreadGuess = async () => { throw Error('offline') }"] {
        let store = a_page().await;
        run(missing);
        paste_files(&[("koi.txt", KOI8)]).await;
        assert_eq!((value("dialog select"), text("dialog .preview").chars().count()), ("windows-1252".into(), 29));
        assert!(text("dialog").contains("The encoding could not be guessed"), "{}", text("dialog"));
        assert!(!text("dialog").contains("is a guess"));
        fill("dialog select", "KOI8-R").await;
        until("the text", || text("dialog .preview") == "Все люди рождаются свободными").await;
        assert!(!text("dialog").contains("could not be guessed"));
        submit().await;
        assert_eq!(added(&store), [("koi".to_owned(), "Все люди рождаются свободными".to_owned())]);
    }
}

#[wasm_bindgen_test]
async fn broken_utf8_stays_utf8_with_a_warning() {
    a_page().await;
    let bytes: Vec<String> = b"\xc5\x81\xc3\xb3d\xc5\xba\nsays \xe2\x80 no".iter().map(ToString::to_string).collect();
    paste_files(&[("broken.txt", &format!("[{}]", bytes.join(",")))]).await;
    assert_eq!((value("dialog select"), text("dialog .preview")), ("UTF-8".into(), "Łódź\nsays \u{fffd} no".into()));
    assert!(
        text("dialog .warning + .remarks, dialog").contains("1 place is not valid UTF-8 and became “\u{fffd}”: line 2")
    );
}

#[wasm_bindgen_test]
async fn several_files_are_added_in_one_table() {
    let store = a_page().await;
    paste_files(&[("same.txt", "First."), ("same.txt", "Second."), ("koi.txt", KOI8)]).await;
    assert_eq!(text("dialog h2"), "Add articles (3)");
    assert_eq!(texts("dialog .file-name"), ["same.txt", "same.txt", "koi.txt"]);
    assert!(text("dialog .first-words").contains("6 characters · First."));
    assert_eq!(texts("dialog tbody .warning").concat(), "guessed");
    click(&all("dialog .first-words")[2]).await;
    assert_eq!(text("dialog .preview"), "Все люди рождаются свободными");
    fill("dialog tbody:nth-of-type(1) td:nth-of-type(3) input", "someday").await;
    submit().await;
    assert!(
        text("dialog .add-foot .problem").starts_with("same.txt: \"someday\" is not a date"),
        "{}",
        text("dialog .add-foot")
    );
    let wrong = one("dialog [aria-invalid]");
    assert!(has_focus(&wrong) && value("dialog [aria-invalid]") == "someday");
    fill("dialog tbody:nth-of-type(1) td:nth-of-type(3) input", "2021-11").await;
    // A row that is removed leaves what was entered in the others.
    click(&one("dialog tbody:nth-of-type(2) .remove button")).await;
    fill("dialog tbody:nth-of-type(2) td:nth-of-type(1) input", "Russian").await;
    submit().await;
    assert!(!exists("dialog"));
    let titles: Vec<String> = added(&store).into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["same", "Russian"]);
    assert_eq!(store.state().project().articles()[1].date, "2021-11");
    assert_eq!(store.state().shown().len(), 2, "both are shown");
    assert!(!store.state().shown().contains(&"x".into()));
}

#[wasm_bindgen_test]
async fn what_is_entered_stays_while_the_table_becomes_a_form() {
    let store = a_page().await;
    paste_files(&[("a.txt", "First."), ("b.txt", "Second.")]).await;
    fill("dialog tbody:nth-of-type(2) td:nth-of-type(2) input", "dpa").await;
    click(&one("dialog tbody:nth-of-type(1) .remove button")).await;
    assert_eq!(text("dialog h2"), "Add article");
    let values: Vec<String> = (0..2)
        .map(|i| value(&format!("dialog label:nth-of-type(1) input[id^=add-{}]", ["title", "source"][i])))
        .collect();
    assert_eq!(values, ["b", "dpa"]);
    // More files come while the dialog is open.
    paste_files(&[("c.txt", "Third.")]).await;
    until("the table", || exists("dialog table")).await;
    assert_eq!(value("dialog tbody td:nth-of-type(2) input"), "dpa");
    submit().await;
    assert_eq!(added(&store).len(), 2);
}

#[wasm_bindgen_test]
async fn escape_asks_before_anything_entered_is_lost() {
    let store = a_page().await;
    paste_files(&[("a.txt", "First.")]).await;
    press("Escape").await;
    assert!(!exists("dialog"), "nothing was entered");
    paste_files(&[("a.txt", "First.")]).await;
    fill("dialog input[id^=add-source]", "dpa").await;
    press("Escape").await;
    assert!(text("dialog [role=alert]").contains("not added yet"));
    assert_eq!(name_of(&document().active_element().unwrap()), "Keep editing");
    assert!(one("dialog form").hidden());
    press("Escape").await;
    assert!(!one("dialog form").hidden() && has_focus(&one("dialog input[id^=add-source]")));
    assert_eq!(value("dialog input[id^=add-source]"), "dpa");
    press("Escape").await;
    click(&one("dialog .danger")).await;
    assert!(!exists("dialog") && added(&store).is_empty());
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_a_text_is_named_and_may_be_added_all_the_same() {
    let store = a_page().await;
    paste_files(&[("report.pdf", "%PDF-1.7\\n\\0"), ("data.csv", "a,b"), ("good.txt", "Good.")]).await;
    let refused = texts("dialog .refused li > span");
    assert!(refused[0].starts_with("“report.pdf” is a PDF.") && refused[0].contains("Ctrl+V"), "{refused:?}");
    assert!(refused[1].starts_with("“data.csv” is a table."), "{refused:?}");
    assert_eq!(all("dialog .refused button").len(), 1);
    click(&one("dialog .refused button")).await;
    until("the table", || exists("dialog table")).await;
    submit().await;
    assert_eq!(added(&store), [("good".into(), "Good.".into()), ("data".into(), "a,b".into())]);
}

#[wasm_bindgen_test]
async fn a_message_names_a_file_once() {
    a_page().await;
    assert!(paste_on(
        "#mounted",
        "const file = new File(['x'], 'gone.txt'); data.items.add(file);
         File.prototype.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('it moved')) })"
    ));
    until("a message", || exists(".notice")).await;
    run("delete File.prototype.slice");
    assert_eq!(text(".notice").matches("gone.txt").count(), 1, "{}", text(".notice"));
    assert!(text(".notice").contains("it moved"));
}

/// A project as a file: (name, content).
fn a_project() -> (&'static str, String) {
    let at = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
    let json = native::write(&Project::new("Other", news_claims(), at));
    ("p.crossread.json", json.replace('\\', "\\\\"))
}

/// Drops a file of this name and content on the page.
fn drop_file(name: &str, content: &str) {
    run(&format!(
        "const data = new DataTransfer(); data.items.add(new File([`{content}`], '{name}'));
         document.querySelector('#mounted').dispatchEvent(
           new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}))"
    ));
}

#[wasm_bindgen_test]
async fn texts_that_come_with_a_project_become_its_articles() {
    let store = a_page().await;
    let (name, json) = a_project();
    paste_files(&[("a.txt", "First."), (name, &json)]).await;
    assert_eq!((store.state().project().title.as_str(), value("dialog input").as_str()), ("Other", "a"));
    submit().await;
    assert_eq!(store.state().project().articles().len(), 1);
}

#[wasm_bindgen_test]
async fn a_project_does_not_replace_what_is_entered_for_texts() {
    let store = a_page().await;
    paste_files(&[("a.txt", "First.")]).await;
    fill("dialog input[id^=add-source]", "dpa").await;
    let (name, json) = a_project();
    drop_file(name, &json);
    until("a message", || exists("dialog .refused li")).await;
    assert!(text("dialog .refused li").contains("Import it when the dialog is closed"));
    assert_eq!(value("dialog input[id^=add-source]"), "dpa");
    assert_ne!(store.state().project().title, "Other");
}

#[wasm_bindgen_test]
async fn a_file_dropped_on_another_dialog_leaves_it_open() {
    let store = a_page().await;
    store.dispatch(crossread::app::ViewAction::Open(Some(crossread::app::Dialog::Schema(None))));
    settle().await;
    drop_file("a.txt", "First.");
    until("a message", || store.state().notice.is_some()).await;
    settle().await;
    assert!(exists("dialog [role=status]") && text("dialog").contains("Close the dialog first"), "{}", text("dialog"));
    assert!(added(&store).is_empty() && store.state().dialog == Some(crossread::app::Dialog::Schema(None)));
}

#[wasm_bindgen_test]
async fn data_in_a_text_file_is_named() {
    let store = a_page().await;
    paste_files(&[("export.txt", "{\"text\": \"a\"}\n{\"text\": \"b\"}")]).await;
    assert!(text("dialog").contains("This seems to be JSON Lines"), "{}", text("dialog"));
    press("Escape").await;
    paste_files(&[("data", "a,b,c\n1,2,3\n4,5,6"), ("flac.txt", "fLaC is a codec.")]).await;
    assert!(text("dialog .refused li").contains("“data” is a table."), "{}", text("dialog .refused li"));
    assert_eq!(value("dialog input"), "flac");
    press("Escape").await;
    let (_, json) = a_project();
    assert!(paste_on("#mounted", &format!("data.items.add(new File([`{json}`], 'project.txt'))")));
    until("the project", || store.state().project().title == "Other").await;
    assert!(!exists("dialog"));
}

fn focused_id() -> String {
    document().active_element().unwrap().id()
}

#[wasm_bindgen_test]
async fn the_focus_stays_where_rows_are_removed_and_restored() {
    let store = a_page().await;
    paste_files(&[("a.txt", "First."), ("b.txt", "Second."), ("c.txt", "Third.")]).await;
    let remove = |at: usize| all("dialog .remove button")[at].clone();
    let [second, third] = [1, 2].map(|at| remove(at).id());
    for next in [second, third.replace("remove", "title")] {
        remove(0).focus().unwrap();
        click(&remove(0)).await;
        settle().await;
        assert_eq!(focused_id(), next);
    }
    let undo = texts("dialog .refused li");
    assert_eq!(undo.len(), 2, "{undo:?}");
    assert!(undo[0].contains("will not be added"));
    let button = all("dialog .refused li button")[0].clone();
    button.focus().unwrap();
    click(&button).await;
    settle().await;
    assert!(has_focus(&one("dialog tbody:nth-of-type(1) td:nth-of-type(1) input")));
    assert_eq!(texts("dialog .file-name"), ["a.txt", "c.txt"]);
    submit().await;
    assert_eq!(added(&store), [("a".into(), "First.".into()), ("c".into(), "Third.".into())]);
}

#[wasm_bindgen_test]
async fn the_focus_stays_when_the_form_becomes_a_table_and_files_are_added_as_text() {
    a_page().await;
    paste_files(&[("a.txt", "First."), ("page.html", "<html>")]).await;
    let source = one("dialog input[id^=add-source]");
    source.focus().unwrap();
    let id = source.id();
    paste_files(&[("b.txt", "Second.")]).await;
    until("the table", || exists("dialog table")).await;
    settle().await;
    assert_eq!(focused_id(), id);
    one("dialog .refused button").focus().unwrap();
    click(&one("dialog .refused button")).await;
    until("the third row", || all("dialog tbody").len() == 3).await;
    settle().await;
    assert!(has_focus(&one("dialog tbody:nth-of-type(3) td:nth-of-type(1) input")));
}

#[wasm_bindgen_test]
async fn titles_are_told_apart_from_what_was_entered() {
    let store = a_page().await;
    paste_files(&[("a.txt", "First.")]).await;
    fill("dialog input", "b").await;
    paste_files(&[("b.txt", "Second."), ("c.txt", "Third.")]).await;
    until("the table", || exists("dialog table")).await;
    assert_eq!(value("dialog tbody:nth-of-type(2) td:nth-of-type(1) input"), "b (2)");
    fill("dialog tbody:nth-of-type(1) td:nth-of-type(1) input", "c").await;
    submit().await;
    let titles: Vec<String> = added(&store).into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["c", "b (2)", "c (2)"], "what was entered stays");
}

#[wasm_bindgen_test]
async fn a_text_that_is_pasted_while_files_are_listed_is_added_to_them() {
    let store = a_page().await;
    paste_files(&[("a.txt", "First.")]).await;
    assert!(paste_on("#mounted", "data.setData('text/plain', 'Headline\\nA text.')"));
    until("the table", || exists("dialog table")).await;
    assert_eq!(texts("dialog .file-name"), ["a.txt", "Pasted text"]);
    submit().await;
    assert_eq!(added(&store)[1], ("Headline".into(), "Headline\nA text.".into()));
}

#[wasm_bindgen_test]
async fn a_text_that_is_pasted_beside_the_field_comes_after_what_is_in_it() {
    let store = a_page().await;
    store.dispatch(crossread::app::ViewAction::Open(Some(crossread::app::Dialog::paste_text())));
    settle().await;
    fill("dialog textarea", "Typed. ").await;
    assert!(paste_on("dialog", "data.setData('text/plain', 'Pasted.')"));
    settle().await;
    assert_eq!(value("dialog textarea"), "Typed. Pasted.");
    fill("dialog input", "Title").await;
    submit().await;
    assert_eq!(added(&store), [("Title".into(), "Typed. Pasted.".into())]);
}

#[wasm_bindgen_test]
async fn a_dialog_shows_why_a_file_that_was_dropped_on_it_was_not_taken() {
    let store = a_page().await;
    store.dispatch(crossread::app::ViewAction::Open(Some(crossread::app::Dialog::NewProject)));
    settle().await;
    assert!(!exists("dialog .dialog-error"));
    drop_file("a.txt", "First.");
    until("a message", || store.state().notice.is_some()).await;
    settle().await;
    assert!(text("dialog .dialog-error").contains("Close the dialog first"), "{}", text("dialog"));
}
