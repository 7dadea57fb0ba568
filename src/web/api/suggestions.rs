//! The calls about what the program proposes.

use std::rc::Rc;

use js_sys::Object;
use wasm_bindgen::JsValue;

use super::install::{Answer, add};
use super::{Host, arguments, error};
use crate::analysis::{Suggestion, SuggestionKind, mentions};
use crate::app::messages::analysis;
use crate::app::messages::errors::edit;
use crate::edit::{Command, NewAnnotation};
use crate::json::{Json, NewObject, ToJson};
use crate::model::{Article, Project};
use crate::text::TextRange;
use crate::web::js_json::to_js;

pub(super) fn add_calls(api: &Object, host: &Rc<dyn Host>) -> Result<(), JsValue> {
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "suggestions", move |kind: JsValue| suggestions(&*of, &kind))?;
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "accept", move |id: JsValue| {
        let suggestion = find(&*of, "accept", &id)?;
        let Some(span) = suggestion.spans.first() else { return Ok(JsValue::UNDEFINED) };
        let tag = NewAnnotation::tag(span.article.clone(), span.range, suggestion.label);
        let step = of.perform(Command::Annotate(tag)).map_err(|refused| error(edit(&refused)))?;
        let id = step.as_ref().and_then(|step| step.transaction.annotations().next());
        Ok(id.map_or(JsValue::UNDEFINED, |id| id.as_str().into()))
    })?;
    let of = host.clone();
    add::<dyn Fn(JsValue) -> Answer>(api, "reject", move |id: JsValue| {
        of.reject(find(&*of, "reject", &id)?.id);
        Ok(JsValue::UNDEFINED)
    })
}

/// What is proposed and was not rejected.
fn open(host: &dyn Host) -> Vec<Suggestion> {
    let mut open = mentions(&host.project());
    open.retain(|suggestion| !host.is_rejected(&suggestion.id));
    open
}

fn find(host: &dyn Host, call: &str, id: &JsValue) -> Result<Suggestion, JsValue> {
    let id = arguments::text_argument(call, "id", id).map_err(error)?;
    let found = open(host).into_iter().find(|suggestion| suggestion.id == id);
    found.ok_or_else(|| error(format!("{call}: there is no suggestion \"{id}\"")))
}

fn suggestions(host: &dyn Host, kind: &JsValue) -> Answer {
    let mut open = open(host);
    if !kind.is_undefined() && !kind.is_null() {
        let wanted = arguments::text_argument("suggestions", "kind", kind).map_err(error)?;
        if !SuggestionKind::ALL.iter().any(|kind| kind.name() == wanted) {
            let names = SuggestionKind::ALL.map(SuggestionKind::name).join(", ");
            return Err(error(format!("suggestions: kind: expected one of {names}, found \"{wanted}\"")));
        }
        open.retain(|suggestion| suggestion.kind.name() == wanted);
    }
    let project = host.project();
    let told: Vec<Told<'_>> = open.iter().map(|suggestion| Told { suggestion, project: &project }).collect();
    to_js(&told)
}

/// A suggestion as scripts see it.
struct Told<'a> {
    suggestion: &'a Suggestion,
    project: &'a Project,
}

impl ToJson for Told<'_> {
    fn to_json(&self) -> Json {
        let Suggestion { id, kind, score, reason, label, spans } = self.suggestion;
        let label = label.as_str();
        let spans: Vec<ToldSpan<'_>> = spans
            .iter()
            .filter_map(|span| {
                Some(ToldSpan { article: self.project.article(&span.article)?, range: span.range, label })
            })
            .collect();
        let mut object = NewObject::default();
        object.needed("id", id);
        object.needed("kind", &kind.name());
        object.needed("score", score);
        object.needed("reason", &analysis::reason(reason));
        object.needed("label", &label);
        object.needed("spans", &spans);
        object.into()
    }
}

struct ToldSpan<'a> {
    article: &'a Article,
    range: TextRange,
    label: &'a str,
}

impl ToJson for ToldSpan<'_> {
    fn to_json(&self) -> Json {
        let text = &self.article.text;
        let mut object = NewObject::default();
        object.needed("article", &self.article.id.as_str());
        object.needed("start", &text.to_code_points(self.range.start()).0);
        object.needed("end", &text.to_code_points(self.range.end()).0);
        object.needed("exact", &text.slice(self.range));
        object.needed("label", &self.label);
        object.into()
    }
}
