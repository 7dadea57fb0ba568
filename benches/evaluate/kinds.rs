//! How the suggestions of each kind are compared with what readers have marked.

use crossread::analysis::parsed::ParsedArticles;
use crossread::analysis::suggestions::{SuggestedSpan, SuggestedValue, Suggestion, SuggestionKind, Suggestions};
use crossread::edit::{Command, NewAnnotation};
use crossread::model::Project;

use crate::group::{Group, Mark, Place, stamp};
use crate::score::{Score, compare};

/// The score of a group, and descriptions of what is wrong.
type Judged = (Score, Vec<String>);

/// One comparison.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) judge: fn(&Group) -> Judged,
}

/// All comparisons.
pub(crate) const KINDS: [Kind; 10] = [
    Kind { name: "name", judge: |group| entities(group, |label| !matches!(label, "Date" | "Quantity")) },
    Kind { name: "date", judge: |group| entities(group, |label| label == "Date") },
    Kind { name: "quantity", judge: |group| entities(group, |label| label == "Quantity") },
    Kind { name: "sameEntity", judge: same_entity },
    Kind { name: "conflict", judge: conflicts },
    Kind { name: "claim", judge: claims },
    Kind { name: "speaker", judge: speakers },
    Kind { name: "repeat", judge: |group| pairs(group, SuggestionKind::Repeat, &group.repeats) },
    Kind { name: "number", judge: numbers },
    Kind { name: "relation", judge: relations },
];

fn open(project: &Project, kind: SuggestionKind) -> Vec<Suggestion> {
    let mut suggestions = Suggestions::default();
    suggestions.update(project);
    let mut open = suggestions.open(project);
    open.retain(|one| one.kind == kind);
    open
}

fn place(span: &SuggestedSpan) -> Place {
    Place { article: span.article.clone(), range: span.range }
}

fn judge<S, G>(
    suggested: &[S],
    marked: &[G],
    fits: impl Fn(&S, &G) -> bool,
    describe: &(impl Fn(&S) -> String, impl Fn(&G) -> String),
) -> Judged {
    let wrong = suggested
        .iter()
        .filter(|one| !marked.iter().any(|gold| fits(one, gold)))
        .map(|one| format!("wrong:  {}", describe.0(one)));
    let missing = marked
        .iter()
        .filter(|gold| !suggested.iter().any(|one| fits(one, gold)))
        .map(|gold| format!("missed: {}", describe.1(gold)));
    let mistakes = wrong.chain(missing).collect();
    (compare(suggested, marked, fits), mistakes)
}

fn shown(group: &Group, place: &Place) -> String {
    let words = group.words(place).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}@{} “{words}”", place.article, place.range.start().0)
}

fn entities(group: &Group, is_wanted: fn(&str) -> bool) -> Judged {
    let label = |one: &Suggestion| one.label.as_ref().map(|label| label.as_str().to_owned()).unwrap_or_default();
    let open = open(group.project(), SuggestionKind::Entity);
    let suggested: Vec<(Place, String)> = open
        .iter()
        .filter_map(|one| Some((place(one.spans.first()?), label(one))))
        .filter(|one| is_wanted(&one.1))
        .collect();
    let marked: Vec<&Mark> = group.marks.iter().filter(|mark| is_wanted(&mark.label)).collect();
    judge(
        &suggested,
        &marked,
        |one, gold| one.0 == gold.place && one.1 == gold.label,
        &(
            |one| format!("{} {}", one.1, shown(group, &one.0)),
            |gold| format!("{} {}", gold.label, shown(group, &gold.place)),
        ),
    )
}

/// Pairs of mentions, in a project where all names are tagged.
fn same_entity(group: &Group) -> Judged {
    let mut editor = group.editor.clone();
    let named: Vec<&Mark> = group.marks.iter().filter(|mark| mark.key.is_some()).collect();
    let tags = named
        .iter()
        .map(|mark| NewAnnotation::tag(mark.place.article.clone(), mark.place.range, mark.label.as_str().into()));
    editor.perform(Command::AnnotateAll(tags.collect()), stamp()).expect("tags");
    let mut suggested = Vec::new();
    for one in open(editor.project(), SuggestionKind::SameEntity) {
        if !matches!(one.value, Some(SuggestedValue::Conflict { .. })) {
            let places: Vec<Place> = one.spans.iter().map(place).collect();
            suggested.extend(all_pairs(&places));
        }
    }
    let mut marked = Vec::new();
    for (i, first) in named.iter().enumerate() {
        let same = named[i + 1..].iter().filter(|second| second.key == first.key);
        marked.extend(same.map(|second| ordered(first.place.clone(), second.place.clone())));
    }
    let describe = |pair: &(Place, Place)| format!("{} = {}", shown(group, &pair.0), shown(group, &pair.1));
    judge(&suggested, &marked, |one, gold| one == gold, &(describe, describe))
}

/// Descriptions that conflict with others of the same person or body.
fn conflicts(group: &Group) -> Judged {
    let mut open = open(group.project(), SuggestionKind::SameEntity);
    open.retain(|one| matches!(one.value, Some(SuggestedValue::Conflict { .. })));
    let suggested: Vec<Place> = open.iter().filter_map(|one| one.spans.first()).map(place).collect();
    judge(&suggested, &group.conflicts, Place::overlaps, &(|one| shown(group, one), |gold| shown(group, gold)))
}

fn all_pairs(places: &[Place]) -> Vec<(Place, Place)> {
    let with_later = |i: usize| places[i + 1..].iter().map(move |second| ordered(places[i].clone(), second.clone()));
    (0..places.len()).flat_map(with_later).collect()
}

fn ordered(first: Place, second: Place) -> (Place, Place) {
    if first <= second { (first, second) } else { (second, first) }
}

/// By sentence.
fn claims(group: &Group) -> Judged {
    let parsed = ParsedArticles::update(group.project(), &ParsedArticles::default());
    let sentence = |place: &Place| {
        let article = parsed.all().iter().find(|one| *one.id() == place.article)?;
        let at = article.sentence_at(place.range.start().index())?;
        Some(Place { article: place.article.clone(), range: article.sentences[at].range })
    };
    let sentences = |places: Vec<Place>| {
        let mut found: Vec<Place> = places.iter().filter_map(sentence).collect();
        found.sort();
        found.dedup();
        found
    };
    let open = open(group.project(), SuggestionKind::Claim);
    let suggested = sentences(open.iter().filter_map(|one| one.spans.first()).map(place).collect());
    let marked = sentences(group.claims.clone());
    judge(&suggested, &marked, |one, gold| one == gold, &(|one| shown(group, one), |gold| shown(group, gold)))
}

fn speakers(group: &Group) -> Judged {
    let open = open(group.project(), SuggestionKind::Speaker);
    let suggested: Vec<(Place, Place, String)> = open
        .iter()
        .filter_map(|one| {
            let [source, content, ..] = one.spans.as_slice() else { return None };
            let Some(SuggestedValue::Speaker { name, .. }) = &one.value else { return None };
            Some((place(source), place(content), name.clone()))
        })
        .collect();
    let fits = |one: &(Place, Place, String), gold: &crate::group::Speech| {
        let name = gold.entity.as_deref().and_then(|key| group.name_of(key));
        let is_source = one.0.overlaps(&gold.source) || name.is_some_and(|name| name == one.2);
        is_source && one.1.has_half_of(&gold.content)
    };
    judge(
        &suggested,
        &group.speakers,
        fits,
        &(
            |one| format!("{} ({}): {}", shown(group, &one.0), one.2, shown(group, &one.1)),
            |gold| format!("{}: {}", shown(group, &gold.source), shown(group, &gold.content)),
        ),
    )
}

fn suggested_pairs(open: &[Suggestion]) -> Vec<(Place, Place)> {
    let sides = |one: &Suggestion| match one.spans.as_slice() {
        [first, second, ..] => Some((place(first), place(second))),
        _ => None,
    };
    open.iter().filter_map(sides).collect()
}

fn same_pair(one: &(Place, Place), gold: &(Place, Place)) -> bool {
    let straight = one.0.overlaps(&gold.0) && one.1.overlaps(&gold.1);
    straight || one.0.overlaps(&gold.1) && one.1.overlaps(&gold.0)
}

fn pairs(group: &Group, kind: SuggestionKind, marked: &[(Place, Place)]) -> Judged {
    let suggested = suggested_pairs(&open(group.project(), kind));
    let describe = |pair: &(Place, Place)| format!("{}\n            {}", shown(group, &pair.0), shown(group, &pair.1));
    judge(&suggested, marked, same_pair, &(describe, describe))
}

/// Also lists figures that are compatible and were suggested all the same.
fn numbers(group: &Group) -> Judged {
    let (score, mut mistakes) = pairs(group, SuggestionKind::Number, &group.numbers);
    let suggested = suggested_pairs(&open(group.project(), SuggestionKind::Number));
    for pair in group.compatible.iter().filter(|gold| suggested.iter().any(|one| same_pair(one, gold))) {
        mistakes.push(format!("compatible: {} and {}", shown(group, &pair.0), shown(group, &pair.1)));
    }
    (score, mistakes)
}

/// A claim as its whole sentence, which a part of it stands for, unless another claim is in the same sentence.
fn whole_claim(group: &Group, parsed: &ParsedArticles, claim: &Place) -> Place {
    let is_own = |place: &Place| !group.claims.iter().any(|other| other != claim && other.overlaps(place));
    let article = parsed.all().iter().find(|article| *article.id() == claim.article);
    let sentences = article.into_iter().flat_map(|article| &article.sentences);
    let mut around = sentences.filter(|sentence| sentence.range.contains(claim.range));
    let sentence = around.next().map(|sentence| Place { article: claim.article.clone(), range: sentence.range });
    sentence.filter(is_own).unwrap_or_else(|| claim.clone())
}

/// In a project where the claims are tagged.
fn relations(group: &Group) -> Judged {
    let mut editor = group.editor.clone();
    let parsed = ParsedArticles::update(group.project(), &ParsedArticles::default());
    let claims = group.claims.iter().map(|claim| whole_claim(group, &parsed, claim));
    let tags = claims.map(|claim| NewAnnotation::tag(claim.article, claim.range, "Claim".into()));
    editor.perform(Command::AnnotateAll(tags.collect()), stamp()).expect("tags");
    let suggested: Vec<(String, (Place, Place))> = open(editor.project(), SuggestionKind::Relation)
        .iter()
        .filter_map(|one| {
            let label = one.label.as_ref()?.as_str().to_owned();
            Some((label, suggested_pairs(std::slice::from_ref(one)).pop()?))
        })
        .collect();
    let repeats = group.repeats.iter().map(|pair| ("repeats".to_owned(), pair.clone()));
    let others = group.relations.iter().map(|one| (one.kind.clone(), (one.from.clone(), one.to.clone())));
    let marked: Vec<(String, (Place, Place))> = repeats.chain(others).collect();
    let describe = |one: &(String, (Place, Place))| {
        format!("{}: {}\n            {}", one.0, shown(group, &one.1.0), shown(group, &one.1.1))
    };
    judge(&suggested, &marked, |one, gold| one.0 == gold.0 && same_pair(&one.1, &gold.1), &(describe, describe))
}
