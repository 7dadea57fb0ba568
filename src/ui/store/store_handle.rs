//! The store: holds the state, changes it by actions, and tells those who look at it.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::Function;
use yew::Callback;

use super::saving::Saver;
use super::sharing::{Keep, Sharing};
use super::{Action, SaveStatus, State};
use crate::edit::{Command, Conflict, EditError, Step};
use crate::model::ArticleId;
use crate::ui::backup::Backups;
use crate::web::{clock, panic};

/// A handle on the store; cloning it is cheap and all clones are the same store.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

type Subscriber = Rc<dyn Fn(&Step)>;

struct Inner {
    state: RefCell<Rc<State>>,
    viewer: RefCell<Option<Callback<Rc<State>>>>,
    subscribers: RefCell<Vec<(u32, Subscriber)>>,
    next_subscriber: Cell<u32>,
    backups: Backups,
    saver: Saver,
    sharing: Sharing,
    /// Does what is for the keeper of projects: opening them, listing them.
    keeper: RefCell<Option<Callback<Keep>>>,
    /// Where each article is scrolled to: the block at the top, and how many pixels of it are hidden.
    scroll: RefCell<HashMap<ArticleId, (usize, f64)>>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// A store that nobody looks at yet.
    pub fn new(state: State) -> Self {
        Self(Rc::new(Inner {
            state: RefCell::new(Rc::new(state)),
            viewer: RefCell::default(),
            subscribers: RefCell::default(),
            next_subscriber: Cell::default(),
            saver: Saver::default(),
            backups: Backups::default(),
            sharing: Sharing::default(),
            keeper: RefCell::default(),
            scroll: RefCell::default(),
        }))
    }

    /// The state as it is now.
    pub fn state(&self) -> Rc<State> {
        self.0.state.borrow().clone()
    }

    /// Who is told of every new state: the root component.
    pub fn set_viewer(&self, viewer: Callback<Rc<State>>) {
        *self.0.viewer.borrow_mut() = Some(viewer);
    }

    /// Who opens and lists projects.
    pub fn set_keeper(&self, keeper: Callback<Keep>) {
        *self.0.keeper.borrow_mut() = Some(keeper);
    }

    pub(super) fn keeper(&self, what: Keep) {
        let keeper = self.0.keeper.borrow().clone();
        if let Some(keeper) = keeper {
            keeper.emit(what);
        }
    }

    /// Carries an action out.
    pub fn dispatch(&self, action: Action) {
        match action {
            Action::StepTo(done) => self.step_to(done),
            action => drop(self.act(action)),
        }
    }

    /// Carries an action out that makes one step at most; whether it made one.
    fn act(&self, action: Action) -> bool {
        let step = self.change(|state| state.reduce(action, clock::stamp()));
        let any = step.is_some();
        self.after(step);
        any
    }

    /// Steps back or forward through the history. Each step is saved and told by itself, with the project as it was
    /// after it: what it speaks of may be gone after the next.
    fn step_to(&self, done: usize) {
        let before = self.state().editor.history().done_count();
        let mut steps = 0;
        // Whoever is told may act too, so that the goal alone is no reason to end.
        while steps < before.abs_diff(done) && self.act(Action::StepTo(done)) {
            steps += 1;
        }
        if steps > 0 {
            let words = self.state().stepped_words(done < before, steps);
            self.act(Action::Announce(words));
        }
    }

    /// Carries a command out for a program that wants to know how it went; `None` if it changed nothing.
    ///
    /// # Errors
    /// With why it cannot be done.
    pub fn perform(&self, command: Command) -> Result<Option<Step>, EditError> {
        let step = self.change(|state| state.perform(command, clock::stamp()))?;
        self.after(step.clone());
        Ok(step)
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.0.state.borrow_mut();
        change(Rc::make_mut(&mut state))
    }

    fn after(&self, step: Option<Step>) {
        if let Some(step) = step {
            panic::force("edit");
            self.enqueue(&step);
            panic::force("queued");
            self.told(&step);
        }
        self.refresh();
    }

    fn told(&self, step: &Step) {
        let subscribers = self.0.subscribers.borrow().clone();
        subscribers.iter().for_each(|(_, subscriber)| subscriber(step));
    }

    fn refresh(&self) {
        let viewer = self.0.viewer.borrow().clone();
        if let Some(viewer) = viewer {
            viewer.emit(self.state());
        }
    }

    /// Calls back with each step from now on; the number ends it again.
    pub fn subscribe(&self, subscriber: impl Fn(&Step) + 'static) -> u32 {
        let id = self.0.next_subscriber.get();
        self.0.next_subscriber.set(id + 1);
        self.0.subscribers.borrow_mut().push((id, Rc::new(subscriber)));
        id
    }

    /// Ends a subscription.
    pub fn unsubscribe(&self, id: u32) {
        self.0.subscribers.borrow_mut().retain(|(one, _)| *one != id);
    }

    /// What saves the project.
    pub(super) fn saver(&self) -> &Saver {
        &self.0.saver
    }

    /// What backs the project up.
    pub(in crate::ui) fn backups(&self) -> &Backups {
        &self.0.backups
    }

    /// What shares the project with other tabs.
    pub(super) fn sharing(&self) -> &Sharing {
        &self.0.sharing
    }

    /// Carries out a step that another tab has saved.
    pub(super) fn follow_step(&self, step: Step) -> Result<(), Conflict> {
        let step = self.change(|state| state.follow(step))?;
        self.told(&step);
        self.refresh();
        Ok(())
    }

    /// Calls one of the two when everything done so far is on disk, or cannot be.
    pub fn when_saved(&self, kept: Function, broken: Function) {
        match &self.state().save {
            SaveStatus::Saved => call(&kept, None),
            SaveStatus::Memory(reason) => call(&broken, Some(reason)),
            _ => self.saver().wait(kept, broken),
        }
    }

    /// Remembers where an article is scrolled to: the block at the top and how many pixels of it are hidden.
    pub fn set_scroll(&self, article: &ArticleId, block: usize, pixels: f64) {
        self.0.scroll.borrow_mut().insert(article.clone(), (block, pixels));
    }

    /// Where an article is scrolled to.
    pub fn scroll(&self, article: &ArticleId) -> Option<(usize, f64)> {
        self.0.scroll.borrow().get(article).copied()
    }

    /// Where all articles are scrolled to.
    pub fn all_scroll(&self) -> HashMap<ArticleId, (usize, f64)> {
        self.0.scroll.borrow().clone()
    }

    /// Forgets or restores all scroll positions.
    pub fn replace_scroll(&self, scroll: HashMap<ArticleId, (usize, f64)>) {
        *self.0.scroll.borrow_mut() = scroll;
    }
}

/// Calls a promise's resolver; what it throws has nobody to go to.
pub(super) fn call(resolver: &Function, reason: Option<&str>) {
    let argument = reason.map_or(wasm_bindgen::JsValue::UNDEFINED, |reason| js_sys::Error::new(reason).into());
    let _ = resolver.call1(&wasm_bindgen::JsValue::NULL, &argument);
}
