//! The calls that change the project.

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::arguments;
use super::call::{Answer, add, error, perform};
use crate::app::HistoryAction;
use crate::edit::{Command, Step};
use crate::runtime::Store;

pub(super) fn add_calls(api: &Object, store: &Store) -> Result<(), JsValue> {
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "annotate", move |fields: JsValue| {
        let fields = arguments::object("annotate", &fields).map_err(error)?;
        let command = arguments::annotate(of.state().project(), &fields).map_err(error)?;
        Ok(made_annotation(perform(&of, command)?.as_ref()))
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue, JsValue) -> Answer>(api, "update", move |id: JsValue, fields: JsValue| {
        let id = arguments::text_argument("update", "id", &id).map_err(error)?;
        let fields = arguments::object("update", &fields).map_err(error)?;
        let command = arguments::update(of.state().project(), &id, &fields).map_err(error)?;
        perform(&of, command).map(|_| JsValue::UNDEFINED)
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "remove", move |id: JsValue| {
        remove(&of, &arguments::text_argument("remove", "id", &id).map_err(error)?)
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "relate", move |fields: JsValue| {
        let fields = arguments::object("relate", &fields).map_err(error)?;
        let step = perform(&of, arguments::relate(of.state().project(), &fields).map_err(error)?)?;
        let id = step.as_ref().and_then(|step| step.transaction.relations().next());
        Ok(id.map_or(JsValue::UNDEFINED, |id| id.as_str().into()))
    })?;
    let of = store.clone();
    add::<dyn Fn() -> bool>(api, "undo", move || {
        let can_undo = of.state().preview().is_none() && of.state().editor.history().next_undo().is_some();
        of.dispatch(HistoryAction::Undo);
        can_undo
    })?;
    let of = store.clone();
    add::<dyn Fn() -> bool>(api, "redo", move || {
        let can_redo = of.state().preview().is_none() && of.state().editor.history().next_redo().is_some();
        of.dispatch(HistoryAction::Redo);
        can_redo
    })
}

/// The id of the annotation that a step has added.
pub(super) fn made_annotation(step: Option<&Step>) -> JsValue {
    let id = step.and_then(|step| step.transaction.annotations().next());
    id.map_or(JsValue::UNDEFINED, |id| id.as_str().into())
}

/// Removes the annotation with this id, or the relation if there is no such annotation.
fn remove(store: &Store, id: &str) -> Answer {
    let state = store.state();
    let project = state.project();
    let command = if project.annotation(&id.into()).is_none() && project.relation(&id.into()).is_some() {
        Command::Unrelate(id.into())
    } else {
        Command::Remove(vec![id.into()])
    };
    perform(store, command).map(|_| JsValue::UNDEFINED)
}
