//! Every occurrence of some words, in context, each with a tick: to be tagged, changed or removed together.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::frame::Frame;
use crate::analysis::Occurrence;
use crate::app::messages;
use crate::model::{ArticleId, LabelId, Project};
use crate::text::{Query, isolated, shortened};
use crate::ui::reader;
use crate::ui::search::{in_context, index_under};
use crate::ui::shared::{Shared, counted, on, use_store};
use crate::ui::store::{Action, OccurrenceAction, Occurrences, Operation, Source, State, Store};

/// So many are listed at first, and more at a time when asked for.
const SHOWN: usize = 300;

#[derive(Properties, PartialEq)]
pub(super) struct OccurrenceListProps {
    pub(super) state: Shared<State>,
    pub(super) list: Occurrences,
}

/// The list, beside the text in which the one looked at is shown.
#[component]
pub(super) fn OccurrenceList(props: &OccurrenceListProps) -> Html {
    let store = use_store();
    let (list, project) = (&props.list, props.state.project());
    let shown = use_state_eq(|| SHOWN);
    use_effect_with(list.looks, {
        let store = store.clone();
        move |_| show_in_text(&store)
    });
    let heading = match &list.source {
        Source::Words(query) => format!("Every occurrence of “{}”", isolated(&shortened(&query.text, 200))),
        Source::Found(_) => "What was found".to_owned(),
    };
    let onsubmit = {
        let store = store.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            act(&store, OccurrenceAction::Confirm);
        })
    };
    let count = list.count();
    let places = |count| counted(count, "place", "places");
    let name = |label: &LabelId| isolated(&project.label_name(label)).into_owned();
    let verb = match list.operation {
        Operation::Tag => format!("Tag {}", places(count)),
        Operation::Relabel => format!("Change {} to {}", counted(count, "tag", "tags"), name(&list.to)),
        Operation::Remove => format!("Remove {}", counted(count, "tag", "tags")),
    };
    let rest = list.all.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + SHOWN))
    };
    html! {
        <Frame {heading} class="sheet">
            <form class="occurrences" {onsubmit}>
                { operations(&store, list, project) }
                { strictness(&store, list) }
                <div class="row occurrences-count">
                    <p>{ format!("{count} of {} ticked", places(list.all.len())) }</p>
                    { ticks(&store, None, "all") }
                </div>
                <div class="occurrence-list" onclick={on_click()} onchange={on_tick(&store)} onfocusin={on_look(&store)} onkeydown={arrows()}>
                    { for groups(&store, list, project, *shown) }
                    if list.all.is_empty() { <p class="muted">{ nothing(list.operation) }</p> }
                    if rest > 0 { <button type="button" onclick={more}>{ format!("Show more ({rest})") }</button> }
                </div>
                <div class="dialog-actions">
                    <button type="button" onclick={on(&store, Action::Open(None))}>{ "Cancel" }</button>
                    <button type="submit" class="primary" disabled={count == 0}>{ verb }</button>
                </div>
            </form>
        </Frame>
    }
}

fn act(store: &Store, action: OccurrenceAction) {
    store.dispatch(Action::Occurrences(action));
}

fn nothing(operation: Operation) -> &'static str {
    match operation {
        Operation::Tag => "No other place to tag.",
        _ => "None is tagged so.",
    }
}

fn show_in_text(store: &Store) {
    let state = store.state();
    let Some(list) = state.occurrences.as_ref().filter(|list| list.looks > 0) else { return };
    let Some(place) = list.all.get(list.looked_at).map(|one| &one.place) else { return };
    if let Some(article) = state.project().article(&place.article) {
        reader::bring_into_view(&place.article, &article.text, place.range.start());
    }
}

/// What is to be done, and with which label.
fn operations(store: &Store, list: &Occurrences, project: &Project) -> Html {
    let radio = |operation: Operation, words: Html| {
        let onchange = on(store, Action::Occurrences(OccurrenceAction::Operate(operation)));
        html! {
            <label><input type="radio" name="operation" checked={list.operation == operation} {onchange} />{ words }</label>
        }
    };
    let tag = match &list.source {
        Source::Words(_) => html! { format!("Tag as {}", isolated(&project.label_name(&list.template.label))) },
        Source::Found(_) => {
            html! { <>{ "Tag as " }{ label_choice(store, project, "Tag as", &list.template.label, OccurrenceAction::TagAs) }</> }
        }
    };
    let change = html! { <>{ "Change to " }{ label_choice(store, project, "Change to", &list.to, OccurrenceAction::ChangeTo) }</> };
    html! {
        <div class="operations" role="radiogroup" aria-label="What to do">
            { radio(Operation::Tag, tag) }
            { radio(Operation::Relabel, change) }
            { radio(Operation::Remove, html! { format!("Remove the tags {}", isolated(&project.label_name(&list.template.label))) }) }
        </div>
    }
}

fn label_choice(
    store: &Store,
    project: &Project,
    name: &'static str,
    chosen: &LabelId,
    action: fn(LabelId) -> OccurrenceAction,
) -> Html {
    let store = store.clone();
    let onchange = Callback::from(move |event: Event| {
        // It stands inside the label of a choice that is about to do something else.
        event.stop_propagation();
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            act(&store, action(select.value().as_str().into()));
        }
    });
    html! {
        <select aria-label={format!("{name} label")} {onchange}>
            { for project.schema().labels.iter().map(|label| html! {
                <option value={label.id.to_string()} selected={&label.id == chosen}>{ &label.name }</option>
            }) }
        </select>
    }
}

fn strictness(store: &Store, list: &Occurrences) -> Html {
    let Source::Words(query) = &list.source else { return html! {} };
    let switch = |name: &'static str, is_on: bool, flip: fn(&mut Query)| {
        let mut changed = query.clone();
        flip(&mut changed);
        let onchange = on(store, Action::Occurrences(OccurrenceAction::Look(changed)));
        html! { <label><input type="checkbox" checked={is_on} {onchange} />{ name }</label> }
    };
    html! {
        <div class="row strictness">
            { switch("Match case", query.case, |query| query.case ^= true) }
            { switch("Whole words", query.whole, |query| query.whole ^= true) }
            { switch("With endings (’s, s)", query.endings, |query| query.endings ^= true) }
        </div>
    }
}

/// Takes all in, or leaves all out.
fn ticks(store: &Store, article: Option<&ArticleId>, of: &str) -> Html {
    let button = |words: &'static str, is_on: bool| {
        let action = OccurrenceAction::TickAll(article.cloned(), is_on);
        html! {
            <button type="button" class="quiet" aria-label={format!("{words}: {of}")} onclick={on(store, Action::Occurrences(action))}>{ words }</button>
        }
    };
    html! { <>{ button("Tick", true) }{ button("Untick", false) }</> }
}

fn groups(store: &Store, list: &Occurrences, project: &Project, shown: usize) -> Vec<Html> {
    let mut at = 0;
    let groups = list.all.chunk_by(|a, b| a.place.article == b.place.article).map(|group| {
        let first = at;
        at += group.len();
        let Some(article) = project.article(&group[0].place.article) else { return html! {} };
        let row = |(i, one): (usize, &Occurrence)| {
            let at = first + i;
            let id = format!("occurrence-{at}");
            let doubt = one.doubt.as_ref().filter(|_| one.tag.is_none()).map(|doubt| messages::analysis::doubt(project, doubt));
            html! {
                <li key={one.place.range.start().0} class={classes!("occurrence", (list.looks > 0 && list.looked_at == at).then_some("current"))} data-at={at.to_string()}>
                    <input type="checkbox" aria-labelledby={id.clone()} checked={list.ticked[at]} autofocus={at == 0}
                        tabindex={if at == list.looked_at { "0" } else { "-1" }} />
                    <span {id}>{ in_context(article, one.place.range) }if let Some(doubt) = doubt { <em class="doubt">{ doubt }</em> }</span>
                </li>
            }
        };
        let rows = group.iter().enumerate().take(shown.saturating_sub(first)).map(row);
        html! {
            <section key={article.id.to_string()}>
                <div class="row"><h3><span class="title">{ &article.title }</span><span class="counts">{ group.len() }</span></h3>{ ticks(store, Some(&article.id), &article.title) }</div>
                <ul>{ for rows }</ul>
            </section>
        }
    });
    groups.collect()
}

fn on_tick(store: &Store) -> Callback<Event> {
    let store = store.clone();
    Callback::from(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let (Some(at), Some(input)) = (index_under(event.target()), input) {
            act(&store, OccurrenceAction::Tick(at, input.checked()));
        }
    })
}

/// The one that has the keyboard is shown in the text.
fn on_look(store: &Store) -> Callback<FocusEvent> {
    let store = store.clone();
    Callback::from(move |event: FocusEvent| {
        if let Some(at) = index_under(event.target()) {
            act(&store, OccurrenceAction::LookAt(at));
        }
    })
}

/// A click on the words looks at them; only one on the tick changes it.
fn on_click() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        if let Some(at) = index_under(event.target()) {
            focus(at);
        }
    })
}

/// Gives the keyboard to the tick of that number, or to the last one.
fn focus(at: usize) {
    let Ok(ticks) = gloo::utils::document().query_selector_all(".occurrence input") else { return };
    let tick = ticks.item(u32::try_from(at).unwrap_or(u32::MAX).min(ticks.length().saturating_sub(1)));
    if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<HtmlElement>().ok()) {
        let _ = tick.focus();
    }
}

fn arrows() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let Some(at) = index_under(event.target()) else { return };
        let next = match event.key().as_str() {
            "ArrowDown" => Some(at + 1),
            "ArrowUp" => at.checked_sub(1),
            "Home" => Some(0),
            "End" => Some(usize::MAX),
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            focus(next);
        }
    })
}
