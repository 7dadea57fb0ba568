//! What components get instead of the store: a way to dispatch actions, and to read the state in an event handler.

use std::rc::Rc;

use super::{Action, State, UiEffect};
use crate::edit::{Command, EditError, Step};

/// The store behind a [`Dispatcher`].
pub trait Host {
    /// The current state.
    fn state(&self) -> Rc<State>;

    /// Carries an action out; its effects, too, before it returns.
    fn dispatch(&self, action: Action);

    /// Carries a copy of an action out. The code that copies actions is large, so that the store takes it from a lazy part.
    fn dispatch_copy(&self, action: &Rc<Action>);

    /// Carries a command out for a caller that shows the error itself; `None` if nothing changed.
    ///
    /// # Errors
    /// With why it cannot be done; nothing has changed then.
    fn perform(&self, command: Command) -> Result<Option<Step>, EditError>;

    /// Calls this page with each new state from now on. There is one page; another one replaces it.
    fn connect(&self, page: Rc<dyn Page>);
}

/// The UI root, as the store sees it.
pub trait Page {
    /// Renders a new state, and runs the effects: pickers and caret movements by line at once, all others after the
    /// next render.
    fn update(&self, state: Rc<State>, effects: Vec<UiEffect>);
}

/// A handle on the store for components; cloning it is cheap.
#[derive(Clone)]
pub struct Dispatcher(Rc<dyn Host>);

impl Dispatcher {
    /// A dispatcher to this store.
    pub fn new(host: Rc<dyn Host>) -> Self {
        Self(host)
    }

    /// Carries an action out.
    pub fn dispatch(&self, action: impl Into<Action>) {
        self.0.dispatch(action.into());
    }

    /// Carries a copy of an action out, as a button does with each press.
    pub fn dispatch_copy(&self, action: &Rc<Action>) {
        self.0.dispatch_copy(action);
    }

    /// Carries a command out for a component that shows the error itself.
    ///
    /// # Errors
    /// With why it cannot be done; nothing has changed then.
    pub fn perform(&self, command: Command) -> Result<Option<Step>, EditError> {
        self.0.perform(command)
    }

    /// The current state, for event handlers. What is rendered comes from props.
    pub fn state(&self) -> Rc<State> {
        self.0.state()
    }

    /// Calls this page with each new state from now on.
    pub fn connect(&self, page: Rc<dyn Page>) {
        self.0.connect(page);
    }
}

impl PartialEq for Dispatcher {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}
