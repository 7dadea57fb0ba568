//! The page: Yew components. They get slices of the state as props and a `Dispatcher`, and hold only what is purely theirs:
//! an open menu, a half-typed field.

mod app;
mod banners;
// mod dialogs;
mod dom;
mod header;
mod label_style;
mod notice_bar;
mod page;
mod palette;
mod panels;
mod reader;
mod widgets;

pub use app::{App, AppProps};

use std::rc::Rc;

use crate::app::{Action, Dispatcher, Host, Page, State};
use crate::edit::{Command, EditError, Step};
use crate::model::{Project, Timestamp, news_claims};

/// A dispatcher to nothing, for a component outside of the page.
fn no_dispatcher() -> Dispatcher {
    struct Nothing;

    impl Host for Nothing {
        fn state(&self) -> Rc<State> {
            let project = Project::new(String::new(), news_claims(), Timestamp::epoch());
            Rc::new(State::new(project, String::new()))
        }

        fn dispatch(&self, _: Action) {}

        fn perform(&self, _: Command) -> Result<Option<Step>, EditError> {
            Ok(None)
        }

        fn connect(&self, _: Rc<dyn Page>) {}
    }

    Dispatcher::new(Rc::new(Nothing))
}
