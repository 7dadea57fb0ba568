//! The relation types: name, direction, and which labels may be at either end.

use yew::prelude::*;

use super::sheet::{At, Set, Sheet, Work};
use crate::app::messages::schema::{NEW_RELATION_TYPE, problem};
use crate::edit::{Part, RelationTypeDraft};
use crate::model::{LabelId, RelationType};
use crate::text::isolated;

/// Changes the relation type of an address.
fn on_kind(work: &mut Work, at: At, change: impl FnOnce(&mut RelationType)) {
    if let Some(one) = work.draft.relation_types.get_mut(at.i) {
        change(&mut one.kind);
    }
}

/// All relation types, and the button that adds one.
pub(super) fn relation_types(sheet: &Sheet, work: &Work) -> Html {
    let at = At { part: Part::RelationTypes, i: 0, j: 0 };
    let all = &work.draft.relation_types;
    html! {
        <section key="relation-types" aria-label="Relation types">
            <h3>{ "Relation types" }</h3>
            <ul class="schema-cards">{ for all.iter().enumerate().map(|(i, one)| card(sheet, work, At { i, ..at }, one)) }</ul>
            <button type="button" name="add-relation" onclick={sheet.act(at, add)}>{ "Add relation type" }</button>
        </section>
    }
}

fn add(work: &mut Work, _: At) {
    work.draft.add_relation_type(NEW_RELATION_TYPE);
    let row = work.draft.relation_types.last().map_or(0, |one| one.row);
    work.focus = vec![format!("[name=relation-{row}]")];
}

fn card(sheet: &Sheet, work: &Work, at: At, one: &RelationTypeDraft) -> Html {
    let (kind, row) = (&one.kind, one.row);
    let name = |what: &str| format!("{what}-{row}");
    html! {
        <li key={row}><div class="schema-card" role="group" aria-label={format!("Relation type {}", kind.name)}>
            <div class="schema-fields">
                { sheet.text(at, "Name", &name("relation"), &kind.name, |work, at, to| on_kind(work, at, |kind| kind.name = to.to_owned()), work.draft.relation_problem(at.i).map(|one| problem(&one)).as_deref()) }
                { sheet.tick(at, "Symmetric", &name("symmetric"), kind.symmetric, set_symmetric) }
                { sheet.movers(at, &format!("the relation type {}", isolated(&kind.name)), row, (at.i, work.draft.relation_types.len()), [up, down, remove]) }
            </div>
            { sheet.text(at, "When to use it", &name("meaning"), &kind.description, |work, at, to| on_kind(work, at, |kind| kind.description = to.to_owned()), None) }
            if kind.symmetric {
                { ends(sheet, work, at, "Between", &kind.from, set_both) }
            } else {
                { ends(sheet, work, at, "From", &kind.from, set_from) }
                { ends(sheet, work, at, "To", &kind.to, set_to) }
            }
        </div></li>
    }
}

/// The labels at an end: a box for each, and in the heading those that are allowed.
fn ends(sheet: &Sheet, work: &Work, at: At, heading: &str, ends: &[LabelId], set: Set) -> Html {
    let labels = &work.draft.labels;
    let allowed: Vec<&str> =
        labels.iter().filter(|one| ends.contains(&one.label.id)).map(|one| one.label.name.as_str()).collect();
    let words = if ends.is_empty() { "any label".to_owned() } else { allowed.join(", ") };
    let tick = |(j, label): (usize, &crate::edit::LabelDraft)| {
        let name = format!("{heading}-{}-{j}", at.i);
        sheet.tick(At { j, ..at }, &label.label.name, &name, ends.contains(&label.label.id), set)
    };
    html! {
        <details class="ends" key={heading.to_owned()}>
            <summary>{ format!("{heading}: {words}") }</summary>
            <div role="group" aria-label={format!("{heading}; any label if none is ticked")}>{ for labels.iter().enumerate().map(tick) }</div>
        </details>
    }
}

fn set_symmetric(work: &mut Work, at: At, to: &str) {
    on_kind(work, at, |kind| {
        kind.symmetric = !to.is_empty();
        if kind.symmetric {
            // Either end may be either: what one allows, the other does too.
            if kind.from.is_empty() || kind.to.is_empty() {
                kind.from.clear();
            } else {
                let more: Vec<_> = kind.to.iter().filter(|label| !kind.from.contains(label)).cloned().collect();
                kind.from.extend(more);
            }
            kind.to = kind.from.clone();
        }
    });
}

fn set_both(work: &mut Work, at: At, to: &str) {
    set_from(work, at, to);
    on_kind(work, at, |kind| kind.to = kind.from.clone());
}

fn set_from(work: &mut Work, at: At, to: &str) {
    set_end(work, at, to, |kind| &mut kind.from);
}

fn set_to(work: &mut Work, at: At, to: &str) {
    set_end(work, at, to, |kind| &mut kind.to);
}

fn set_end(work: &mut Work, at: At, to: &str, end: fn(&mut RelationType) -> &mut Vec<LabelId>) {
    let Some(label) = work.draft.labels.get(at.j).map(|one| one.label.id.clone()) else { return };
    on_kind(work, at, |kind| {
        let end = end(kind);
        end.retain(|one| *one != label);
        if !to.is_empty() {
            end.push(label);
        }
    });
}

fn up(work: &mut Work, at: At) {
    shift(work, at, at.i.saturating_sub(1), "up", "down");
}

fn down(work: &mut Work, at: At) {
    shift(work, at, at.i + 1, "down", "up");
}

fn shift(work: &mut Work, at: At, with: usize, way: &str, or_else: &str) {
    let all = &mut work.draft.relation_types;
    if with < all.len() {
        all.swap(at.i, with);
        let row = all[with].row;
        work.focus_on(way, row, or_else);
    }
}

fn remove(work: &mut Work, at: At) {
    let gone = work.draft.relation_types.remove(at.i);
    work.news = format!("{} is no longer among the relation types.", isolated(&gone.kind.name));
    work.focus = vec!["[name=add-relation]".to_owned()];
}
