//! The second step of a relation: its other end, found by its text or chosen from the most probable tags of all articles.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::relations::{RelationKind, candidates};
use crate::anchor::context;
use crate::app::messages::relations as words;
use crate::app::{ByPtr, RelationAction};
use crate::model::{Annotation, AnnotationId, Project};
use crate::ui::label_style::{label_class, swatch_of};
use crate::ui::widgets::{Choice, ComboOption, Combobox, use_dispatcher};

/// How many candidates are listed.
const LISTED: usize = 8;
/// Texts shorter than so many bytes are shown in context.
const SHORT: usize = 40;
/// How many characters of a text are shown.
const SHOWN: usize = 160;

#[derive(Properties, PartialEq)]
pub(super) struct TargetPickerProps {
    pub(super) project: ByPtr<Project>,
    pub(super) nears: Vec<AnnotationId>,
    pub(super) kind: RelationKind,
}

/// The field with the list below it.
#[component]
pub(super) fn TargetPicker(props: &TargetPickerProps) -> Html {
    let dispatcher = use_dispatcher();
    let query = use_state(String::new);
    let field = use_node_ref();
    let found = {
        let of = (props.project.clone(), props.nears.clone(), props.kind.clone(), (*query).clone());
        use_memo(of, |(project, nears, kind, query)| candidates(project, nears, kind, query, LISTED))
    };
    let oninput = {
        let query = query.setter();
        Callback::from(move |text: String| query.set(text))
    };
    let onchoose = {
        let found = found.clone();
        Callback::from(move |Choice { index, .. }: Choice| {
            if let Some(far) = found.best.get(index) {
                dispatcher.dispatch(RelationAction::ChooseEnd(far.id.clone()));
            }
        })
    };
    let options: Vec<ComboOption> =
        found.best.iter().enumerate().map(|(i, far)| option(&props.project, i, far)).collect();
    html! {
        <>
            <p class="link-hint">{ words::CHOOSE_OR_CLICK }</p>
            <Combobox id="link-end" label={words::FIND_END} list_label={words::FITTING_TAGS} placeholder={words::FIND_END_PLACEHOLDER}
                text={(*query).clone()} {options} digits={true} {field} classes={("", "link-ends")} {oninput} {onchoose} />
            <p class="muted list-count" role="status">{ words::candidates(&found, query.is_empty()) }</p>
        </>
    }
}

fn option(project: &Project, i: usize, far: &Rc<Annotation>) -> ComboOption {
    let schema = project.schema();
    let exact = words::tag_text(project, &far.id, SHOWN);
    let article = project.article(&far.article);
    let around = match (article, far.ranges.as_slice()) {
        (Some(article), [range]) if exact.len() < SHORT => Some(context(&article.text, *range)),
        _ => None,
    };
    let (before, after) = around.unwrap_or_default();
    let title = article.map(|article| article.title.as_str()).unwrap_or_default();
    let content = html! {
        <>
            <kbd aria-hidden="true">{ i + 1 }</kbd>
            { swatch_of(schema, Some(&far.label)) }
            <span class="row-text">{ before }<b>{ exact }</b>{ after }</span>
            <span class="row-facts">{ words::label_and_article(&project.label_name(&far.label), title) }</span>
        </>
    };
    let class = classes!("link-end", label_class(schema, &far.label));
    ComboOption { class, ..ComboOption::new(far.id.to_string(), content) }
}
