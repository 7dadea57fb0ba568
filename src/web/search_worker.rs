//! Regular expressions: the browser's own, run in a worker, so that one that would run for ever can be ended.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

use crate::text::{Text, TextRange, Utf16Offset};

/// Where the worker's program lies, beside the page.
const PROGRAM: &str = "search-worker.js";
/// How long an expression may take, in milliseconds.
pub const TIMEOUT_MS: u32 = 2_000;

/// What became of a search.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The matches in each text.
    Found(Vec<Vec<TextRange>>),
    /// The expression is none: why, and at which character of it, counted from 0.
    Invalid(String, usize),
    /// It took longer than [`TIMEOUT_MS`].
    TooLong,
    /// The worker cannot be started.
    Unavailable(Unavailable),
}

/// Why the worker cannot be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The browser refuses; the reason in its words.
    Refused(Option<String>),
    /// The program of the worker could not be loaded.
    NotLoaded,
}

/// An expression to be run.
#[derive(Clone, Debug)]
pub struct Expression {
    /// As typed.
    pub source: String,
    /// Whether capitals matter.
    pub case: bool,
    /// The texts that it is run over.
    pub texts: Vec<Text>,
    /// The most matches in each text.
    pub most: u32,
}

/// Runs expressions, one at a time: a new one ends the one before.
#[derive(Clone, Default)]
pub struct SearchWorker(Rc<Inner>);

#[derive(Default)]
struct Inner {
    running: RefCell<Option<Running>>,
    /// Identifies answers to earlier requests.
    run: Cell<u32>,
}

struct Running {
    worker: Worker,
    /// The texts that it has, by their SHA-256.
    known: Vec<String>,
    /// Whether it has not answered yet.
    busy: bool,
    /// Ends it.
    timeout: Option<Timeout>,
    // Kept for as long as the worker may call them.
    listeners: Vec<Closure<dyn Fn(JsValue)>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl SearchWorker {
    /// Runs an expression and calls back with what became of it, unless another is run before.
    pub fn run(&self, wanted: Expression, done: impl Fn(Outcome) + 'static) {
        self.cancel();
        let run = self.0.run.get();
        let mut running = match self.0.running.take() {
            Some(running) => running,
            None => match start() {
                Ok(worker) => Running { worker, known: Vec::new(), busy: true, timeout: None, listeners: Vec::new() },
                Err(error) => return done(Outcome::Unavailable(Unavailable::Refused(super::reason(&error)))),
            },
        };
        let message = message(&wanted, &mut running.known, run);
        let (on_message, on_error) = (self.clone(), self.clone());
        let (texts, done) = (wanted.texts, Rc::new(done));
        let failed = done.clone();
        let message_listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let data = field(&event, "data");
            if number(&data, "run") != on_message.0.run.get() {
                return;
            }
            // It counts from when the worker has begun, however slowly the network brought it.
            if field(&data, "begun").is_truthy() {
                on_message.start_timeout(done.clone());
            } else {
                on_message.answered();
                done(read(&data, &texts));
            }
        });
        let error_listener = Closure::<dyn Fn(JsValue)>::new(move |_| {
            on_error.end();
            failed(Outcome::Unavailable(Unavailable::NotLoaded));
        });
        running.worker.set_onmessage(Some(message_listener.as_ref().unchecked_ref()));
        running.worker.set_onerror(Some(error_listener.as_ref().unchecked_ref()));
        running.listeners = vec![message_listener, error_listener];
        running.busy = true;
        // Only what cannot be cloned is refused, and these are strings and numbers.
        let _ = running.worker.post_message(&message);
        *self.0.running.borrow_mut() = Some(running);
    }

    /// Gives up what runs; a worker that has not answered is ended, the next one begins afresh.
    pub fn cancel(&self) {
        self.0.run.set(self.0.run.get() + 1);
        if self.0.running.borrow().as_ref().is_some_and(|running| running.busy) {
            self.end();
        }
    }

    fn start_timeout(&self, done: Rc<impl Fn(Outcome) + 'static>) {
        let this = self.clone();
        let run = this.0.run.get();
        let timeout = Timeout::new(TIMEOUT_MS, move || {
            if this.0.run.get() == run {
                this.end();
                done(Outcome::TooLong);
            }
        });
        if let Some(running) = self.0.running.borrow_mut().as_mut() {
            running.timeout = Some(timeout);
        }
    }

    fn answered(&self) {
        if let Some(running) = self.0.running.borrow_mut().as_mut() {
            running.busy = false;
            running.timeout = None;
        }
    }

    fn end(&self) {
        let Some(ended) = self.0.running.take() else { return };
        ended.worker.terminate();
        // One of them may be calling just now: they are dropped when it has returned.
        Timeout::new(0, move || drop(ended)).forget();
    }
}

/// A worker. Its address comes from boot.js, which vouches for it where the browser has Trusted Types.
fn start() -> Result<Worker, JsValue> {
    let global = js_sys::global();
    let vouch = field(&field(&global, "crossreadTrusted"), "scriptURL");
    let address = match vouch.dyn_ref::<Function>() {
        Some(vouch) => vouch.call1(&JsValue::UNDEFINED, &PROGRAM.into())?,
        None => super::preload::url(PROGRAM).into(),
    };
    // The binding of `new Worker` takes nothing but a string.
    let class: Function = field(&global, "Worker").unchecked_into();
    Reflect::construct(&class, &Array::of1(&address)).map(JsCast::unchecked_into)
}

fn message(wanted: &Expression, known: &mut Vec<String>, run: u32) -> Object {
    let (add, ids) = (Array::new(), Array::new());
    for text in &wanted.texts {
        ids.push(&text.sha256().into());
        if !known.iter().any(|one| one == text.sha256()) {
            known.push(text.sha256().to_owned());
            add.push(&Array::of2(&text.sha256().into(), &text.as_str().into()));
        }
    }
    let flags = if wanted.case { "gmu" } else { "gimu" };
    let message = Object::new();
    let fields: [(&str, JsValue); 6] = [
        ("run", run.into()),
        ("source", wanted.source.as_str().into()),
        ("flags", flags.into()),
        ("most", wanted.most.into()),
        ("add", add.into()),
        ("ids", ids.into()),
    ];
    for (name, value) in fields {
        // A new object takes any field.
        let _ = Reflect::set(&message, &name.into(), &value);
    }
    message
}

fn field(data: &JsValue, name: &str) -> JsValue {
    Reflect::get(data, &name.into()).unwrap_or_default()
}

fn number(data: &JsValue, name: &str) -> u32 {
    field(data, name).as_f64().unwrap_or_default() as u32
}

fn read(data: &JsValue, texts: &[Text]) -> Outcome {
    if let Some(message) = field(data, "message").as_string() {
        return Outcome::Invalid(message, number(data, "place") as usize);
    }
    let found = Array::from(&field(data, "found"));
    let of_text = |(text, pairs): (&Text, JsValue)| {
        let pairs = Uint32Array::new(&pairs).to_vec();
        pairs.chunks_exact(2).filter_map(|pair| range(text, pair[0], pair[1])).collect()
    };
    Outcome::Found(texts.iter().zip(found.iter()).map(of_text).collect())
}

/// Matches that cut what a reader sees as one character are not counted, as in any search.
fn range(text: &Text, start: u32, end: u32) -> Option<TextRange> {
    let range = TextRange::new(text.from_utf16(Utf16Offset(start))?, text.from_utf16(Utf16Offset(end))?);
    text.check(range).is_ok().then_some(range)
}
