//! Numbers that count nothing: in names, lists, and fixed phrases.

use super::counted::{counted_noun, is_function_word};
use crate::analysis::figures::{Form, NumberPhrase};
use crate::analysis::parsed::Words;

/// Nouns that are followed by a number that tells which one. Sorted.
#[rustfmt::skip]
const NUMBERED: [&str; 63] = [
    "act", "airbus", "annex", "apollo", "appendix", "area", "article", "block", "boeing", "category", "cell", "chapter",
    "class", "clause", "covid", "day", "division", "episode", "exhibit", "figure", "flight", "floor", "formula", "game", "gate",
    "grade", "group", "highway", "interstate", "item", "junction", "lane", "leg", "level", "line", "match", "motion", "no",
    "number", "page", "part", "phase", "platform", "point", "proposition", "protocol", "resolution", "room", "round", "route",
    "rule", "season", "section", "stage", "step", "table", "terminal", "tier", "type", "unit", "version", "volume", "ward",
];

/// What may follow a number directly in place of a noun: "27 dead".
#[rustfmt::skip]
const STATES: [&str; 14] = [
    "arrested", "charged", "dead", "detained", "died", "drowned", "hurt", "injured", "killed", "missing", "rescued", "sick",
    "unaccounted", "wounded",
];

/// Whether a number without a unit is an identifier, part of a name, of a list or of a fixed phrase.
pub fn is_no_figure(words: &Words, at: usize, phrase: &NumberPhrase, has_hedge: bool, is_title: bool) -> bool {
    if phrase.form == Form::Words {
        return is_fixed_phrase(words, at, phrase, is_title);
    }
    let before = words.before(at, 1);
    let after = words.at(phrase.end);
    let is_list_item = words.begins_block(at) && matches!(after, "." | ")" | ":") && words.is_glued(phrase.end);
    let is_joined = words.is_glued(at) && matches!(before, "#" | "@" | "/" | "_" | "=" | "." | "\\" | "&" | "*" | "^");
    let begins_joined = matches!(after, "/" | "\\" | "@" | "_" | "=") && words.is_glued(phrase.end);
    let is_phone = before == "+" || run_of_numbers(words, at) > 2;
    let is_numbered =
        NUMBERED.contains(&before) && !has_hedge && !words.begins_block(at) || words.has_before(at, &["no", "."]);
    if is_list_item || is_joined || begins_joined || is_phone || is_numbered {
        return true;
    }
    // "Channel 4 said", "Boeing 737": part of a name, unless something counted follows.
    let in_name =
        at > 0 && words.is_capital(at - 1) && !is_function_word(before) && !words.begins_block(at) && !is_title;
    in_name && !has_hedge && counted_noun(words, phrase.end, phrase.amount).is_none() && !STATES.contains(&after)
}

/// How many words in digits stand in a row around a token.
fn run_of_numbers(words: &Words, at: usize) -> usize {
    let before = (0..at).rev().take(3).take_while(|&at| words.is_number(at) && !words.begins_block(at + 1)).count();
    let after = (at..at + 3).take_while(|&at| words.is_number(at) && (!words.begins_block(at) || before == 0)).count();
    before + after
}

/// Whether a number in words is part of a fixed phrase ("one another", "no one", "one day") or of a name ("Six Nations").
fn is_fixed_phrase(words: &Words, at: usize, phrase: &NumberPhrase, is_title: bool) -> bool {
    let next_is_name = words.is_capital(phrase.end) && words.is_capital(at) && !words.begins_block(at) && !is_title;
    let is_first = at == 0 || matches!(words.before(at, 1), "." | "!" | "?" | "“" | "\"" | ":");
    if next_is_name && !is_first {
        return true;
    }
    let is_one = phrase.end == at + 1 && words.at(at) == "one";
    if is_one {
        !is_one_counted(words, at)
    } else {
        words.has_before(at, &["in"]) && words.at(at) == "two" && !words.is_letters(at + 1)
    }
}

/// Whether "one" counts something: "one girl", "one of them", but not "no one", "one day", "the one who".
fn is_one_counted(words: &Words, at: usize) -> bool {
    let (before, next) = (words.before(at, 1), words.at(at + 1));
    let is_pronoun = matches!(
        before,
        "no" | "any"
            | "some"
            | "every"
            | "each"
            | "this"
            | "that"
            | "which"
            | "another"
            | "the"
            | "a"
            | "an"
            | "number"
            | "day"
            | "year"
            | "square"
            | "phase"
            | "part"
            | "to"
            | "these"
            | "big"
            | "new"
            | "formula"
    );
    if next == "of" {
        return !matches!(before, "no" | "any" | "every" | "each" | "this" | "that" | "the" | "which")
            && !words.has(at + 1, &["of", "a"]);
    }
    let is_phrase = matches!(
        next,
        "another"
            | "day"
            | "another's"
            | "way"
            | "thing"
            | "who"
            | "that"
            | "which"
            | "can"
            | "should"
            | "must"
            | "side"
            | "hand"
            | "point"
            | "or"
            | "by"
            | "and"
            | "to"
            | "time"
            | "more"
            | "last"
            | "moment"
            | "such"
            | "where"
            | "is"
            | "was"
            | "could"
            | "might"
            | "would"
            | "may"
    );
    if is_pronoun || is_phrase {
        return false;
    }
    words.is_letters(at + 1) && !is_function_word(next) && !words.is_glued(at + 1)
}
