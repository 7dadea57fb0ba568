//! What the dialog of projects says of backups, and of how safe the browser's storage is.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{choose, reminder, resume, stop};
use crate::ui::exporting;
use crate::ui::shared::{Shared, catch_focus, use_store};
use crate::ui::store::{BackupStage, State, Store};
use crate::web::durability::{self, Durability};
use crate::web::{backup_file, clock};

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct SafetyProps {
    pub(in crate::ui) state: Shared<State>,
}

/// Backups of the open project, and the browser's storage.
#[component]
pub(in crate::ui) fn Safety(props: &SafetyProps) -> Html {
    let store = use_store();
    let durability = use_state(Durability::default);
    let refused = use_state(|| false);
    let first = use_node_ref();
    {
        let durability = durability.setter();
        use_effect_with(*refused, move |_| spawn_local(async move { durability.set(durability::look().await) }));
    }
    {
        // The button that ends backups goes with them.
        let first = first.clone();
        use_effect_with(props.state.backup.is_some(), move |_| catch_focus(&first));
    }
    let (words, actions) = backup(&props.state);
    let exported = reminder::last_export(&props.state.key);
    let buttons = actions.iter().enumerate().map(|(i, (name, act))| {
        let (store, act) = (store.clone(), *act);
        let node = if i == 0 { first.clone() } else { NodeRef::default() };
        html! { <button type="button" key={i} ref={node} onclick={Callback::from(move |_: MouseEvent| act(&store))}>{ *name }</button> }
    });
    html! {
        <section class="safety" aria-label="Backups and storage">
            <h3>{ format!("Backups of “{}”", props.state.project().title) }</h3>
            <p>{ words }{ exported.filter(|_| props.state.backup.is_none()).map(|at| format!(" Last export: {at}.")) }</p>
            <div class="row">{ for buttons }</div>
            { storage(*durability, &refused) }
        </section>
    }
}

type Act = (&'static str, fn(&Store));

/// What there is to say of backups of the open project, and to do.
fn backup(state: &State) -> (String, Vec<Act>) {
    let stop: Act = ("Stop backing up", stop);
    let Some(backup) = &state.backup else {
        return match backup_file::available() {
            true => (
                "All of it can be written to a file of yours, some seconds after each change.".to_owned(),
                vec![("Back up to a file…", choose)],
            ),
            false => (
                "This browser lets no page write to a file by itself: download a backup now and then.".to_owned(),
                vec![("Download a backup", |store| {
                    exporting::export(store);
                })],
            ),
        };
    };
    let name = &backup.name;
    match (&backup.stage, &backup.at) {
        (BackupStage::Running, Some(at)) => (
            format!("Backed up to “{name}” at {}. Each change follows some seconds later.", clock::local_time(at)),
            vec![("Back up now", resume), stop],
        ),
        (BackupStage::Running, None) => (format!("“{name}” is being written."), vec![("Back up now", resume), stop]),
        (BackupStage::Paused, _) => (
            format!("Backups to “{name}” are paused: the browser asks each time the page is opened."),
            vec![("Resume backups", resume), stop],
        ),
        (BackupStage::Failed(reason), _) => {
            (reason.clone(), vec![("Try again now", resume), ("Choose another file…", choose), stop])
        }
    }
}

/// Whether the browser keeps what it stores, and how much room there is.
fn storage(durability: Durability, refused: &UseStateHandle<bool>) -> Html {
    let Durability { protected, used, free } = durability;
    let mut words = match protected {
        Some(true) => {
            "This browser protects the saved projects: it does not clear them when space runs low.".to_owned()
        }
        Some(false) => "This browser may clear saved projects when space runs low.".to_owned(),
        None => String::new(),
    };
    if let (Some(used), Some(free)) = (used, free) {
        words.push_str(&format!(" {} used, {} free.", size(used), size(free)));
    }
    if **refused && protected == Some(false) {
        words.push_str(" It did not agree to protect them now; it may when you have used the page more often.");
    }
    let ask = {
        let refused = refused.setter();
        Callback::from(move |_: MouseEvent| {
            let refused = refused.clone();
            spawn_local(async move {
                durability::protect().await;
                refused.set(true);
            });
        })
    };
    html! {
        <div class="row">
            <p class="muted">{ words }</p>
            if protected == Some(false) && !**refused {
                <button type="button" onclick={ask}>{ "Ask it to protect them" }</button>
            }
        </div>
    }
}

/// So many bytes, to one place.
fn size(bytes: f64) -> String {
    let (unit, name) = if bytes < 1e6 {
        (1e3, "KB")
    } else if bytes < 1e9 {
        (1e6, "MB")
    } else {
        (1e9, "GB")
    };
    let tenths = (bytes / unit * 10.0) as u64;
    format!("{}.{} {name}", tenths / 10, tenths % 10)
}
