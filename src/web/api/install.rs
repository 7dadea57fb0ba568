//! Puts the API on the window.

use std::rc::Rc;

use js_sys::{Array, Function, JSON, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::{Closure, IntoWasmClosure};
use wasm_bindgen_futures::future_to_promise;
use web_sys::{CustomEvent, Window};

use super::{Host, arguments, error, suggestions};
use crate::app::messages::errors::edit;
use crate::app::messages::formats::dropped_part;
use crate::app::messages::summaries::summary;
use crate::edit::{Change, Command, Step};
use crate::format::{self, ExportOptions, native};
use crate::json::{Json, NewObject, ToJson};
use crate::model::AnnotationId;
use crate::web::frame::next_frame;
use crate::web::js_json::to_js;

pub(super) type Answer = Result<JsValue, JsValue>;

/// What a subscriber is called with.
struct Told<'a> {
    kind: &'static str,
    summary: String,
    at: &'a str,
    by: &'a str,
    articles: Vec<&'a str>,
    annotations: Vec<&'a str>,
    removed_annotations: Vec<&'a str>,
    relations: Vec<&'a str>,
}

impl ToJson for Told<'_> {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        object.needed("kind", &self.kind);
        object.needed("summary", &self.summary);
        object.needed("at", &self.at);
        object.needed("by", &self.by);
        object.needed("articles", &self.articles);
        object.needed("annotations", &self.annotations);
        object.needed("removedAnnotations", &self.removed_annotations);
        object.needed("relations", &self.relations);
        object.into()
    }
}

/// Puts the API on `window.crossread` and says so by the event `crossread:ready`.
///
/// # Errors
/// When the window does not take it.
pub fn install(host: &Rc<dyn Host>) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or_else(|| error("there is no window"))?;
    let api = Object::new();
    Reflect::set(&api, &"version".into(), &env!("CARGO_PKG_VERSION").into())?;
    add_project_calls(&api, host)?;
    add_editing_calls(&api, host)?;
    add_watching_calls(&api, host)?;
    suggestions::add_calls(&api, host)?;
    Reflect::set(&window, &"crossread".into(), &api)?;
    ready(&window)
}

fn ready(window: &Window) -> Result<(), JsValue> {
    window.dispatch_event(&CustomEvent::new("crossread:ready")?.into()).map(|_| ())
}

/// Adds a function. It lives as long as the page, so its closure is never freed.
pub(super) fn add<T: ?Sized + wasm_bindgen::closure::WasmClosure>(
    api: &Object,
    name: &str,
    call: impl IntoWasmClosure<T> + 'static,
) -> Result<(), JsValue> {
    Reflect::set(api, &name.into(), &Closure::<T>::new(call).into_js_value()).map(|_| ())
}

fn add_project_calls(api: &Object, host: &Rc<dyn Host>) -> Result<(), JsValue> {
    let of = host.clone();
    add::<dyn Fn() -> Answer>(api, "project", move || JSON::parse(&native::write(&of.project())))?;
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Promise>(api, "load", move |project: JsValue| {
        // It gives `undefined` for what is no JSON, whatever its declared type says.
        let text = JSON::stringify(&project).ok().and_then(|text| JsValue::from(text).as_string());
        let of = of.clone();
        future_to_promise(async move {
            let text = text.ok_or_else(|| error("load: expected a project as an object"))?;
            of.import("project.json".to_owned(), text.into_bytes()).await.map_err(error)?;
            Ok(JsValue::UNDEFINED)
        })
    })?;
    let of = host.clone();
    add::<dyn Fn(JsValue, JsValue) -> Promise>(api, "importFile", move |name: JsValue, bytes: JsValue| {
        let of = of.clone();
        future_to_promise(async move {
            let name = arguments::text_argument("importFile", "name", &name).map_err(error)?;
            let bytes = arguments::bytes_argument("importFile", "bytes", &bytes).map_err(error)?;
            to_js(&of.import(name, bytes).await.map_err(error)?)
        })
    })?;
    let of = host.clone();
    add::<dyn Fn(JsValue, JsValue) -> Answer>(api, "export", move |name: JsValue, options: JsValue| {
        let name = arguments::text_argument("export", "format", &name).map_err(error)?;
        export(&*of, &name, arguments::export_options(&options).map_err(error)?)
    })?;
    add::<dyn Fn() -> JsValue>(api, "formats", || {
        format::formats().iter().map(|format| JsValue::from(format.name())).collect::<Array>().into()
    })
}

fn export(host: &dyn Host, name: &str, options: ExportOptions) -> Answer {
    let format = format::find(name).ok_or_else(|| {
        let names: Vec<_> = format::formats().iter().map(|format| format.name()).collect();
        error(format!("export: there is no format \"{name}\": expected one of {}", names.join(", ")))
    })?;
    let exported = format.export(&host.project(), options);
    let answer = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&answer, &name.into(), value);
    set("name", &exported.name.as_str().into())?;
    set("mime", &exported.mime.into())?;
    set("bytes", &Uint8Array::from(exported.bytes.as_slice()).into())?;
    let dropped = Array::new();
    for one in &exported.dropped {
        let entry = Object::new();
        Reflect::set(&entry, &"what".into(), &dropped_part(one.what).into())?;
        Reflect::set(&entry, &"count".into(), &(one.count as u32).into())?;
        dropped.push(&entry);
    }
    set("dropped", &dropped.into())?;
    Ok(answer.into())
}

fn add_editing_calls(api: &Object, host: &Rc<dyn Host>) -> Result<(), JsValue> {
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "annotate", move |fields: JsValue| {
        let fields = arguments::object("annotate", &fields).map_err(error)?;
        let step = perform(&*of, arguments::annotate(&of.project(), &fields).map_err(error)?)?;
        let id = step.as_ref().and_then(|step| step.transaction.annotations().next());
        Ok(id.map_or(JsValue::UNDEFINED, |id| id.as_str().into()))
    })?;
    let of = host.clone();
    add::<dyn Fn(JsValue, JsValue) -> Answer>(api, "update", move |id: JsValue, fields: JsValue| {
        let id = arguments::text_argument("update", "id", &id).map_err(error)?;
        let fields = arguments::object("update", &fields).map_err(error)?;
        perform(&*of, arguments::update(&of.project(), &id, &fields).map_err(error)?).map(|_| JsValue::UNDEFINED)
    })?;
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "remove", move |id: JsValue| {
        remove(&*of, &arguments::text_argument("remove", "id", &id).map_err(error)?)
    })?;
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "relate", move |fields: JsValue| {
        let fields = arguments::object("relate", &fields).map_err(error)?;
        let step = perform(&*of, arguments::relate(&of.project(), &fields).map_err(error)?)?;
        let id = step.as_ref().and_then(|step| step.transaction.relations().next());
        Ok(id.map_or(JsValue::UNDEFINED, |id| id.as_str().into()))
    })?;
    let of = host.clone();
    add::<dyn Fn() -> bool>(api, "undo", move || of.undo())?;
    let of = host.clone();
    add::<dyn Fn() -> bool>(api, "redo", move || of.redo())
}

fn perform(host: &dyn Host, command: Command) -> Result<Option<Step>, JsValue> {
    host.perform(command).map_err(|refused| error(edit(&refused)))
}

/// Removes an annotation, or the relation of that id where there is no such annotation.
fn remove(host: &dyn Host, id: &str) -> Answer {
    let project = host.project();
    let command = if project.annotation(&id.into()).is_none() && project.relation(&id.into()).is_some() {
        Command::Unrelate(id.into())
    } else {
        Command::Remove(vec![id.into()])
    };
    perform(host, command).map(|_| JsValue::UNDEFINED)
}

fn add_watching_calls(api: &Object, host: &Rc<dyn Host>) -> Result<(), JsValue> {
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Promise>(api, "reveal", move |id: JsValue| {
        let of = of.clone();
        future_to_promise(async move {
            let id: AnnotationId = arguments::text_argument("reveal", "id", &id).map_err(error)?.as_str().into();
            if of.project().annotation(&id).is_none() {
                return Err(error(format!("reveal: there is no annotation \"{id}\"")));
            }
            of.reveal(id.clone());
            painted(&*of, &id).await;
            Ok(JsValue::UNDEFINED)
        })
    })?;
    let of = host.clone();
    add::<dyn Fn() -> Promise>(api, "saved", move || {
        Promise::new(&mut |kept: Function, broken: Function| of.when_saved(kept, broken))
    })?;
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "subscribe", move |callback: JsValue| {
        let callback = arguments::function_argument("subscribe", "callback", callback).map_err(error)?;
        let id = of.subscribe(Rc::new(move |step| {
            if let Ok(told) = to_js(&told(step)) {
                // What a subscriber throws is its own affair.
                let _ = callback.call1(&JsValue::NULL, &told);
            }
        }));
        let of = of.clone();
        Ok(Closure::<dyn Fn()>::new(move || of.unsubscribe(id)).into_js_value())
    })
}

fn told(step: &Step) -> Told<'_> {
    let transaction = &step.transaction;
    let removed = transaction.changes.iter().filter_map(|change| match change {
        Change::Annotation(swap) if swap.after.is_none() => swap.before.as_ref().map(|one| one.id.as_str()),
        _ => None,
    });
    Told {
        kind: step.kind.name(),
        summary: summary(&transaction.summary),
        at: transaction.stamp.at.as_str(),
        by: &transaction.stamp.by,
        articles: transaction.articles().into_iter().map(|id| id.as_str()).collect(),
        annotations: transaction.annotations().map(|id| id.as_str()).collect(),
        removed_annotations: removed.collect(),
        relations: transaction.relations().map(|id| id.as_str()).collect(),
    }
}

/// How many frames an annotation is waited for: the block it stands in may have to be scrolled to and laid out first.
const MOST_FRAMES: usize = 60;

/// How many frames scrolling may take to settle: heights that were estimated become real on the way.
const SETTLING_FRAMES: usize = 6;

/// Waits until an annotation is drawn and painted.
async fn painted(host: &dyn Host, id: &AnnotationId) {
    for frame in 0..MOST_FRAMES {
        next_frame().await;
        if frame >= SETTLING_FRAMES && host.is_drawn(id) {
            break;
        }
    }
    next_frame().await;
}
