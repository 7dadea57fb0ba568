//! The calls about suggestions.

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::arguments;
use super::call::{Answer, add, error, perform};
use super::editing::made_annotation;
use crate::analysis::{Suggestion, SuggestionKind, mentions};
use crate::app::ViewAction;
use crate::app::messages::{analysis, script_api as words};
use crate::edit::{Command, NewAnnotation};
use crate::json::{Json, NewObject, ToJson};
use crate::model::{Article, Project};
use crate::runtime::Store;
use crate::text::TextRange;
use crate::web::js_json::to_js;

pub(super) fn add_calls(api: &Object, store: &Store) -> Result<(), JsValue> {
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "suggestions", move |kind: JsValue| suggestions(&of, &kind))?;
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "accept", move |id: JsValue| {
        let suggestion = find(&of, "accept", &id)?;
        let Some(span) = suggestion.spans.first() else { return Ok(JsValue::UNDEFINED) };
        let tag = NewAnnotation::tag(span.article.clone(), span.range, suggestion.label);
        Ok(made_annotation(perform(&of, Command::Annotate(tag))?.as_ref()))
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "reject", move |id: JsValue| {
        of.dispatch(ViewAction::Reject(find(&of, "reject", &id)?.id));
        Ok(JsValue::UNDEFINED)
    })
}

/// The suggestions that were not rejected.
fn open(store: &Store) -> Vec<Suggestion> {
    let state = store.state();
    let mut open = mentions(state.project());
    open.retain(|suggestion| !state.view.rejected.contains(&suggestion.id));
    open
}

fn find(store: &Store, call: &str, id: &JsValue) -> Result<Suggestion, JsValue> {
    let id = arguments::text_argument(call, "id", id).map_err(error)?;
    let found = open(store).into_iter().find(|suggestion| suggestion.id == id);
    found.ok_or_else(|| error(words::no_such_suggestion(call, &id)))
}

fn suggestions(store: &Store, kind: &JsValue) -> Answer {
    let mut open = open(store);
    if !kind.is_undefined() && !kind.is_null() {
        let wanted = arguments::text_argument("suggestions", "kind", kind).map_err(error)?;
        if !SuggestionKind::ALL.iter().any(|kind| kind.name() == wanted) {
            let names = SuggestionKind::ALL.map(SuggestionKind::name);
            return Err(error(words::no_such_suggestion_kind(&wanted, &names)));
        }
        open.retain(|suggestion| suggestion.kind.name() == wanted);
    }
    let state = store.state();
    let shown = open.iter().map(|suggestion| ScriptSuggestion { suggestion, project: state.project() });
    to_js(&shown.collect::<Vec<_>>())
}

/// A suggestion as scripts see it.
struct ScriptSuggestion<'a> {
    suggestion: &'a Suggestion,
    project: &'a Project,
}

impl ToJson for ScriptSuggestion<'_> {
    fn to_json(&self) -> Json {
        let Suggestion { id, kind, score, reason, label, spans } = self.suggestion;
        let label = label.as_str();
        let spans: Vec<ScriptSpan<'_>> = spans
            .iter()
            .filter_map(|span| {
                Some(ScriptSpan { article: self.project.article(&span.article)?, range: span.range, label })
            })
            .collect();
        let mut object = NewObject::default();
        object.required("id", id);
        object.required("kind", &kind.name());
        object.required("score", score);
        object.required("reason", &analysis::reason(reason));
        object.required("label", &label);
        object.required("spans", &spans);
        object.into()
    }
}

struct ScriptSpan<'a> {
    article: &'a Article,
    range: TextRange,
    label: &'a str,
}

impl ToJson for ScriptSpan<'_> {
    fn to_json(&self) -> Json {
        let text = &self.article.text;
        let mut object = NewObject::default();
        object.required("article", &self.article.id.as_str());
        object.required("start", &text.to_code_points(self.range.start()).0);
        object.required("end", &text.to_code_points(self.range.end()).0);
        object.required("exact", &text.slice(self.range));
        object.required("label", &self.label);
        object.into()
    }
}
