//! Which labels match what was typed.

use crate::model::Schema;

/// The indexes of the labels that have a text in their name or short name, in any case; those that begin with it first.
pub fn matching(schema: &Schema, typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    let (mut at_start, mut inside) = (Vec::new(), Vec::new());
    for (i, label) in schema.labels.iter().enumerate() {
        let (name, short) = (label.name.to_lowercase(), label.short.to_lowercase());
        if name.starts_with(&typed) || short.starts_with(&typed) {
            at_start.push(i);
        } else if name.contains(&typed) || short.contains(&typed) {
            inside.push(i);
        }
    }
    at_start.extend(inside);
    at_start
}
