//! The fields of a text: in a form of its own, or in a row of the table.

use yew::prelude::*;

use super::drafts::{ArticleField, Drafts};
use crate::app::incoming::{FileText, IncomingText, ReadAs, TextSource};
use crate::app::messages::{add_articles as words, articles, documents, encodings};
use crate::app::{Dispatcher, IncomingAction};
use crate::format::documents::DocumentKind;
use crate::text::{ENCODINGS, Encoding};
use crate::ui::dom::events::chosen;

/// The label of a field, and its placeholder.
pub(super) fn words_of(field: ArticleField) -> (&'static str, &'static str) {
    match field {
        ArticleField::Title => (articles::TITLE, articles::TITLE_PLACEHOLDER),
        ArticleField::Source => (articles::SOURCE, articles::SOURCE_PLACEHOLDER),
        ArticleField::Date => (articles::DATE, articles::DATE_PLACEHOLDER),
        ArticleField::Language => (articles::LANGUAGE, articles::LANGUAGE_PLACEHOLDER),
        ArticleField::Encoding => (encodings::ENCODING, ""),
        ArticleField::Text => (words::TEXT, words::TEXT_PLACEHOLDER),
    }
}

/// The name of a text among others.
pub(super) fn name_of(text: &IncomingText) -> &str {
    match &text.source {
        TextSource::Pasted { .. } => words::PASTED,
        TextSource::File { name, .. } => name,
    }
}

/// A field that is a line of text. Without an accessible name of its own, it has a label around it.
pub(super) fn line(
    drafts: &Drafts,
    text: &IncomingText,
    field: ArticleField,
    label: Option<String>,
    invalid: Option<ArticleField>,
    autofocus: bool,
) -> Html {
    let value = drafts.of(text).line(field).clone();
    let (_, placeholder) = words_of(field);
    html! {
        <input type="text" id={field.id(text.number)} {value} {placeholder} autocomplete="off" aria-label={label}
            required={field == ArticleField::Title} {autofocus} aria-invalid={(invalid == Some(field)).then_some("true")}
            oninput={drafts.on_line(text, field)} />
    }
}

/// The choice of the encoding that a file is read in.
pub(super) fn encoding(
    dispatcher: &Dispatcher,
    drafts: &Drafts,
    text: &IncomingText,
    label: Option<String>,
    invalid: Option<ArticleField>,
) -> Html {
    let TextSource::File { text: read, reading, .. } = &text.source else { return html! {} };
    let current = reading.unwrap_or(read.read_as());
    if read.kind == DocumentKind::Word {
        return html! {};
    }
    let onchange = {
        let (dispatcher, drafts, number) = (dispatcher.clone(), drafts.clone(), text.number);
        Callback::from(move |event: Event| {
            let Some(encoding) = chosen(&event).and_then(|name| Encoding::find(&name)) else { return };
            drafts.set_changed();
            dispatcher.dispatch(IncomingAction::Reread(number, ReadAs { encoding, ..current }));
        })
    };
    let option = |encoding: &Encoding| {
        html! { <option value={encoding.name()} selected={*encoding == current.encoding}>{ encodings::name(*encoding) }</option> }
    };
    let groups = ENCODINGS.iter().map(|(script, encodings)| {
        html! { <optgroup label={encodings::script(*script)}>{ for encodings.iter().map(option) }</optgroup> }
    });
    html! {
        <select id={ArticleField::Encoding.id(text.number)} aria-label={label} {onchange}
            aria-invalid={(invalid == Some(ArticleField::Encoding)).then_some("true")}>
            { for groups }
        </select>
    }
}

/// The choice of how the text is taken out of a file. What is in a Word document cannot be read in another way.
pub(super) fn kind(dispatcher: &Dispatcher, drafts: &Drafts, text: &IncomingText, label: Option<String>) -> Html {
    let TextSource::File { text: read, reading, .. } = &text.source else { return html! {} };
    let current = reading.unwrap_or(read.read_as());
    if read.kind == DocumentKind::Word {
        return html! { <span class="document-kind" aria-label={label}>{ documents::kind(read.kind) }</span> };
    }
    let onchange = {
        let (dispatcher, drafts, number) = (dispatcher.clone(), drafts.clone(), text.number);
        Callback::from(move |event: Event| {
            let Some(kind) = chosen(&event).and_then(|name| DocumentKind::find(&name)) else { return };
            drafts.set_changed();
            dispatcher.dispatch(IncomingAction::Reread(number, ReadAs { kind, ..current }));
        })
    };
    let option = |kind: DocumentKind| {
        html! { <option value={kind.name()} selected={kind == current.kind}>{ documents::kind(kind) }</option> }
    };
    html! {
        <select id={format!("add-kind-{}", text.number)} aria-label={label} {onchange}>
            { for DocumentKind::OF_TEXTS.map(option) }
        </select>
    }
}

/// What the text of a file was taken out of, and what else is known of it.
pub(super) fn remarks(read: &FileText) -> Vec<String> {
    let note = documents::note(&read.details);
    let noted = (!note.is_empty()).then(|| documents::noted(&note));
    read.remarks.iter().cloned().chain(noted).collect()
}

/// The field for a pasted text, with what is wrong with the text.
pub(super) fn paste_field(drafts: &Drafts, text: &IncomingText, label: Option<String>) -> Html {
    let draft = drafts.of(text);
    let (value, broken) = (draft.text.clone(), draft.broken.clone());
    drop(draft);
    let id = ArticleField::Text.id(text.number);
    let note = format!("{id}-note");
    html! {
        <>
            <textarea {id} rows="12" class="paste" autofocus={value.is_empty()} value={value.clone()} placeholder={words::TEXT_PLACEHOLDER} aria-label={label}
                aria-describedby={note.clone()} oninput={drafts.on_text(text)} />
            <p id={note} class="warning" role="status">
                { if broken.count > 0 { encodings::broken_pairs(&broken) } else { String::new() } }
            </p>
        </>
    }
}

/// What was noticed while a file was read, and a part of its text.
pub(super) fn preview(read: &FileText, label: String) -> Html {
    html! {
        <div class="preview" tabindex="0" role="region" aria-label={label} dir="auto">{ read.preview.clone() }</div>
    }
}

/// What may be wrong with a text, one paragraph each.
pub(super) fn warnings(text: &IncomingText) -> Html {
    let TextSource::File { text: read, problem, .. } = &text.source else { return html! {} };
    html! {
        <>
            { for read.warnings.iter().map(|warning| html! { <p class="warning">{ warning }</p> }) }
            if let Some(problem) = problem { <p class="problem" role="alert">{ problem }</p> }
        </>
    }
}
