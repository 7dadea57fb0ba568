//! The attributes of a label, or of the articles: name, kind, choices, default, and when they are asked for.

use yew::prelude::*;

use super::sheet::{At, Sheet, Work, entries};
use crate::app::messages::names::attribute_kind;
use crate::app::messages::schema::{NEW_ATTRIBUTE, problem};
use crate::edit::{AttributeDraft, ChoiceDraft, Part};
use crate::model::{AttributeKind, AttributeValue};
use crate::text::isolated;

/// Changes the attribute of an address, and takes out what no longer fits.
fn on_attribute(work: &mut Work, at: At, change: impl FnOnce(&mut AttributeDraft)) {
    if let Some(one) = work.draft.attribute_mut(at.part, at.i) {
        change(one);
    }
    work.draft.tidy(at.part);
}

/// The attributes of a part, and the button that adds one.
pub(super) fn attributes(sheet: &Sheet, work: &Work, part: Part) -> Html {
    let all = work.draft.attributes(part);
    let at = At { part, i: 0, j: 0 };
    html! {
        <>
            <ul class="schema-cards">{ for all.iter().enumerate().map(|(i, one)| card(sheet, work, At { i, ..at }, one, all)) }</ul>
            <button type="button" name="add-attribute" onclick={sheet.act(at, add)}>{ "Add attribute" }</button>
        </>
    }
}

fn add(work: &mut Work, at: At) {
    let row = work.draft.add_attribute(at.part, NEW_ATTRIBUTE);
    work.focus = vec![format!("[name=attribute-{row}]")];
}

fn card(sheet: &Sheet, work: &Work, at: At, one: &AttributeDraft, all: &[AttributeDraft]) -> Html {
    let row = one.row;
    let name = |what: &str| format!("{what}-{row}");
    let attribute = &one.attribute;
    let kinds = AttributeKind::ALL.map(|kind| (kind.name().to_owned(), attribute_kind(kind).to_owned()));
    let problem = work.draft.attribute_problem(at.part, at.i).map(|one| problem(&one));
    html! {
        <li key={row}><div class="schema-card" role="group" aria-label={format!("Attribute {}", attribute.name)}>
            <div class="schema-fields">
                { sheet.text(at, "Attribute name", &name("attribute"), &attribute.name, rename, problem.as_deref()) }
                { sheet.select(at, "Takes", &name("takes"), &kinds, attribute.kind.name(), set_kind) }
                { sheet.tick(at, "Required", &name("required"), attribute.required, |work, at, to| on_attribute(work, at, |one| one.attribute.required = !to.is_empty())) }
                { sheet.movers(at, &format!("the attribute {}", isolated(&attribute.name)), row, (at.i, all.len()), [up, down, remove]) }
            </div>
            if one.has_choices() { { choices(sheet, at, one) } }
            <div class="schema-fields">{ default(sheet, at, one) }{ condition(sheet, at, one, all) }</div>
        </div></li>
    }
}

fn rename(work: &mut Work, at: At, to: &str) {
    work.draft.rename_attribute(at.part, at.i, to);
}

fn set_kind(work: &mut Work, at: At, to: &str) {
    let Some(kind) = AttributeKind::ALL.into_iter().find(|kind| kind.name() == to) else { return };
    on_attribute(work, at, |one| one.attribute.kind = kind);
    if work.draft.attributes(at.part).get(at.i).is_some_and(|one| one.has_choices() && one.choices.is_empty()) {
        work.draft.add_choice(at.part, at.i);
    }
}

fn up(work: &mut Work, at: At) {
    shift(work, at, at.i.saturating_sub(1), "up", "down");
}

fn down(work: &mut Work, at: At) {
    shift(work, at, at.i + 1, "down", "up");
}

fn shift(work: &mut Work, at: At, with: usize, way: &str, or_else: &str) {
    let Some(all) = work.draft.attributes_mut(at.part).filter(|all| with < all.len()) else { return };
    all.swap(at.i, with);
    let row = all[with].row;
    work.focus_on(way, row, or_else);
}

fn remove(work: &mut Work, at: At) {
    if let Some(all) = work.draft.attributes_mut(at.part) {
        let gone = all.remove(at.i);
        work.news = format!("The attribute {} is no longer asked for.", isolated(&gone.attribute.name));
    }
    work.draft.tidy(at.part);
    work.focus = vec!["[name=add-attribute]".to_owned()];
}

fn choices(sheet: &Sheet, at: At, one: &AttributeDraft) -> Html {
    let row = one.row;
    let choice = |(j, choice): (usize, &ChoiceDraft)| {
        let at = At { j, ..at };
        let what =
            format!("the choice {}", if choice.text.is_empty() { (j + 1).to_string() } else { choice.text.clone() });
        html! {
            <li key={choice.row}>
                <input type="text" name={format!("choice-{}", choice.row)} aria-label={format!("Choice {}", j + 1)} autocomplete="off"
                    ~defaultValue={choice.text.clone()} onchange={sheet.set(at, reword)} />
                { sheet.movers(at, &what, choice.row, (j, one.choices.len()), [choice_up, choice_down, remove_choice]) }
            </li>
        }
    };
    html! {
        <div class="choices" role="group" aria-label={format!("Choices of {}", one.attribute.name)}>
            <ol>{ for one.choices.iter().enumerate().map(choice) }</ol>
            <button type="button" name={format!("add-choice-{row}")} onclick={sheet.act(at, add_choice)}>{ "Add choice" }</button>
        </div>
    }
}

fn reword(work: &mut Work, at: At, to: &str) {
    work.draft.reword_choice(at.part, at.i, at.j, to);
}

fn add_choice(work: &mut Work, at: At) {
    let row = work.draft.add_choice(at.part, at.i);
    work.focus = vec![format!("[name=choice-{row}]")];
}

fn choice_up(work: &mut Work, at: At) {
    shift_choice(work, at, at.j.saturating_sub(1), "up", "down");
}

fn choice_down(work: &mut Work, at: At) {
    shift_choice(work, at, at.j + 1, "down", "up");
}

fn shift_choice(work: &mut Work, at: At, with: usize, way: &str, or_else: &str) {
    let one = work.draft.attribute_mut(at.part, at.i).filter(|one| with < one.choices.len());
    let Some(one) = one else { return };
    one.choices.swap(at.j, with);
    let row = one.choices[with].row;
    work.focus_on(way, row, or_else);
}

fn remove_choice(work: &mut Work, at: At) {
    let mut row = 0;
    on_attribute(work, at, |one| {
        one.choices.remove(at.j);
        row = one.row;
    });
    work.focus = vec![format!("[name=add-choice-{row}]")];
}

/// A value as the fields show it.
fn shown(value: Option<&AttributeValue>) -> String {
    match value {
        None => String::new(),
        Some(AttributeValue::Text(text)) => text.clone(),
        Some(AttributeValue::List(list)) => list.join("\n"),
        Some(AttributeValue::Number(number)) => crate::json::show_number(*number),
        Some(AttributeValue::YesNo(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
    }
}

/// The values that an attribute can have, where these can be listed.
fn values(one: &AttributeDraft) -> Option<Vec<(String, String)>> {
    match one.attribute.kind {
        AttributeKind::YesNo => Some(entries(["yes", "no"].into_iter())),
        _ if one.has_choices() => {
            Some(entries(one.choices.iter().map(|choice| choice.text.as_str()).filter(|text| !text.is_empty())))
        }
        _ => None,
    }
}

/// What a new tag gets.
fn default(sheet: &Sheet, at: At, one: &AttributeDraft) -> Html {
    let name = format!("default-{}", one.row);
    let now = shown(one.attribute.default.as_ref());
    match (one.attribute.kind, values(one)) {
        (AttributeKind::Entity, _) => Html::default(),
        (AttributeKind::MultipleChoice, _) => {
            sheet.area(at, "A new tag has, one on each line", &name, &now, |work, at, to| {
                let list: Vec<String> = to.lines().map(|line| line.trim().to_owned()).collect();
                on_attribute(work, at, |one| one.attribute.default = Some(AttributeValue::List(list)));
            })
        }
        (_, Some(mut all)) => {
            all.insert(0, (String::new(), "nothing".to_owned()));
            sheet.select(at, "A new tag has", &name, &all, &now, set_default)
        }
        (AttributeKind::Number, None) => {
            sheet.input(at, "A new tag has", &name, ("number", "", &now), set_default, None)
        }
        _ => sheet.text(at, "A new tag has", &name, &now, set_default, None),
    }
}

fn set_default(work: &mut Work, at: At, to: &str) {
    on_attribute(work, at, |one| one.attribute.default = one.value_of(to));
}

/// When an attribute is asked for: always, or where another has a value.
fn condition(sheet: &Sheet, at: At, one: &AttributeDraft, all: &[AttributeDraft]) -> Html {
    let row = one.row;
    let others = all.iter().filter(|other| other.row != row && other.attribute.kind != AttributeKind::Entity);
    let mut names = vec![(String::new(), "always".to_owned())];
    names.extend(
        others.map(|other| (other.attribute.name.clone(), format!("only if {} is", isolated(&other.attribute.name)))),
    );
    if names.len() == 1 {
        return Html::default();
    }
    let when = one.attribute.when.as_ref();
    let on = when.map_or("", |when| &when.attribute);
    let value = all.iter().find(|other| other.attribute.name == on).map(|other| {
        let (name, now) = (format!("when-value-{row}"), shown(when.map(|when| &when.value)));
        match values(other) {
            Some(values) => sheet.select(at, "This", &name, &values, &now, set_value),
            None => sheet.text(at, "This", &name, &now, set_value, None),
        }
    });
    html! {
        <>
            { sheet.select(at, "Asked for", &format!("when-{row}"), &names, on, |work, at, to| work.draft.set_condition(at.part, at.i, to)) }
            { value.unwrap_or_default() }
        </>
    }
}

fn set_value(work: &mut Work, at: At, to: &str) {
    let all = work.draft.attributes(at.part);
    let Some(when) = all.get(at.i).and_then(|one| one.attribute.when.as_ref()) else { return };
    let value = all.iter().find(|other| other.attribute.name == when.attribute).and_then(|other| other.value_of(to));
    on_attribute(work, at, |one| {
        if let (Some(when), Some(value)) = (&mut one.attribute.when, value) {
            when.value = value;
        }
    });
}
