//! The fields and buttons of the schema editor. Each has a name that is unique in the form, by which it gets the focus.

use yew::prelude::*;

use super::form::{Act, Address, FormHandle, Set};
use crate::app::messages::schema as words;
use crate::ui::widgets::SelectOption;

impl FormHandle {
    /// A field of one line.
    pub(super) fn text(
        &self,
        address: Address,
        label: &str,
        name: &str,
        value: &str,
        set: Set,
        problem: Option<&str>,
    ) -> Html {
        self.input(address, label, name, ("text", "", value), set, problem)
    }

    /// An input: its type, its class, and its value.
    pub(super) fn input(
        &self,
        address: Address,
        label: &str,
        name: &str,
        (kind, class, value): (&'static str, &'static str, &str),
        set: Set,
        problem: Option<&str>,
    ) -> Html {
        let problem_id = format!("{name}-problem");
        let is_invalid = problem.is_some();
        html! {
            <label class="field" key={name.to_owned()}>
                <span>{ label.to_owned() }</span>
                <input type={kind} {class} name={name.to_owned()} ~defaultValue={value.to_owned()} autocomplete="off"
                    aria-invalid={is_invalid.then_some("true")} aria-describedby={is_invalid.then(|| problem_id.clone())}
                    onchange={self.set(address, set)} />
                if let Some(problem) = problem { <span class="problem" id={problem_id}>{ problem.to_owned() }</span> }
            </label>
        }
    }

    /// A field of several lines.
    pub(super) fn area(&self, address: Address, label: &str, name: &str, value: &str, set: Set) -> Html {
        html! {
            <label class="field" key={name.to_owned()}>
                <span>{ label.to_owned() }</span>
                <textarea rows="2" name={name.to_owned()} ~defaultValue={value.to_owned()} onchange={self.set(address, set)} />
            </label>
        }
    }

    /// A check box.
    pub(super) fn check(&self, address: Address, label: &str, name: &str, is_checked: bool, set: Set) -> Html {
        html! {
            <label class="check" key={name.to_owned()}>
                <input type="checkbox" name={name.to_owned()} checked={is_checked} onchange={self.set(address, set)} />{ " " }{ label.to_owned() }
            </label>
        }
    }

    /// A select.
    pub(super) fn select(
        &self,
        address: Address,
        label: &str,
        name: &str,
        options: &[SelectOption],
        chosen: &str,
        set: Set,
    ) -> Html {
        let option = |SelectOption { value, name }: &SelectOption| {
            html! { <option key={value.clone()} value={value.clone()} selected={value == chosen}>{ name }</option> }
        };
        html! {
            <label class="field" key={name.to_owned()}>
                <span>{ label.to_owned() }</span>
                <select name={name.to_owned()} onchange={self.set(address, set)}>{ for options.iter().map(option) }</select>
            </label>
        }
    }

    /// Buttons that move a row in its list and remove it; `what` names it. `place` is its index and the length of the list.
    pub(super) fn row_buttons(
        &self,
        address: Address,
        what: &str,
        row: u32,
        (index, count): (usize, usize),
        [up, down, remove]: [Act; 3],
    ) -> Html {
        let button = |name: &str, sign: &'static str, label: String, disabled: bool, act: Act| {
            html! {
                <button type="button" class="icon" name={format!("{name}-{row}")} aria-label={label.clone()} title={label} {disabled}
                    onclick={self.act(address, act)}>{ sign }</button>
            }
        };
        html! {
            <span class="movers">
                { button(UP, "↑", words::move_up(what), index == 0, up) }
                { button(DOWN, "↓", words::move_down(what), index + 1 == count, down) }
                { button("remove", "×", words::remove(what), false, remove) }
            </span>
        }
    }
}

/// The name of the buttons that move a row up, before its number.
pub(super) const UP: &str = "up";
/// The name of the buttons that move a row down, before its number.
pub(super) const DOWN: &str = "down";

/// Options whose values are what they say.
pub(super) fn plain_options<'a>(names: impl Iterator<Item = &'a str>) -> Vec<SelectOption> {
    names.map(|name| SelectOption::new(name, name)).collect()
}
