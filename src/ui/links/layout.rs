//! Where links are drawn, measured on the page as it stands.

use std::rc::Rc;

use crate::model::{AnnotationId, Project, Relation, RelationId};
use crate::text::{TextRange, isolated};
use crate::ui::linking::{arrow, words};
use crate::ui::reader::root_of;
use crate::ui::store::State;
use crate::web::dom_text::{self, Rect};

/// More lines than these are a tangle, and more chips cover the text; the inspector lists all.
const MOST_LINES: usize = 6;
const MOST_CHIPS: usize = 6;
/// The height that a chip takes, with the gap under it, in pixels: the style sheet holds to it.
const CHIP: f64 = 29.0;
/// A margin of so many pixels beside the text has room for chips.
const ROOMY: f64 = 200.0;
const GAP: f64 = 8.0;

/// A link as it is seen from one of its ends.
pub(super) struct Link {
    relation: Rc<Relation>,
    near: AnnotationId,
    far: AnnotationId,
    outwards: bool,
}

/// A link whose two ends can be seen.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    pub(super) id: RelationId,
    pub(super) far: AnnotationId,
    /// From the near end to the far one.
    pub(super) path: String,
    pub(super) middle: (i32, i32),
    pub(super) tip_near: bool,
    pub(super) tip_far: bool,
    pub(super) name: String,
    pub(super) words: String,
}

/// A link whose far end cannot be seen.
#[derive(Clone, PartialEq)]
pub(super) struct Chip {
    pub(super) id: RelationId,
    pub(super) far: AnnotationId,
    pub(super) name: String,
    pub(super) words: String,
    pub(super) place: String,
    pub(super) title: String,
}

/// What is drawn.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Drawing {
    pub(super) lines: Vec<Line>,
    pub(super) chips: Vec<Chip>,
    /// How many links more there are.
    pub(super) more: usize,
    /// Where the chips stand, and how wide they may be.
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
}

/// The links of the hovered tags; of the selected one where none of those has any.
pub(super) fn links_of(state: &State, hovered: &[AnnotationId]) -> Vec<Link> {
    let project = state.project();
    let links = |near: &AnnotationId| -> Vec<Link> {
        let seen = |relation: &Rc<Relation>| {
            let outwards = &relation.from == near;
            let far = if outwards { relation.to.clone() } else { relation.from.clone() };
            Link { relation: relation.clone(), near: near.clone(), far, outwards }
        };
        project.relations_of(near).map(seen).collect()
    };
    let of_hovered = hovered.iter().map(links).find(|links| !links.is_empty());
    of_hovered.or_else(|| state.view.selected.as_ref().map(links)).unwrap_or_default()
}

/// What can be seen of a tag, and the frame that it is seen in.
struct Seen {
    rect: Rect,
    frame: Rect,
    /// The right edge of the text.
    text_right: f64,
}

fn seen(project: &Project, id: &AnnotationId) -> Option<Seen> {
    let annotation = project.annotation(id)?;
    let article = project.article(&annotation.article)?;
    let root = root_of(&article.id)?;
    let frame = Rect::from(root.closest(".scroller").ok().flatten()?.get_bounding_client_rect());
    let rect = dom_text::rect_of(&root, &article.text, TextRange::new(annotation.start(), annotation.end()))?;
    let clipped = Rect { top: rect.top.max(frame.top), bottom: rect.bottom.min(frame.bottom), ..rect };
    let text_right = root.get_bounding_client_rect().right();
    // Of a tag at the edge of the column, a third of a line has to be in view.
    (clipped.height() > 8.0).then_some(Seen { rect: clipped, frame, text_right })
}

/// Where links are on the page now.
pub(super) fn measure(state: &State, links: &[Link]) -> Drawing {
    let project = state.project();
    let mut drawing = Drawing::default();
    let Some(near) = links.first().and_then(|link| seen(project, &link.near)) else { return drawing };
    for link in links {
        match seen(project, &link.far) {
            Some(far) if drawing.lines.len() < MOST_LINES => drawing.lines.push(line(project, link, &near, &far)),
            None if drawing.chips.len() < MOST_CHIPS => drawing.chips.push(chip(project, link)),
            _ => drawing.more += 1,
        }
    }
    place_chips(&mut drawing, &near);
    drawing
}

/// Beside the tag where the column has a wide margin; else at its lower edge, or the upper one if the tag is low.
fn place_chips(drawing: &mut Drawing, near: &Seen) {
    let Seen { rect, frame, text_right } = near;
    let height = CHIP * (drawing.chips.len() + usize::from(drawing.more > 0)) as f64;
    let free = frame.right - text_right;
    let low = frame.bottom - height - GAP;
    let (left, top, width) = if free >= ROOMY {
        (text_right - GAP, rect.top.min(low).max(frame.top + GAP), free - GAP)
    } else {
        let top = if rect.bottom + GAP > low { frame.top + GAP } else { low };
        (frame.left + GAP, top, frame.width() - 3.0 * GAP)
    };
    (drawing.left, drawing.top, drawing.width) = (left.round() as i32, top.round() as i32, width.round() as i32);
}

fn chip(project: &Project, link: &Link) -> Chip {
    let name = project.relation_type_name(&link.relation.kind);
    let arrow = arrow(project, &link.relation.kind, link.outwards);
    let [near, far] = [&link.near, &link.far].map(|id| project.annotation(id));
    let article = far.map(|far| &far.article);
    let words = format!("“{}”", isolated(&words(project, &link.far, 70)));
    let place = match (near, far) {
        (Some(near), Some(far)) if near.article == far.article && far.start() < near.start() => "above".to_owned(),
        (Some(near), Some(far)) if near.article == far.article => "below".to_owned(),
        _ => article.and_then(|id| project.article(id)).map(|article| article.title.clone()).unwrap_or_default(),
    };
    let title = format!("{} {arrow} {words} · {}", isolated(&name), isolated(&place));
    let (id, far) = (link.relation.id.clone(), link.far.clone());
    Chip { id, far, name: [&name, " ", arrow].concat(), words, place, title }
}

fn line(project: &Project, link: &Link, near: &Seen, far: &Seen) -> Line {
    let name = project.relation_type_name(&link.relation.kind);
    let sign = arrow(project, &link.relation.kind, link.outwards);
    let words = format!("{} {sign} “{}”", isolated(&name), isolated(&words(project, &link.far, 70)));
    let [a, b, c, d] = curve(near, far);
    // The middle of a cubic curve.
    let middle = |f: fn(&(f64, f64)) -> f64| ((f(&a) + 3.0 * f(&b) + 3.0 * f(&c) + f(&d)) / 8.0).round() as i32;
    let shown = [a, b, c, d].map(|(x, y)| format!("{} {}", x.round() as i32, y.round() as i32));
    Line {
        id: link.relation.id.clone(),
        far: link.far.clone(),
        path: format!("M{} C{}, {}, {}", shown[0], shown[1], shown[2], shown[3]),
        // A name at the edge of the column stays inside of it.
        middle: (
            middle(|p| p.0).max((near.frame.left + 4.0 + 3.7 * name.chars().count() as f64) as i32),
            middle(|p| p.1) - 4,
        ),
        tip_near: sign == "←",
        tip_far: sign == "→",
        name,
        words,
    }
}

/// The points of a cubic curve from one tag to another.
fn curve(near: &Seen, far: &Seen) -> [(f64, f64); 4] {
    let (a, b) = (&near.rect, &far.rect);
    let middle = |rect: &Rect| (rect.top + rect.bottom) / 2.0;
    let (ay, by) = (middle(a), middle(b));
    if near.frame.left != far.frame.left {
        // From column to column: out of the facing sides.
        let (ax, bx) = if a.left < b.left { (a.right, b.left) } else { (a.left, b.right) };
        let bend = ((bx - ax) / 2.0).abs().max(14.0) * (bx - ax).signum();
        return [(ax, ay), (ax + bend, ay), (bx - bend, by), (bx, by)];
    }
    let is_wide = |rect: &Rect| rect.width() > 0.6 * near.frame.width() || rect.height() > 40.0;
    if is_wide(a) && is_wide(b) {
        // In one column, past the beginnings of the lines.
        let out = a.left.min(b.left) - (12.0 + (by - ay).abs() / 8.0).min(44.0);
        let out = out.max(near.frame.left + 4.0);
        return [(a.left, ay), (out, ay), (out, by), (b.left, by)];
    }
    let (ax, bx) = ((a.left + a.right) / 2.0, (b.left + b.right) / 2.0);
    if (by - ay).abs() < 20.0 {
        // On one line: over it.
        return [(ax, a.top), (ax, a.top - 24.0), (bx, b.top - 24.0), (bx, b.top)];
    }
    let (ay, by) = if ay < by { (a.bottom, b.top) } else { (a.top, b.bottom) };
    let bend = (by - ay) / 2.0;
    [(ax, ay), (ax, ay + bend), (bx, by - bend), (bx, by)]
}
