//! What the words around a name tell about its kind.

use super::kind::{NameKind, Scores};
use super::words::{Gap, Shape, Words};
use crate::analysis::language::Classes;
use crate::analysis::parsed::{Sentence, TokenKind};

use NameKind::{Location, Organization, Person};

/// Points for the kinds, by what stands around the tokens of a name, both ends included.
pub(super) fn scores(words: &Words<'_>, sentence: &Sentence, (first, last): (usize, usize)) -> Scores {
    let context = Context { words, sentence, first, last };
    let mut scores = Scores::default();
    context.before(&mut scores);
    context.after(&mut scores);
    context.apposition(&mut scores);
    if context.is_quoted() {
        scores.add(NameKind::Other, 3.5);
    }
    scores
}

struct Context<'a> {
    words: &'a Words<'a>,
    sentence: &'a Sentence,
    first: usize,
    last: usize,
}

impl<'a> Context<'a> {
    /// The text of the token that many places before the name; empty outside the sentence.
    fn text_before(&self, places: usize) -> &'a str {
        let at = self.first.checked_sub(places).filter(|&at| at >= self.sentence.tokens.0);
        at.map_or("", |at| self.words.text(at))
    }

    fn classes_before(&self, places: usize) -> Classes {
        let at = self.first.checked_sub(places).filter(|&at| at >= self.sentence.tokens.0);
        at.map_or(Classes::NONE, |at| self.words.all[at].lower)
    }

    fn index_after(&self, places: usize) -> Option<usize> {
        Some(self.last + places).filter(|&at| at < self.sentence.tokens.1)
    }

    fn text_after(&self, places: usize) -> &'a str {
        self.index_after(places).map_or("", |at| self.words.text(at))
    }

    fn classes_after(&self, places: usize) -> Classes {
        self.index_after(places).map_or(Classes::NONE, |at| self.words.all[at].lower)
    }

    /// Whether it alone is in quotation marks, as titles of works are.
    fn is_quoted(&self) -> bool {
        let closes = |text: &str| matches!(text, "”" | "\"" | "’");
        let before = self.text_before(1);
        let after = self.text_after(1);
        matches!((before, self.words.all[self.first].gap), ("“" | "\"" | "‘", Gap::None))
            && (closes(after) || matches!(after, "," | ".") && closes(self.text_after(2)))
    }

    /// Whether it is the name of a town, which may stand for a team; a country stays a country.
    fn is_town(&self) -> bool {
        let classes = self.words.all[self.first].classes;
        self.first == self.last && classes.has(Classes::PLACE) && !classes.has(Classes::COUNTRY)
    }

    fn before(&self, scores: &mut Scores) {
        let (before, second) = (self.text_before(1), self.text_before(2));
        let lower = before.to_lowercase();
        let prepositions = self.words.article.language.name_patterns.prepositions;
        if let Ok(at) = prepositions.binary_search_by(|(word, _)| (*word).cmp(lower.as_str())) {
            for (kind, points) in [Location, Organization, Person].into_iter().zip(prepositions[at].1) {
                scores.add(kind, points);
            }
        }
        let classes = self.classes_before(1);
        let is_lower = before.starts_with(char::is_lowercase);
        if classes.has(Classes::ROLE) && is_lower {
            scores.add(Person, 3.0);
        } else if classes.has(Classes::ORGANIZATION_NOUN) && is_lower {
            scores.add(Organization, 2.0);
        } else if classes.has(Classes::OTHER_NOUN) {
            scores.add(NameKind::Other, 4.5);
        } else if classes.has(Classes::SPEECH)
            && is_lower
            && !classes.has(Classes::FUNCTION)
            && classes_are_saying(before)
        {
            scores.add(Person, 1.6);
            scores.add(Organization, 0.6);
        }
        if classes.has(Classes::BEFORE_TEAM) {
            scores.add(Organization, if self.is_town() { 2.5 } else { 0.5 });
        }
        if classes.has(Classes::REGIONAL) {
            scores.add(Location, 3.5);
        }
        match lower.as_str() {
            "of" => self.before_of(scores),
            "the" => {
                scores.add(Person, -2.5);
                scores.add(Organization, 0.8);
                if second == "in" {
                    scores.add(Location, 1.0);
                }
                if second == "of" && self.classes_before(3).has(Classes::PLACE_NOUN) {
                    scores.add(Location, 1.0);
                }
            }
            "his" | "her" => scores.add(Person, 0.6),
            "a" | "an" => {
                scores.add(Person, -1.5);
                scores.add(NameKind::Other, 1.0);
            }
            _ => {}
        }
    }

    /// "the city of X", "the head of X", "north of X".
    fn before_of(&self, scores: &mut Scores) {
        let classes = self.classes_before(2);
        if classes.has(Classes::PLACE_NOUN) {
            scores.add(Location, 3.5);
        }
        if classes.has(Classes::DIRECTION) {
            scores.add(Location, 3.5);
        }
        if classes.has(Classes::ORGANIZATION_POSSESSION) {
            scores.add(Organization, 1.8);
        } else if classes.has(Classes::ROLE) {
            scores.add(Organization, 1.0);
            scores.add(Location, 0.8);
        }
        // "David Lyle of X".
        if self.words.all.get(self.first.wrapping_sub(2)).is_some_and(|word| word.shape == Shape::Capital) {
            scores.add(Organization, 1.2);
            scores.add(Location, 0.6);
        }
    }

    fn after(&self, scores: &mut Scores) {
        let (text, classes) = (self.text_after(1), self.classes_after(1));
        let is_word = self.index_after(1).is_some_and(|at| self.words.article.tokens[at].kind == TokenKind::Word);
        if is_word && classes.has(Classes::SPEECH) {
            if classes.has(Classes::FUNCTION) || !classes_are_saying(text) {
                scores.add(Person, 0.5);
                scores.add(Organization, 0.3);
            } else {
                scores.add(Person, 1.8);
                scores.add(Organization, 0.9);
            }
        }
        if classes.has(Classes::ORGANIZATION_POSSESSION) && text.starts_with(char::is_lowercase) {
            scores.add(Organization, 2.0);
        }
        if classes.has(Classes::PLACE_NOUN) && text.starts_with(char::is_lowercase) {
            scores.add(Location, 2.2);
        }
        if classes.has(Classes::AFTER_PLACE) {
            scores.add(Location, 1.0);
        }
        if classes.has(Classes::AFTER_TEAM) {
            scores.add(Organization, if self.is_town() { 4.0 } else { 1.8 });
        }
        // "the Vale manager".
        if classes.has(Classes::ROLE) && text.starts_with(char::is_lowercase) {
            scores.add(Organization, 1.2);
            scores.add(Person, -1.0);
        }
        match text {
            "who" => scores.add(Person, 2.0),
            "where" => scores.add(Location, 1.5),
            "himself" | "herself" => scores.add(Person, 3.0),
            "-based" => scores.add(Location, 3.0),
            _ => {}
        }
        if self.index_after(1).is_some_and(|at| self.words.article.tokens[at].kind == TokenKind::Possessive) {
            let owned = self.classes_after(2);
            if owned.has(Classes::ORGANIZATION_POSSESSION) {
                scores.add(Organization, 1.8);
            }
            if owned.has(Classes::PLACE_POSSESSION) {
                scores.add(Location, 1.8);
            }
            if owned.has(Classes::PERSON_POSSESSION) {
                scores.add(Person, 1.6);
            }
        }
    }

    /// ", 45,", ", who", ", a baker", ", France".
    fn apposition(&self, scores: &mut Scores) {
        let (text, second) = (self.text_after(1), self.text_after(2));
        let is_age = |text: &str| text.len() < 4 && text.parse::<u32>().is_ok_and(|age| age > 0 && age < 111);
        if text == "(" {
            if is_age(second) && self.text_after(3) == ")" {
                scores.add(Person, 3.0);
            }
            let is_acronym = self.index_after(2).is_some_and(|at| self.words.all[at].shape == Shape::Capitals);
            if is_acronym && self.text_after(3) == ")" && second.len() < 7 && self.first < self.last {
                scores.add(Organization, 2.5);
            }
        }
        if self.text_before(1) == "(" && text == ")" && self.words.all[self.first].shape == Shape::Capitals {
            scores.add(Organization, 1.0);
        }
        if text != "," {
            return;
        }
        if is_age(second) && matches!(self.text_after(3), "," | "." | "") {
            scores.add(Person, 4.5);
        }
        match second {
            "who" | "whose" => scores.add(Person, 2.5),
            "which" => scores.add(Organization, 1.5),
            "where" => scores.add(Location, 2.0),
            _ => {}
        }
        let place = self
            .index_after(2)
            .filter(|&at| self.words.all[at].classes.has(Classes::ANY_PLACE) && self.words.all[at].gap == Gap::Spaces);
        if place.is_some() && self.text_before(1) != "and" && self.text_before(1) != "," {
            scores.add(Location, 2.2);
        }
        self.described(scores);
    }

    /// The first noun of an apposition: "…, the former head of …", "…, a village near …".
    fn described(&self, scores: &mut Scores) {
        let begins = matches!(self.text_after(2), "a" | "an" | "the" | "his" | "her" | "its" | "their")
            || self.classes_after(2).has(Classes::ROLE);
        if !begins {
            return;
        }
        for places in 2..9 {
            let (text, classes) = (self.text_after(places), self.classes_after(places));
            if matches!(text, "," | "." | "" | "and" | "said") {
                return;
            }
            let next = self.classes_after(places + 1);
            // The last noun counts: "the company chairman".
            let role =
                Classes::ROLE.with(Classes::ORGANIZATION_NOUN).with(Classes::PLACE_NOUN).with(Classes::OTHER_NOUN);
            let is_owner = self
                .index_after(places + 1)
                .is_some_and(|at| self.words.article.tokens[at].kind == TokenKind::Possessive);
            if !classes.has(role) || next.has(Classes::ROLE) || is_owner {
                continue;
            }
            if classes.has(Classes::ROLE) {
                scores.add(Person, 2.8);
            } else if classes.has(Classes::ORGANIZATION_NOUN) {
                scores.add(Organization, 2.5);
            } else if classes.has(Classes::OTHER_NOUN) {
                scores.add(NameKind::Other, 3.0);
            } else {
                scores.add(Location, 2.5);
            }
            return;
        }
    }
}

/// Whether a verb is one of saying, not of being or having.
fn classes_are_saying(verb: &str) -> bool {
    !matches!(
        verb,
        "was"
            | "is"
            | "has"
            | "had"
            | "will"
            | "who"
            | "whose"
            | "would"
            | "met"
            | "won"
            | "lost"
            | "beat"
            | "arrived"
            | "joined"
            | "wants"
            | "wanted"
    )
}
