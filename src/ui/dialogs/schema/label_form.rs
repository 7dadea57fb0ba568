//! One label: its name, kind, colour, keys and what the guidelines say of it.

use yew::prelude::*;

use super::attributes::attributes;
use super::sheet::{At, Set, Sheet, Work};
use crate::app::messages::names::label_kind;
use crate::app::messages::schema::problem;
use crate::edit::Part;
use crate::model::{Colour, Label, LabelKind};
use crate::text::isolated;
use crate::ui::keys::TAKEN;

/// Changes the label of an address.
fn on_label(work: &mut Work, at: At, change: impl FnOnce(&mut Label)) {
    if let Part::Label(place) = at.part
        && let Some(one) = work.draft.labels.get_mut(place)
    {
        change(&mut one.label);
    }
}

/// The form of a label.
pub(super) fn label_form(sheet: &Sheet, work: &Work, place: usize) -> Html {
    let Some(one) = work.draft.labels.get(place) else { return Html::default() };
    let (label, row) = (&one.label, one.row);
    let at = At { part: Part::Label(place), i: 0, j: 0 };
    let name = |what: &str| format!("{what}-{row}");
    let keys_problem = work.draft.keys_problem(place, TAKEN).map(|one| problem(&one));
    let kinds = LabelKind::ALL.map(|kind| (kind.name().to_owned(), label_kind(kind).to_owned()));
    let set_keys: Set = |work, at, to| on_label(work, at, |label| label.key = to.to_lowercase());
    let set_colour: Set = |work, at, to| {
        if let Some(colour) = Colour::parse(to) {
            on_label(work, at, |label| label.colour = colour);
        }
    };
    let set_examples: Set = |work, at, to| {
        let lines = to.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        on_label(work, at, |label| label.examples = lines);
    };
    html! {
        <section key={row} aria-label={label.name.clone()}>
            <div class="schema-head">
                <h3>{ &label.name }</h3>
                { sheet.movers(at, &format!("the label {}", isolated(&label.name)), row, (place, work.draft.labels.len()), [up, down, remove]) }
            </div>
            <div class="schema-fields">
                { sheet.text(at, "Name", &name("name"), &label.name, |work, at, to| on_label(work, at, |label| label.name = to.to_owned()), work.draft.name_problem(place).map(|one| problem(&one)).as_deref()) }
                { sheet.text(at, "Short name", &name("short"), &label.short, |work, at, to| on_label(work, at, |label| label.short = to.to_owned()), None) }
                { sheet.select(at, "Kind", &name("kind"), &kinds, label.kind.name(), set_kind) }
                { sheet.input(at, "Colour", &name("colour"), ("color", "colour", &label.colour.hex()), set_colour, None) }
                { sheet.input(at, "Keys (one or two)", &name("keys"), ("text", "keys", &label.key), set_keys, keys_problem.as_deref()) }
            </div>
            { sheet.area(at, "When to use it", &name("description"), &label.description, |work, at, to| on_label(work, at, |label| label.description = to.to_owned())) }
            { sheet.area(at, "Examples, one on each line", &name("examples"), &label.examples.join("\n"), set_examples) }
            <h4>{ "Attributes" }</h4>
            { attributes(sheet, work, Part::Label(place)) }
        </section>
    }
}

fn set_kind(work: &mut Work, at: At, to: &str) {
    if let Some(kind) = LabelKind::ALL.into_iter().find(|kind| kind.name() == to) {
        on_label(work, at, |label| label.kind = kind);
    }
}

fn up(work: &mut Work, at: At) {
    shift(work, at, "up", "down");
}

fn down(work: &mut Work, at: At) {
    shift(work, at, "down", "up");
}

fn shift(work: &mut Work, at: At, way: &str, or_else: &str) {
    let Part::Label(place) = at.part else { return };
    let with = if way == "up" { place.saturating_sub(1) } else { place + 1 };
    if with < work.draft.labels.len() {
        work.draft.labels.swap(place, with);
        work.part = Some(Part::Label(with));
        work.focus_on(way, work.draft.labels[with].row, or_else);
    }
}

fn remove(work: &mut Work, at: At) {
    let Part::Label(place) = at.part else { return };
    let gone = work.draft.labels.remove(place);
    work.news = format!("{} is no longer among the labels.", isolated(&gone.label.name));
    let next = place.min(work.draft.labels.len().saturating_sub(1));
    work.part = Some(if work.draft.labels.is_empty() { Part::About } else { Part::Label(next) });
    work.focus = vec![".schema-parts [aria-current]".to_owned()];
}
