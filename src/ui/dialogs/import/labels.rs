//! The labels of the files, with the names that they get in the project.

use yew::prelude::*;

use super::read::{Options, Outcome};
use crate::app::messages::import as words;
use crate::ui::dom::events::value_of;

/// A table with a field for each label.
pub(super) fn labels(outcome: &Outcome, options: &UseStateHandle<Options>) -> Html {
    if outcome.labels.is_empty() {
        return Html::default();
    }
    html! {
        <div class="left-out">
            <table class="import-labels">
                <caption>{ words::LABELS }</caption>
                <thead><tr>
                    <th scope="col">{ words::IN_FILE }</th><th scope="col">{ words::IN_PROJECT }</th><th scope="col">{ words::TAGS }</th>
                </tr></thead>
                <tbody>{ for outcome.labels.iter().map(|(name, count)| row(name, *count, options)) }</tbody>
            </table>
            <p class="muted">{ words::SAME_NAME }</p>
        </div>
    }
}

fn row(name: &str, count: usize, options: &UseStateHandle<Options>) -> Html {
    let value = options.names.get(name).cloned().unwrap_or_else(|| name.to_owned());
    let onchange = {
        let (options, name) = (options.clone(), name.to_owned());
        Callback::from(move |event: Event| {
            let mut names = options.names.clone();
            let new = value_of(&event);
            if new.trim().is_empty() || new == name {
                names.remove(&name);
            } else {
                names.insert(name.clone(), new.trim().to_owned());
            }
            options.set(Options { names, ..(*options).clone() });
        })
    };
    html! {
        <tr key={name.to_owned()}>
            <th scope="row"><bdi>{ name.to_owned() }</bdi></th>
            <td><input type="text" aria-label={words::label_field(name)} {value} {onchange} /></td>
            <td class="number">{ count }</td>
        </tr>
    }
}
