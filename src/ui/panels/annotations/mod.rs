//! The annotations panel: the list of annotations with its filters. For screen readers it is what the tags in the text are for
//! the eye.

mod filters;
mod list;
mod row;

use yew::prelude::*;

use crate::analysis::UnfinishedCache;
use crate::app::annotation_filter::AnnotationFilter;
use crate::app::messages::annotations as words;
use crate::app::{ByPtr, FilterCache, SelectAction, Selection, State};
use crate::merge::OpenWorkCache;
use crate::model::Project;
use crate::ui::formats::ReanchoredPlace;
use crate::ui::widgets::use_dispatcher;
use filters::{Filters, missing_filters};
use list::AnnotationList;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct AnnotationsPanelProps {
    project: ByPtr<Project>,
    filter: AnnotationFilter,
    selected: Selection,
}

impl AnnotationsPanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        Self {
            project: ByPtr(state.project().clone()),
            filter: state.view.filter.clone(),
            selected: state.view.selected.clone(),
        }
    }
}

/// The annotations panel.
#[component]
pub(in crate::ui) fn AnnotationsPanel(props: &AnnotationsPanelProps) -> Html {
    let dispatcher = use_dispatcher();
    let cache = use_mut_ref(FilterCache::default);
    let found = use_memo((props.project.clone(), props.filter.clone()), |(project, filter)| {
        cache.borrow_mut().list(project, filter)
    });
    let counted = use_mut_ref(UnfinishedCache::default);
    let unfinished = use_memo(props.project.clone(), |project| counted.borrow_mut().count(project));
    let work = use_mut_ref(OpenWorkCache::default);
    let has_open_work = *use_memo(props.project.clone(), |project| work.borrow_mut().has_any(project));
    let select_all = {
        let (dispatcher, found) = (dispatcher.clone(), found.clone());
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(SelectAction::All(found.iter().map(|one| one.id.clone()).collect()));
        })
    };
    let (schema, articles) = (ByPtr::from(props.project.schema()), ByPtr::from(props.project.article_list()));
    html! {
        <>
            if has_open_work { <ReanchoredPlace project={props.project.clone()} /> }
            <Filters {schema} {articles} filter={props.filter.clone()} />
            { missing_filters(&dispatcher, &unfinished, props.filter.missing.as_ref()) }
            <div class="list-head">
                <p class="muted list-count" role="status">{ words::count(found.len(), props.project.annotation_count()) }</p>
                if found.len() > 1 { <button type="button" class="quiet" onclick={select_all}>{ words::SELECT_ALL }</button> }
            </div>
            <AnnotationList project={props.project.clone()} found={ByPtr(found)} selected={props.selected.clone()} />
        </>
    }
}
