//! Backups of the open project, and how safe the browser's storage is.

use yew::prelude::*;

use crate::app::messages::{backup as words, banners};
use crate::app::{Backup, BackupRequest, BackupStage, Effect, ProjectAction, State, StorageInfo};
use crate::ui::dom::focus::catch_lost_focus;
use crate::ui::widgets::{on, use_dispatcher};
use crate::web::{backup_file, clock};

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct BackupsProps {
    /// The title of the open project.
    title: AttrValue,
    backup: Option<Backup>,
    /// When the open project was last exported, as people read it.
    last_export: Option<String>,
    storage: StorageInfo,
}

impl BackupsProps {
    pub(super) fn of(state: &State) -> Self {
        Self {
            title: state.project().title.clone().into(),
            backup: state.backup.clone(),
            last_export: state.last_export.clone(),
            storage: state.storage,
        }
    }
}

/// A button: its text, and what it does.
type BackupButton = (&'static str, ProjectAction);

/// Backups of the open project, and the browser's storage.
#[component]
pub(super) fn Backups(props: &BackupsProps) -> Html {
    let dispatcher = use_dispatcher();
    let first = use_node_ref();
    {
        let dispatcher = dispatcher.clone();
        use_effect_with((), move |()| dispatcher.dispatch(ProjectAction::InspectStorage));
    }
    {
        // The button that ends backups disappears with them.
        let first = first.clone();
        use_effect_with(props.backup.is_some(), move |_| catch_lost_focus(&first));
    }
    let (text, buttons) = match &props.backup {
        Some(backup) => with_file(backup),
        None => without_file(props.last_export.as_deref()),
    };
    let buttons = buttons.into_iter().enumerate().map(|(i, (name, action))| {
        let node = if i == 0 { first.clone() } else { NodeRef::default() };
        html! { <button type="button" key={i} ref={node} onclick={on(&dispatcher, action)}>{ name }</button> }
    });
    html! {
        <section class="safety" aria-label={words::SECTION}>
            <h3>{ words::heading(&props.title) }</h3>
            <p>{ text }</p>
            <div class="row">{ for buttons }</div>
            <div class="row">
                <p class="muted">{ storage_text(props.storage) }</p>
                if props.storage.protected == Some(false) && !props.storage.refused {
                    <button type="button" onclick={on(&dispatcher, ProjectAction::ProtectStorage)}>{ words::PROTECT }</button>
                }
            </div>
        </section>
    }
}

/// What to say, and what can be done, while there is no backup file.
fn without_file(last_export: Option<&str>) -> (String, Vec<BackupButton>) {
    let (text, button) = match backup_file::available() {
        true => (words::AVAILABLE, Some((words::CHOOSE, ProjectAction::RequestBackup(BackupRequest::Choose)))),
        false => (words::UNAVAILABLE, download_button()),
    };
    let exported = last_export.map(words::last_export);
    let sentences: Vec<String> = [text.to_owned()].into_iter().chain(exported).collect();
    (sentences.join(" "), button.into_iter().collect())
}

fn download_button() -> Option<BackupButton> {
    match Effect::export() {
        Effect::Download(download) => Some((words::DOWNLOAD, ProjectAction::Download(download))),
        _ => None,
    }
}

/// What to say of a backup file, and what can be done with it.
fn with_file(backup: &Backup) -> (String, Vec<BackupButton>) {
    let request = ProjectAction::RequestBackup;
    let stop = (banners::STOP_BACKUPS, request(BackupRequest::Stop));
    let name = &backup.name;
    match (&backup.stage, &backup.at) {
        (BackupStage::Running, at) => {
            let text = at.as_ref().map(|at| words::running(name, &clock::local_time(at)));
            let text = text.unwrap_or_else(|| words::writing(name));
            (text, vec![(words::BACK_UP_NOW, request(BackupRequest::Resume)), stop])
        }
        (BackupStage::Paused, _) => (words::paused(name), vec![(words::RESUME, request(BackupRequest::Resume)), stop]),
        (BackupStage::Failed(reason), _) => {
            let try_again = (banners::TRY_AGAIN, request(BackupRequest::Resume));
            let choose = (banners::CHOOSE_ANOTHER_FILE, request(BackupRequest::Choose));
            (reason.clone(), vec![try_again, choose, stop])
        }
    }
}

/// Whether the browser protects saved projects, and how much space there is.
fn storage_text(storage: StorageInfo) -> String {
    let mut sentences: Vec<String> = Vec::new();
    match storage.protected {
        Some(true) => sentences.push(words::PROTECTED.to_owned()),
        Some(false) => sentences.push(words::UNPROTECTED.to_owned()),
        None => {}
    }
    if let (Some(used), Some(free)) = (storage.used, storage.free) {
        sentences.push(words::space(used, free));
    }
    if storage.refused && storage.protected == Some(false) {
        sentences.push(words::REFUSED.to_owned());
    }
    sentences.join(" ")
}
