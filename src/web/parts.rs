//! Lazy parts of the program: wasm files that are loaded after the first paint, or when they are first used.
//!
//! A part is loaded once. What needs it waits, and runs in order when the part is there. A part that does not come is requested
//! again after a while, for as long as the page is open; [`has_failed`] then says so. Without the feature `split`, the program
//! has no lazy parts: everything is there from the start.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::mem::take;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

/// A lazy part. `src/parts.rs` has the entry points of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the first paint does not need.
    Later,
    /// Suggestions, the claims board, the report, and what other columns show of the selection.
    Analysis,
    /// The formats of other tools: import, and export in other formats than our own.
    Formats,
    /// Web pages, Markdown, Word documents and archives that are opened.
    Documents,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 4] = [Self::Later, Self::Analysis, Self::Formats, Self::Documents];

    /// The name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Later => "later",
            Self::Analysis => "analysis",
            Self::Formats => "formats",
            Self::Documents => "documents",
        }
    }
}

/// What loads parts.
#[derive(Clone, Copy)]
pub struct Loader {
    /// Loads a part; resolves to whether it is there now.
    pub load: fn(Part) -> Pin<Box<dyn Future<Output = bool>>>,
    /// Loads a part while the page is blocked; returns whether it is there now.
    pub load_now: fn(Part) -> bool,
}

/// How long to wait before a part is requested again, in milliseconds: after the first failure, the second, and so on.
const PAUSES_MS: [u32; 6] = [300, 1_000, 2_000, 5_000, 10_000, 30_000];
/// The number of failures in a row after which the user is told.
const TOLD_AFTER: usize = 3;

#[derive(Default)]
struct Slot {
    stage: RefCell<Stage>,
    /// What runs when the part is there.
    waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
    failures: Cell<usize>,
}

#[derive(Default)]
enum Stage {
    #[default]
    NotRequested,
    Loading,
    /// The part is requested again when the timer fires.
    Failed(#[allow(dead_code, reason = "dropping the timer cancels it")] Timeout),
    Here,
}

thread_local! {
    static LOADER: Cell<Option<Loader>> = const { Cell::new(None) };
    static SLOTS: [Slot; Part::ALL.len()] = Default::default();
    /// Called when a part has failed, and when it has come after all.
    static LISTENER: RefCell<Option<Rc<dyn Fn()>>> = RefCell::default();
}

fn with_slot<T>(part: Part, act: impl FnOnce(&Slot) -> T) -> T {
    SLOTS.with(|slots| act(&slots[part as usize]))
}

/// Sets what loads parts.
pub fn set_loader(loader: Loader) {
    LOADER.set(Some(loader));
}

/// Whether a part is there.
pub fn is_here(part: Part) -> bool {
    !cfg!(feature = "split") || with_slot(part, |slot| matches!(*slot.stage.borrow(), Stage::Here))
}

/// Whether a part has failed so often that the user has to be told.
pub fn has_failed(part: Part) -> bool {
    !is_here(part) && with_slot(part, |slot| slot.failures.get() >= TOLD_AFTER)
}

/// Calls this when [`has_failed`] may have changed. There is one listener.
pub fn listen(listener: impl Fn() + 'static) {
    LISTENER.set(Some(Rc::new(listener)));
}

/// Does something at once if the part is there, else when it is. Does not request the part.
pub fn when_here(part: Part, act: impl FnOnce() + 'static) {
    if is_here(part) {
        act();
    } else {
        with_slot(part, |slot| slot.waiting.borrow_mut().push(Box::new(act)));
    }
}

/// Requests a part, unless that was done before.
pub fn request(part: Part) {
    let is_new = with_slot(part, |slot| matches!(*slot.stage.borrow(), Stage::NotRequested));
    if is_new && !is_here(part) {
        load(part);
    }
}

/// Requests a part that has failed, at once.
pub fn retry(part: Part) {
    if with_slot(part, |slot| matches!(*slot.stage.borrow(), Stage::Failed(_))) {
        load(part);
    }
}

/// Whether a part is there; if not, it is loaded while the page is blocked: for a script that expects its answer at once.
pub fn require(part: Part) -> bool {
    if !is_here(part) && LOADER.get().is_some_and(|loader| (loader.load_now)(part)) {
        loaded(part);
    }
    is_here(part)
}

/// Waits until a part is there. Does not request it.
pub async fn wait(part: Part) {
    let waker = Rc::new(RefCell::new(None::<Waker>));
    let wake = waker.clone();
    when_here(part, move || wake.take().into_iter().for_each(Waker::wake));
    poll_fn(|context| {
        if is_here(part) {
            return Poll::Ready(());
        }
        waker.replace(Some(context.waker().clone()));
        Poll::Pending
    })
    .await;
}

fn load(part: Part) {
    let Some(loader) = LOADER.get() else { return };
    with_slot(part, |slot| slot.stage.replace(Stage::Loading));
    spawn_local(async move {
        let is_loaded = (loader.load)(part).await;
        // Someone may have required it meanwhile.
        if is_here(part) {
            return;
        }
        if is_loaded { loaded(part) } else { failed(part) }
    });
}

fn loaded(part: Part) {
    with_slot(part, |slot| slot.stage.replace(Stage::Here));
    notify();
    // What runs may add more, which then runs at once.
    let waiting = with_slot(part, |slot| take(&mut *slot.waiting.borrow_mut()));
    waiting.into_iter().for_each(|act| act());
}

fn failed(part: Part) {
    let failures = with_slot(part, |slot| {
        slot.failures.set(slot.failures.get() + 1);
        slot.failures.get()
    });
    let pause = PAUSES_MS[(failures - 1).min(PAUSES_MS.len() - 1)];
    let timer = Timeout::new(pause, move || load(part));
    with_slot(part, |slot| slot.stage.replace(Stage::Failed(timer)));
    notify();
}

fn notify() {
    let listener = LISTENER.with_borrow(Clone::clone);
    if let Some(listener) = listener {
        listener();
    }
}
