//! The options of the chosen format.

use yew::prelude::*;

use super::choice::Choice;
use crate::app::messages::export as words;
use crate::format::{ExportOption, ExportOptions, TagScheme, Tokeniser};
use crate::ui::widgets::{SelectOption, select};

/// A control for each option that the format has.
pub(super) fn options(choice: &UseStateHandle<Choice>) -> Html {
    let all = choice.format.options;
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <fieldset class="export-options">
            <legend>{ words::OPTIONS }</legend>
            { for all.iter().map(|&option| control(option, choice)) }
        </fieldset>
    }
}

fn control(option: ExportOption, choice: &UseStateHandle<Choice>) -> Html {
    let now = choice.options;
    match option {
        ExportOption::Scheme => {
            let all = TagScheme::ALL.map(|scheme| SelectOption::new(scheme.name(), words::scheme(scheme)));
            let onchoose = changed(choice, |options, name: Option<String>| {
                options.scheme = TagScheme::find(name.as_deref().unwrap_or_default()).unwrap_or_default();
            });
            chosen(words::SCHEME, all, now.scheme.name(), &onchoose)
        }
        ExportOption::Tokeniser => {
            let all = Tokeniser::ALL.map(|one| SelectOption::new(one.name(), words::tokeniser(one)));
            let onchoose = changed(choice, |options, name: Option<String>| {
                options.tokeniser = Tokeniser::find(name.as_deref().unwrap_or_default()).unwrap_or_default();
            });
            chosen(words::TOKENS, all, now.tokeniser.name(), &onchoose)
        }
        ExportOption::OneFileEach => {
            let onchange = changed(choice, |options, _: Event| options.one_file_each = !options.one_file_each);
            check("one-file-each", words::ONE_FILE_EACH, words::ONE_FILE_EACH_HINT, now.one_file_each, onchange)
        }
        ExportOption::WithoutTexts => {
            let onchange = changed(choice, |options, _: Event| options.without_texts = !options.without_texts);
            check("without-texts", words::WITH_TEXTS, words::WITH_TEXTS_HINT, !now.without_texts, onchange)
        }
        ExportOption::Tabs => {
            let onchange = changed(choice, |options, _: Event| options.tabs = !options.tabs);
            check("tabs", words::TABS, words::TABS_HINT, now.tabs, onchange)
        }
        ExportOption::ForSpreadsheets => {
            let onchange = changed(choice, |options, _: Event| options.for_spreadsheets = !options.for_spreadsheets);
            check("spreadsheet", words::FOR_SPREADSHEETS, words::FOR_SPREADSHEETS_HINT, now.for_spreadsheets, onchange)
        }
    }
}

/// Changes the options.
fn changed<T: 'static>(choice: &UseStateHandle<Choice>, change: fn(&mut ExportOptions, T)) -> Callback<T> {
    let choice = choice.clone();
    Callback::from(move |value: T| {
        let mut new = *choice;
        change(&mut new.options, value);
        choice.set(new);
    })
}

fn chosen<const N: usize>(
    label: &'static str,
    all: [SelectOption; N],
    current: &str,
    onchoose: &Callback<Option<String>>,
) -> Html {
    html! { <div class="field" key={label}><span>{ label }</span>{ select(label, all, Some(current), onchoose) }</div> }
}

fn check(id: &'static str, label: &'static str, hint: &'static str, is_on: bool, onchange: Callback<Event>) -> Html {
    let hint_id = format!("{id}-hint");
    html! {
        <label class="choice" key={id}>
            <input type="checkbox" checked={is_on} {onchange} aria-describedby={hint_id.clone()} />
            <span>{ label }<span id={hint_id} class="hint">{ hint }</span></span>
        </label>
    }
}
