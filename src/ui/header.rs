//! The bar at the top: project, labels with their keys, undo and redo, import, export, help.

use yew::prelude::*;

use super::shared::{Shared, aria_keys, can_follow, counted, key_caps, on, use_store};
use super::store::{Action, Backup, BackupStage, Dialog, OccurrenceAction, SaveStatus, Store, View};
use super::{exporting, incoming};
use crate::model::{Label, Schema};
use crate::web::clock;

#[derive(Properties, PartialEq)]
pub(super) struct HeaderProps {
    pub(super) title: String,
    pub(super) save: SaveStatus,
    pub(super) backup: Option<Backup>,
    /// What would be undone, in words.
    pub(super) undo: Option<AttrValue>,
    /// What would be redone, in words.
    pub(super) redo: Option<AttrValue>,
    pub(super) schema: Shared<Schema>,
    pub(super) columns: usize,
    /// How many columns the window has room for.
    pub(super) room: usize,
    pub(super) panel_hidden: bool,
    /// Whether there is something that a label would act on.
    pub(super) armed: bool,
    /// The keys pressed so far of a label that has two.
    pub(super) chord: AttrValue,
}

/// The bar at the top of the page.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let store = use_store();
    let export = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            exporting::export(&store);
        })
    };
    let import = Callback::from(|_: MouseEvent| {
        incoming::pick_import();
    });
    html! {
        <header class="bar">
            <div class="bar-row">
                <h1 class="brand">{ "Crossread" }</h1>
                <button type="button" class="project-button quiet" onclick={on(&store, Action::Open(Some(Dialog::Projects)))}
                    title="Saved projects, new project" aria-label={format!("Projects: {}", props.title)}>
                    <span class="project-title">{ &props.title }</span><span aria-hidden="true">{ " ▾" }</span>
                </button>
                { save_state(&props.save) }
                { backup_state(props.backup.as_ref()) }
                <button type="button" class="quiet commands-button" onclick={on(&store, Action::Open(Some(Dialog::Commands)))}
                    aria-keyshortcuts="Control+K" title="All commands (Ctrl+K)">{ "Commands" }<kbd aria-hidden="true">{ "Ctrl+K" }</kbd></button>
                <div class="bar-tools">
                    { column_buttons(&store, props) }
                    { panel_button(&store, props.panel_hidden, props.armed) }
                    <div class="group">
                        { history_button(&store, "Undo", "Ctrl+Z", props.undo.as_ref()) }
                        { history_button(&store, "Redo", "Ctrl+Y", props.redo.as_ref()) }
                    </div>
                    <div class="group">
                        <button type="button" onclick={import} title="Open a project from a file (Ctrl+O)">{ "Import" }</button>
                        <button type="button" class="primary" onclick={export} title="Download the project as JSON (Ctrl+S)">{ "Export" }</button>
                        <button type="button" onclick={on(&store, Action::Open(Some(Dialog::ExportAs)))}
                            aria-label="Other formats" title="Download as a table, and other formats"><span aria-hidden="true">{ "▾" }</span></button>
                    </div>
                    <button type="button" class="quiet" onclick={on(&store, Action::Open(Some(Dialog::Help)))} title="Keys and how to (?)">{ "Help" }</button>
                </div>
            </div>
            <div class="labels-row">
                <div class="labels" role="toolbar" aria-label="Labels">
                    { for props.schema.labels.iter().enumerate().map(|(i, label)| label_button(&store, i, label, props)) }
                </div>
                if !props.chord.is_empty() {
                    <span class="chord" aria-hidden="true">{ key_caps(&props.chord) }{ " …" }</span>
                }
                <button type="button" class="quiet" onclick={on(&store, Action::Open(Some(Dialog::Schema(None))))}
                    title="Labels, attributes and relation types of this project">{ "Edit labels…" }</button>
            </div>
            { incoming::choosers(&store) }
        </header>
    }
}

fn panel_button(store: &Store, hidden: bool, armed: bool) -> Html {
    html! {
        <button type="button" class={(hidden && armed).then_some("has-selection")} aria-expanded={(!hidden).to_string()} aria-controls="side" onclick={on(store, Action::HidePanel(!hidden))}
            title="Show or hide the tag you selected and the list of all">{ "Tags" }</button>
    }
}

fn label_button(store: &Store, i: usize, label: &Label, props: &HeaderProps) -> Html {
    // A press must not take the selection away from the text.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let (store, id) = (store.clone(), label.id.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        store.dispatch(match event.shift_key() {
            true => Action::Occurrences(OccurrenceAction::Everywhere(id.clone(), None)),
            false => Action::ApplyLabel(id.clone(), None),
        });
    });
    let off = (!can_follow(&label.key, &props.chord)).then_some("off");
    html! {
        <button type="button" key={label.id.to_string()} class={classes!("label-button", format!("label-{i}"), props.armed.then_some("armed"), off)}
            title={label.description.clone()} aria-keyshortcuts={aria_keys(&label.key)}
            {onmousedown} {onclick}>
            <span class={classes!("swatch", label.kind.name())} aria-hidden="true" />
            <span>{ &label.name }</span>
            { key_caps(&label.key) }
        </button>
    }
}

fn history_button(store: &Store, name: &'static str, keys: &str, words: Option<&AttrValue>) -> Html {
    let action = if name == "Undo" { Action::Undo } else { Action::Redo };
    let title = match words {
        Some(words) => format!("{name}: {words} ({keys})"),
        None => format!("Nothing to {} ({keys})", name.to_ascii_lowercase()),
    };
    html! {
        <button type="button" {title} disabled={words.is_none()} onclick={on(store, action)}>{ name }</button>
    }
}

/// How many articles stand side by side.
fn column_buttons(store: &Store, props: &HeaderProps) -> Html {
    let button = |columns: usize| {
        let words = counted(columns, "column", "columns");
        html! {
            <button type="button" key={columns} disabled={columns > props.room} aria-pressed={(columns == props.columns).to_string()} aria-label={words.clone()}
                title={words} onclick={on(store, Action::Columns(columns))}>
                <span class={classes!("column-icon", format!("of-{columns}"))} aria-hidden="true" />
            </button>
        }
    };
    html! { <div class="group columns-group" role="group" aria-label="Columns">{ for (1..=View::MAX_COLUMNS).map(button) }</div> }
}

/// Whether what was done is on disk, in words. Why not is said by the banner below.
fn save_state(save: &SaveStatus) -> Html {
    let (state, words) = match save {
        SaveStatus::Saved => ("saved", "Saved"),
        SaveStatus::Saving => ("saving", "Saving"),
        SaveStatus::Failed(_) => ("failed", "Not saved"),
        SaveStatus::Memory(_) => ("memory", "Not saved"),
    };
    let is_problem = words == "Not saved";
    html! { <div class={classes!("save", is_problem.then_some("problem"))} data-status={state}>{ words }</div> }
}

/// When the project was written to the file of its backups. What goes wrong with that is said by the banner below.
fn backup_state(backup: Option<&Backup>) -> Html {
    let running = backup.filter(|backup| backup.stage == BackupStage::Running);
    let words = running.and_then(|backup| {
        let (name, at) = (&backup.name, clock::local_clock(backup.at.as_ref()?));
        Some(html! { <span title={format!("Backed up to “{name}” at {at}")}>{ format!("Backed up {at}") }</span> })
    });
    html! { <div class="backup-state muted">{ words.unwrap_or_default() }</div> }
}
