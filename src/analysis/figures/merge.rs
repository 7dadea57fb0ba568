//! Joins the two figures of a range.

use super::figure::Figure;
use super::hedge::Hedge;
use super::unit::Unit;
use crate::analysis::language::NumberRules;
use crate::analysis::parsed::Words;
use crate::text::TextRange;

/// The figures of a sentence, of which the two ends of a range are one: "between 40 and 50", "10 to 15 percent", "£10–£15".
pub(super) fn merged(words: &Words, rules: &NumberRules, figures: Vec<Figure>) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::with_capacity(figures.len());
    for figure in figures {
        let joined = found.last().and_then(|before| range(words, rules, before, &figure));
        match joined {
            Some(joined) => {
                found.pop();
                found.push(joined);
            }
            None => found.push(figure),
        }
    }
    found
}

fn range(words: &Words, rules: &NumberRules, first: &Figure, second: &Figure) -> Option<Figure> {
    let is_same_unit =
        first.unit == second.unit || first.unit == Unit::Count || first.unit == Unit::Age && second.unit == Unit::Count;
    let is_plain = |one: &Figure| one.high.is_none() && !one.is_vague && !one.unit.is_time();
    if !is_same_unit || !is_plain(first) || !is_plain(second) || first.noun.is_some() {
        return None;
    }
    // "10-15 million", "£2 to £3 million".
    let is_scaled_too = first.scale == 1.0 && second.scale > 1.0 && first.amount < second.amount / second.scale;
    let low = if is_scaled_too { first.amount * second.scale } else { first.amount };
    let start = (rules.range)(words, first.tokens, second.tokens, (low, second.amount))?;
    let is_score = second.unit == Unit::Count
        && second.noun.is_none()
        && words.is_glued(first.tokens.1)
        && words.at(first.tokens.1) != "to";
    let hedge = if first.hedge == Hedge::None { Hedge::Between } else { first.hedge };
    Some(Figure {
        range: TextRange::new(words.range(start).start().min(first.range.start()), second.range.end()),
        number: TextRange::new(first.number.start(), second.number.end()),
        amount: low,
        high: Some(second.amount),
        digit: if is_scaled_too { second.digit } else { first.digit.min(second.digit) },
        hedge,
        unit: if first.unit == Unit::Age {
            Unit::Age
        } else if is_score && hedge == Hedge::Between && second.scale == 1.0 {
            Unit::Score
        } else {
            second.unit
        },
        tokens: (start.min(first.tokens.0), second.tokens.1),
        ..second.clone()
    })
}
