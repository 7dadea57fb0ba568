//! Runs the browser's regular expressions in a worker, so that a slow one can be terminated.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

use crate::text::{Text, TextRange, Utf16Offset};

/// The path of the worker script, relative to the page.
const SCRIPT: &str = "search-worker.js";
/// The maximum time without an answer, in milliseconds.
pub const TIMEOUT_MS: u32 = 2_000;

/// What a search has to say: any number of times that something was found, at last with `is_last`; or once, why not.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Further matches.
    Found(Matches),
    /// The expression is invalid: the reason, and the character at which it is invalid, from 0.
    Invalid(String, usize),
    /// There was no answer for [`TIMEOUT_MS`].
    TooLong,
    /// The worker cannot be started.
    Unavailable(Unavailable),
}

/// Matches in some of the texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Matches {
    /// The index of a text, and the matches in it, in order.
    pub ranges: Vec<(usize, Vec<TextRange>)>,
    /// How much was searched until now, in percent.
    pub percent: u8,
    /// Whether these are the last ones.
    pub is_last: bool,
}

/// Why the worker cannot be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The browser refuses; with its reason.
    Refused(Option<String>),
    /// The script of the worker could not be loaded.
    NotLoaded,
}

/// A search with a regular expression.
#[derive(Clone, Debug)]
pub struct Expression {
    /// The source of the expression.
    pub source: String,
    /// Whether the search is case-sensitive.
    pub case: bool,
    /// The texts to search.
    pub texts: Vec<Text>,
    /// The maximum number of matches in each text.
    pub most: u32,
}

/// Runs one search at a time: a new search cancels the previous one.
#[derive(Clone, Default)]
pub struct SearchWorker(Rc<Inner>);

#[derive(Default)]
struct Inner {
    running: RefCell<Option<Running>>,
    /// The number of the current search, to ignore answers to earlier ones.
    run: Cell<u32>,
}

struct Running {
    worker: Worker,
    /// The SHA-256 of the texts that the worker already has.
    known: HashSet<String>,
    /// Whether the worker has not answered yet.
    busy: bool,
    /// Terminates the worker.
    timeout: Option<Timeout>,
    // Kept alive as long as the worker may call them.
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
    /// Starts a search. Calls back with what it finds, unless another search is started before that.
    pub fn run(&self, expression: Expression, done: impl Fn(Outcome) + 'static) {
        self.cancel();
        let run = self.0.run.get();
        let mut running = match self.0.running.take() {
            Some(running) => running,
            None => match start() {
                Ok(worker) => {
                    Running { worker, known: HashSet::new(), busy: true, timeout: None, listeners: Vec::new() }
                }
                Err(error) => return done(Outcome::Unavailable(Unavailable::Refused(super::reason(&error)))),
            },
        };
        let message = message(&expression, &mut running.known, run);
        let (on_message, on_error) = (self.clone(), self.clone());
        let (texts, done) = (expression.texts, Rc::new(done));
        let failed = done.clone();
        let message_listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let data = field(&event, "data");
            if number(&data, "run") != on_message.0.run.get() {
                return;
            }
            // The time limit begins when the worker has begun, because loading its script may be slow.
            // An expression that is slow for one text is stopped; many texts take as long as they take.
            if field(&data, "begun").is_truthy() {
                return on_message.start_timeout(done.clone());
            }
            let outcome = read(&data, &texts);
            match &outcome {
                Outcome::Found(Matches { is_last: false, .. }) => on_message.start_timeout(done.clone()),
                _ => on_message.finish(),
            }
            done(outcome);
        });
        let error_listener = Closure::<dyn Fn(JsValue)>::new(move |_| {
            on_error.terminate();
            failed(Outcome::Unavailable(Unavailable::NotLoaded));
        });
        running.worker.set_onmessage(Some(message_listener.as_ref().unchecked_ref()));
        running.worker.set_onerror(Some(error_listener.as_ref().unchecked_ref()));
        running.listeners = vec![message_listener, error_listener];
        running.busy = true;
        // Fails only for values that cannot be cloned; these are strings and numbers.
        let _ = running.worker.post_message(&message);
        *self.0.running.borrow_mut() = Some(running);
    }

    /// Cancels the current search. A worker that has not answered is terminated.
    pub fn cancel(&self) {
        self.0.run.set(self.0.run.get() + 1);
        if self.0.running.borrow().as_ref().is_some_and(|running| running.busy) {
            self.terminate();
        }
    }

    fn start_timeout(&self, done: Rc<impl Fn(Outcome) + 'static>) {
        let this = self.clone();
        let run = this.0.run.get();
        let timeout = Timeout::new(TIMEOUT_MS, move || {
            if this.0.run.get() == run {
                this.terminate();
                done(Outcome::TooLong);
            }
        });
        if let Some(running) = self.0.running.borrow_mut().as_mut() {
            running.timeout = Some(timeout);
        }
    }

    fn finish(&self) {
        if let Some(running) = self.0.running.borrow_mut().as_mut() {
            running.busy = false;
            running.timeout = None;
        }
    }

    fn terminate(&self) {
        let Some(ended) = self.0.running.take() else { return };
        ended.worker.terminate();
        // One of the listeners may be running: they are dropped after it has returned.
        Timeout::new(0, move || drop(ended)).forget();
    }
}

/// Starts a worker. `shell/boot.js` provides the script URL as a `TrustedScriptURL` in browsers with Trusted Types.
fn start() -> Result<Worker, JsValue> {
    let global = js_sys::global();
    let trusted_url = field(&field(&global, "crossreadTrusted"), "scriptURL");
    let url = match trusted_url.dyn_ref::<Function>() {
        Some(trusted_url) => trusted_url.call1(&JsValue::UNDEFINED, &SCRIPT.into())?,
        None => super::preload::url(SCRIPT).into(),
    };
    // The binding of `new Worker` accepts only a string.
    let class: Function = field(&global, "Worker").unchecked_into();
    Reflect::construct(&class, &Array::of1(&url)).map(JsCast::unchecked_into)
}

fn message(expression: &Expression, known: &mut HashSet<String>, run: u32) -> Object {
    let (add, ids) = (Array::new(), Array::new());
    for text in &expression.texts {
        ids.push(&text.sha256().into());
        if known.insert(text.sha256().to_owned()) {
            add.push(&Array::of2(&text.sha256().into(), &text.as_str().into()));
        }
    }
    let flags = if expression.case { "gmu" } else { "gimu" };
    let message = Object::new();
    let fields: [(&str, JsValue); 6] = [
        ("run", run.into()),
        ("source", expression.source.as_str().into()),
        ("flags", flags.into()),
        ("most", expression.most.into()),
        ("add", add.into()),
        ("ids", ids.into()),
    ];
    for (name, value) in fields {
        // Setting a property of a new object cannot fail.
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
    let (at, found) = (Array::from(&field(data, "at")), Array::from(&field(data, "found")));
    let of_text = |(index, pairs): (JsValue, JsValue)| {
        let index = index.as_f64()? as usize;
        let text = texts.get(index)?;
        let pairs = Uint32Array::new(&pairs).to_vec();
        Some((index, pairs.chunks_exact(2).filter_map(|pair| range(text, pair[0], pair[1])).collect()))
    };
    let ranges = at.iter().zip(found.iter()).filter_map(of_text).collect();
    let percent = u8::try_from(number(data, "percent")).unwrap_or(100);
    Outcome::Found(Matches { ranges, percent, is_last: field(data, "last").is_truthy() })
}

/// The range of a match; `None` if it cuts a grapheme cluster, as in other searches.
fn range(text: &Text, start: u32, end: u32) -> Option<TextRange> {
    let range = TextRange::new(text.from_utf16(Utf16Offset(start))?, text.from_utf16(Utf16Offset(end))?);
    text.check(range).is_ok().then_some(range)
}
