//! Finds descriptions that conflict with the other descriptions of the same person or body.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::descriptions::Description;
use super::nationalities::described;
use crate::analysis::parsed::ParsedArticles;
use crate::analysis::suggestions::{SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind, SuggestionReason};
use crate::analysis::{bare_name, entity_candidates};
use crate::model::{EntityId, LabelId, Project};
use crate::order;
use crate::text::TextRange;

const SCORE: f64 = 0.7;
/// How many of the other descriptions a suggestion lists.
const MOST_LISTED: usize = 3;

/// A description that conflicts with others.
struct Conflict {
    article: usize,
    range: TextRange,
    name: String,
    others: Vec<String>,
}

/// Reads the descriptions of an article and of those before it, so that [`conflicts`] finds them.
pub(super) fn prepare(parsed: &ParsedArticles, article: usize) {
    parsed.cached(|_| Known::default()).0.borrow_mut().read(parsed, article + 1);
}

/// The conflicting descriptions in an article.
pub(super) fn conflicts(parsed: &ParsedArticles, article: usize) -> Vec<Suggestion> {
    let known = parsed.cached(|_| Known::default());
    let mut known = known.0.borrow_mut();
    known.read(parsed, parsed.all().len());
    known.conflicts(parsed, article).iter().filter_map(|conflict| suggestion(parsed, conflict)).collect()
}

fn suggestion(parsed: &ParsedArticles, conflict: &Conflict) -> Option<Suggestion> {
    let article = parsed.all().get(conflict.article)?;
    let (description, others) = (article.slice(conflict.range).to_owned(), conflict.others.clone());
    Some(Suggestion {
        id: String::new(),
        kind: SuggestionKind::SameEntity,
        score: SCORE,
        reason: SuggestionReason::DescribedOtherwise {
            name: conflict.name.clone(),
            description: description.clone(),
            others: others.clone(),
        },
        label: None,
        spans: vec![SuggestedSpan::new(article.id().clone(), conflict.range)],
        value: Some(SuggestedValue::Conflict { entity: None, description, others }),
    })
}

/// The descriptions of the articles of a project.
#[derive(Default)]
struct Known(RefCell<Descriptions>);

/// The descriptions with a country or a place, in the order of the articles.
#[derive(Default)]
struct Descriptions {
    /// How many articles were read.
    articles: usize,
    /// The article of each, its descriptions, and the index among them.
    all: Vec<(usize, Rc<Vec<Description>>, usize)>,
    /// Those whose names end, and those that begin, with a word.
    by_last: BTreeMap<String, Vec<usize>>,
    by_first: BTreeMap<String, Vec<usize>>,
}

impl Descriptions {
    /// Reads the first articles, so many.
    fn read(&mut self, parsed: &ParsedArticles, count: usize) {
        while self.articles < count {
            self.add(self.articles, &described(parsed, self.articles));
            self.articles += 1;
        }
    }

    /// Adds the descriptions in an article.
    fn add(&mut self, article: usize, here: &Rc<Vec<Description>>) {
        for (at, one) in here.iter().enumerate() {
            if one.countries.is_empty() && one.places.is_empty() {
                continue;
            }
            for (index, word) in [(&mut self.by_last, one.name.last()), (&mut self.by_first, one.name.first())] {
                if let Some(word) = word {
                    index.entry(word.clone()).or_default().push(self.all.len());
                }
            }
            self.all.push((article, here.clone(), at));
        }
    }

    fn get(&self, at: usize) -> Option<(usize, &Description)> {
        let (article, here, index) = self.all.get(at)?;
        Some((*article, here.get(*index)?))
    }

    /// The other descriptions of whom one describes, in order, with their indices.
    fn same(&self, at: usize, one: &Description) -> Vec<(usize, usize, &Description)> {
        let of = |index: &BTreeMap<String, Vec<usize>>, word: Option<&String>| {
            word.and_then(|word| index.get(word)).cloned().unwrap_or_default()
        };
        let mut candidates = of(&self.by_last, one.name.last());
        candidates.extend(of(&self.by_first, one.name.first()));
        order::sort(&mut candidates);
        candidates.dedup();
        let others = candidates.into_iter().filter(|other| *other != at);
        let with_place = others.filter_map(|other| self.get(other).map(|(article, two)| (other, article, two)));
        with_place.filter(|(.., two)| one.is_of_same(two)).collect()
    }

    /// The conflicts of the descriptions in an article with all others.
    fn conflicts(&self, parsed: &ParsedArticles, article: usize) -> Vec<Conflict> {
        let is_office = |role: &str| parsed.all().first().is_some_and(|one| (one.language.is_office)(role));
        let written = |article: usize, range: TextRange| {
            parsed.all().get(article).map(|article| article.slice(range).to_owned()).unwrap_or_default()
        };
        let first = self.all.partition_point(|(of, ..)| *of < article);
        let last = self.all.partition_point(|(of, ..)| *of <= article);
        let mut conflicts = Vec::new();
        for (at, one) in (first..last).filter_map(|at| Some((at, self.get(at)?.1))) {
            let (mut against, mut supporting, mut is_last) = (Vec::new(), 0, true);
            for (other, article, two) in self.same(at, one) {
                match agreement(one, two, is_office) {
                    Some(true) => supporting += 1,
                    Some(false) => {
                        is_last &= other < at;
                        let words = written(article, two.range);
                        if !against.contains(&words) {
                            against.push(words);
                        }
                    }
                    None => {}
                }
            }
            // Of two that differ, the later one is shown.
            let is_odd = against.len() > supporting + 1 || against.len() > supporting && is_last;
            if is_odd && !against.is_empty() {
                against.truncate(MOST_LISTED);
                let name = written(article, one.written);
                conflicts.push(Conflict { article, range: one.range, name, others: against });
            }
        }
        conflicts
    }
}

/// Whether two descriptions of one person or body name the same country or place; `None` if they do not say the same kind of thing.
fn agreement(a: &Description, b: &Description, is_office: impl Fn(&str) -> bool) -> Option<bool> {
    // A nationality alone is compared with that of a role, unless the role is an office of a country; an employer with an employer.
    let is_private = |one: &Description| one.role.last().is_none_or(|role| !is_office(role));
    if (a.role.is_empty() || b.role.is_empty()) && is_private(a) && is_private(b) && !a.is_body && !b.is_body {
        return match (a.countries.as_slice(), b.countries.as_slice()) {
            ([], []) => Some(a.places.iter().any(|place| b.places.contains(place))),
            ([], _) | (_, []) => None,
            (own, others) => Some(own.iter().any(|country| others.contains(country))),
        };
    }
    let same_role = a.role.last() == b.role.last() || a.is_body && b.is_body;
    if !same_role {
        return None;
    }
    if !a.countries.is_empty() && !b.countries.is_empty() {
        return Some(a.countries.iter().any(|country| b.countries.contains(country)));
    }
    if !a.places.is_empty() && !b.places.is_empty() && a.role == b.role {
        return Some(a.places.iter().any(|place| b.places.contains(place)));
    }
    None
}

/// The conflict with the entity of the project that has the name.
pub(super) fn with_entity(project: &Project, conflict: &Suggestion) -> Suggestion {
    let mut open = conflict.clone();
    let SuggestionReason::DescribedOtherwise { name, .. } = &conflict.reason else { return open };
    if let Some(SuggestedValue::Conflict { entity, .. }) = &mut open.value {
        *entity = entity_of(project, name);
    }
    open
}

/// The best entity for a name, if any fits.
fn entity_of(project: &Project, name: &str) -> Option<EntityId> {
    let name = bare_name(name);
    let mut labels: Vec<LabelId> = project.entities().filter_map(|entity| entity.label.clone()).collect();
    order::sort(&mut labels);
    labels.dedup();
    let candidates = labels.iter().flat_map(|label| entity_candidates(project, &name, label));
    candidates.min_by_key(|one| (one.fit, usize::MAX - one.mentions)).map(|one| one.entity.id.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::tests::editor;

    fn found(texts: &[&str]) -> Vec<String> {
        let parsed = ParsedArticles::update(editor(texts).project(), &ParsedArticles::default());
        let all = (0..texts.len()).flat_map(|article| conflicts(&parsed, article));
        let words = |one: Suggestion| match one.value {
            Some(SuggestedValue::Conflict { description, others, .. }) => {
                format!("{description} / {}", others.join(", "))
            }
            _ => String::new(),
        };
        all.map(words).collect()
    }

    fn description(name: &[&str]) -> Description {
        Description {
            range: TextRange::default(),
            name: name.iter().map(|word| (*word).to_owned()).collect(),
            written: TextRange::default(),
            role: Vec::new(),
            is_body: false,
            countries: vec![1],
            places: Vec::new(),
        }
    }

    proptest! {
        #[test]
        fn the_index_has_all_descriptions_of_one_person_or_body(names in proptest::collection::vec(
            proptest::collection::vec(prop::sample::select(vec!["a", "ada", "lowe", "osei", "marlow", "claritone", "bank"]), 0..4),
            0..20,
        )) {
            let all = Rc::new(names.iter().map(|name| description(name)).collect::<Vec<_>>());
            let mut known = Descriptions::default();
            known.add(0, &all);
            for (at, one) in all.iter().enumerate() {
                let is_same = |(other, two): &(usize, &Description)| *other != at && one.is_of_same(two);
                let simply: Vec<usize> = all.iter().enumerate().filter(is_same).map(|(other, _)| other).collect();
                let found: Vec<usize> = known.same(at, one).into_iter().map(|(other, ..)| other).collect();
                prop_assert_eq!(found, simply);
            }
        }
    }

    #[test]
    fn a_country_that_only_one_article_names_conflicts() {
        let texts = [
            "The letter of UK Prime Minister Boris Johnson angered France.",
            "British Prime Minister Boris Johnson wrote to Paris.",
            "Boris Johnson, Prime Minister of France, claimed that France is to blame.",
        ];
        assert_eq!(found(&texts), ["Prime Minister of France / UK Prime Minister, British Prime Minister"]);
        assert_eq!(found(&texts[..2]), Vec::<String>::new());
    }

    #[test]
    fn companies_and_places_of_work_conflict() {
        let texts = [
            "Claritone, a Danish manufacturer, paid. Ada Osei, an analyst at Marlow Bank, agreed.",
            "The Danish company Claritone gave the money.",
            "The Swedish firm Claritone paid, said Ada Osei, an analyst at Lakeshore Trust.",
        ];
        assert_eq!(
            found(&texts),
            [
                "Swedish firm / a Danish manufacturer, Danish company",
                "an analyst at Lakeshore Trust / an analyst at Marlow Bank"
            ]
        );
    }

    #[test]
    fn nationalities_of_whom_an_article_has_named_conflict() {
        let texts = [
            "Finance Minister Luc Janssens resigned. The Dutch minister wrote a letter. Prime Minister Ann Dumont read it.",
            "Belgian Finance Minister Luc Janssens resigned.",
        ];
        assert_eq!(found(&texts), ["Belgian Finance Minister / Dutch minister"]);
        let texts = [
            "Erik Holm, 49, was convicted. The Norwegian was led away.",
            "Captain Erik Holm was convicted. The Danish captain was led away.",
        ];
        assert_eq!(found(&texts), ["Danish captain / Norwegian"]);
        let texts =
            ["Marco Serra, the Italian who trains them, left.", "Then the Spanish coach of Marlow, Marco Serra, left."];
        assert_eq!(found(&texts), ["the Spanish coach of Marlow / Italian"]);
    }

    #[test]
    fn employers_conflict_and_offices_tell_no_nationality() {
        let texts = ["Ada Osei of Marlow Securities agreed.", "Ada Osei, an analyst at Lakeshore Trust, agreed."];
        assert_eq!(found(&texts), ["an analyst at Lakeshore Trust / Marlow Securities"]);
        let texts = [
            "Anna Holm spoke. The Norwegian was tired.",
            "Swedish Prime Minister Anna Holm spoke.",
            "Tom Reed met Anna Holm. The American was tired.",
            "The French said that Anna Holm was tired.",
        ];
        assert_eq!(found(&texts), Vec::<String>::new());
    }
}
