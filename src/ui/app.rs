//! The root: looks at the store and lays the page out.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::announcer::{NoticeBar, announcer};
use super::attribute_palette::AttributePalette;
use super::backup;
use super::banner::Banners;
use super::dialogs::Dialogs;
use super::entity_offer::EntityOffer;
use super::header::Header;
use super::incoming;
use super::keys;
use super::label_style;
use super::linking::LinkPopover;
use super::links::Links;
use super::palette::Palette;
use super::projects;
use super::reader::{Reader, TouchSelection, released_outside};
use super::search::{Painter, PainterProps, SearchPanel};
use super::shared::{Selection, Shared};
use super::side::{ArticleList, SidePanel};
use super::store::{Action, Describing, Dialog, State, Store};
use crate::app::messages::summaries::summary;
use crate::edit::Transaction;
use crate::model::{AnnotationId, AnnotationSet, ArticleId};
use crate::web::panic;

/// Props of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// What the page looks at.
    pub store: Store,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = props.store.clone();
    let state = use_state(|| store.state());
    {
        let setter = state.setter();
        let store = store.clone();
        use_effect_with((), move |()| {
            // What happened between the first drawing and now was told to nobody.
            setter.set(store.state());
            store.set_viewer(Callback::from(move |state: Rc<State>| setter.set(state)));
            let listeners = page_listeners(&store);
            let watching = backup::watch(&store);
            move || drop((listeners, watching))
        });
    }
    {
        let store = store.clone();
        use_effect_with((state.key.clone(), state.generation), move |_| backup::opened(&store));
    }
    let schema = Shared(state.project().schema().clone());
    use_effect_with(schema.clone(), |schema| label_style::apply(schema));
    let side = side_panel(&state);
    if state.editor.history().next_undo().is_some() {
        panic::force("render");
    }
    let pending = state.view.pending(state.project());
    let choosing = state.linking.making.as_ref().is_some_and(|making| making.link.is_some());
    html! {
        <ContextProvider<Store> context={store.clone()}>
            <Header
                title={state.project().title.clone()}
                save={state.save.clone()}
                backup={state.backup.clone()}
                undo={next_summary(state.editor.history().next_undo())}
                redo={next_summary(state.editor.history().next_redo())}
                schema={schema.clone()}
                columns={state.columns()}
                room={state.room}
                panel_hidden={state.view.panel_hidden}
                armed={state.view.selected.is_some() || pending.is_some()}
                chord={state.view.chord.clone()}
            />
            <Banners state={Shared((*state).clone())} />
            <main class={classes!("desk", state.view.panel_hidden.then_some("panel-hidden"), choosing.then_some("choosing"))}>
                <div class="left">
                    <SearchPanel state={Shared((*state).clone())} />
                    <ArticleList
                        articles={article_props(&state)}
                        arriving={state.arriving.clone()}
                        shown={state.shown()}
                        schema={schema.clone()}
                    />
                </div>
                <Reader
                    key={state.generation.to_string()}
                    articles={article_props(&state)}
                    arriving={state.arriving.clone()}
                    shown={state.shown()}
                    columns={state.columns()}
                    schema={schema.clone()}
                    selected={selected_with_article(&state)}
                    also_selected={Selection::new(&state.view.also_selected)}
                    cursor={state.view.cursor.clone()}
                    reveal={state.view.reveal}
                />
                <EntityOffer state={Shared((*state).clone())} />
                { side }
                <Palette
                    schema={schema}
                    {pending}
                    kept={state.view.kept(state.project())}
                    extending={state.view.extending.clone()}
                    relabelling={state.view.selected.clone().filter(|_| state.view.relabelling)}
                    chord={state.view.chord.clone()}
                />
                <AttributePalette state={(state.view.describing != Describing::No).then(|| Shared((*state).clone()))} />
                <Links state={Shared((*state).clone())} />
                <LinkPopover state={Shared((*state).clone())} making={state.linking.making.clone()} />
            </main>
            <Painter ..PainterProps::of(&state) />
            <Dialogs state={Shared((*state).clone())} dialog={state.dialog.clone()} />
            <NoticeBar notice={state.notice.clone().filter(|_| state.dialog != Some(Dialog::Projects))} />
            { announcer(&state.announcement) }
        </ContextProvider<Store>>
    }
}

fn selected_with_article(state: &State) -> Option<(AnnotationId, ArticleId)> {
    let annotation = state.project().annotation(state.view.selected.as_ref()?)?;
    Some((annotation.id.clone(), annotation.article.clone()))
}

fn next_summary(transaction: Option<&Rc<Transaction>>) -> Option<AttrValue> {
    transaction.map(|transaction| AttrValue::from(summary(&transaction.summary)))
}

fn article_props(state: &State) -> Vec<(Shared<crate::model::Article>, Shared<AnnotationSet>)> {
    let project = state.project();
    let with_set =
        |article: &Rc<crate::model::Article>| (Shared(article.clone()), Shared(project.annotations_of(&article.id)));
    project.articles().iter().map(with_set).collect()
}

fn side_panel(state: &Rc<State>) -> Html {
    html! {
        <SidePanel
            state={Shared(state.clone())}
            generation={state.generation}
        />
    }
}

/// Listeners that belong to the page as a whole: keys, dropped files, and leaving.
fn page_listeners(store: &Store) -> Vec<EventListener> {
    let window = gloo::utils::window();
    let options = EventListenerOptions::enable_prevent_default();
    let listen = |name: &'static str, handler: Box<dyn Fn(&Event)>| {
        EventListener::new_with_options(&window, name, options, move |event| handler(event))
    };
    let (on_keys, on_drop, on_leave, on_hide) = (store.clone(), store.clone(), store.clone(), store.clone());
    let (on_release, on_touch) = (store.clone(), TouchSelection::new(store));
    let on_resize = store.clone();
    let document = gloo::utils::document();
    vec![
        // A drag over words may end outside the text in which it began.
        listen(
            "pointerup",
            Box::new(move |event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    released_outside(&on_release, event);
                }
            }),
        ),
        EventListener::new(&document, "selectionchange", move |_| on_touch.changed()),
        listen(
            "keydown",
            Box::new(move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    keys::handle(&on_keys, event);
                }
            }),
        ),
        listen("dragover", Box::new(|event| event.prevent_default())),
        listen(
            "drop",
            Box::new(move |event| {
                event.prevent_default();
                if let Some(event) = event.dyn_ref::<DragEvent>() {
                    incoming::dropped(&on_drop, event);
                }
            }),
        ),
        listen(
            "resize",
            Box::new(move |_| {
                if projects::room() != on_resize.state().room {
                    on_resize.dispatch(Action::Room(projects::room()));
                }
            }),
        ),
        listen("pagehide", Box::new(move |_| projects::remember_view(&on_leave))),
        listen("beforeunload", Box::new(move |event| leave(&on_hide, event))),
    ]
}

/// Asks before leaving while something is not on disk yet.
fn leave(store: &Store, event: &Event) {
    use super::store::SaveStatus;
    projects::remember_view(store);
    let unsaved = match store.state().save {
        SaveStatus::Saved => !store.is_saved(),
        SaveStatus::Saving | SaveStatus::Failed(_) => true,
        SaveStatus::Memory(_) => store.state().project().annotation_count() > 0,
    };
    if unsaved {
        event.prevent_default();
    }
}
