//! Shows a project while it is read: its first articles as soon as they are there, and how much is read.

use std::rc::Rc;

use super::Store;
use super::view_persistence::{first_view_of_part, recall_part};
use crate::app::messages::opening as words;
use crate::app::{OpeningAction, Preview, View};
use crate::format::native::NativeReader;
use crate::json::Source;
use crate::model::Project;
use crate::web::clock;

/// The least time between two changes of the percentage on the page, in milliseconds.
const INTERVAL_MS: u64 = 100;
/// How long the rest has to take, about, for anything to be shown, in milliseconds: less is over before it is seen.
const WORTH_SHOWING_MS: f64 = 50.0;
/// After how many annotations it is shown again, if it was shown with fewer: the first screen has less.
const ANNOTATIONS: usize = 400;

/// A project that is being opened, as long as this exists or until it is open.
pub(super) struct Opening {
    store: Store,
    number: u32,
    /// The key of a stored project, whose view is restored.
    stored: Option<String>,
    /// Whether the page may show it.
    may_show: bool,
    /// When it began, in milliseconds.
    begun: u64,
    shown: Shown,
}

/// What the page shows of it.
#[derive(Default)]
struct Shown {
    /// When it was last told how much is read, in milliseconds.
    told: u64,
    /// The number of annotations from which on it is shown anew; `None` if it is not shown.
    again_at: Option<usize>,
}

impl Opening {
    /// Begins to open a file, or the stored project of a key.
    ///
    /// # Errors
    /// When another project is being opened; with a message.
    pub(super) fn begin(store: &Store, name: &str, stored: Option<&str>) -> Result<Self, String> {
        if store.state().opening.is_some() {
            return Err(words::ALREADY.to_owned());
        }
        let number = store.services().openings.get() + 1;
        store.services().openings.set(number);
        store.dispatch(OpeningAction::Begin { number, name: name.to_owned() });
        Ok(Self {
            store: store.clone(),
            number,
            stored: stored.map(str::to_owned),
            may_show: true,
            begun: clock::millis(),
            shown: Shown::default(),
        })
    }

    /// Whether the page shows it while it is read; at the beginning it does.
    pub(super) fn show(&mut self, may_show: bool) {
        self.may_show = may_show;
    }

    /// Shows what is read, after a slice. Returns whether to go on.
    pub(super) fn go_on(&mut self, reader: &NativeReader<Box<dyn Source>>) -> bool {
        if !self.tell(reader.progress()) {
            return self.store.state().is_opening(self.number);
        }
        if let Some(preview) = self.preview(reader) {
            self.store.dispatch(OpeningAction::Show(self.number, Rc::new(preview)));
        }
        self.store.state().is_opening(self.number)
    }

    /// Shows how much is read of files that are not shown meanwhile, from 0 to 1. Returns whether to go on.
    pub(super) fn has_read(&mut self, read: f64) -> bool {
        self.tell(read);
        self.store.state().is_opening(self.number)
    }

    /// Says how much is read. Returns whether that takes long enough for anything to be shown.
    fn tell(&mut self, read: f64) -> bool {
        let now = clock::millis();
        let left = now.saturating_sub(self.begun) as f64 * (1.0 - read) / read.max(0.01);
        if self.shown.told == 0 && left < WORTH_SHOWING_MS {
            return false;
        }
        if now.saturating_sub(self.shown.told) >= INTERVAL_MS {
            self.shown.told = now;
            self.store.dispatch(OpeningAction::Read(self.number, (read * 99.0) as u8));
        }
        true
    }

    /// What is to be shown now, if it is something else than before.
    fn preview(&mut self, reader: &NativeReader<Box<dyn Source>>) -> Option<Preview> {
        let annotations = reader.annotations_so_far().filter(|_| self.may_show)?;
        if self.shown.again_at.is_some_and(|at| annotations < at) {
            return None;
        }
        let (project, is_all) = reader.articles_so_far()?;
        let mut view = self.view(project, is_all)?;
        self.shown.again_at = Some(if annotations < ANNOTATIONS { ANNOTATIONS } else { usize::MAX });
        let project = reader.preview(&view.open)?;
        view.prune_selected(&project);
        Some(Preview::new(project, view))
    }

    /// The view that the project will have when it is open; `None` while articles of it are missing.
    fn view(&self, project: &Project, is_all: bool) -> Option<View> {
        match &self.stored {
            Some(key) => recall_part(key, project, is_all),
            None => first_view_of_part(project, is_all),
        }
    }

    /// Whether a part of it is on the page.
    pub(super) fn is_shown(&self) -> bool {
        self.store.state().is_opening(self.number) && self.store.state().preview().is_some()
    }
}

impl Drop for Opening {
    /// If the project is not open by now, the former one is shown again.
    fn drop(&mut self) {
        if self.store.state().is_opening(self.number) {
            self.store.dispatch(OpeningAction::End(self.number));
        }
    }
}
