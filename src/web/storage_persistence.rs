//! Persistence and quota of the browser's storage (`navigator.storage`).

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

/// What the browser reports about the storage; `None` for values that it does not report.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Persistence {
    /// Whether the storage is persistent: cleared only by the user.
    pub protected: Option<bool>,
    /// The number of used bytes.
    pub used: Option<f64>,
    /// The number of available bytes.
    pub free: Option<f64>,
}

/// Reads the current values.
pub async fn inspect() -> Persistence {
    let Some(manager) = manager() else { return Persistence::default() };
    let protected = manager.persisted().await.ok().and_then(|answer| answer.as_bool());
    let estimate = manager.estimate().await.unwrap_or_default();
    let figure = |name: &str| Reflect::get(&estimate, &name.into()).ok().and_then(|figure| figure.as_f64());
    let used = figure("usage");
    let free = figure("quota").zip(used).map(|(quota, used)| (quota - used).max(0.0));
    Persistence { protected, used, free }
}

/// Asks the browser to make the storage persistent; returns whether it did.
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
