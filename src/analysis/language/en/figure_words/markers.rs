//! Words around a figure that make it another thing than figures without them.

use crate::analysis::language::{Marks, Update};
use crate::analysis::parsed::Words;

/// Words near a price of a market or its change.
const MARKET: [&str; 22] = [
    "closed", "closing", "climbed", "dipped", "dropped", "eased", "fell", "gained", "jumped", "opened", "plunged",
    "rallied", "rose", "slid", "slipped", "slumped", "soared", "sank", "surged", "traded", "trading", "tumbled",
];

/// What the words around a figure, between its first token and the token after its last, say of it. `noun` is the token of what it counts.
pub fn marks(words: &Words, (start, end): (usize, usize), noun: Option<usize>, sentence: (usize, usize)) -> Marks {
    let before = |places: usize| if start >= sentence.0 + places { words.before(start, places) } else { "" };
    let after = |places: usize| if end + places < sentence.1 { words.at(end + places) } else { "" };
    let past_noun = noun.map_or(end, |noun| noun + 1);
    let near =
        |from: usize, to: usize, wanted: &[&str]| (from..to.min(sentence.1)).any(|at| wanted.contains(&words.at(at)));
    let left = start.saturating_sub(6).max(sentence.0);
    let is_change = |word: &str| {
        matches!(
            word,
            "rose"
                | "rise"
                | "rises"
                | "risen"
                | "fell"
                | "fall"
                | "falls"
                | "fallen"
                | "grew"
                | "grow"
                | "grown"
                | "dropped"
                | "drop"
                | "jumped"
                | "gained"
                | "lost"
                | "climbed"
                | "slipped"
                | "slid"
                | "increased"
                | "up"
                | "down"
                | "cut"
                | "surged"
                | "plunged"
                | "tumbled"
                | "declined"
        )
    };
    let is_change_noun = |word: &str| {
        matches!(
            word,
            "increase"
                | "rise"
                | "drop"
                | "fall"
                | "growth"
                | "decline"
                | "cut"
                | "reduction"
                | "jump"
                | "gain"
                | "decrease"
                | "cuts"
        )
    };
    // "19 percent less likely" adds nothing.
    let is_comparison = matches!(after(1), "likely" | "than");
    let is_more = !is_comparison && matches!(after(0), "more" | "less" | "fewer")
        || matches!(words.at(past_noun), "more" | "fewer") && past_noun < sentence.1;
    Marks {
        is_addition: after(0) == "other"
            || matches!(before(1), "another" | "further" | "additional" | "extra" | "other" | "new")
            || is_more,
        is_part: matches!(before(1), "including" | "include" | "included" | "includes")
            || before(1) == "and"
                && near(
                    start.saturating_sub(9).max(sentence.0),
                    start,
                    &["including", "include", "included", "includes"],
                )
            || before(1) == "all"
                && before(2) != "in"
                && !noun.is_some_and(|noun| matches!(words.at(noun), "people" | "passengers"))
            || words.has(past_noun, &["of", "them"])
            || words.has(past_noun, &["of", "whom"])
            || words.has(past_noun, &["of", "which"])
            || words.has(end, &["of", "the"])
            || words.has(end, &["of", "those"])
            || words.has(end, &["of", "its"])
            || words.has(end, &["of", "their"])
            || words.has_before(start, &["of", "which"])
            || words.has_before(start, &["of", "whom"])
            || near(start.saturating_sub(9).max(sentence.0), start, &["among", "amongst"])
            || words.has_before(start, &["including", "the"])
            || words.has_before(start, &["them", ","])
            || words.has_before(start, &["group", "of"]),
        is_start: before(1) == "from"
            && (start..sentence.1).any(|at| words.at(at) == "to")
            && near(
                left,
                start,
                &[
                    "rose",
                    "fell",
                    "up",
                    "down",
                    "grew",
                    "increased",
                    "raised",
                    "cut",
                    "dropped",
                    "lowered",
                    "climbed",
                    "rise",
                    "fall",
                ],
            )
            || matches!((before(2), before(1)), ("up" | "down", "from")),
        is_change: before(1) == "by" && !near(end, end + 2, &["votes"])
            || is_change(before(1)) && before(1) != "lost"
            || is_change_noun(after(0))
            || is_change_noun(after(1)) && after(0) != "of",
        is_rate: near(end, past_noun + 4, &["per", "each", "every"])
            || matches!(words.at(past_noun), "a" | "an") && is_rate_noun(words.at(past_noun + 1)),
        is_expected: near(
            left,
            start,
            &[
                "expected",
                "expects",
                "forecast",
                "forecasts",
                "predicted",
                "target",
                "hopes",
                "promised",
                "planned",
                "aims",
                "projected",
                "goal",
                "could",
                "might",
                "may",
                "wanted",
                "intended",
                "intends",
                "hoped",
                "plans",
                "proposed",
            ],
        ),
        is_average: near(left, start, &["average", "averages", "averaged", "median", "typically", "usually", "mean"]),
        // "No more than 60bn": somebody's upper bound, which another figure may well be above.
        is_limit: words.has(start, &["no", "more", "than"])
            || words.has(start, &["not", "more", "than"])
            || near(
                start.saturating_sub(4).max(sentence.0),
                start,
                &["limit", "ceiling", "maximum", "allows", "licensed", "permitted", "capacity", "cap"],
            ),
        is_severe: near(end, past_noun + 4, &["critically", "seriously", "severely", "serious", "critical"]),
        is_market: near(start.saturating_sub(8).max(sentence.0), past_noun + 8, &MARKET)
            && near(
                sentence.0,
                sentence.1,
                &["share", "shares", "stock", "stocks", "index", "trading", "traders", "market"],
            ),
        is_feared: near(left, past_noun + 5, &["feared", "presumed", "believed", "suspected"]),
    }
}

fn is_rate_noun(word: &str) -> bool {
    matches!(
        word,
        "day"
            | "week"
            | "month"
            | "year"
            | "hour"
            | "minute"
            | "person"
            | "head"
            | "share"
            | "barrel"
            | "litre"
            | "tonne"
            | "piece"
            | "time"
            | "night"
            | "game"
    )
}

/// Whether a sentence gives a figure that no longer holds, or the one that replaces it.
pub fn update(words: &Words, (start, end): (usize, usize)) -> Option<Update> {
    let has = |wanted: &[&str]| (start..end).any(|at| wanted.contains(&words.at(at)));
    if has(&["originally", "initially"])
        || (start..end).any(|at| words.has(at, &["at", "first"]) || words.has(at, &["first", "reported"]))
    {
        return Some(Update::Former);
    }
    has(&["later", "revised", "corrected", "updated", "subsequently", "since"]).then_some(Update::Newer)
}

/// The noun that a number follows with "of": "a crew of 23", but not "a total of 23"; or without: "magnitude 3.1".
pub fn noun_before(words: &Words, start: usize) -> Option<usize> {
    let is_scale = |word: &str| matches!(word, "magnitude" | "category" | "grade" | "level");
    if let Some(noun) = start.checked_sub(1).filter(|&noun| is_scale(words.at(noun))) {
        return Some(noun);
    }
    let noun = start.checked_sub(2).filter(|&noun| words.at(noun + 1) == "of" && words.is_letters(noun))?;
    let is_measure = matches!(
        words.at(noun),
        "total"
            | "number"
            | "toll"
            | "count"
            | "figure"
            | "loss"
            | "record"
            | "average"
            | "tally"
            | "deaths"
            | "killing"
            | "majority"
            | "crowd"
            | "group"
    );
    (!is_measure).then_some(noun)
}

/// Whether the words before a figure make it the sum of what was told before: "that brings the total to".
pub fn is_total(words: &Words, (start, end): (usize, usize)) -> bool {
    (start..end).any(|at| words.at(at) == "total")
}
