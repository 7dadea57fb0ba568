//! The places that the targets of an annotation select.

use super::bodies::list;
use crate::anchor::Quote;
use crate::json::{Json, JsonExt as _};

/// A place in a resource.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Selected {
    /// The IRI of the resource; empty if the target does not name one.
    pub(super) source: String,
    /// Start and end; the unit is code points by the standard, and UTF-16 in what Recogito and Hypothesis write.
    pub(super) position: Option<(u32, u32)>,
    /// The quote.
    pub(super) quote: Option<Quote>,
}

/// The places of all targets, in order.
pub(super) fn selected(annotation: &Json) -> Vec<Selected> {
    list(&annotation["target"]).into_iter().flat_map(of_target).collect()
}

fn of_target(target: &Json) -> Vec<Selected> {
    if let Some(source) = target.as_str() {
        return vec![Selected { source: source.to_owned(), ..Selected::default() }];
    }
    // Composite, List, Independents and Choice.
    if let Some(items) = target["items"].as_array() {
        return items.iter().flat_map(of_target).collect();
    }
    let source = ["source", "id", "@id", "annotation"].iter().find_map(|field| match &target[*field] {
        Json::String(source) => Some(source.clone()),
        object => object["id"].as_str().map(str::to_owned),
    });
    let source = source.unwrap_or_default();
    let selectors = list(&target["selector"]);
    // Recogito has a selector for each part of a discontinuous annotation, without a type.
    if !selectors.is_empty() && selectors.iter().all(|selector| selector["quote"].is_string()) {
        let place = |selector: &&Json| Selected {
            source: source.clone(),
            position: position(selector),
            quote: selector["quote"].as_str().map(|exact| Quote { exact: exact.to_owned(), ..Quote::default() }),
        };
        return selectors.iter().map(place).collect();
    }
    // Several selectors are alternatives for the same place.
    let mut place = Selected { source, ..Selected::default() };
    selectors.into_iter().for_each(|selector| add_selector(selector, &mut place));
    vec![place]
}

fn add_selector(selector: &Json, place: &mut Selected) {
    match selector["type"].as_str().or_else(|| selector["@type"].as_str()) {
        Some("TextPositionSelector") => {
            let found = position(selector);
            // Offsets of what refines a place count from its start.
            let inner = list(&selector["refinedBy"])
                .into_iter()
                .find_map(|inner| (inner["type"] == "TextPositionSelector").then(|| position(inner)).flatten());
            place.position = match (found, inner) {
                (Some((start, _)), Some((from, to))) => Some((start.saturating_add(from), start.saturating_add(to))),
                (found, _) => found,
            };
        }
        Some("TextQuoteSelector") => place.quote = quote(selector),
        Some("FragmentSelector") => place.position = place.position.or_else(|| fragment(selector["value"].as_str()?)),
        _ => {}
    }
}

fn position(selector: &Json) -> Option<(u32, u32)> {
    Some((selector["start"].as_u32()?, selector["end"].as_u32()?))
}

fn quote(selector: &Json) -> Option<Quote> {
    let text = |field: &str| selector[field].as_str().unwrap_or_default().to_owned();
    let exact = selector["exact"].as_str()?.to_owned();
    Some(Quote { exact, prefix: text("prefix"), suffix: text("suffix") })
}

/// The fragment of a plain text: `char=0,10` (RFC 5147, in characters).
fn fragment(value: &str) -> Option<(u32, u32)> {
    let (start, end) = value.strip_prefix("char=")?.split(';').next()?.split_once(',')?;
    Some((start.parse().ok()?, end.parse().ok()?))
}
