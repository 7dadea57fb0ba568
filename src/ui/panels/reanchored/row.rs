//! A tag from another version of a text, with what it was on and what it is on now.

use yew::prelude::*;

use super::act::{Act, Where};
use crate::app::ByPtr;
use crate::app::messages::{reanchored as words, relations};
use crate::merge::{Doubt, Passage, Unplaced};
use crate::model::{Annotation, LabelId, Project, Schema};
use crate::ui::label_style::{label_class, swatch};

#[derive(Clone, Properties, PartialEq)]
pub(super) struct RowProps {
    place: Where,
    schema: ByPtr<Schema>,
    label: LabelId,
    label_name: String,
    article: String,
    score: Option<f64>,
    was: Vec<Passage>,
    now: Vec<Passage>,
    #[prop_or_default]
    pub(super) onact: Callback<(Where, Act)>,
}

impl RowProps {
    pub(super) fn doubtful(project: &Project, one: &Annotation, doubt: &Doubt) -> Self {
        let article = project.article(&one.article);
        let now =
            article.into_iter().flat_map(|article| one.ranges.iter().map(|&range| Passage::of(&article.text, range)));
        Self {
            place: Where::Placed(one.article.clone(), one.id.clone()),
            schema: ByPtr::from(project.schema()),
            label: one.label.clone(),
            label_name: project.label_name(&one.label),
            article: article.map(|article| article.title.clone()).unwrap_or_default(),
            score: Some(doubt.score),
            was: doubt.was.clone(),
            now: now.collect(),
            onact: Callback::default(),
        }
    }

    pub(super) fn unplaced(project: &Project, one: &Unplaced) -> Self {
        let Annotation { article, label, id, .. } = &one.annotation;
        let known = project.schema().label(label);
        Self {
            place: Where::Nowhere(article.clone(), id.clone()),
            schema: ByPtr::from(project.schema()),
            label: label.clone(),
            label_name: known.map_or_else(|| one.label_name.clone(), |label| label.name.clone()),
            article: project.article(article).map(|article| article.title.clone()).unwrap_or_default(),
            score: None,
            was: one.was.clone(),
            now: Vec::new(),
            onact: Callback::default(),
        }
    }

    pub(super) fn key(&self) -> String {
        match &self.place {
            Where::Placed(_, id) => format!("placed-{id}"),
            Where::Nowhere(article, id) => format!("{article}-{id}"),
        }
    }

    fn exact(&self) -> String {
        self.was.iter().map(|passage| passage.quote.exact.as_str()).collect::<Vec<_>>().join(" … ")
    }
}

/// The row.
#[component]
pub(super) fn TagRow(props: &RowProps) -> Html {
    let is_placed = matches!(props.place, Where::Placed(..));
    let on = |what: Act| {
        let (onact, place) = (props.onact.clone(), props.place.clone());
        Callback::from(move |_: MouseEvent| onact.emit((place.clone(), what)))
    };
    let row = use_node_ref();
    let onkeydown = {
        let (onact, place, row) = (props.onact.clone(), props.place.clone(), row.clone());
        Callback::from(move |event: KeyboardEvent| {
            // The keys of a button in the row are its own.
            let is_own = event.target().is_some_and(|target| row.get().is_some_and(|row| target == *row));
            if !is_own || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let what = match event.key().as_str() {
                "Enter" => Act::Show,
                "a" | "A" if is_placed => Act::Accept,
                "m" | "M" => Act::Move,
                "Delete" | "Backspace" => Act::Remove,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            onact.emit((place.clone(), what));
        })
    };
    let label = props.schema.label(&props.label);
    let class = classes!("reanchored-row", label_class(&props.schema, &props.label));
    html! {
        <li ref={row} {class} tabindex="0" aria-label={words::row(&props.label_name, &props.exact())} {onkeydown}>
            <p class="row-facts">
                { for label.map(swatch) }
                { relations::label_and_article(&props.label_name, &props.article) }
                if let Some(score) = props.score { <span class="muted">{ format!(" · {}", words::score(score)) }</span> }
            </p>
            <dl>
                <dt>{ words::BEFORE }</dt><dd>{ passages(&props.was) }</dd>
                <dt>{ words::NOW }</dt>
                <dd>{ if is_placed { passages(&props.now) } else { html! { <em>{ words::NOWHERE }</em> } } }</dd>
            </dl>
            <div class="row">
                <button type="button" onclick={on(Act::Show)}>{ words::SHOW }</button>
                if is_placed { <button type="button" onclick={on(Act::Accept)}>{ words::ACCEPT }</button> }
                <button type="button" onclick={on(Act::Move)}>{ if is_placed { words::MOVE } else { words::PLACE } }</button>
                <button type="button" onclick={on(Act::Remove)}>{ words::REMOVE }</button>
            </div>
        </li>
    }
}

/// Passages with their context.
fn passages(all: &[Passage]) -> Html {
    let passage = |passage: &Passage| {
        let quote = &passage.quote;
        html! { <bdi class="passage">{ &quote.prefix }<strong>{ &quote.exact }</strong>{ &quote.suffix }</bdi> }
    };
    html! { <>{ for all.iter().map(passage) }</> }
}
