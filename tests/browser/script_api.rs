//! The script API, `window.crossread`: every call, and the errors of invalid calls.

use crate::support::*;
use crossread::runtime::{Store, blank_state, install_script_api, start};
use crossread::web::storage::{Depth, Storage};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "😀 Ana met Élise and 👨‍👩‍👧 in Calais.";

/// A page with the API: two tags in `x`, and an article `y`.
async fn installed() -> Store {
    let mut file = project_file(
        &[("x", TEXT), ("y", "Other text")],
        &[("a1", "x", "Person", &[(2, 5)]), ("a2", "x", "Person", &[(10, 15)])],
    );
    file["entities"] = json!([{ "id": "e1", "name": "Ana", "label": "Person" }]);
    let store = Store::new(state_of(&file));
    mount(&store).await;
    install_script_api(&store).unwrap();
    store
}

/// The message of the `Error` that a call throws. Checks that the project is unchanged.
async fn refused(call: &str) -> String {
    let before = js("return JSON.stringify(crossread.project())").await;
    let error = match attempt(&format!("await crossread.{call}")).await {
        Ok(value) => panic!("{call} was accepted: {value}"),
        Err(error) => error,
    };
    assert_eq!(js("return JSON.stringify(crossread.project())").await, before, "{call} changed something");
    assert_eq!(js("return crossread.undo()").await, "false", "{call} left something to undo");
    error.strip_prefix("true ").unwrap_or_else(|| panic!("{call} threw no Error: {error}")).to_owned()
}

/// Checks that a call throws an `Error` whose message contains all of these texts.
async fn refuses(call: &str, words: &[&str]) {
    let message = refused(call).await;
    assert!(words.iter().all(|word| message.contains(word)), "{call}: {message}");
}

async fn parsed(script: &str) -> Value {
    serde_json::from_str(&js(script).await).unwrap()
}

#[wasm_bindgen_test]
async fn an_event_reports_that_the_api_is_ready() {
    run("delete window.crossread; window.ready = [];
         addEventListener('crossread:ready', () => ready.push(typeof crossread?.annotate), { once: true })");
    installed().await;
    assert_eq!(js("return ready").await, "[\"function\"]");
    assert_eq!(js("return crossread.version").await, env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
async fn every_call_exists() {
    installed().await;
    let calls = [
        "project",
        "load",
        "importFile",
        "export",
        "formats",
        "annotate",
        "update",
        "remove",
        "relate",
        "undo",
        "redo",
        "reveal",
        "saved",
        "subscribe",
    ];
    for call in calls {
        assert_eq!(js(&format!("return typeof crossread.{call}")).await, "function", "{call}");
    }
}

#[wasm_bindgen_test]
async fn project_returns_a_copy_in_the_file_format() {
    installed().await;
    let project = parsed("return crossread.project()").await;
    assert_eq!(project["format"], "crossread");
    assert_eq!(project["articles"][0]["text"], TEXT);
    assert_eq!(project["annotations"][0]["ranges"][0]["exact"], "Ana");
    js("const copy = crossread.project(); copy.articles[0].text = ''; copy.annotations.length = 0").await;
    assert_eq!(parsed("return crossread.project()").await, project);
}

#[wasm_bindgen_test]
async fn annotate_accepts_ranges_in_both_forms_and_labels_by_any_name() {
    let store = installed().await;
    for (call, expected) in [
        ("{ article: 'x', label: 'Location', ranges: [{ start: 29, end: 35 }] }", "Location:Calais"),
        ("{ article: 'x', label: 'loc', ranges: [[29, 35]] }", "Location:Calais"),
        ("{ article: 'x', label: 'ORGANIZATION', ranges: [{ start: 6, end: 9 }] }", "Organization:met"),
        ("{ article: 'x', label: 'MISC', ranges: [[20, 25]] }", "Other:👨‍👩‍👧"),
        ("{ article: 'x', label: 'Claim', ranges: [[29, 35], [2, 5]] }", "Claim:Ana … Calais"),
        ("{ article: 'y', label: 'Date', ranges: [[0.0, 5]], note: 'N', entity: 'e1' }", "Date:Other"),
    ] {
        let id = js(&format!("return crossread.annotate({call})")).await;
        assert!(store.state().project().annotation(&id.as_str().into()).is_some(), "{call} gave {id}");
        assert!(tags(&store).contains(expected), "{call} made {}", tags(&store));
        assert!(exists(&format!("mark[data-annotation~='{id}']")), "{call} is drawn");
        js("crossread.undo()").await;
    }
}

#[wasm_bindgen_test]
async fn annotate_accepts_note_entity_and_attributes() {
    installed().await;
    let id = js("return crossread.annotate({ article: 'x', label: 'Claim', ranges: [[2, 9]], note: 'N', entity: 'e1',
                 attributes: { type: 'Numerical', source: 'e1' } })")
    .await;
    let made = parsed(&format!("return crossread.project().annotations.find(one => one.id === '{id}')")).await;
    assert_eq!((&made["note"], &made["entity"]), (&json!("N"), &json!("e1")));
    assert_eq!(made["attributes"], json!({ "type": "Numerical", "source": "e1", "verdict": "unchecked" }));
    assert_eq!(announced(), "Tagged “Ana met” as Claim");
}

#[wasm_bindgen_test]
async fn annotate_refuses_invalid_ranges() {
    installed().await;
    for (ranges, words) in [
        ("[[21, 25]]", "ranges[0]: the offset 21 cuts a character"),
        ("[[2, 5], [20, 22]]", "ranges[1]: the offset 22 cuts a character"),
        ("[[30, 99]]", "ranges[0]: the range 30 to 99 is outside the text, which has 36 code points"),
        ("[[4294967295, 4294967296]]", "ranges"),
        ("[[5, 5]]", "ranges[0]: the range 5 to 5 is empty"),
        ("[[9, 2]]", "ranges[0]: the range 9 to 2 is empty"),
        ("[[-1, 2]]", "ranges: expected a list of {start, end}"),
        ("[[0.5, 2]]", "ranges"),
        ("[[NaN, 2]]", "ranges"),
        ("[['2', '5']]", "ranges"),
        ("[[2]]", "ranges"),
        ("[{ start: 2 }]", "ranges"),
        ("[2, 5]", "ranges"),
        ("{ start: 2, end: 5 }", "ranges"),
        ("null", "ranges"),
        ("undefined", "ranges"),
        ("[]", "range"),
        ("[[2, 9], [5, 15]]", "range"),
    ] {
        refuses(&format!("annotate({{ article: 'x', label: 'PER', ranges: {ranges} }})"), &[words]).await;
    }
}

#[wasm_bindgen_test]
async fn annotate_refuses_invalid_fields() {
    installed().await;
    for (fields, words) in [
        ("article: 'x', label: 'Nobody', ranges: [[2, 5]]", &["label", "\"Nobody\""][..]),
        ("article: 'x', label: 7, ranges: [[2, 5]]", &["label", "expected the id or name of a label", "7"]),
        ("article: 'x', ranges: [[2, 5]]", &["label is missing"]),
        ("label: 'PER', ranges: [[2, 5]]", &["article is missing"]),
        ("article: 'q', label: 'PER', ranges: [[2, 5]]", &["article", "\"q\""]),
        ("article: 'x', label: 'PER', ranges: [[2, 5]], note: 5", &["note", "expected a text"]),
        ("article: 'x', label: 'PER', ranges: [[2, 5]], entity: 'e9'", &["entity", "\"e9\""]),
        ("article: 'x', label: 'PER', ranges: [[2, 5]], attributes: 5", &["attributes", "expected an object"]),
        ("article: 'x', label: 'PER', ranges: [[2, 5]], attributes: { mood: 'x' }", &["mood"]),
        ("article: 'x', label: 'Claim', ranges: [[2, 5]], attributes: { type: 'x' }", &["type", "Numerical"]),
        ("article: 'x', label: 'Claim', ranges: [[2, 5]], attributes: { type: {} }", &["attributes.type"]),
    ] {
        refuses(&format!("annotate({{ {fields} }})"), words).await;
    }
    for nothing in ["", "null", "5", "'text'", "[]"] {
        refuses(&format!("annotate({nothing})"), &["annotate", "expected an object"]).await;
    }
}

#[wasm_bindgen_test]
async fn annotate_refuses_cyclic_and_deeply_nested_objects() {
    installed().await;
    refuses("annotate((() => { const loop = {}; loop.article = loop; return loop })())", &["annotate"]).await;
    for levels in [1_000, 3_000, 5_000, 100_000] {
        let nest = format!("for (let i = 0; i < {levels}; i++) deep = {{ deep }}");
        refuses(&format!("annotate((() => {{ let deep = 1; {nest}; return deep }})())"), &["annotate"]).await;
    }
}

#[wasm_bindgen_test]
async fn annotate_and_relate_refuse_unknown_fields() {
    installed().await;
    refuses("annotate({ article: 'x', label: 'PER', ranges: [[6, 9]], notes: 'lost' })", &["notes"]).await;
    refuses("relate({ type: 'repeats', from: 'a1', to: 'a2', notes: 'lost' })", &["notes"]).await;
}

#[wasm_bindgen_test]
async fn update_changes_only_the_given_fields() {
    installed().await;
    let one = "return crossread.project().annotations.find(one => one.id === 'a1')";
    js("crossread.update('a1', { note: 'N', entity: 'e1' })").await;
    js("crossread.update('a1', { label: 'claim' })").await;
    js("crossread.update('a1', { ranges: [{ start: 2, end: 9 }] })").await;
    js("crossread.update('a1', { attributes: { type: 'Causal' } })").await;
    let changed = parsed(one).await;
    assert_eq!((&changed["label"], &changed["note"], &changed["entity"]), (&json!("Claim"), &json!("N"), &json!("e1")));
    assert_eq!((&changed["ranges"][0]["exact"], &changed["attributes"]["type"]), (&json!("Ana met"), &json!("Causal")));
    assert!(changed["modified"].is_string());
    assert_eq!(marks(), "Ana met<a1> Élise<a2>");
    js("crossread.update('a1', { entity: null, attributes: { type: null } })").await;
    let cleared = parsed(one).await;
    assert!(cleared.get("entity").is_none_or(Value::is_null) && cleared["attributes"].get("type").is_none());
    assert_eq!(cleared["note"], "N", "other fields are unchanged");
    js("crossread.update('a1', { note: '' })").await;
    assert!(parsed(one).await.get("note").is_none_or(|note| note == ""));
}

#[wasm_bindgen_test]
async fn update_refuses_invalid_fields() {
    installed().await;
    for (call, words) in [
        ("'a1', { nothing: 1 }", &["nothing", "label, ranges, attributes, entity, note"][..]),
        ("'a9', { note: 'x' }", &["annotation", "\"a9\""]),
        ("'a1', { label: 'Nobody' }", &["label", "\"Nobody\""]),
        ("'a1', { ranges: [[21, 25]] }", &["ranges[0]", "cuts a character"]),
        ("'a1', { ranges: [] }", &["range"]),
        ("'a1', { note: 5 }", &["note"]),
        ("'a1', { entity: 'e9' }", &["entity", "\"e9\""]),
        ("'a1', { attributes: { mood: 'x' } }", &["mood"]),
        ("'a1'", &["update", "expected an object"]),
    ] {
        refuses(&format!("update({call})"), words).await;
    }
}

#[wasm_bindgen_test]
async fn relations_are_added_and_removed_with_their_tags() {
    let store = installed().await;
    let id = js("return crossread.relate({ type: 'Supports', from: 'a1', to: 'a2', note: 'N' })").await;
    let relations = parsed("return crossread.project().relations").await;
    assert_eq!(relations[0]["id"], json!(id));
    assert_eq!((&relations[0]["type"], &relations[0]["note"]), (&json!("supports"), &json!("N")));
    js("await crossread.reveal('a1')").await;
    assert_eq!(run("return document.querySelector('.relations select').value"), "supports");
    assert_eq!(text(".relations .relation-end"), "→Élisethis article");
    js(&format!("crossread.remove('{id}')")).await;
    assert!(!exists(".relations"));
    js("crossread.undo(); crossread.remove('a2')").await;
    assert_eq!(tags(&store), "Person:Ana");
    assert!(parsed("return crossread.project().relations ?? []").await.as_array().unwrap().is_empty());
    js("crossread.undo()").await;
    assert_eq!(tags(&store), "Person:Ana Person:Élise");
    assert_eq!(parsed("return crossread.project().relations").await, relations, "undo restores the relation, too");
}

#[wasm_bindgen_test]
async fn relate_and_remove_refuse_invalid_fields() {
    installed().await;
    for (fields, words) in [
        ("type: 'loves', from: 'a1', to: 'a2'", &["relation type", "\"loves\""][..]),
        ("from: 'a1', to: 'a2'", &["type is missing"]),
        ("type: 'supports', from: 'a1'", &["to is missing"]),
        ("type: 'supports', to: 'a1'", &["from is missing"]),
        ("type: 'supports', from: 'a1', to: 'a9'", &["annotation", "\"a9\""]),
        ("type: 'supports', from: 'a1', to: 'a1'", &["two different annotations"]),
    ] {
        refuses(&format!("relate({{ {fields} }})"), words).await;
    }
    refuses("remove('a9')", &["\"a9\""]).await;
}

#[wasm_bindgen_test]
async fn undo_and_redo_return_whether_there_was_a_step() {
    let store = installed().await;
    assert_eq!(js("return [crossread.undo(), crossread.redo()]").await, "[false,false]");
    js("crossread.remove('a1')").await;
    assert_eq!(js("return [crossread.undo(), crossread.undo()]").await, "[true,false]");
    assert_eq!(tags(&store), "Person:Ana Person:Élise");
    assert_eq!(js("return [crossread.redo(), crossread.redo()]").await, "[true,false]");
    assert_eq!((tags(&store), marks()), ("Person:Élise".to_owned(), "Élise<a2>".to_owned()));
}

#[wasm_bindgen_test]
async fn reveal_resolves_after_the_tag_is_rendered_as_selected() {
    installed().await;
    assert_eq!(
        js("await crossread.reveal('a2'); return document.querySelector('mark.selected').textContent").await,
        "Élise"
    );
    let error = attempt("await crossread.reveal('a9')").await.unwrap_err();
    assert!(error.starts_with("true ") && error.contains("\"a9\""), "{error}");
    assert_eq!(text("mark.selected"), "Élise");
}

#[wasm_bindgen_test]
async fn export_and_formats_agree() {
    installed().await;
    assert!(parsed("return crossread.formats()").await.as_array().unwrap().contains(&json!("crossread")));
    let exported = parsed(
        "const { name, mime, bytes, dropped } = crossread.export('crossread');
         const same = JSON.stringify(JSON.parse(new TextDecoder().decode(bytes))) === JSON.stringify(crossread.project());
         return { name, mime, dropped, same, kind: bytes.constructor.name }",
    )
    .await;
    assert_eq!(
        exported,
        json!({ "name": "test-project.crossread.json", "mime": "application/json", "dropped": [], "same": true, "kind": "Uint8Array" })
    );
    refuses("export('docx')", &["format", "\"docx\"", "crossread"]).await;
    let tables = parsed(
        "const text = options => new TextDecoder('utf-8', { ignoreBOM: true }).decode(crossread.export('csv', options).bytes);
         return [text(), text({}), text({ forSpreadsheets: true })].map(table => table.slice(0, 8))",
    )
    .await;
    assert_eq!(tables, json!(["article,", "article,", "\u{feff}article"]));
    refuses("export('csv', { spreadsheet: true })", &["export", "\"spreadsheet\"", "forSpreadsheets"]).await;
    refuses("export('csv', { forSpreadsheets: 1 })", &["forSpreadsheets", "1"]).await;
}

#[wasm_bindgen_test]
async fn load_opens_a_project_and_importfile_reports() {
    let store = installed().await;
    let file = project_file(&[("n", "New text")], &[("a1", "n", "Claim", &[(0, 3)])]);
    js(&format!("await crossread.load({file})")).await;
    assert_eq!((text("[role=document]").as_str(), tags(&store).as_str()), ("New text", "Claim:New"));
    assert_eq!(js("return crossread.undo()").await, "false", "steps of the previous project cannot be undone");
    for bytes in ["text", "new TextEncoder().encode(text)", "new TextEncoder().encode(text).buffer"] {
        let report = parsed(&format!(
            "const text = JSON.stringify({file}); return await crossread.importFile('a.crossread.json', {bytes})"
        ))
        .await;
        let expected = json!({ "format": "crossread", "articles": 1, "annotations": 1, "relations": 0, "predictions": 0, "warnings": [] });
        assert_eq!(report, expected, "{bytes}");
    }
    assert_eq!(
        js("await crossread.load(crossread.project()); return crossread.project().annotations.length").await,
        "1"
    );
}

#[wasm_bindgen_test]
async fn load_and_importfile_refuse_invalid_files_with_the_place() {
    installed().await;
    let mut wrong = project_file(&[("n", "New text")], &[("a1", "n", "Claim", &[(0, 3)])]);
    wrong["annotations"][0]["ranges"][0]["end"] = json!("three");
    refuses(&format!("load({wrong})"), &["annotations[0].ranges[0].end"]).await;
    wrong["annotations"][0]["ranges"][0]["end"] = json!(99);
    refuses(&format!("load({wrong})"), &["annotations[0]"]).await;
    wrong["annotations"][0]["ranges"][0]["end"] = json!(3);
    wrong["annotations"][0]["label"] = json!("Nobody");
    refuses(&format!("load({wrong})"), &["annotations[0]", "Nobody"]).await;
    for nothing in ["null", "5", "[]", "{}", "'text'"] {
        refused(&format!("load({nothing})")).await;
    }
    refuses("importFile('photo.png', new Uint8Array([137, 80]))", &["not a format that can be opened"]).await;
    refuses("importFile('a.pdf', '%PDF-1.7')", &["“a.pdf” is a PDF. Crossread reads plain text"]).await;
    refused("importFile('a.crossread.json', '{')").await;
    refused("importFile('a.crossread.json')").await;
    refused("load((() => { const loop = {}; loop.loop = loop; return loop })())").await;
}

#[wasm_bindgen_test]
async fn load_refuses_values_that_are_not_json() {
    installed().await;
    for nothing in ["", "undefined", "() => 1"] {
        refuses(&format!("load({nothing})"), &["load", "expected a project"]).await;
    }
}

#[wasm_bindgen_test]
async fn a_missing_string_argument_is_an_error() {
    installed().await;
    for (call, word) in [
        ("export()", "export"),
        ("update()", "update"),
        ("remove()", "remove"),
        ("reveal()", "reveal"),
        ("remove(5)", "remove"),
    ] {
        refuses(call, &[word]).await;
    }
}

#[wasm_bindgen_test]
async fn subscribers_are_notified_until_they_unsubscribe() {
    installed().await;
    js("window.notified = []; window.unsubscribe = crossread.subscribe(step => notified.push(step))").await;
    js("crossread.annotate({ article: 'x', label: 'LOC', ranges: [[29, 35]] }); crossread.undo(); crossread.redo();
        crossread.remove('a1'); crossread.relate({ type: 'repeats', from: 'a2', to: 'a3' })")
    .await;
    let notified = parsed("return notified").await;
    let kinds: Vec<_> = notified.as_array().unwrap().iter().map(|step| step["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["do", "undo", "redo", "do", "do"]);
    assert_eq!(notified[0]["summary"], "Tagged “Calais” as Location");
    assert_eq!((&notified[0]["articles"], &notified[0]["annotations"]), (&json!(["x"]), &json!(["a3"])));
    assert_eq!(notified[1]["removedAnnotations"], json!(["a3"]));
    assert_eq!(notified[3]["removedAnnotations"], json!(["a1"]));
    assert_eq!(notified[4]["relations"], json!(["r1"]));
    assert!(notified[0]["at"].as_str().unwrap().ends_with('Z'));
    drag("x", 6, 9).await;
    press("1").await;
    assert_eq!(js("return notified.length").await, "6", "steps of the user are reported, too");
    js("unsubscribe(); crossread.undo(); unsubscribe()").await;
    assert_eq!(js("return notified.length").await, "6");
}

#[wasm_bindgen_test]
async fn subscribers_may_throw_unsubscribe_and_edit() {
    let store = installed().await;
    js("window.notified = [];
        crossread.subscribe(() => { throw new Error('from a subscriber') });
        const unsubscribe = crossread.subscribe(() => { notified.push('once'); unsubscribe() });
        crossread.subscribe(step => { notified.push(step.kind);
          if (step.kind === 'do' && step.summary.startsWith('Tagged')) crossread.update(step.annotations[0], { note: 'seen' }) })")
    .await;
    js("crossread.annotate({ article: 'x', label: 'LOC', ranges: [[29, 35]] }); crossread.undo()").await;
    assert_eq!(js("return notified").await, "[\"once\",\"do\",\"do\",\"undo\"]");
    assert!(tags(&store).ends_with("Location:Calais"));
}

#[wasm_bindgen_test]
async fn saved_resolves_when_the_steps_are_stored() {
    empty_storage().await;
    let store = Store::new(blank_state());
    mount(&store).await;
    run("window.fetch = async () => new Response('[]')");
    start(&store).await;
    install_script_api(&store).unwrap();
    let file = project_file(&[("x", TEXT)], &[]);
    js(&format!("await crossread.load({file}); await crossread.saved()")).await;
    js("crossread.annotate({ article: 'x', label: 'PER', ranges: [[2, 5]] }); await crossread.saved()").await;
    assert_eq!(text("[data-status]"), "Saved");
    let storage = Storage::open().await.unwrap();
    let stored = storage.load(&store.state().key, Depth::All).await.unwrap().unwrap();
    assert_eq!((stored.records.steps.len(), stored.info.annotations), (1, 1));
}
