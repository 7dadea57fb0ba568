//! Whether the browser may clear saved projects when disk space runs low, and how much space there is.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Manager;

    #[wasm_bindgen(method, catch)]
    async fn persisted(this: &Manager) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn persist(this: &Manager) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn estimate(this: &Manager) -> Result<JsValue, JsValue>;
}

/// What the browser reports about the storage; `None` where it reports nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Persistence {
    /// Whether everything is kept until the user clears it.
    pub protected: Option<bool>,
    /// How many bytes are used.
    pub used: Option<f64>,
    /// How many more bytes there may be.
    pub free: Option<f64>,
}

/// What the browser reports now.
pub async fn inspect() -> Persistence {
    let Some(manager) = manager() else { return Persistence::default() };
    let protected = manager.persisted().await.ok().and_then(|answer| answer.as_bool());
    let estimate = manager.estimate().await.unwrap_or_default();
    let figure = |name: &str| Reflect::get(&estimate, &name.into()).ok().and_then(|figure| figure.as_f64());
    let used = figure("usage");
    let free = figure("quota").zip(used).map(|(quota, used)| (quota - used).max(0.0));
    Persistence { protected, used, free }
}

/// Asks the browser to keep everything until the user clears it; whether it agreed.
pub async fn protect() -> bool {
    match manager() {
        Some(manager) => manager.persist().await.is_ok_and(|answer| answer.is_truthy()),
        None => false,
    }
}

fn manager() -> Option<Manager> {
    let manager = Reflect::get(&web_sys::window()?.navigator(), &"storage".into()).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}
