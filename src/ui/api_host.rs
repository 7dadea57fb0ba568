//! The page as the JavaScript API sees it.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::incoming;
use super::store::{Action, Store};
use crate::edit::{Command, EditError, Step};
use crate::model::{AnnotationId, Project};
use crate::web::api::{self, Host, Importing};

struct Page(Store);

impl Host for Page {
    fn project(&self) -> Project {
        self.0.state().project().clone()
    }

    fn import(&self, name: String, bytes: Vec<u8>) -> Importing {
        let store = self.0.clone();
        Box::pin(async move { incoming::import(&store, &name, &bytes).await })
    }

    fn perform(&self, command: Command) -> Result<Option<Step>, EditError> {
        self.0.perform(command)
    }

    fn undo(&self) -> bool {
        let any = self.0.state().editor.history().next_undo().is_some();
        self.0.dispatch(Action::Undo);
        any
    }

    fn redo(&self) -> bool {
        let any = self.0.state().editor.history().next_redo().is_some();
        self.0.dispatch(Action::Redo);
        any
    }

    fn reveal(&self, id: AnnotationId) {
        self.0.dispatch(Action::Reveal(id));
    }

    fn is_drawn(&self, id: &AnnotationId) -> bool {
        super::reader::is_in_view(&self.0, id)
    }

    fn reject(&self, suggestion: String) {
        self.0.dispatch(Action::Reject(suggestion));
    }

    fn is_rejected(&self, suggestion: &str) -> bool {
        self.0.state().view.rejected.iter().any(|one| one == suggestion)
    }

    fn when_saved(&self, kept: Function, broken: Function) {
        self.0.when_saved(kept, broken);
    }

    fn subscribe(&self, subscriber: Rc<dyn Fn(&Step)>) -> u32 {
        self.0.subscribe(move |step| subscriber(step))
    }

    fn unsubscribe(&self, id: u32) {
        self.0.unsubscribe(id);
    }
}

/// Puts the JavaScript API on the window.
///
/// # Errors
/// When the window does not take it.
pub fn install_api(store: &Store) -> Result<(), JsValue> {
    let host: Rc<dyn Host> = Rc::new(Page(store.clone()));
    api::install(&host)
}
