//! What the parts of the dialog share.

use yew::prelude::*;

use super::drafts::{ArticleField, Drafts};
use super::focus::Focus;
use crate::app::Dispatcher;
use crate::app::incoming::IncomingText;

/// What is wrong with a text, as a message; and with which field, if with one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Problem {
    /// The number of the text.
    pub(super) number: u32,
    /// The field.
    pub(super) field: ArticleField,
    /// The message.
    pub(super) message: String,
}

/// What the parts of the dialog share.
#[derive(Clone)]
pub(super) struct View {
    pub(super) dispatcher: Dispatcher,
    pub(super) drafts: Drafts,
    /// The text whose beginning the table shows.
    pub(super) open: UseStateHandle<Option<u32>>,
    pub(super) problem: UseStateHandle<Option<Problem>>,
    pub(super) focus: Focus,
}

impl View {
    /// The field of a text that has a wrong value.
    pub(super) fn invalid(&self, text: &IncomingText) -> Option<ArticleField> {
        let problem = self.problem.as_ref().filter(|problem| problem.number == text.number);
        problem.map(|problem| problem.field)
    }
}
