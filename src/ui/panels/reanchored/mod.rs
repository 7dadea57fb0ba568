//! The tags that were made for another version of an article's text: those whose place is to be reviewed, and those without a place.

mod act;
mod row;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::messages::reanchored as words;
use crate::app::{ByPtr, FocusTarget, ViewAction};
use crate::merge::{OpenWork, open_work};
use crate::model::{AnnotationId, Project};
use crate::ui::dom::events::elements;
use crate::ui::widgets::use_dispatcher;
use act::{Act, Where, act};
use row::{RowProps, TagRow};

/// How many are listed; those after them follow when these are dealt with.
const LISTED: usize = 100;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ReanchoredProps {
    pub(in crate::ui) project: ByPtr<Project>,
}

/// The list.
#[component]
pub(in crate::ui) fn Reanchored(props: &ReanchoredProps) -> Html {
    let dispatcher = use_dispatcher();
    let list = use_node_ref();
    let work = use_memo(props.project.clone(), |project| open_work(project));
    // The row that gets the focus when one before it is gone.
    let focus_next = use_mut_ref(|| None::<usize>);
    {
        let (list, focus_next, dispatcher) = (list.clone(), focus_next.clone(), dispatcher.clone());
        use_effect_with(props.project.clone(), move |_| {
            let Some(at) = focus_next.borrow_mut().take() else { return };
            let rows = list.cast::<HtmlElement>().map(|list| elements(&list, ".reanchored-row")).unwrap_or_default();
            let next = rows.get(at.min(rows.len().saturating_sub(1)));
            match next.and_then(|row| wasm_bindgen::JsCast::dyn_ref::<HtmlElement>(row)) {
                Some(row) => drop(row.focus()),
                None => dispatcher.dispatch(ViewAction::Focus(FocusTarget::AnnotationList)),
            }
        });
    }
    let onact = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |(at, place, what): (usize, Where, Act)| {
            if act(&dispatcher, &place, what) && what != Act::Show {
                *focus_next.borrow_mut() = Some(at);
            }
        })
    };
    let accept_all = {
        let (dispatcher, work) = (dispatcher, work.clone());
        Callback::from(move |_: MouseEvent| {
            let all: Vec<AnnotationId> = work.doubtful.iter().map(|(one, _)| one.id.clone()).collect();
            act::accept_all(&dispatcher, &all);
        })
    };
    html! {
        <section class="reanchored" aria-label={words::REGION}>
            <div class="list-head">
                <h3>{ words::REGION }</h3>
                if work.doubtful.len() > 1 {
                    <button type="button" class="quiet" onclick={accept_all}>{ words::ACCEPT_ALL }</button>
                }
            </div>
            <p class="muted" role="status">{ words::count(work.doubtful.len(), work.unplaced.len()) }</p>
            <p class="muted hint">{ words::KEYS }</p>
            <ul ref={list} role="list">{ for rows(&props.project, &work, &onact) }</ul>
            if work.len() > LISTED { <p class="muted">{ words::more(work.len() - LISTED) }</p> }
        </section>
    }
}

fn rows(project: &ByPtr<Project>, work: &OpenWork, onact: &Callback<(usize, Where, Act)>) -> Vec<Html> {
    let doubtful = work.doubtful.iter().map(|(one, doubt)| RowProps::doubtful(project, one, doubt));
    let unplaced = work.unplaced.iter().map(|one| RowProps::unplaced(project, one));
    let listed = doubtful.chain(unplaced).take(LISTED).enumerate();
    listed
        .map(|(at, row)| {
            let onact = onact.reform(move |(place, what)| (at, place, what));
            let key = row.key();
            html! { <TagRow {key} onact={onact} ..row /> }
        })
        .collect()
}
