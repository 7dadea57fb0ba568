//! The JavaScript API on `window.crossread`, for notebooks, host pages and tests. `crossread.d.ts` gives its types.

mod arguments;
mod install;
mod suggestions;

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;

pub use install::install;

use crate::edit::{Command, EditError, Step};
use crate::json::{Json, NewObject, ToJson};
use crate::model::{AnnotationId, Project};

/// What came of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportReport {
    /// The name of the format that the file was in.
    pub format: &'static str,
    /// How many articles there are.
    pub articles: usize,
    /// How many annotations there are.
    pub annotations: usize,
    /// How many relations there are.
    pub relations: usize,
    /// What a person should know about how it was read.
    pub warnings: Vec<String>,
}

impl ToJson for ImportReport {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        object.needed("format", &self.format);
        object.needed("articles", &(self.articles as u32));
        object.needed("annotations", &(self.annotations as u32));
        object.needed("relations", &(self.relations as u32));
        object.needed("warnings", &self.warnings);
        object.into()
    }
}

/// The future of an import.
pub type Importing = std::pin::Pin<Box<dyn Future<Output = Result<ImportReport, String>>>>;

/// The page, as far as the API needs it.
pub trait Host {
    /// The open project.
    fn project(&self) -> Project;

    /// Opens the project in a file's bytes.
    fn import(&self, name: String, bytes: Vec<u8>) -> Importing;

    /// Carries a command out; `None` if it changed nothing.
    ///
    /// # Errors
    /// With why it cannot be done.
    fn perform(&self, command: Command) -> Result<Option<Step>, EditError>;

    /// Takes the newest change back; whether there was one.
    fn undo(&self) -> bool;

    /// Does it again; whether there was one.
    fn redo(&self) -> bool;

    /// Selects an annotation and scrolls to it.
    fn reveal(&self, id: AnnotationId);

    /// Whether an annotation is drawn, in view.
    fn is_drawn(&self, id: &AnnotationId) -> bool;

    /// Never proposes this again in this project.
    fn reject(&self, suggestion: String);

    /// Whether that was said of a suggestion.
    fn is_rejected(&self, suggestion: &str) -> bool;

    /// Calls one of the two when everything done so far is on disk, or cannot be.
    fn when_saved(&self, kept: Function, broken: Function);

    /// Calls back with each step; the number ends it.
    fn subscribe(&self, subscriber: Rc<dyn Fn(&Step)>) -> u32;

    /// Ends a subscription.
    fn unsubscribe(&self, id: u32);
}

/// A message as the `Error` that a script catches.
#[allow(clippy::needless_pass_by_value)] // So that it can be handed to `map_err`.
fn error(message: impl ToString) -> JsValue {
    js_sys::Error::new(&message.to_string()).into()
}
