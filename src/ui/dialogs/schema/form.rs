//! What the schema editor holds, and the handle by which its fields and buttons change it.
//!
//! What a field or button does is a plain function of the form and an address, so one kind of callback serves them all.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use crate::app::messages::{files, schema as words};
use crate::app::{Notice, SchemaFile};
use crate::edit::{AttributeDraft, InUse, Part, SchemaDraft};
use crate::model::Schema;
use crate::ui::dom::events::{elements, is_checked, value_of};
use crate::ui::dom::focus::give_focus;

/// What the editor shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The draft.
    Edit,
    /// What is in use and would be removed.
    Migration,
    /// Whether the changes are discarded.
    Leave,
}

/// What takes the place of something that is removed: not chosen yet, nothing, or this.
pub(super) type Replacement = Option<Option<String>>;

/// What the editor holds.
pub(super) struct SchemaForm {
    pub(super) draft: SchemaDraft,
    /// The part that is shown; `None` is presets and files.
    pub(super) part: Option<Part>,
    pub(super) step: Step,
    /// What is in use and would be removed, with its replacement.
    pub(super) remaps: Vec<(InUse, Replacement)>,
    /// How many relations would be removed because labels at their ends are no longer allowed, once the user has seen it.
    pub(super) lost_relations: usize,
    /// What gets the focus after the next render.
    pub(super) focus: Option<FormFocus>,
    /// What is wrong.
    pub(super) problem: String,
    /// What was done last.
    pub(super) status: String,
}

/// What gets the focus after the next render.
pub(super) enum FormFocus {
    /// The button of the part that is shown.
    Part,
    /// The first field with a problem.
    Problem,
    /// The first of the controls with these names that is enabled.
    Control(Vec<String>),
}

/// Where in the draft: a part, the index of an attribute or relation type in it, and that of a choice or label in that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) part: Part,
    pub(super) index: usize,
    pub(super) inner: usize,
}

/// What a field does with its value.
pub(super) type Set = fn(&mut SchemaForm, Address, &str);
/// What a button does.
pub(super) type Act = fn(&mut SchemaForm, Address);

/// What a ticked check box sets; one that is not ticked sets an empty text.
const TICKED: &str = "yes";
/// What a pointer presses, before its click.
const PRESSED: &str = ":is(button, summary, .check):active";

impl Address {
    /// A part as a whole.
    pub(super) fn of(part: Part) -> Self {
        Self { part, index: 0, inner: 0 }
    }
}

impl FormFocus {
    /// The control with this name.
    pub(super) fn control(name: impl Into<String>) -> Self {
        Self::Control(vec![name.into()])
    }

    fn find(&self, root: &Element) -> Option<HtmlElement> {
        let selectors = match self {
            Self::Part => vec![".schema-parts [aria-current]".to_owned()],
            Self::Problem => vec!["[aria-invalid]".to_owned()],
            Self::Control(names) => names.iter().map(|name| format!("[name=\"{name}\"]:enabled")).collect(),
        };
        selectors.iter().flat_map(|selector| elements(root, selector)).find_map(|found| found.dyn_into().ok())
    }
}

impl SchemaForm {
    /// A form with this schema as its draft; `before` is the schema of the project.
    pub(super) fn new(schema: &Schema, before: &Schema) -> Self {
        let draft = SchemaDraft::of(schema, before);
        let part = Some(if draft.labels.is_empty() { Part::About } else { Part::Label(0) });
        Self {
            draft,
            part,
            step: Step::Edit,
            remaps: Vec::new(),
            lost_relations: 0,
            focus: None,
            problem: String::new(),
            status: String::new(),
        }
    }

    /// Replaces the draft by another schema.
    pub(super) fn replace(&mut self, schema: &Schema, before: &Schema, status: String) {
        *self = Self { status, focus: Some(FormFocus::Part), ..Self::new(schema, before) };
    }

    /// Takes a file's schema as the draft, or shows what is wrong with the file. `before` is the schema of the project.
    pub(super) fn read_file(&mut self, file: &SchemaFile, before: &Schema) {
        match &file.schema {
            Ok(schema) => self.replace(schema, before, words::from_file(&file.name, schema.labels.len())),
            Err(reason) => self.problem = files::in_file(&file.name, reason),
        }
    }

    /// Shows a message of the page.
    pub(super) fn show(&mut self, notice: &Notice) {
        let place = if notice.is_error { &mut self.problem } else { &mut self.status };
        place.clone_from(&notice.text);
    }

    /// Changes the attribute of an address, and removes default values and conditions that are no longer possible.
    pub(super) fn change_attribute(&mut self, address: Address, change: impl FnOnce(&mut AttributeDraft)) {
        if let Some(one) = self.draft.attribute_mut(address.part, address.index) {
            change(one);
        }
        self.draft.prune(address.part);
    }

    /// Moves the focus to a control of a row, or to another one if that is disabled.
    pub(super) fn focus_row(&mut self, name: &str, row: u32, or_else: &str) {
        self.focus = Some(FormFocus::Control(vec![format!("{name}-{row}"), format!("{or_else}-{row}")]));
    }

    /// Goes back to the draft.
    pub(super) fn edit_again(&mut self) {
        self.step = Step::Edit;
        self.remaps.clear();
        self.lost_relations = 0;
        self.focus = Some(FormFocus::Part);
    }
}

/// A handle on the form; cloning it is cheap.
#[derive(Clone)]
pub(super) struct FormHandle {
    form: Rc<RefCell<SchemaForm>>,
    /// The element around everything in the dialog.
    root: NodeRef,
    rerender: UseForceUpdateHandle,
}

impl FormHandle {
    pub(super) fn new(form: Rc<RefCell<SchemaForm>>, root: NodeRef, rerender: UseForceUpdateHandle) -> Self {
        Self { form, root, rerender }
    }

    pub(super) fn read<T>(&self, read: impl FnOnce(&SchemaForm) -> T) -> T {
        read(&self.form.borrow())
    }

    /// Changes the form and renders it again.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut SchemaForm) -> T) -> T {
        let mut form = self.form.borrow_mut();
        form.problem.clear();
        let result = change(&mut form);
        drop(form);
        self.rerender.force_update();
        result
    }

    /// Moves the focus to what asked for it, now that it is rendered.
    pub(super) fn move_focus(&self) {
        let wanted = self.form.borrow_mut().focus.take();
        let root = self.root.cast::<Element>();
        let Some(element) = root.and_then(|root| wanted?.find(&root)) else { return };
        give_focus(&element);
        if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            field.select();
        }
    }

    /// Sets something to the value of a field.
    pub(super) fn set(&self, address: Address, set: Set) -> Callback<Event> {
        let this = self.clone();
        Callback::from(move |event: Event| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            let value = match field.is_some_and(|field| field.type_() == "checkbox") {
                true if is_checked(&event) => TICKED.to_owned(),
                true => String::new(),
                false => value_of(&event),
            };
            set(&mut this.form.borrow_mut(), address, value.trim());
            // If a press on something else has ended the typing, that must not move before its click, which renders.
            if !this.is_pressed() {
                this.rerender.force_update();
            }
        })
    }

    fn is_pressed(&self) -> bool {
        let dialog = self.root.cast::<Element>().and_then(|root| root.closest("dialog").ok().flatten());
        dialog.is_some_and(|dialog| dialog.query_selector(PRESSED).is_ok_and(|pressed| pressed.is_some()))
    }

    /// Does something when a button is clicked.
    pub(super) fn act(&self, address: Address, act: Act) -> Callback<MouseEvent> {
        let this = self.clone();
        Callback::from(move |_: MouseEvent| this.change(|form| act(form, address)))
    }
}
