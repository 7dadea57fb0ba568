//! The calls that read, open, import and export projects.

use std::rc::Rc;

use js_sys::{Array, JSON, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

use super::arguments;
use super::call::{Answer, add, error};
use crate::app::messages::formats::dropped_part;
use crate::app::messages::script_api as words;
use crate::format::native::{self, NativeWriter};
use crate::format::{self, CATALOGUE, ExportOptions, Exported, file_name};
use crate::json::{Json, NewObject, ToJson};
use crate::runtime::import::{ImportReport, import, load};
use crate::runtime::{Store, project_files};
use crate::web::bytes::JsBytes;
use crate::web::js_json::{parse_outside, to_js};
use crate::web::object_json::{List, ObjectJson};

/// The lists of a project in the order in which they are read, each with as many entries as are written in a few milliseconds.
const LISTS: &[List] = &[
    ("articles", 1),
    ("entities", 500),
    ("annotations", 500),
    ("relations", 500),
    ("predictions", 500),
    ("rejected", 500),
];

pub(super) fn add_calls(api: &Object, store: &Store) -> Result<(), JsValue> {
    let of = store.clone();
    add::<dyn Fn() -> Answer>(api, "project", move || {
        let (mut writer, mut text) = (NativeWriter::new(of.state().project()), JsString::from(""));
        while let Some(part) = writer.part() {
            text = text.concat(&part.into());
        }
        parse_outside(&text)
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Promise>(api, "load", move |project: JsValue| {
        let is_native =
            |object: &JsValue| Reflect::get(object, &"format".into()).is_ok_and(|name| name == native::NAME);
        if let Some(object) = ObjectJson::of(&project, LISTS).filter(|_| is_native(&project)) {
            let (of, object) = (of.clone(), Rc::new(object));
            return future_to_promise(
                async move { load(&of, object).await.map(|()| JsValue::UNDEFINED).map_err(error) },
            );
        }
        // Returns `undefined` for values that are not JSON, in spite of its declared type.
        let text = JSON::stringify(&project).ok().filter(|text| JsValue::from(text).is_string());
        let of = of.clone();
        future_to_promise(async move {
            let text = text.ok_or_else(|| error(words::LOAD_NEEDS_OBJECT))?;
            import(&of, "project.json", JsBytes::of_text(&text).await?).await.map_err(error)?;
            Ok(JsValue::UNDEFINED)
        })
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue, JsValue) -> Promise>(api, "importFile", move |name: JsValue, bytes: JsValue| {
        let of = of.clone();
        future_to_promise(async move {
            let name = arguments::text_argument("importFile", "name", &name).map_err(error)?;
            let bytes = arguments::bytes_argument("importFile", "bytes", &bytes).map_err(error)?;
            to_js(&import(&of, &name, bytes).await.map_err(error)?)
        })
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue, JsValue) -> Answer>(api, "export", move |name: JsValue, options: JsValue| {
        let name = arguments::text_argument("export", "format", &name).map_err(error)?;
        export(&of, &name, arguments::export_options(&options).map_err(error)?)
    })?;
    add::<dyn Fn() -> JsValue>(api, "formats", || {
        let names = CATALOGUE.iter().filter(|format| format.can_be_written).map(|format| JsValue::from(format.name));
        names.collect::<Array>().into()
    })?;
    let of = store.clone();
    add::<dyn Fn() -> Promise>(api, "saved", move || {
        let of = of.clone();
        future_to_promise(async move { of.saved().await.map(|()| JsValue::UNDEFINED).map_err(error) })
    })
}

fn export(store: &Store, name: &str, options: ExportOptions) -> Answer {
    let format = format::info(name).filter(|format| format.can_be_written).ok_or_else(|| {
        let written = CATALOGUE.iter().filter(|format| format.can_be_written);
        error(words::no_such_format(name, &written.map(|format| format.name).collect::<Vec<_>>()))
    })?;
    let state = store.state();
    let (exported, bytes) = match format.name {
        native::NAME => {
            let name = file_name(&state.project().title, format.extension);
            let exported = Exported { name, mime: format.mime, bytes: Vec::new(), dropped: Vec::new() };
            (exported, project_files::native_json_now(state.project()).joined(&[]))
        }
        _ => {
            let formats = Store::require_formats();
            let exported = formats.and_then(|formats| (formats.export)(state.project(), format.name, options));
            let exported = exported.ok_or_else(|| error(words::NOT_LOADED))?;
            let bytes = Uint8Array::from(exported.bytes.as_slice());
            (exported, bytes)
        }
    };
    let answer = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&answer, &name.into(), value);
    set("name", &exported.name.as_str().into())?;
    set("mime", &exported.mime.into())?;
    set("bytes", &bytes.into())?;
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

impl ToJson for ImportReport {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        object.required("format", &self.format);
        object.required("articles", &(self.articles as u32));
        object.required("annotations", &(self.annotations as u32));
        object.required("relations", &(self.relations as u32));
        object.required("predictions", &(self.predictions as u32));
        object.required("warnings", &self.warnings);
        object.into()
    }
}
