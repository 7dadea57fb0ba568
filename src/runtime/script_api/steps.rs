//! The calls that reveal annotations and subscribe to steps.

use std::rc::Rc;

use js_sys::{Object, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::future_to_promise;

use super::arguments;
use super::call::{Answer, add, error};
use crate::app::SelectAction;
use crate::app::messages::{script_api as words, summaries};
use crate::edit::{Change, Step};
use crate::json::{Json, NewObject, ToJson};
use crate::model::AnnotationId;
use crate::runtime::Store;
use crate::web::dom_text;
use crate::web::frame::next_frame;
use crate::web::js_json::to_js;

/// How many frames to wait for an annotation: its block may first have to be scrolled into view and laid out.
const MAX_FRAMES: usize = 60;
/// How many frames scrolling may take to settle, while estimated heights are replaced by real ones.
const SETTLING_FRAMES: usize = 6;

pub(super) fn add_calls(api: &Object, store: &Store) -> Result<(), JsValue> {
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Promise>(api, "reveal", move |id: JsValue| {
        let of = of.clone();
        future_to_promise(async move {
            let id: AnnotationId = arguments::text_argument("reveal", "id", &id).map_err(error)?.as_str().into();
            if of.state().project().annotation(&id).is_none() {
                return Err(error(words::no_such_annotation("reveal", id.as_str())));
            }
            of.dispatch(SelectAction::Reveal(id.clone()));
            painted(&of, &id).await;
            Ok(JsValue::UNDEFINED)
        })
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "subscribe", move |callback: JsValue| {
        let callback = arguments::function_argument("subscribe", "callback", callback).map_err(error)?;
        let id = of.services().subscribers.add(Rc::new(move |step| {
            if let Ok(event) = to_js(&StepEvent::of(step)) {
                // Exceptions of subscribers are ignored.
                let _ = callback.call1(&JsValue::NULL, &event);
            }
        }));
        let of = of.clone();
        Ok(Closure::<dyn Fn()>::new(move || of.services().subscribers.remove(id)).into_js_value())
    })
}

/// The argument of a subscriber.
struct StepEvent<'a> {
    step: &'a Step,
    summary: String,
}

impl<'a> StepEvent<'a> {
    fn of(step: &'a Step) -> Self {
        Self { step, summary: summaries::summary(&step.transaction.summary) }
    }
}

impl ToJson for StepEvent<'_> {
    fn to_json(&self) -> Json {
        let transaction = &self.step.transaction;
        let removed = transaction.changes.iter().filter_map(|change| match change {
            Change::Annotation(change) if change.after.is_none() => change.before.as_ref().map(|one| one.id.as_str()),
            _ => None,
        });
        let mut object = NewObject::default();
        object.required("kind", &self.step.kind.name());
        object.required("summary", &self.summary);
        object.required("at", &transaction.stamp.at.as_str());
        object.required("by", &transaction.stamp.by);
        let articles: Vec<&str> = transaction.articles().into_iter().map(|id| id.as_str()).collect();
        object.required("articles", &articles);
        let annotations: Vec<&str> = transaction.annotations().map(|id| id.as_str()).collect();
        object.required("annotations", &annotations);
        object.required("removedAnnotations", &removed.collect::<Vec<&str>>());
        let relations: Vec<&str> = transaction.relations().map(|id| id.as_str()).collect();
        object.required("relations", &relations);
        object.into()
    }
}

/// Waits until an annotation is rendered and painted in view.
async fn painted(store: &Store, id: &AnnotationId) {
    for frame in 0..MAX_FRAMES {
        next_frame().await;
        let article = store.state().project().annotation(id).map(|annotation| annotation.article.clone());
        let is_visible = article.is_some_and(|article| dom_text::is_annotation_visible(&article, id));
        if frame >= SETTLING_FRAMES && is_visible {
            break;
        }
    }
    next_frame().await;
}
