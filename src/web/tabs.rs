//! Other tabs with the same projects: which of them may write (Web Locks), and their messages (BroadcastChannel).

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
    /// Only if no tab has it.
    IfFree,
    /// After the tabs that have it or requested it before.
    InTurn,
    /// At once; the tab that has it loses it.
    Steal,
}

/// A lock that was requested; dropping it releases it.
pub struct Lock(Rc<LockState>);

#[derive(Default)]
struct LockState {
    /// Whether the lock is ours; `None` while it is not known.
    held: Cell<Option<bool>>,
    /// Keeps the lock until it is called.
    release: RefCell<Option<Function>>,
    /// Wakes who waits for the answer.
    answered: RefCell<Option<Function>>,
    abandoned: Cell<bool>,
}

impl LockState {
    fn answer(&self, held: bool) {
        self.held.set(Some(held));
        if let Some(wake) = self.answered.take() {
            call(&wake);
        }
    }

    /// The browser offers the lock; what it gets back keeps the lock until it resolves.
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
    /// Asks for the lock of this name. `lost` is called when another tab takes it away after it was had.
    /// Where the browser has no locks, everybody has them: the storage then refuses who comes second.
    pub fn request(name: &str, how: Request, lost: impl FnOnce() + 'static) -> Self {
        let asked = Rc::new(LockState::default());
        let (to_grant, to_end) = (asked.clone(), asked.clone());
        // Each is called once, even if the lock is no longer wanted.
        let granted = Closure::once_into_js(move |lock: JsValue| to_grant.granted(&lock));
        let ended = Closure::once(move |_: JsValue| {
            if to_end.held.replace(Some(false)) == Some(true) && !to_end.abandoned.get() {
                lost();
            }
        });
        match ask_browser(name, how, &granted) {
            Some(promise) => {
                let _ = promise.then2(&ended, &ended);
                ended.forget();
            }
            None => asked.answer(true),
        }
        Self(asked)
    }

    /// Resolves when it is known whether the lock is had.
    pub fn answered(&self) -> Promise {
        match self.0.held.get() {
            Some(_) => Promise::resolve(&JsValue::UNDEFINED),
            None => Promise::new(&mut |resolve, _| *self.0.answered.borrow_mut() = Some(resolve)),
        }
    }

    /// Whether the lock is had now.
    pub fn is_held(&self) -> bool {
        self.0.held.get() == Some(true)
    }
}

fn ask_browser(name: &str, how: Request, granted: &JsValue) -> Option<Promise> {
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
    /// Steps of this project were saved.
    Saved(String),
    /// The list of projects changed.
    Listed,
    /// The tab of this name wants to write this project.
    Wanted(String, String),
    /// The tab of this name may take this project: all is saved.
    Yielded(String, String),
    /// The tab of this name cannot have this project: not all is saved here.
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

    /// `None` for what another version of the program may say.
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
pub struct Channel(Option<Rc<Ends>>);

struct Ends {
    channel: BroadcastChannel,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Listens to the other tabs. Where the browser has no channels, nothing is ever heard.
    pub fn open(heard: impl Fn(Message) + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return Self(None) };
        let listener = Closure::new(move |event: MessageEvent| {
            if let Some(message) = event.data().as_string().as_deref().and_then(Message::read) {
                heard(message);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Self(Some(Rc::new(Ends { channel, _listener: listener })))
    }

    /// Sends a message to all other tabs.
    pub fn tell(&self, message: &Message) {
        if let Some(ends) = &self.0 {
            // A closed channel reaches no other tab.
            let _ = ends.channel.post_message(&message.text().into());
        }
    }
}

impl Drop for Ends {
    fn drop(&mut self) {
        self.channel.close();
    }
}
