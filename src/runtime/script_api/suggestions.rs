//! The calls about suggestions.

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::arguments;
use super::call::{Answer, add, error, perform};
use crate::analysis::suggestions::{FigureValue, SuggestedLabel, SuggestedValue, Suggestion, SuggestionKind, accept};
use crate::app::messages::{script_api as words, suggestions};
use crate::edit::{Change, Command, Step};
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
        let command = accept(of.state().project(), &[suggestion], &suggestions::conflict_note);
        let Some(command) = command else { return Ok(JsValue::UNDEFINED) };
        Ok(last_made(perform(&of, command)?.as_ref()))
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "reject", move |id: JsValue| {
        let id = find(&of, "reject", &id)?.id;
        perform(&of, Command::RejectSuggestions(vec![id])).map(|_| JsValue::UNDEFINED)
    })?;
    let of = store.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "restore", move |id: JsValue| {
        let id = arguments::text_argument("restore", "id", &id).map_err(error)?;
        if !of.state().project().is_rejected(&id) {
            return Err(error(words::not_rejected(&id)));
        }
        perform(&of, Command::RestoreSuggestions(vec![id])).map(|_| JsValue::UNDEFINED)
    })
}

/// The suggestions that were not rejected. If their part is not there yet, the page is blocked until it is: scripts get the answer at once.
fn open(store: &Store) -> Result<Vec<Suggestion>, JsValue> {
    let analysis = Store::require_analysis().ok_or_else(|| error(words::NOT_LOADED))?;
    Ok((analysis.open_suggestions)(store))
}

/// The id of the last thing that a step has added or changed.
fn last_made(step: Option<&Step>) -> JsValue {
    let id = step.and_then(|step| {
        step.transaction.changes.iter().rev().find_map(|change| match change {
            Change::Annotation(change) => change.after.as_ref().map(|one| one.id.as_str()),
            Change::Relation(change) => change.after.as_ref().map(|one| one.id.as_str()),
            Change::Entity(change) => change.after.as_ref().map(|one| one.id.as_str()),
            _ => None,
        })
    });
    id.map_or(JsValue::UNDEFINED, JsValue::from)
}

fn find(store: &Store, call: &str, id: &JsValue) -> Result<Suggestion, JsValue> {
    let id = arguments::text_argument(call, "id", id).map_err(error)?;
    let found = open(store)?.into_iter().find(|suggestion| suggestion.id == id);
    found.ok_or_else(|| error(words::no_such_suggestion(call, &id)))
}

fn suggestions(store: &Store, kind: &JsValue) -> Answer {
    let mut open = open(store)?;
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
        let Suggestion { id, kind, score, reason, label, spans, value } = self.suggestion;
        let label = label.as_ref().map(SuggestedLabel::as_str);
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
        object.required("reason", &suggestions::reason(reason));
        object.optional("label", &label);
        object.required("spans", &spans);
        if let Some(value) = value {
            object.required("value", &Value(value));
        }
        object.into()
    }
}

struct ScriptSpan<'a> {
    article: &'a Article,
    range: TextRange,
    label: Option<&'a str>,
}

impl ToJson for ScriptSpan<'_> {
    fn to_json(&self) -> Json {
        let text = &self.article.text;
        let mut object = NewObject::default();
        object.required("article", &self.article.id.as_str());
        object.required("start", &text.to_code_points(self.range.start()).0);
        object.required("end", &text.to_code_points(self.range.end()).0);
        object.required("exact", &text.slice(self.range));
        object.optional("label", &self.label);
        object.into()
    }
}

struct Value<'a>(&'a SuggestedValue);

impl ToJson for Value<'_> {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        match self.0 {
            SuggestedValue::Speaker { name, entity, attribution, .. } => {
                object.required("name", name);
                object.optional("entity", &entity.as_ref().map(|id| id.as_str()));
                object.required("attribution", &attribution.name());
            }
            SuggestedValue::Predicted(ids) => {
                let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
                object.required("predictions", &ids);
            }
            SuggestedValue::Figures(first, second) => {
                return [Figure(first), Figure(second)].iter().map(Figure::to_json).collect();
            }
            SuggestedValue::Conflict { entity, description, others } => {
                object.optional("entity", &entity.as_ref().map(|id| id.as_str()));
                object.required("description", description);
                object.required("others", others);
            }
        }
        object.into()
    }
}

struct Figure<'a>(&'a FigureValue);

impl ToJson for Figure<'_> {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        object.required("amount", &self.0.amount);
        object.required("unit", &self.0.unit);
        object.required("hedge", &self.0.hedge);
        object.into()
    }
}
