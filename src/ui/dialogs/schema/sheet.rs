//! The draft that the dialog edits, and the fields and buttons that change it.
//!
//! What a field does is a plain function of the draft and an address: one kind of callback serves them all.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use crate::edit::{InUse, Part, SchemaDraft};
use crate::model::Schema;

/// What the dialog asks now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The schema.
    Edit,
    /// What becomes of what is in use and goes.
    Fates,
    /// Whether the changes are to be dropped.
    Leave,
}

/// What becomes of something: not said yet, it goes, or something takes its place.
pub(super) type Said = Option<Option<String>>;

/// All that the dialog holds.
pub(super) struct Work {
    pub(super) draft: SchemaDraft,
    /// The part that is shown; without one, the schema as a whole.
    pub(super) part: Option<Part>,
    pub(super) step: Step,
    pub(super) fates: Vec<(InUse, Said)>,
    /// How many relations go because their ends are no longer allowed, once that was shown.
    pub(super) lost: usize,
    /// What gets the keyboard once it is drawn: the first of these that is there.
    pub(super) focus: Vec<String>,
    /// What went wrong.
    pub(super) problem: String,
    /// What was done.
    pub(super) news: String,
}

/// Where in the draft: a part, the place of an attribute or relation type in it, and of a choice in that.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) part: Part,
    pub(super) i: usize,
    pub(super) j: usize,
}

/// What a press is on whose click is still to come.
const PRESSED: &str = "dialog :is(button, summary, .check):active";

/// What a field does with what was written into it.
pub(super) type Set = fn(&mut Work, At, &str);
/// What a button does.
pub(super) type Act = fn(&mut Work, At);

/// A handle on what the dialog holds.
#[derive(Clone)]
pub(super) struct Sheet {
    work: Rc<RefCell<Work>>,
    redraw: UseForceUpdateHandle,
}

impl Work {
    pub(super) fn new(schema: &Schema, before: &Schema) -> Self {
        let draft = SchemaDraft::of(schema, before);
        let part = Some(if draft.labels.is_empty() { Part::About } else { Part::Label(0) });
        let (problem, news) = (String::new(), String::new());
        Self { draft, part, step: Step::Edit, fates: Vec::new(), lost: 0, focus: Vec::new(), problem, news }
    }

    /// Puts another schema into the draft's place.
    pub(super) fn replace(&mut self, schema: &Schema, before: &Schema, news: String) {
        *self = Self { news, focus: vec![".schema-parts [aria-current]".to_owned()], ..Self::new(schema, before) };
    }

    /// Gives the keyboard to the control of a name, or else to another.
    pub(super) fn focus_on(&mut self, name: &str, row: u32, or_else: &str) {
        self.focus = vec![format!("[name={name}-{row}]:enabled"), format!("[name={or_else}-{row}]")];
    }
}

impl Sheet {
    pub(super) fn new(work: Rc<RefCell<Work>>, redraw: UseForceUpdateHandle) -> Self {
        Self { work, redraw }
    }

    pub(super) fn look<T>(&self, look: impl FnOnce(&Work) -> T) -> T {
        look(&self.work.borrow())
    }

    pub(super) fn change(&self, change: impl FnOnce(&mut Work)) {
        let mut work = self.work.borrow_mut();
        work.problem.clear();
        change(&mut work);
        drop(work);
        self.redraw.force_update();
    }

    /// Gives the keyboard to what asked for it, now that it is drawn.
    pub(super) fn focus(&self) {
        let wanted = std::mem::take(&mut self.work.borrow_mut().focus);
        let find = |selector: &String| {
            let selector = format!("dialog {selector}");
            gloo::utils::document().query_selector(&selector).ok().flatten()?.dyn_into::<HtmlElement>().ok()
        };
        let Some(element) = wanted.iter().find_map(find) else { return };
        let _ = element.focus();
        if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            field.select();
        }
    }

    /// Sets something to what is in a field; a box with a tick is "yes", one without is empty.
    pub(super) fn set(&self, at: At, set: Set) -> Callback<Event> {
        let sheet = self.clone();
        Callback::from(move |event: Event| {
            let Some(target) = event.target() else { return };
            let ticked = target.dyn_ref::<HtmlInputElement>().filter(|field| field.type_() == "checkbox");
            let value = match ticked.map(HtmlInputElement::checked) {
                Some(true) => "yes".to_owned(),
                Some(false) => String::new(),
                // Fields, lists and areas all have it.
                None => {
                    js_sys::Reflect::get(&target, &"value".into()).ok().and_then(|v| v.as_string()).unwrap_or_default()
                }
            };
            set(&mut sheet.work.borrow_mut(), at, value.trim());
            // Where a press on something else ends the writing, what is drawn must not move away from under it: the
            // click that follows draws it anew.
            let pressed = gloo::utils::document().query_selector(PRESSED).ok().flatten();
            if pressed.is_none() {
                sheet.redraw.force_update();
            }
        })
    }

    pub(super) fn act(&self, at: At, act: Act) -> Callback<MouseEvent> {
        let sheet = self.clone();
        Callback::from(move |_: MouseEvent| sheet.change(|work| act(work, at)))
    }

    /// A field of one line.
    pub(super) fn text(&self, at: At, label: &str, name: &str, value: &str, set: Set, problem: Option<&str>) -> Html {
        self.input(at, label, name, ("text", "", value), set, problem)
    }

    /// A field: its type, a class, and what is in it.
    pub(super) fn input(
        &self,
        at: At,
        label: &str,
        name: &str,
        (kind, class, value): (&'static str, &'static str, &str),
        set: Set,
        problem: Option<&str>,
    ) -> Html {
        let said = format!("{name}-problem");
        let wrong = problem.is_some();
        html! {
            <label class="field" key={name.to_owned()}>
                <span>{ label.to_owned() }</span>
                <input type={kind} {class} name={name.to_owned()} ~defaultValue={value.to_owned()} autocomplete="off"
                    aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then(|| said.clone())} onchange={self.set(at, set)} />
                if let Some(problem) = problem { <span class="problem" id={said}>{ problem.to_owned() }</span> }
            </label>
        }
    }

    /// A field of several lines.
    pub(super) fn area(&self, at: At, label: &str, name: &str, value: &str, set: Set) -> Html {
        html! {
            <label class="field" key={name.to_owned()}>
                <span>{ label.to_owned() }</span>
                <textarea rows="2" name={name.to_owned()} ~defaultValue={value.to_owned()} onchange={self.set(at, set)} />
            </label>
        }
    }

    pub(super) fn tick(&self, at: At, label: &str, name: &str, ticked: bool, set: Set) -> Html {
        html! {
            <label class="check" key={name.to_owned()}>
                <input type="checkbox" name={name.to_owned()} checked={ticked} onchange={self.set(at, set)} />{ " " }{ label.to_owned() }
            </label>
        }
    }

    /// A list to choose from: each entry with its value and what it says.
    pub(super) fn select(
        &self,
        at: At,
        label: &str,
        name: &str,
        entries: &[(String, String)],
        chosen: &str,
        set: Set,
    ) -> Html {
        html! {
            <label class="field" key={name.to_owned()}>
                <span>{ label.to_owned() }</span>
                <select name={name.to_owned()} onchange={self.set(at, set)}>
                    { for entries.iter().map(|(value, says)| html! {
                        <option key={value.clone()} value={value.clone()} selected={value == chosen}>{ says }</option>
                    }) }
                </select>
            </label>
        }
    }

    /// Buttons that move something in its list, and remove it. `what` names it.
    pub(super) fn movers(&self, at: At, what: &str, row: u32, (place, count): (usize, usize), acts: [Act; 3]) -> Html {
        let [up, down, remove] = acts;
        let button = |name: &str, sign: &'static str, says: String, off: bool, act: Act| {
            html! {
                <button type="button" class="icon" name={format!("{name}-{row}")} aria-label={says.clone()} title={says}
                    disabled={off} onclick={self.act(at, act)}>{ sign }</button>
            }
        };
        html! {
            <span class="movers">
                { button("up", "↑", format!("Move {what} up"), place == 0, up) }
                { button("down", "↓", format!("Move {what} down"), place + 1 == count, down) }
                { button("remove", "×", format!("Remove {what}"), false, remove) }
            </span>
        }
    }
}

/// A list's names as entries of a list to choose from.
pub(super) fn entries<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    names.map(|name| (name.to_owned(), name.to_owned())).collect()
}
