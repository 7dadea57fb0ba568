//! The table of several texts, each with its fields in a row.

use yew::prelude::*;

use super::drafts::ArticleField;
use super::fields::{encoding, kind, line, name_of, paste_field, preview, remarks, warnings, words_of};
use super::view::View;
use crate::app::IncomingAction;
use crate::app::incoming::{IncomingText, TextSource};
use crate::app::messages::{add_articles as words, documents, encodings};
use crate::format::documents::DocumentKind;
use crate::format::file_kind;
use crate::text::shortened;

/// How much of a text stands in its row, in characters.
const FIRST_WORDS: usize = 80;
/// How many columns there are.
const COLUMNS: &str = "7";

/// The texts with their fields.
pub(super) fn table(view: &View, texts: &[IncomingText]) -> Html {
    let guesses = texts.iter().filter(|text| is_guess(text)).count();
    let heads = ArticleField::LINES.iter().map(|field| html! { <th scope="col">{ words_of(*field).0 }</th> });
    html! {
        <>
            <p class="warning" role="status">{ if guesses > 0 { words::guesses(guesses) } else { String::new() } }</p>
            <table class="add-table">
                <thead><tr><th scope="col">{ words::FILE }</th>{ for heads }<th scope="col">{ encodings::ENCODING }</th><td /></tr></thead>
                { for (0..texts.len()).map(|at| row(view, texts, at)) }
            </table>
        </>
    }
}

fn is_guess(text: &IncomingText) -> bool {
    matches!(&text.source, TextSource::File { text, .. } if text.is_guess)
}

/// Whether a text was, or is to be, taken out of a document: others are read so only where the user asks for it.
fn is_document(text: &IncomingText) -> bool {
    let of_name = |name: &str| DocumentKind::of(name, file_kind(name, b""), b"") != DocumentKind::PlainText;
    matches!(&text.source, TextSource::File { text, name, .. } if text.kind != DocumentKind::PlainText || of_name(name))
}

fn has_warnings(text: &IncomingText) -> bool {
    matches!(&text.source, TextSource::File { text, problem, .. } if problem.is_some() || !text.warnings.is_empty())
}

/// A text: its fields, what may be wrong with it, and its beginning, if that is shown.
fn row(view: &View, texts: &[IncomingText], at: usize) -> Html {
    let text = &texts[at];
    let name = name_of(text);
    let is_open = *view.open == Some(text.number);
    let details = format!("add-details-{}", text.number);
    let cell = |field: ArticleField| {
        let label = words::field_of(words_of(field).0, name);
        let has_focus = at == 0 && field == ArticleField::Title;
        html! {
            <td data-label={words_of(field).0}>{ line(&view.drafts, text, field, Some(label), view.invalid(text), has_focus) }</td>
        }
    };
    let encoding_label = words::field_of(encodings::ENCODING, name);
    let toggle = {
        let (open, number) = (view.open.clone(), text.number);
        Callback::from(move |_: MouseEvent| open.set((!is_open).then_some(number)))
    };
    let remove = {
        let (view, number, next) = (view.clone(), text.number, next_focus(texts, at));
        Callback::from(move |_: MouseEvent| {
            view.drafts.set_changed();
            view.focus.set_next(next.clone());
            view.dispatcher.dispatch(IncomingAction::Remove(number));
        })
    };
    let (remove_label, invalid) = (words::remove(name), view.invalid(text));
    html! {
        <tbody key={text.number}>
            <tr>
                <th scope="row">
                    <span class="file-name">{ name }</span>
                    <button type="button" class="first-words" aria-expanded={is_open.to_string()} aria-controls={is_open.then(|| details.clone())}
                        onclick={toggle}><span class="visually-hidden">{ words::show_text(name) }{ ": " }</span>{ first_words(view, text) }</button>
                </th>
                { for ArticleField::LINES.map(cell) }
                <td data-label={encodings::ENCODING}>
                    { encoding(&view.dispatcher, &view.drafts, text, Some(encoding_label), invalid) }
                    if is_document(text) { { kind(&view.dispatcher, &view.drafts, text, Some(words::field_of(documents::KIND, name))) } }
                    if is_guess(text) { <span class="warning">{ words::GUESS }</span> }
                </td>
                <td class="remove">
                    <button type="button" class="icon" id={remove_id(text)} aria-label={remove_label.clone()} title={remove_label} onclick={remove}>{ "×" }</button>
                </td>
            </tr>
            if is_open || has_warnings(text) {
                <tr class="add-details" id={details}>
                    <td colspan={COLUMNS}>{ warnings(text) }if is_open { { opened(view, text) } }</td>
                </tr>
            }
        </tbody>
    }
}

fn remove_id(text: &IncomingText) -> String {
    format!("add-remove-{}", text.number)
}

/// The id of the element that gets the focus when a row is removed: the same button of the next row, or of the last one; the title
/// where only one text is left, which gets a form.
fn next_focus(texts: &[IncomingText], removed: usize) -> String {
    let others: Vec<&IncomingText> = texts.iter().filter(|text| text.number != texts[removed].number).collect();
    match others.as_slice() {
        [] => String::new(),
        [only] => ArticleField::Title.id(only.number),
        others => remove_id(others[removed.min(others.len() - 1)]),
    }
}

/// How long a text is, and its first words.
fn first_words(view: &View, text: &IncomingText) -> String {
    let (count, beginning) = match &text.source {
        TextSource::File { text, .. } => {
            // The part that shows whether the encoding is right.
            let part = text.preview.rsplit_once("\n…").map_or(text.preview.as_str(), |(_, part)| part);
            (text.characters, part.to_owned())
        }
        TextSource::Pasted { .. } => {
            let draft = view.drafts.of(text);
            (draft.text.chars().count(), draft.text.chars().take(2 * FIRST_WORDS).collect())
        }
    };
    let words: Vec<&str> = beginning.split_whitespace().collect();
    format!("{} · {}", words::characters(count), shortened(&words.join(" "), FIRST_WORDS))
}

fn opened(view: &View, text: &IncomingText) -> Html {
    let name = name_of(text);
    match &text.source {
        TextSource::File { text: read, .. } => {
            let remarks = remarks(read).join(" · ");
            html! { <><p class="muted remarks">{ remarks }</p>{ preview(read, words::show_text(name)) }</> }
        }
        TextSource::Pasted { .. } => paste_field(&view.drafts, text, Some(words::field_of(words::TEXT, name))),
    }
}
