//! Coordinates tabs with the same projects: locks for the right to write (Web Locks), and messages (BroadcastChannel).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "crossread";

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &Object, granted: &JsValue) -> Result<Promise, JsValue>;
}

/// How a lock is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// Only if no tab holds the lock.
    IfFree,
    /// After the tabs that hold or have requested the lock.
    InTurn,
    /// Immediately; the tab that holds the lock loses it.
    Steal,
}

/// A requested lock. Dropping it releases the lock.
pub struct Lock(Rc<LockState>);

#[derive(Default)]
struct LockState {
    /// Whether this tab holds the lock; `None` while it is not known.
    held: Cell<Option<bool>>,
    /// Resolves the promise that keeps the lock.
    release: RefCell<Option<Function>>,
    /// Resolves the promise of [`Lock::answered`].
    answered: RefCell<Option<Function>>,
    /// Whether the lock was dropped.
    abandoned: Cell<bool>,
}

impl LockState {
    fn answer(&self, held: bool) {
        self.held.set(Some(held));
        if let Some(resolve) = self.answered.take() {
            call(&resolve);
        }
    }

    /// The callback of the request. Returns a promise that keeps the lock until it resolves.
    fn granted(&self, lock: &JsValue) -> JsValue {
        if lock.is_null() || self.abandoned.get() {
            self.answer(false);
            return JsValue::UNDEFINED;
        }
        let kept = Promise::new(&mut |release, _| *self.release.borrow_mut() = Some(release));
        self.answer(true);
        kept.into()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.0.abandoned.set(true);
        if let Some(release) = self.0.release.take() {
            call(&release);
        }
    }
}

impl Lock {
    /// Requests the lock with this name. `lost` is called when another tab steals the lock from this tab. In browsers
    /// without locks, every request is granted: the storage then refuses writes of the second tab.
    pub fn request(name: &str, how: Request, lost: impl FnOnce() + 'static) -> Self {
        let state = Rc::new(LockState::default());
        let (to_grant, to_end) = (state.clone(), state.clone());
        // Each callback is called once, even after the lock was dropped.
        let granted = Closure::once_into_js(move |lock: JsValue| to_grant.granted(&lock));
        let ended = Closure::once(move |_: JsValue| {
            if to_end.held.replace(Some(false)) == Some(true) && !to_end.abandoned.get() {
                lost();
            }
        });
        match request_lock(name, how, &granted) {
            Some(promise) => {
                let _ = promise.then2(&ended, &ended);
                ended.forget();
            }
            None => state.answer(true),
        }
        Self(state)
    }

    /// Resolves when it is known whether this tab holds the lock.
    pub fn answered(&self) -> Promise {
        match self.0.held.get() {
            Some(_) => Promise::resolve(&JsValue::UNDEFINED),
            None => Promise::new(&mut |resolve, _| *self.0.answered.borrow_mut() = Some(resolve)),
        }
    }

    /// Whether this tab holds the lock.
    pub fn is_held(&self) -> bool {
        self.0.held.get() == Some(true)
    }
}

fn request_lock(name: &str, how: Request, granted: &JsValue) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let options = Object::new();
    let option = match how {
        Request::IfFree => Some("ifAvailable"),
        Request::InTurn => None,
        Request::Steal => Some("steal"),
    };
    if let Some(option) = option {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &option.into(), &true.into());
    }
    locks.unchecked_into::<LockManager>().request(name, &options, granted).ok()
}

fn call(resolve: &Function) {
    // Resolving a promise throws nothing.
    let _ = resolve.call0(&JsValue::UNDEFINED);
}

/// A message between tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Steps of this project (key) were saved.
    Saved(String),
    /// The list of projects changed.
    Listed,
    /// A tab requests the right to write a project: the key of the project, and the name of the tab.
    Wanted(String, String),
    /// The answer that the tab may take over the project, because all changes are saved.
    Yielded(String, String),
    /// The answer that the tab cannot take over the project, because changes are not saved yet.
    Kept(String, String),
}

impl Message {
    fn text(&self) -> String {
        match self {
            Self::Saved(project) => format!("saved\n{project}"),
            Self::Listed => "listed".to_owned(),
            Self::Wanted(project, tab) => format!("wanted\n{project}\n{tab}"),
            Self::Yielded(project, tab) => format!("yielded\n{project}\n{tab}"),
            Self::Kept(project, tab) => format!("kept\n{project}\n{tab}"),
        }
    }

    /// Parses a message; `None` for unknown messages of other versions.
    fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n').map(str::to_owned);
        let kind = lines.next()?;
        Some(match kind.as_str() {
            "saved" => Self::Saved(lines.next()?),
            "listed" => Self::Listed,
            "wanted" => Self::Wanted(lines.next()?, lines.next()?),
            "yielded" => Self::Yielded(lines.next()?, lines.next()?),
            "kept" => Self::Kept(lines.next()?, lines.next()?),
            _ => return None,
        })
    }
}

/// The channel between tabs; clones share it.
#[derive(Clone)]
pub struct Channel(Option<Rc<Open>>);

struct Open {
    channel: BroadcastChannel,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Listens to messages of other tabs. In browsers without channels, no message is received.
    pub fn open(on_message: impl Fn(Message) + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return Self(None) };
        let listener = Closure::new(move |event: MessageEvent| {
            if let Some(message) = event.data().as_string().as_deref().and_then(Message::read) {
                on_message(message);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Self(Some(Rc::new(Open { channel, _listener: listener })))
    }

    /// Sends a message to all other tabs.
    pub fn send(&self, message: &Message) {
        if let Some(open) = &self.0 {
            // Fails only if the channel is closed.
            let _ = open.channel.post_message(&message.text().into());
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.channel.close();
    }
}
