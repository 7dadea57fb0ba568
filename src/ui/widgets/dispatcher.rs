//! The dispatcher, for any component.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Action, Dispatcher, Host, Page, State};
use crate::edit::{Command, EditError, Step};
use crate::model::{Project, Timestamp, news_claims};

/// The dispatcher. It never changes, so no component renders again because of it.
#[hook]
pub(in crate::ui) fn use_dispatcher() -> Dispatcher {
    use_context::<Dispatcher>().unwrap_or_else(no_dispatcher)
}

/// A dispatcher to nothing, for a component outside of the page.
fn no_dispatcher() -> Dispatcher {
    struct Nothing;

    impl Host for Nothing {
        fn state(&self) -> Rc<State> {
            let project = Project::new(String::new(), news_claims(), Timestamp::epoch());
            Rc::new(State::new(project, String::new()))
        }

        fn dispatch(&self, _: Action) {}

        fn dispatch_copy(&self, _: &Rc<Action>) {}

        fn perform(&self, _: Command) -> Result<Option<Step>, EditError> {
            Ok(None)
        }

        fn connect(&self, _: Rc<dyn Page>) {}
    }

    Dispatcher::new(Rc::new(Nothing))
}
