//! The store: contains the state, applies actions to it, and performs the effects.

use std::cell::RefCell;
use std::rc::Rc;

use super::services::Services;
use crate::app::{
    self, Action, ArticleAction, Dispatcher, Effect, Host, Notice, Page, Panels, ProjectAction, State, UiEffect,
    ViewAction,
};
use crate::edit::{Command, Conflict, EditError, Stamp, Step};
use crate::web::parts::{self, Part};
use crate::web::{clock, file_picker, panic};

/// A handle to the store. Clones refer to the same store, which lives as long as the page: the code that would free it would be a
/// part of the first file.
#[derive(Clone)]
pub struct Store(&'static Inner);

struct Inner {
    state: RefCell<Rc<State>>,
    page: RefCell<Option<Rc<dyn Page>>>,
    services: Services,
}

impl Store {
    /// A store with an initial state, not connected to a page yet.
    pub fn new(state: State) -> Self {
        Self(Box::leak(Box::new(Inner {
            state: RefCell::new(Rc::new(state)),
            page: RefCell::default(),
            services: Services::default(),
        })))
    }

    /// The current state.
    pub fn state(&self) -> Rc<State> {
        self.0.state.borrow().clone()
    }

    /// A dispatcher for components.
    pub fn dispatcher(&self) -> Dispatcher {
        Dispatcher::new(Rc::new(self.clone()))
    }

    /// Applies an action, and performs its effects. Actions that come before the reducer is loaded are kept, and applied in order
    /// when it is there.
    pub fn dispatch(&self, action: impl Into<Action>) {
        let action = action.into();
        let Some(later) = Self::later() else { return self.dispatch_early(action) };
        let stamp = self.stamp();
        let effects = self.change(|state| (later.update)(state, action, stamp));
        self.carry_out_all(effects);
    }

    /// Applies a copy of an action.
    fn dispatch_copy(&self, action: &Rc<Action>) {
        if let Some(later) = Self::later() {
            return self.dispatch((later.copy)(action));
        }
        if let Action::Project(ProjectAction::PickFiles(purpose)) = **action {
            // The browser opens a picker for the click itself only.
            return file_picker::open(purpose.input_id());
        }
        let (store, action) = (self.clone(), action.clone());
        Self::with_later(move |later| store.dispatch((later.copy)(&action)));
        parts::request(Part::Later);
    }

    /// Applies an action before the reducer is loaded, if that cannot wait.
    fn dispatch_early(&self, action: Action) {
        match action {
            Action::Article(ArticleAction::SamplesListed(articles)) => {
                self.change(|state| state.await_samples(articles));
            }
            Action::Article(ArticleAction::SampleArrived(generation, id, text)) => {
                let stamp = self.stamp();
                let is_open = self.state().generation == generation;
                let arrived = is_open.then(|| self.change(|state| state.sample_arrived(&id, text, stamp)));
                // A sample that cannot be added leaves an empty place: its index and its text do not fit each other.
                let outcome = arrived.and_then(Result::ok).unwrap_or_default();
                let store = self.clone();
                Self::with_later(move |_| store.carry_out_all(outcome.effects));
            }
            action => {
                let store = self.clone();
                Self::with_later(move |_| store.dispatch(action));
                return parts::request(Part::Later);
            }
        }
        self.update_page(Vec::new());
    }

    /// Performs a command for a caller that shows errors itself; `None` if nothing has changed.
    ///
    /// # Errors
    /// When the command cannot be performed.
    pub fn perform(&self, command: Command) -> Result<Option<Step>, EditError> {
        let Some(later) = Self::later() else {
            // Nothing in the first file calls this. An error is then shown by the page itself.
            self.dispatch_early(Action::Edit(command));
            return Ok(None);
        };
        let stamp = self.stamp();
        let (step, effects) = self.change(|state| (later.perform)(state, command, stamp))?;
        self.carry_out_all(effects);
        Ok(step)
    }

    /// Applies a step that another tab has saved.
    pub(super) fn follow(&self, step: Step) -> Result<(), Conflict> {
        let stamp = self.stamp();
        let effects = self.change(|state| app::follow(state, step, stamp))?;
        self.carry_out_all(effects);
        Ok(())
    }

    fn stamp(&self) -> Stamp {
        Stamp { at: clock::now(), by: self.state().author.clone() }
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.0.state.borrow_mut();
        change(Rc::make_mut(&mut state))
    }

    /// Performs effects. The state is not borrowed meanwhile, because subscribers may call the API.
    fn carry_out_all(&self, effects: Vec<Effect>) {
        let (for_page, for_runtime): (Vec<Effect>, Vec<Effect>) =
            effects.into_iter().partition(|effect| matches!(effect, Effect::Ui(_)));
        if for_runtime.iter().any(|effect| matches!(effect, Effect::Save { .. })) {
            panic::force("edit");
        }
        for effect in for_runtime {
            Self::with_later({
                let store = self.clone();
                move |later| (later.carry_out)(&store, effect)
            });
        }
        let ui = for_page.into_iter().filter_map(|effect| match effect {
            Effect::Ui(effect) => Some(effect),
            _ => None,
        });
        self.update_page(ui.collect());
    }

    fn update_page(&self, effects: Vec<UiEffect>) {
        let page = self.0.page.borrow().clone();
        if let Some(page) = page {
            page.update(self.state().on_page(), effects);
        }
    }

    /// Shows panels as they were stored.
    pub(super) fn set_panels(&self, panels: Panels) {
        self.change(|state| state.panels = panels);
        self.update_page(Vec::new());
    }

    /// The data of the services of the runtime.
    pub(super) fn services(&self) -> &Services {
        &self.0.services
    }

    /// Shows an error message.
    pub(super) fn notify_error(&self, text: String) {
        self.dispatch(ViewAction::Notify(Some(Notice::error(text))));
    }
}

impl Host for Store {
    /// As the page shows it.
    fn state(&self) -> Rc<State> {
        Self::state(self).on_page()
    }

    fn dispatch(&self, action: Action) {
        Self::dispatch(self, action);
    }

    fn dispatch_copy(&self, action: &Rc<Action>) {
        Self::dispatch_copy(self, action);
    }

    fn perform(&self, command: Command) -> Result<Option<Step>, EditError> {
        Self::perform(self, command)
    }

    fn connect(&self, page: Rc<dyn Page>) {
        *self.0.page.borrow_mut() = Some(page);
    }
}
