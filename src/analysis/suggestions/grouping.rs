//! Puts suggestions in the order of the texts, and into groups that are decided at once: all places of one name, or one suggestion alone.
//! Works in steps, because a large project has a hundred thousand suggestions.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use super::list::{SuggestionGroup, SuggestionList};
use super::{SuggestedLabel, Suggestion, SuggestionKind};
use crate::model::{ArticleId, Project};
use crate::order;
use crate::text::{ByteOffset, TextRange, visible_text};

/// So many suggestions are treated in one step: less than a millisecond.
const STEP: usize = 256;

type Place = (ArticleId, TextRange);
type Labels = HashMap<Place, Option<SuggestedLabel>>;

/// Puts the suggestions of a project in order and into groups, in steps, so that the caller can pause between them.
#[derive(Debug)]
pub struct Grouping {
    project: Rc<Project>,
    stage: Stage,
    /// The suggestions that are not chosen or left out yet.
    rest: std::vec::IntoIter<Suggestion>,
    /// What the former answer shares with this one.
    known: HashMap<String, Rc<Suggestion>>,
    names: Labels,
    mentions: Labels,
    predicted: HashSet<(Place, Option<SuggestedLabel>)>,
    /// The index of each article in the project.
    articles: HashMap<ArticleId, usize>,
    /// The suggestions of each article; the last ones are those without a place.
    by_article: Vec<Vec<Rc<Suggestion>>>,
    /// The index of each group among those of its kind, by its key.
    found: HashMap<String, usize>,
    groups: BTreeMap<SuggestionKind, Vec<SuggestionGroup>>,
    result: SuggestionList,
}

/// What the next step does, from which index on.
#[derive(Clone, Copy, Debug)]
enum Stage {
    /// Note which places are suggested as names and as mentions.
    Index(usize),
    /// Leave out what is suggested twice, and share what was known before.
    Choose,
    /// Sort the suggestions of an article.
    Sort(usize),
    /// Put suggestions of an article into groups: the article, and the suggestion.
    Group(usize, usize),
    Done,
}

impl Grouping {
    /// Begins with all suggestions of a project, also those that are rejected. What is unchanged since the former answer stays the same
    /// object.
    pub fn new(project: Rc<Project>, all: Vec<Suggestion>, before: &SuggestionList) -> Self {
        let known = before.open.iter().chain(&before.rejected).map(|one| (one.id.clone(), one.clone())).collect();
        let articles: HashMap<_, _> =
            project.articles().iter().enumerate().map(|(at, article)| (article.id.clone(), at)).collect();
        Self {
            stage: Stage::Index(0),
            rest: all.into_iter(),
            known,
            names: Labels::new(),
            mentions: Labels::new(),
            predicted: HashSet::new(),
            by_article: vec![Vec::new(); articles.len() + 1],
            articles,
            found: HashMap::new(),
            groups: BTreeMap::new(),
            result: SuggestionList::default(),
            project,
        }
    }

    /// Does a small part; returns whether there is more.
    pub fn step(&mut self) -> bool {
        self.stage = match self.stage {
            Stage::Index(from) => self.index(from),
            Stage::Choose => self.choose(),
            Stage::Sort(article) => self.sort(article),
            Stage::Group(article, from) => self.group(article, from),
            Stage::Done => return false,
        };
        true
    }

    /// The answer, after the last step.
    pub fn finish(mut self) -> SuggestionList {
        while self.step() {}
        self.result.groups = self.groups.into_values().flatten().collect();
        self.result
    }

    fn index(&mut self, from: usize) -> Stage {
        for one in self.rest.as_slice().iter().skip(from).take(STEP) {
            let labels = match one.kind {
                SuggestionKind::Entity => &mut self.names,
                SuggestionKind::Mention => &mut self.mentions,
                SuggestionKind::Prediction if one.spans.len() == 1 => {
                    self.predicted.extend(place_of(one).map(|place| (place, one.label.clone())));
                    continue;
                }
                _ => continue,
            };
            if let Some(place) = place_of(one) {
                labels.insert(place, one.label.clone());
            }
        }
        if from + STEP < self.rest.len() { Stage::Index(from + STEP) } else { Stage::Choose }
    }

    fn choose(&mut self) -> Stage {
        for _ in 0..STEP {
            let Some(one) = self.rest.next() else { return Stage::Sort(0) };
            if !self.is_needed(&one) {
                continue;
            }
            let article = one.spans.first().and_then(|span| self.articles.get(&span.article).copied());
            let list = article.unwrap_or(self.by_article.len() - 1);
            let one = match self.known.get(&one.id) {
                Some(known) if **known == one => known.clone(),
                _ => Rc::new(one),
            };
            self.by_article[list].push(one);
        }
        Stage::Choose
    }

    /// A place is suggested by the look of its name, and because the same text is tagged elsewhere. If the labels differ, the label of
    /// the tags counts. What another tool proposes, too, is its proposal.
    fn is_needed(&self, one: &Suggestion) -> bool {
        let label_in = |others: &Labels| others.get(&place_of(one)?).cloned();
        let is_tag = matches!(one.kind, SuggestionKind::Entity | SuggestionKind::Mention | SuggestionKind::Claim);
        let is_predicted = |place: Place| self.predicted.contains(&(place, one.label.clone()));
        if is_tag && !self.predicted.is_empty() && place_of(one).is_some_and(is_predicted) {
            return false;
        }
        match one.kind {
            SuggestionKind::Entity => label_in(&self.mentions).is_none_or(|label| label == one.label),
            SuggestionKind::Mention => label_in(&self.names).is_none_or(|label| label != one.label),
            _ => true,
        }
    }

    fn sort(&mut self, article: usize) -> Stage {
        let place =
            |one: &Rc<Suggestion>| (one.spans.first().map_or(ByteOffset(0), |span| span.range.start()), one.kind);
        order::sort_by_key(&mut self.by_article[article], place);
        if article + 1 < self.by_article.len() { Stage::Sort(article + 1) } else { Stage::Group(0, 0) }
    }

    fn group(&mut self, article: usize, from: usize) -> Stage {
        let Some(list) = self.by_article.get(article) else { return Stage::Done };
        let until = list.len().min(from + STEP);
        for one in list[from..until].iter().cloned() {
            if self.project.is_rejected(&one.id) {
                self.result.rejected.push(one);
                continue;
            }
            let key = key_of(&self.project, &one);
            let groups = self.groups.entry(one.kind).or_default();
            match self.found.get(&key) {
                Some(&at) => groups[at].items.push(one.clone()),
                None => {
                    self.found.insert(key.clone(), groups.len());
                    groups.push(SuggestionGroup { key, kind: one.kind, items: vec![one.clone()] });
                }
            }
            self.result.open.push(one);
        }
        if until < list.len() { Stage::Group(article, until) } else { Stage::Group(article + 1, 0) }
    }
}

fn place_of(one: &Suggestion) -> Option<Place> {
    one.spans.first().map(|span| (span.article.clone(), span.range))
}

/// Tags of the same text with the same label belong together; everything else is decided one by one.
fn key_of(project: &Project, one: &Suggestion) -> String {
    match (one.kind, &one.label, one.spans.first()) {
        (
            SuggestionKind::Entity | SuggestionKind::Mention | SuggestionKind::Prediction,
            Some(SuggestedLabel::Label(label)),
            Some(span),
        ) if one.spans.len() == 1 => {
            let article = project.article(&span.article);
            let text = article.map(|article| visible_text(article.text.slice(span.range))).unwrap_or_default();
            format!("{}:{label}:{text}", one.kind.name())
        }
        _ => one.id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Suggestions;
    use super::*;
    use crate::analysis::tests::editor;

    /// The kind, the text and the number of places of each group.
    fn grouped(texts: &[&str]) -> Vec<String> {
        let editor = editor(texts);
        let project = editor.project();
        let mut suggestions = Suggestions::default();
        suggestions.update(project);
        let mut all = suggestions.open(project);
        all.retain(|one| matches!(one.kind, SuggestionKind::Entity | SuggestionKind::Repeat));
        let shown = |group: &SuggestionGroup| {
            let span = &group.items[0].spans[0];
            let text = project.article(&span.article).map(|article| article.text.slice(span.range)).unwrap_or_default();
            format!("{} {text} {}", group.kind.name(), group.items.len())
        };
        Grouping::new(project.clone(), all, &SuggestionList::default()).finish().groups.iter().map(shown).collect()
    }

    #[test]
    fn places_of_one_name_are_a_group_and_pairs_stand_alone() {
        let one = "Boris Johnson met Emmanuel Macron in Calais on Monday. Boris Johnson left Calais.";
        let two = "Emmanuel Macron stayed in Calais.";
        let found = grouped(&[one, two]);
        for expected in ["entity Boris Johnson 2", "entity Emmanuel Macron 2", "entity Calais 3"] {
            assert!(found.iter().any(|group| group == expected), "{expected} in {found:?}");
        }
        let repeated =
            "The ministers agreed to open three centres for migrants before winter, officials in Calais said.";
        let found = grouped(&[repeated, repeated]);
        assert_eq!(found.iter().filter(|group| group.starts_with("repeat")).count(), 1, "{found:?}");
        let kinds: Vec<&str> = found.iter().map(|group| group.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(kinds.last(), Some(&"repeat"), "kinds come in their order: {kinds:?}");
    }
}
