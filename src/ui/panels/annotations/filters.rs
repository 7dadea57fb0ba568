//! The filters of the list of annotations.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::Unfinished;
use crate::app::annotation_filter::{AnnotationFilter, MissingFilter};
use crate::app::messages::{analysis, annotations as words};
use crate::app::{ByPtr, Dispatcher, FocusTarget, ViewAction};
use crate::model::{Article, ArticleId, Schema};
use crate::ui::dom::events::value_of;
use crate::ui::widgets::{ArticleSelect, SelectOption, select, use_dispatcher};

fn set(dispatcher: &Dispatcher, change: impl FnOnce(&mut AnnotationFilter)) {
    let mut filter = dispatcher.state().view.filter.clone();
    change(&mut filter);
    dispatcher.dispatch(ViewAction::Filter(filter));
}

#[derive(Properties, PartialEq)]
pub(super) struct FiltersProps {
    pub(super) schema: ByPtr<Schema>,
    pub(super) articles: ByPtr<Vec<Rc<Article>>>,
    pub(super) filter: AnnotationFilter,
}

/// By label, article and text. A component, because there may be thousands of articles, and tags do not change them.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let dispatcher = use_dispatcher();
    let FiltersProps { schema, articles, filter } = props;
    let by = |change: fn(&mut AnnotationFilter, Option<String>)| {
        let dispatcher = dispatcher.clone();
        Callback::from(move |chosen: Option<String>| set(&dispatcher, |filter| change(filter, chosen)))
    };
    let all = std::iter::once(SelectOption::new("", words::ALL_LABELS));
    let labels = schema.labels.iter().map(|label| SelectOption::new(&label.id, label.name.clone()));
    let label = filter.label.as_ref();
    let onarticle = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |article: Option<ArticleId>| set(&dispatcher, |filter| filter.article = article))
    };
    let oninput = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: InputEvent| set(&dispatcher, |filter| filter.text = value_of(&event)))
    };
    html! {
        <div class="filters">
            { select(words::SHOW_LABEL, all.chain(labels), label.map(|id| id.as_str()),
                &by(|filter, id| filter.label = id.map(|id| id.as_str().into()))) }
            <ArticleSelect label={words::SHOW_ARTICLE} all={words::ALL_ARTICLES} articles={articles.clone()}
                current={filter.article.clone()} onchoose={onarticle} />
            <input type="search" aria-label={words::FILTER_TEXT} placeholder={words::FILTER_TEXT} value={filter.text.clone()} {oninput} />
        </div>
    }
}

/// By what is missing: each count is a filter.
pub(super) fn missing_filters(dispatcher: &Dispatcher, found: &Unfinished, current: Option<&MissingFilter>) -> Html {
    let mut buttons: Vec<Html> = choices(found, current)
        .into_iter()
        .map(|(name, missing)| {
            let is_on = current == Some(&missing);
            let (dispatcher, wanted) = (dispatcher.clone(), (!is_on).then_some(missing));
            let onclick =
                Callback::from(move |_: MouseEvent| set(&dispatcher, |filter| filter.missing = wanted.clone()));
            html! { <button type="button" key={name.clone()} aria-pressed={is_on.to_string()} {onclick}>{ name }</button> }
        })
        .collect();
    let is_listed = |missing: &MissingFilter| choices(found, current).iter().any(|(_, one)| one == missing);
    if current.is_some_and(|missing| !is_listed(missing)) {
        let dispatcher = dispatcher.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            set(&dispatcher, |filter| filter.missing = None);
            // The button goes, so the focus goes to the list.
            dispatcher.dispatch(ViewAction::Focus(FocusTarget::AnnotationList));
        });
        buttons.push(html! { <button type="button" key="none" {onclick}>{ words::NOTHING_MISSING }</button> });
    }
    if buttons.is_empty() {
        return Html::default();
    }
    html! { <div class="gaps" role="group" aria-label={words::UNFINISHED}>{ for buttons }</div> }
}

/// What can be filtered by, each with its count.
fn choices(found: &Unfinished, current: Option<&MissingFilter>) -> Vec<(String, MissingFilter)> {
    let mut all = Vec::new();
    if found.gaps.len() > 1 || current == Some(&MissingFilter::Any) && found.tags > 0 {
        all.push((words::unfinished_tags(found.tags), MissingFilter::Any));
    }
    all.extend(
        found.gaps.iter().map(|gap| (analysis::gap(gap), MissingFilter::Attribute(gap.kind, gap.attribute.clone()))),
    );
    all
}
