//! Reads the files of the dialog, and again whenever an option changes. What comes of options that have changed meanwhile is dropped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::read::{Kept, Options, Outcome, read};
use crate::app::{ByPtr, ToolFiles};
use crate::web::clock;

/// How long it takes until the page shows how much is read, and the least time between two changes of that, in milliseconds.
const INTERVAL_MS: u64 = 100;

/// What is known of the files.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Reading {
    /// What was found out last, or what is wrong with the files.
    pub(super) outcome: Option<ByPtr<Result<Outcome, String>>>,
    /// The options of that.
    options: Option<Options>,
    /// How much is read for other options, in percent; `None` as long as that takes no time, or is not known.
    pub(super) percent: Option<u8>,
    /// Whether reading takes time.
    pub(super) is_slow: bool,
}

impl Reading {
    /// What would be imported with these options; `None` while that is not known.
    pub(super) fn outcome_of(&self, options: &Options) -> Option<&Outcome> {
        let outcome = self.outcome.as_ref().filter(|_| self.options.as_ref() == Some(options))?;
        outcome.as_ref().ok()
    }
}

/// What reads the files, one after the other for each change of the options.
#[derive(Default)]
struct Reader {
    /// The options for which the files have to be read.
    wanted: RefCell<Option<Options>>,
    kept: RefCell<Option<Kept>>,
    is_running: Cell<bool>,
    is_closed: Cell<bool>,
}

/// Reads the files as the options say.
#[hook]
pub(super) fn use_reading(files: &ByPtr<ToolFiles>, options: &Options) -> Reading {
    let reading = use_state_eq(Reading::default);
    let reader = use_memo((), |()| Reader::default());
    {
        let (reader, setter) = (reader.clone(), reading.setter());
        use_effect_with((files.clone(), options.clone()), move |(files, options)| {
            reader.wanted.replace(Some(options.clone()));
            if !reader.is_running.replace(true) {
                let files = files.clone();
                spawn_local(async move { run(&reader, &files, &setter).await });
            }
        });
    }
    use_effect_with((), move |()| move || reader.is_closed.set(true));
    (*reading).clone()
}

async fn run(reader: &Rc<Reader>, files: &ToolFiles, setter: &UseStateSetter<Reading>) {
    let mut kept = reader.kept.take();
    let mut shown = Reading::default();
    while let Some(options) = reader.wanted.take() {
        let mut told = clock::millis();
        let mut go_on = |progress: Option<f64>| {
            if clock::millis().saturating_sub(told) >= INTERVAL_MS {
                told = clock::millis();
                shown.is_slow = true;
                shown.percent = progress.map(|progress| (progress * 100.0) as u8);
                setter.set(shown.clone());
            }
            !reader.is_closed.get() && reader.wanted.borrow().is_none()
        };
        let outcome = read(files, &options, &mut kept, &mut go_on).await;
        if reader.is_closed.get() {
            return;
        }
        if let Some(outcome) = outcome {
            shown = Reading {
                outcome: Some(ByPtr(Rc::new(outcome))),
                options: Some(options),
                percent: None,
                is_slow: false,
            };
            setter.set(shown.clone());
        }
    }
    reader.kept.replace(kept);
    reader.is_running.set(false);
}
