//! The bar at the top: the project, labels with their keys, columns, undo and redo, import, export, help.

use yew::prelude::*;

use super::active_label::{ActiveLabel, active_label};
use super::widgets::{close_popover, keep_focus, on, popover_keys, toolbar_keys, use_dispatcher};
use crate::app::commands::{aria_keys, shown_keys};
use crate::app::keys::{aria_label_keys, can_follow};
use crate::app::messages::{active_label::tagging_as, commands as titles, header as words};
use crate::app::{
    Backup, BackupStage, BoardAction, ByPtr, Dialog, Dispatcher, Effect, FilePurpose, HistoryAction, OccurrenceAction,
    ProjectAction, ReportAction, Session, TagAction, View, ViewAction,
};
use crate::model::{Label, Schema};
use crate::ui::label_style::{key_caps, swatch, swatch_of};
use crate::web::clock;

/// The ids of what is a popover in small windows.
const TOOLS_ID: &str = "bar-tools";
const LABELS_ID: &str = "bar-labels";

#[derive(Properties, PartialEq)]
pub(super) struct HeaderProps {
    pub(super) title: String,
    pub(super) session: Session,
    pub(super) backup: Option<Backup>,
    /// What would be undone.
    pub(super) undo: Option<AttrValue>,
    /// What would be redone.
    pub(super) redo: Option<AttrValue>,
    pub(super) schema: ByPtr<Schema>,
    pub(super) columns: usize,
    /// How many columns the window has room for.
    pub(super) room: usize,
    /// Whether the claims board is shown.
    pub(super) board: bool,
    /// Whether the right-hand panel is hidden.
    pub(super) side_hidden: bool,
    /// Whether the left-hand panel is hidden.
    pub(super) left_hidden: bool,
    /// Whether a label would act on something.
    pub(super) can_tag: bool,
    pub(super) active: ActiveLabel,
    /// The keys pressed so far of a label that has two.
    pub(super) chord: AttrValue,
}

/// The bar at the top of the page. In a narrow window, the tools are a popover behind a button; in a low one, the labels too. In other
/// windows the style sheets show them in the bar.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let dispatcher = use_dispatcher();
    let open = |dialog: Dialog| on(&dispatcher, ViewAction::Open(Some(dialog)));
    html! {
        <header class="bar" onkeydown={popover_keys()}>
            <div class="bar-row">
                <h1 class="brand">{ words::BRAND }</h1>
                <button type="button" class="project-button quiet" onclick={open(Dialog::Projects)}
                    data-description={words::PROJECTS_TITLE} aria-description={words::PROJECTS_TITLE} aria-label={words::projects(&props.title)}>
                    <span class="project-title">{ &props.title }</span><span aria-hidden="true">{ " ▾" }</span>
                </button>
                { save_state(&props.session) }
                { backup_state(props.backup.as_ref()) }
                { history_buttons(&dispatcher, props, "bar-history") }
                <div class="group">
                    { labels_toggle(props) }
                    { panel_buttons(&dispatcher, props) }
                </div>
                <button type="button" class="icon menu-toggle" popovertarget={TOOLS_ID} aria-label={words::MENU} title={words::MENU_TITLE}>
                    <span aria-hidden="true">{ "☰" }</span>
                </button>
                <div class="bar-tools" id={TOOLS_ID} popover="auto" onclick={close_popover(TOOLS_ID)}>
                    { history_buttons(&dispatcher, props, "menu-history") }
                    { tools(&dispatcher, props) }
                </div>
            </div>
            { labels_row(&dispatcher, props) }
        </header>
    }
}

fn tools(dispatcher: &Dispatcher, props: &HeaderProps) -> Html {
    let open = |dialog: Dialog| on(dispatcher, ViewAction::Open(Some(dialog)));
    html! {
        <>
            <button type="button" class="quiet commands-button" onclick={open(Dialog::Commands)}
                aria-keyshortcuts={aria_keys("commands")} title={words::with_keys(words::COMMANDS_TITLE, &shown_keys("commands"))}>
                { words::COMMANDS }<kbd aria-hidden="true">{ shown_keys("commands") }</kbd>
            </button>
            { column_buttons(dispatcher, props) }
            <button type="button" aria-pressed={props.board.to_string()} onclick={on(dispatcher, BoardAction::Show(!props.board))}
                aria-keyshortcuts={aria_keys("board.show")} title={words::with_keys(words::BOARD_TITLE, &shown_keys("board.show"))}>{ words::BOARD }</button>
            <button type="button" onclick={on(dispatcher, ReportAction::Open)}
                aria-keyshortcuts={aria_keys("report")} title={words::with_keys(words::REPORT_TITLE, &shown_keys("report"))}>{ words::REPORT }</button>
            <div class="group">
                <button type="button" onclick={on(dispatcher, ProjectAction::PickFiles(FilePurpose::Import))}
                    aria-keyshortcuts={aria_keys("import")} title={words::with_keys(words::IMPORT_TITLE, &shown_keys("import"))}>{ words::IMPORT }</button>
                <button type="button" class="primary" onclick={export(dispatcher)}
                    aria-keyshortcuts={aria_keys("export")} title={words::with_keys(words::EXPORT_TITLE, &shown_keys("export"))}>{ words::EXPORT }</button>
                <button type="button" onclick={open(Dialog::Export)}
                    aria-label={words::OTHER_FORMATS} title={words::OTHER_FORMATS_TITLE}><span aria-hidden="true">{ "▾" }</span></button>
            </div>
            <button type="button" class="quiet" onclick={open(Dialog::Help)}
                aria-keyshortcuts={aria_keys("help")} title={words::with_keys(words::HELP_TITLE, &shown_keys("help"))}>{ words::HELP }</button>
        </>
    }
}

/// Shows the labels in a low window. While a label is active, it says so in place of the row.
fn labels_toggle(props: &HeaderProps) -> Html {
    let active = props.active.label.as_ref();
    let tagging_as = active.map(|(_, name)| tagging_as(name));
    let title = tagging_as.clone().unwrap_or_else(|| words::LABELS_TITLE.to_owned());
    html! {
        <button type="button" class={classes!("labels-toggle", active.is_some().then_some("has-selection"))} popovertarget={LABELS_ID} {title}>
            { words::LABELS }
            if let (Some((label, _)), Some(tagging_as)) = (active, tagging_as) {
                { swatch_of(&props.schema, Some(label)) }<span class="visually-hidden">{ ": " }{ tagging_as }</span>
            }
        </button>
    }
}

fn labels_row(dispatcher: &Dispatcher, props: &HeaderProps) -> Html {
    let edit = on(dispatcher, ViewAction::Open(Some(Dialog::Schema(None))));
    html! {
        <div class="labels-row" id={LABELS_ID} popover="auto" data-region="" onclick={close_popover(LABELS_ID)}>
            <div class="labels" role="toolbar" aria-label={words::LABELS} onkeydown={toolbar_keys()}>
                { for props.schema.labels.iter().enumerate().map(|(i, label)| label_button(dispatcher, i, label, props)) }
            </div>
            if !props.chord.is_empty() {
                <span class="chord" aria-hidden="true">{ key_caps(&props.chord) }{ " …" }</span>
            }
            { active_label(dispatcher, &props.active) }
            <button type="button" class="quiet" onclick={edit} title={words::EDIT_LABELS_TITLE}>{ words::EDIT_LABELS }</button>
        </div>
    }
}

fn export(dispatcher: &Dispatcher) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |_| {
        if let Effect::Download(download) = Effect::export() {
            dispatcher.dispatch(ProjectAction::Download(download));
        }
    })
}

/// The buttons that show and hide the panels.
fn panel_buttons(dispatcher: &Dispatcher, props: &HeaderProps) -> Html {
    let HeaderProps { left_hidden, side_hidden, can_tag, .. } = *props;
    html! {
        <>
            <button type="button" aria-expanded={(!left_hidden).to_string()} aria-controls="left" title={words::LEFT_PANEL_TITLE}
                onclick={on(dispatcher, ViewAction::HideLeft(!left_hidden))}>{ words::LEFT_PANEL }</button>
            <button type="button" class={(side_hidden && can_tag).then_some("has-selection")} aria-expanded={(!side_hidden).to_string()}
                aria-controls="side" title={words::PANEL_TITLE}
                onclick={on(dispatcher, ViewAction::HidePanel(!side_hidden))}>{ words::PANEL }</button>
        </>
    }
}

fn history_buttons(dispatcher: &Dispatcher, props: &HeaderProps, class: &'static str) -> Html {
    html! {
        <div class={classes!("group", class)}>
            { history_button(dispatcher, "undo", HistoryAction::Undo, props.undo.as_ref()) }
            { history_button(dispatcher, "redo", HistoryAction::Redo, props.redo.as_ref()) }
        </div>
    }
}

fn label_button(dispatcher: &Dispatcher, i: usize, label: &Label, props: &HeaderProps) -> Html {
    let (dispatcher, id, active) = (dispatcher.clone(), label.id.clone(), props.active.clone());
    let is_active = props.active.is(&label.id);
    let onclick = Callback::from(move |event: MouseEvent| match (active.on_click(&id), event.shift_key()) {
        (Some(activate), _) => dispatcher.dispatch(activate),
        (None, true) => dispatcher.dispatch(OccurrenceAction::Everywhere(id.clone(), None)),
        (None, false) => dispatcher.dispatch(TagAction::Apply(id.clone(), None)),
    });
    let off = (!can_follow(&label.key, &props.chord)).then_some("off");
    let description = (!label.description.is_empty()).then(|| label.description.clone());
    html! {
        <button type="button" key={label.id.to_string()} tabindex={if i == 0 { "0" } else { "-1" }} data-region-stop={(i == 0).then_some("")}
            class={classes!("label-button", format!("label-{i}"), props.can_tag.then_some("armed"), is_active.then_some("active"), off)}
            aria-pressed={is_active.then_some("true")}
            data-description={description.clone()} aria-description={description} aria-keyshortcuts={aria_label_keys(&label.key)} onmousedown={keep_focus()} {onclick}>
            { swatch(label) }<span>{ &label.name }</span>{ key_caps(&label.key) }
        </button>
    }
}

fn history_button(
    dispatcher: &Dispatcher,
    command: &'static str,
    action: HistoryAction,
    what: Option<&AttrValue>,
) -> Html {
    let keys = shown_keys(command);
    let (name, title) = match (action, what) {
        (HistoryAction::Undo, Some(what)) => (titles::UNDO, words::undo(what, &keys)),
        (HistoryAction::Undo, None) => (titles::UNDO, words::with_keys(words::NOTHING_TO_UNDO, &keys)),
        (_, Some(what)) => (titles::REDO, words::redo(what, &keys)),
        (_, None) => (titles::REDO, words::with_keys(words::NOTHING_TO_REDO, &keys)),
    };
    html! {
        <button type="button" class={command} {title} disabled={what.is_none()} aria-keyshortcuts={aria_keys(command)}
            onclick={on(dispatcher, action)}>{ name }</button>
    }
}

/// How many articles are side by side.
fn column_buttons(dispatcher: &Dispatcher, props: &HeaderProps) -> Html {
    let button = |columns: usize| {
        let name = words::columns(columns);
        html! {
            <button type="button" key={columns} disabled={columns > props.room} aria-pressed={(columns == props.columns).to_string()}
                aria-label={name.clone()} title={name} onclick={on(dispatcher, ViewAction::Columns(columns))}>
                <span class={classes!("column-icon", format!("of-{columns}"))} aria-hidden="true" />
            </button>
        }
    };
    html! { <div class="group columns-group" role="group" aria-label={words::COLUMNS}>{ for (1..=View::MAX_COLUMNS).map(button) }</div> }
}

/// Whether what was done is on disk. The banner below says why it is not.
fn save_state(session: &Session) -> Html {
    let is_problem = session.unsaved().is_some();
    html! {
        <div class={classes!("save", is_problem.then_some("problem"))} data-status={session.save_status()}>{ words::save_status(session) }</div>
    }
}

/// When the project was last backed up. The banner below says what goes wrong with that.
fn backup_state(backup: Option<&Backup>) -> Html {
    let running = backup.filter(|backup| backup.stage == BackupStage::Running);
    let text = running.and_then(|backup| {
        let at = clock::local_clock(backup.at.as_ref()?);
        Some(html! { <span title={words::backed_up_to(&backup.name, &at)}>{ words::backed_up(&at) }</span> })
    });
    html! { <div class="backup-state muted">{ text.unwrap_or_default() }</div> }
}
