//! The form for one text.

use yew::prelude::*;

use super::drafts::ArticleField;
use super::fields::{encoding, kind, line, paste_field, preview, remarks, warnings, words_of};
use super::view::View;
use crate::app::incoming::{IncomingText, TextSource};
use crate::app::messages::{add_articles as words, articles, documents, encodings};
use crate::format::documents::DocumentKind;

/// The fields of a text, and the text.
pub(super) fn one(view: &View, text: &IncomingText) -> Html {
    let field = |field: ArticleField| {
        html! {
            <label class="field">
                <span>{ words_of(field).0 }</span>
                { line(&view.drafts, text, field, None, view.invalid(text), has_focus(text, field)) }
            </label>
        }
    };
    let [title, others @ ..] = ArticleField::LINES;
    html! {
        <div key={text.number}>
            { field(title) }
            <div class="field-row">{ for others.map(field) }</div>
            { content(view, text) }
        </div>
    }
}

/// Whether a field has the focus at first: the title; if there is none and no text, the field for the text.
fn has_focus(text: &IncomingText, field: ArticleField) -> bool {
    let is_to_paste = matches!(&text.source, TextSource::Pasted { text, .. } if text.is_empty());
    field == ArticleField::Title && !is_to_paste
}

fn content(view: &View, text: &IncomingText) -> Html {
    let TextSource::File { text: read, reading, .. } = &text.source else {
        return html! {
            <label class="field"><span>{ words::TEXT }</span>{ paste_field(&view.drafts, text, None) }</label>
        };
    };
    let mut all = vec![words::characters(read.characters)];
    all.extend(remarks(read));
    let is_word = read.kind == DocumentKind::Word;
    let note = match (reading.is_some(), read.is_guess) {
        (true, _) => words::READING.to_owned(),
        (false, true) => encodings::guessed(read.encoding),
        (false, false) => String::new(),
    };
    html! {
        <>
            <div class="encoding-row">
                <label class="field" hidden={is_word}>
                    <span>{ encodings::ENCODING }</span>
                    { encoding(&view.dispatcher, &view.drafts, text, None, view.invalid(text)) }
                </label>
                <label class="field" hidden={is_word}>
                    <span>{ documents::KIND }</span>
                    { kind(&view.dispatcher, &view.drafts, text, None) }
                </label>
                <p class="warning" role="status">{ note }</p>
            </div>
            { warnings(text) }
            <p class="muted remarks">{ all.join(" · ") }</p>
            { preview(read, articles::PREVIEW.to_owned()) }
        </>
    }
}
