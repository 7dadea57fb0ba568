//! Where relations are drawn, measured on the page as it is.

use std::rc::Rc;

use crate::app::messages::relations as words;
use crate::model::{AnnotationId, Project, Relation, RelationId};
use crate::web::clock;

use super::curve::{curve, middle_of};
use super::visible::{Visible, visible};

/// More lines than these are a tangle, and more chips cover the text; the inspector lists all.
const MAX_LINES: usize = 6;
const MAX_CHIPS: usize = 6;
/// The height of a chip with the gap below it, in CSS pixels, as in `style/links.css`; on touch screens as in `style/touch.css`.
const CHIP: f64 = 29.0;
const TOUCH_CHIP: f64 = 47.0;
/// A margin of so many CSS pixels beside the text has room for chips.
const WIDE_MARGIN: f64 = 200.0;
/// CSS pixels between a chip and the edge of its column.
const GAP: f64 = 8.0;
/// How many characters of a tag's text are shown.
const SHOWN: usize = 70;
/// Half the width of a character of a line's name, in CSS pixels.
const HALF_CHARACTER: f64 = 3.7;

/// A relation as it is seen from one of its ends.
#[derive(Clone, PartialEq)]
pub(super) struct Seen {
    relation: Rc<Relation>,
    near: AnnotationId,
    far: AnnotationId,
    outwards: bool,
}

/// A relation whose two ends can be seen.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    pub(super) id: RelationId,
    pub(super) far: AnnotationId,
    /// An SVG path from the near end to the far one.
    pub(super) path: String,
    /// Where its name is.
    pub(super) middle: (i32, i32),
    /// Whether there is an arrow head at the near end.
    pub(super) tip_near: bool,
    /// Whether there is an arrow head at the far end.
    pub(super) tip_far: bool,
    pub(super) name: String,
    pub(super) title: String,
}

/// A relation whose far end cannot be seen.
#[derive(Clone, PartialEq)]
pub(super) struct Chip {
    pub(super) id: RelationId,
    pub(super) far: AnnotationId,
    pub(super) name: String,
    pub(super) text: String,
    pub(super) place: String,
}

/// What is drawn.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Drawing {
    pub(super) lines: Vec<Line>,
    pub(super) chips: Vec<Chip>,
    /// How many relations are not drawn.
    pub(super) more: usize,
    /// Where the chips are, and how wide they may be, in CSS pixels of the window.
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
}

/// The relations of the first of these annotations that has any, else of the selected one.
pub(super) fn relations_of(project: &Project, hovered: &[AnnotationId], selected: Option<&AnnotationId>) -> Vec<Seen> {
    let seen_from = |near: &AnnotationId| -> Vec<Seen> {
        let seen = |relation: &Rc<Relation>| {
            let outwards = &relation.from == near;
            let far = if outwards { relation.to.clone() } else { relation.from.clone() };
            Seen { relation: relation.clone(), near: near.clone(), far, outwards }
        };
        project.relations_of(near).map(seen).collect()
    };
    let of_hovered = hovered.iter().map(seen_from).find(|seen| !seen.is_empty());
    of_hovered.or_else(|| selected.map(seen_from)).unwrap_or_default()
}

/// Where the relations are on the page now.
pub(super) fn measure(project: &Project, relations: &[Seen]) -> Drawing {
    let mut drawing = Drawing::default();
    let Some(near) = relations.first().and_then(|seen| visible(project, &seen.near)) else { return drawing };
    for seen in relations {
        match visible(project, &seen.far) {
            Some(far) if drawing.lines.len() < MAX_LINES => drawing.lines.push(line(project, seen, &near, &far)),
            None if drawing.chips.len() < MAX_CHIPS => drawing.chips.push(chip(project, seen)),
            _ => drawing.more += 1,
        }
    }
    place_chips(&mut drawing, &near);
    drawing
}

/// Beside the tag where the column has a wide margin; else at its lower edge, or the upper one if the tag is low.
fn place_chips(drawing: &mut Drawing, near: &Visible) {
    let Visible { rect, frame, text_right } = near;
    let chip = if clock::matches_media("(pointer: coarse)") { TOUCH_CHIP } else { CHIP };
    let height = chip * (drawing.chips.len() + usize::from(drawing.more > 0)) as f64;
    let free = frame.right - text_right;
    let low = frame.bottom - height - GAP;
    let (left, top, width) = if free >= WIDE_MARGIN {
        (text_right - GAP, rect.top.min(low).max(frame.top + GAP), free - GAP)
    } else {
        let top = if rect.bottom + GAP > low { frame.top + GAP } else { low };
        (frame.left + GAP, top, frame.width() - 3.0 * GAP)
    };
    (drawing.left, drawing.top, drawing.width) = (left.round() as i32, top.round() as i32, width.round() as i32);
}

fn chip(project: &Project, seen: &Seen) -> Chip {
    let kind = &seen.relation.kind;
    let name = words::with_arrow(&project.relation_type_name(kind), words::arrow(project, kind, seen.outwards));
    let [near, far] = [&seen.near, &seen.far].map(|id| project.annotation(id));
    let text = words::quoted_tag(project, &seen.far, SHOWN);
    let place = match (near, far) {
        (Some(near), Some(far)) if near.article == far.article && far.start() < near.start() => words::ABOVE.to_owned(),
        (Some(near), Some(far)) if near.article == far.article => words::BELOW.to_owned(),
        (_, far) => far.and_then(|far| project.article(&far.article)).map(|one| one.title.clone()).unwrap_or_default(),
    };
    Chip { id: seen.relation.id.clone(), far: seen.far.clone(), name, text, place }
}

fn line(project: &Project, seen: &Seen, near: &Visible, far: &Visible) -> Line {
    let kind = &seen.relation.kind;
    let name = project.relation_type_name(kind);
    let arrow = words::arrow(project, kind, seen.outwards);
    let points = curve(near, far);
    let (x, y) = middle_of(points);
    let [start, bend_out, bend_in, end] = points.map(|(x, y)| format!("{} {}", x.round() as i32, y.round() as i32));
    // A name at the edge of the column stays inside of it.
    let min_x = (near.frame.left + 4.0 + HALF_CHARACTER * name.chars().count() as f64) as i32;
    Line {
        id: seen.relation.id.clone(),
        far: seen.far.clone(),
        path: format!("M{start} C{bend_out}, {bend_in}, {end}"),
        middle: (x.max(min_x), y - 4),
        tip_near: arrow == words::INWARDS,
        tip_far: arrow == words::OUTWARDS,
        title: words::line_title(&words::with_arrow(&name, arrow), &words::quoted_tag(project, &seen.far, SHOWN)),
        name,
    }
}
