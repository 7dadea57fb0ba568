//! What the user has entered for each text. It stays when the form becomes a table or a question, and back.

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::incoming::{IncomingText, TextSource, distinct_title};
use crate::app::messages::documents::note;
use crate::format::documents::DocumentDetails;
use crate::text::Broken;
use crate::ui::dom::events::{target_element, value_of};
use crate::web::clipboard;

/// A field of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ArticleField {
    Title,
    Source,
    Date,
    Language,
    Encoding,
    Text,
}

impl ArticleField {
    /// Those that are lines of text.
    pub(super) const LINES: [Self; 4] = [Self::Title, Self::Source, Self::Date, Self::Language];

    /// The id of the field of a text.
    pub(super) fn id(self, number: u32) -> String {
        let name = match self {
            Self::Title => "title",
            Self::Source => "source",
            Self::Date => "date",
            Self::Language => "language",
            Self::Encoding => "encoding",
            Self::Text => "text",
        };
        format!("add-{name}-{number}")
    }
}

/// What is entered for one text.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) title: String,
    /// The title that was proposed.
    proposed: String,
    /// What was proposed for the other lines.
    details: DocumentDetails,
    pub(super) source: String,
    pub(super) date: String,
    pub(super) language: String,
    /// The pasted text.
    pub(super) text: String,
    /// What was last pasted beside the field.
    pasted: Rc<str>,
    /// Where the pasted text has halves of surrogate pairs.
    pub(super) broken: Broken,
}

impl Draft {
    fn of(text: &IncomingText) -> Self {
        let mut draft = Self { title: text.title.clone(), ..Self::default() };
        draft.take_pasted(text);
        draft.take_details(text);
        draft
    }

    /// What a document says of the article is proposed in the fields that have what was proposed before.
    fn take_details(&mut self, from: &IncomingText) {
        let TextSource::File { text, .. } = &from.source else { return };
        if text.details == self.details {
            return;
        }
        let before = std::mem::replace(&mut self.details, text.details.clone());
        if !self.proposed.is_empty() && self.title == self.proposed {
            self.title.clone_from(&from.title);
            self.proposed.clone_from(&from.title);
        }
        let lines = [
            (&mut self.source, before.source, &self.details.source),
            (&mut self.date, before.date, &self.details.date),
            (&mut self.language, before.language, &self.details.language),
        ];
        for (field, before, now) in lines {
            if *field == before {
                field.clone_from(now);
            }
        }
    }

    /// What a document says of the article that has no field of its own.
    pub(super) fn note(&self) -> String {
        note(&self.details)
    }

    /// What was pasted beside the field comes after what is in it.
    fn take_pasted(&mut self, from: &IncomingText) {
        let TextSource::Pasted { text, broken } = &from.source else { return };
        if Rc::ptr_eq(&self.pasted, text) {
            return;
        }
        self.pasted = text.clone();
        if self.text.is_empty() {
            self.broken = broken.clone();
        }
        self.text.push_str(text);
        if self.title.is_empty() {
            self.title.clone_from(&from.title);
        }
    }

    /// Whether the user has entered the title.
    pub(super) fn has_own_title(&self) -> bool {
        self.title != self.proposed
    }

    /// A field that is a line of text.
    pub(super) fn line(&mut self, field: ArticleField) -> &mut String {
        match field {
            ArticleField::Source => &mut self.source,
            ArticleField::Date => &mut self.date,
            ArticleField::Language => &mut self.language,
            ArticleField::Title | ArticleField::Encoding | ArticleField::Text => &mut self.title,
        }
    }
}

#[derive(Debug, Default)]
struct Inner {
    drafts: Vec<(u32, Draft)>,
    changed: bool,
}

/// What is entered for all texts; cloning it is cheap.
#[derive(Clone)]
pub(super) struct Drafts {
    inner: Rc<RefCell<Inner>>,
    rerender: UseForceUpdateHandle,
}

/// What is entered, for as long as the dialog is open.
#[hook]
pub(super) fn use_drafts() -> Drafts {
    let inner = use_mut_ref(Inner::default);
    Drafts { inner, rerender: use_force_update() }
}

impl Drafts {
    /// What is entered for a text.
    pub(super) fn of(&self, text: &IncomingText) -> RefMut<'_, Draft> {
        let mut inner = self.inner.borrow_mut();
        let at = inner.drafts.iter().position(|(number, _)| *number == text.number);
        let at = at.unwrap_or_else(|| {
            let mut draft = Draft::of(text);
            // Another text may have got this title meanwhile.
            let taken: Vec<String> = inner.drafts.iter().map(|(_, draft)| draft.title.clone()).collect();
            if !draft.title.is_empty() {
                draft.title = distinct_title(&draft.title, &taken);
                draft.proposed.clone_from(&draft.title);
            }
            inner.drafts.push((text.number, draft));
            inner.drafts.len() - 1
        });
        inner.drafts[at].1.take_pasted(text);
        inner.drafts[at].1.take_details(text);
        RefMut::map(inner, |inner| &mut inner.drafts[at].1)
    }

    /// Whether anything would be lost.
    pub(super) fn is_changed(&self) -> bool {
        self.inner.borrow().changed
    }

    /// Something was done that would be lost.
    pub(super) fn set_changed(&self) {
        self.inner.borrow_mut().changed = true;
    }

    /// Something is typed into a field that is a line.
    pub(super) fn on_line(&self, text: &IncomingText, field: ArticleField) -> Callback<InputEvent> {
        let (drafts, text) = (self.clone(), text.clone());
        Callback::from(move |event: InputEvent| {
            *drafts.of(&text).line(field) = value_of(&event);
            drafts.set_changed();
        })
    }

    /// Something is typed or pasted into the field for the text.
    pub(super) fn on_text(&self, text: &IncomingText) -> Callback<InputEvent> {
        let (drafts, text) = (self.clone(), text.clone());
        Callback::from(move |event: InputEvent| {
            let field = target_element(&event).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
            let Some((value, broken)) = field.map(|field| clipboard::text_in(&field)) else { return };
            drafts.set_changed();
            let mut draft = drafts.of(&text);
            let is_other = draft.broken != broken;
            (draft.text, draft.broken) = (value, broken);
            drop(draft);
            // The warning beside the field.
            if is_other {
                drafts.rerender.force_update();
            }
        })
    }
}
