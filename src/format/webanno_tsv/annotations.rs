//! Puts the annotations of a file together from the cells of its rows.

use std::collections::{BTreeMap, HashMap};

use super::escape::{chain_suffix, split, suffix, unescape_value};
use super::header::{Column, Layer, LayerKind};
use super::rows::{Rows, Unit};

/// An annotation of a range.
#[derive(Debug)]
pub(super) struct Span {
    pub(super) line: usize,
    /// The index of the layer; none for a token that a relation refers to.
    pub(super) layer: Option<usize>,
    pub(super) range: (u32, u32),
    /// The covered text, if it is that of one row.
    pub(super) covered: Option<String>,
    /// The features that have a value.
    pub(super) features: Vec<(String, String)>,
}

/// A relation, or a link of a slot or chain.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) line: usize,
    pub(super) layer: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    /// The features that have a value.
    pub(super) features: Vec<(String, String)>,
    /// The role of a slot, or the name of its feature.
    pub(super) role: Option<String>,
}

/// All annotations of a file.
#[derive(Debug, Default)]
pub(super) struct Annotations {
    pub(super) spans: Vec<Span>,
    pub(super) links: Vec<Link>,
    /// The lines of relations and slots that refer to nothing.
    pub(super) dangling: Vec<usize>,
}

/// A reference that can be followed only when all rows are read.
struct Reference<'a> {
    line: usize,
    layer: usize,
    /// The type that the source or target has.
    base: &'a str,
    /// The id of its row, and its number if it has one.
    at: (&'a str, Option<u32>),
    /// The other end: the row in which the reference is, and its number, or the annotation.
    here: Here<'a>,
    features: Vec<(String, String)>,
    role: Option<String>,
}

enum Here<'a> {
    /// The target of a relation.
    Target(&'a str, Option<u32>),
    /// The host of a slot.
    Host(usize),
}

/// The feature of a chain's links, and that of its ranges.
const CHAIN_RELATION: &str = "referenceRelation";
const CHAIN_TYPE: &str = "referenceType";

struct Reader<'a> {
    rows: &'a Rows<'a>,
    found: Annotations,
    /// Annotations by their numbers, which are unique in the file.
    numbered: HashMap<u32, usize>,
    /// Annotations by layer and row.
    by_row: HashMap<(usize, &'a str), Vec<usize>>,
    /// The rows by their ids.
    units: HashMap<&'a str, &'a Unit<'a>>,
    /// Tokens that relations refer to, by row.
    tokens: HashMap<&'a str, usize>,
    /// The ranges of chains, by layer, chain and place, with the name of the link to the next.
    chains: BTreeMap<(usize, u32, u32), (usize, Option<String>)>,
    references: Vec<Reference<'a>>,
}

/// Puts the annotations together.
pub(super) fn annotations(rows: &Rows<'_>) -> Annotations {
    let mut reader = Reader {
        rows,
        found: Annotations::default(),
        numbered: HashMap::new(),
        by_row: HashMap::new(),
        units: rows.units.iter().map(|unit| (unit.id, unit)).collect(),
        tokens: HashMap::new(),
        chains: BTreeMap::new(),
        references: Vec::new(),
    };
    for unit in &rows.units {
        for (index, layer) in rows.layers.iter().enumerate() {
            match layer.kind {
                LayerKind::Spans => reader.read_spans(unit, index, layer),
                LayerKind::Relations => reader.read_relations(unit, index, layer),
                LayerKind::Chains => reader.read_chains(unit, index, layer),
            }
        }
    }
    reader.follow_references();
    reader.link_chains();
    reader.found
}

/// The stacked values of a cell; none if it has none.
fn stacked(cell: &str) -> Vec<&str> {
    if cell == "_" { Vec::new() } else { split(cell, '|') }
}

/// A value that is not `*` or `_`.
fn set(value: &str) -> Option<String> {
    (value != "*" && value != "_").then(|| unescape_value(value))
}

impl<'a> Reader<'a> {
    /// The columns of a layer in a row, each with its stacked values.
    fn columns(unit: &'a Unit<'a>, layer: &'a Layer) -> Vec<(&'a Column, Vec<&'a str>)> {
        let cells = unit.cells.iter().skip(layer.first);
        layer.columns.iter().zip(cells).map(|(column, cell)| (column, stacked(cell))).collect()
    }

    fn read_spans(&mut self, unit: &'a Unit<'a>, index: usize, layer: &'a Layer) {
        let columns = Self::columns(unit, layer);
        let count = columns.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
        for at in 0..count {
            let value = |values: &Vec<&'a str>| values.get(at).copied().unwrap_or("_");
            let is_target = |column: &Column| matches!(column, Column::Targets(_));
            let numbers = columns.iter().filter(|(column, _)| !is_target(column));
            let number: Option<u32> =
                numbers.filter_map(|(_, values)| suffix(value(values)).1).find_map(|number| number.parse().ok());
            if let Some(&known) = number.and_then(|number| self.numbered.get(&number)) {
                self.extend(known, unit, index);
                continue;
            }
            let mut features = Vec::new();
            for (column, values) in &columns {
                if let (Column::Feature(name), Some(text)) = (column, set(suffix(value(values)).0)) {
                    features.push((name.clone(), text));
                }
            }
            let span = self.add(unit, Some(index), features);
            if let Some(number) = number {
                self.numbered.insert(number, span);
            }
            for pair in columns.windows(2) {
                if let [(Column::Roles(feature), roles), (Column::Targets(base), targets)] = pair {
                    let (roles, targets) = (suffix(value(roles)).0, value(targets));
                    self.add_slots(unit, (index, span), (feature, base), roles, targets);
                }
            }
        }
    }

    fn add(&mut self, unit: &'a Unit<'a>, layer: Option<usize>, features: Vec<(String, String)>) -> usize {
        let covered = (!unit.covered.is_empty()).then(|| unit.covered.to_owned());
        self.found.spans.push(Span { line: unit.line, layer, range: unit.range, covered, features });
        let index = self.found.spans.len() - 1;
        if let Some(layer) = layer {
            self.by_row.entry((layer, unit.id)).or_default().push(index);
        }
        index
    }

    /// Widens an annotation to a further row.
    fn extend(&mut self, span: usize, unit: &'a Unit<'a>, layer: usize) {
        let of_row = self.by_row.entry((layer, unit.id)).or_default();
        if !of_row.contains(&span) {
            of_row.push(span);
        }
        if let Some(span) = self.found.spans.get_mut(span) {
            span.range = (span.range.0.min(unit.range.0), span.range.1.max(unit.range.1));
            span.covered = None;
        }
    }

    fn add_slots(
        &mut self,
        unit: &'a Unit<'a>,
        (layer, host): (usize, usize),
        (feature, base): (&'a str, &'a str),
        roles: &'a str,
        targets: &'a str,
    ) {
        let roles = split(roles, ';');
        for (at, target) in split(targets, ';').into_iter().enumerate() {
            if target == "*" || target == "_" {
                continue;
            }
            let (row, number) = suffix(target);
            let role = roles.get(at).and_then(|role| set(role)).unwrap_or_else(|| feature.to_owned());
            self.references.push(Reference {
                line: unit.line,
                layer,
                base,
                at: (row, number.and_then(|number| number.parse().ok())),
                here: Here::Host(host),
                features: Vec::new(),
                role: Some(role),
            });
        }
    }

    fn read_relations(&mut self, unit: &'a Unit<'a>, layer_index: usize, layer: &'a Layer) {
        let columns = Self::columns(unit, layer);
        let Some((Column::Source(base), sources)) = columns.last() else { return };
        for (at, source) in sources.iter().enumerate() {
            let (row, numbers) = suffix(source);
            let (from, to) = numbers.and_then(|numbers| numbers.split_once('_')).unwrap_or(("0", "0"));
            let number = |text: &str| text.parse().ok().filter(|number| *number > 0);
            let mut features = Vec::new();
            for (column, values) in &columns {
                let value = values.get(at).copied().unwrap_or("_");
                if let (Column::Feature(name), Some(text)) = (column, set(value)) {
                    features.push((name.clone(), text));
                }
            }
            self.references.push(Reference {
                line: unit.line,
                layer: layer_index,
                base,
                at: (row, number(from)),
                here: Here::Target(unit.id, number(to)),
                features,
                role: None,
            });
        }
    }

    /// The annotation that a reference means. Tokens, to which relations may refer, become annotations then.
    fn resolve(&mut self, base: &str, row: &'a str, number: Option<u32>) -> Option<usize> {
        if let Some(number) = number {
            return self.numbered.get(&number).copied();
        }
        let rows = self.rows;
        let layers = rows.layers.iter().enumerate();
        let spans = layers.filter(|(_, layer)| layer.kind == LayerKind::Spans);
        let mut matching = spans.filter(|(_, layer)| layer.name == base || base == ANY);
        let found = matching.find_map(|(index, _)| self.by_row.get(&(index, row))?.first().copied());
        if found.is_some() {
            return found;
        }
        if let Some(&known) = self.tokens.get(row) {
            return Some(known);
        }
        let unit = self.units.get(row).copied()?;
        let token = self.add(unit, None, Vec::new());
        self.tokens.insert(row, token);
        Some(token)
    }

    fn follow_references(&mut self) {
        for reference in std::mem::take(&mut self.references) {
            let Reference { line, layer, base, at: (row, number), here, features, role } = reference;
            let there = self.resolve(base, row, number);
            let ends = match here {
                Here::Host(host) => there.map(|target| (host, target)),
                Here::Target(row, number) => there.zip(self.resolve(base, row, number)),
            };
            match ends {
                Some((from, to)) => self.found.links.push(Link { line, layer, from, to, features, role }),
                None => self.found.dangling.push(line),
            }
        }
    }

    fn read_chains(&mut self, unit: &'a Unit<'a>, index: usize, layer: &'a Layer) {
        let columns = Self::columns(unit, layer);
        let of = |wanted: &str| {
            let is_wanted = |column: &Column| matches!(column, Column::Feature(name) if name == wanted);
            columns
                .iter()
                .find(|(column, _)| is_wanted(column))
                .map(|(_, values)| values.as_slice())
                .unwrap_or_default()
        };
        let (links, types) = (of(CHAIN_RELATION), of(CHAIN_TYPE));
        for (at, link) in links.iter().enumerate() {
            let Some((relation, chain, place)) = chain_suffix(link) else { continue };
            if let Some((known, _)) = self.chains.get(&(index, chain, place)) {
                self.extend(*known, unit, index);
                continue;
            }
            let kind = types.get(at).and_then(|kind| set(suffix(kind).0));
            let features = kind.map(|kind| (CHAIN_TYPE.to_owned(), kind)).into_iter().collect();
            let span = self.add(unit, Some(index), features);
            self.chains.insert((index, chain, place), (span, set(relation)));
        }
    }

    /// Links each range of a chain to the next.
    fn link_chains(&mut self) {
        let all: Vec<_> = std::mem::take(&mut self.chains).into_iter().collect();
        for pair in all.windows(2) {
            let [((layer, chain, _), (from, name)), ((next_layer, next_chain, _), (to, _))] = pair else { continue };
            if (layer, chain) != (next_layer, next_chain) {
                continue;
            }
            let features = name.iter().map(|name| (CHAIN_RELATION.to_owned(), name.clone())).collect();
            let line = self.found.spans.get(*to).map_or(0, |span| span.line);
            self.found.links.push(Link { line, layer: *layer, from: *from, to: *to, features, role: None });
        }
    }
}

/// The type of all annotations of ranges.
const ANY: &str = "uima.tcas.Annotation";
