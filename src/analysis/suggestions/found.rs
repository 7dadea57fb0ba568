//! The suggestions of a project, computed again only where something has changed.

use std::collections::HashSet;
use std::rc::Rc;

use super::{Open, OpenSteps, PredictionSteps, RULES, Rule, Sources, Suggestion, SuggestionKind, id_of};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::model::{Article, Project, Schema};

/// What was computed for a project: its parsed articles, and what the rules have found in them.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    parsed: ParsedArticles,
    /// While articles have to be parsed: all articles, and those that are parsed.
    parsing: Option<Parsing>,
    schema: Option<Rc<Schema>>,
    /// What each rule has found in the articles so far: in the first ones, for as many as there are lists.
    found: Vec<Vec<Rc<Vec<Suggestion>>>>,
    /// For how many articles each rule is prepared.
    prepared: Vec<usize>,
}

/// What rules suggest in a project, while it is put together with [`Suggestions::open_next`].
#[derive(Debug, Default)]
pub struct Opening {
    predictions: PredictionSteps,
    /// The rule and the article that are next.
    rule: usize,
    article: usize,
    /// The steps of the rule, if it has its own and has begun.
    steps: Option<Box<dyn OpenSteps>>,
    /// The ids of what the rule suggests: it may come to one proposal in two ways.
    known: HashSet<String>,
    /// The suggestions so far.
    pub all: Vec<Suggestion>,
}

/// Articles that are being parsed, one in each step.
#[derive(Clone, Debug)]
struct Parsing {
    articles: Rc<Vec<Rc<Article>>>,
    parsed: Vec<Option<Rc<ParsedArticle>>>,
    /// The first article that may have to be parsed.
    at: usize,
}

impl Suggestions {
    /// Computes all of it for a project, without what is unchanged since the last time.
    pub fn update(&mut self, project: &Project) {
        self.begin(project);
        while self.step() {}
    }

    /// Begins to compute for a project as it is now. Then, [`Self::step`] is to be called until it returns false.
    pub fn begin(&mut self, project: &Project) {
        let has_same_schema = self.schema.as_ref().is_some_and(|schema| Rc::ptr_eq(schema, project.schema()));
        if !has_same_schema {
            self.forget();
        }
        self.schema = Some(project.schema().clone());
        // Without a rule, there is nothing to look for in the texts.
        let is_any = RULES.iter().any(|rule| (rule.fits)(project.schema()));
        let articles = if is_any { project.article_list().clone() } else { Rc::default() };
        let mut parsed = self.parsed.known(&articles);
        // What was parsed for the project as it was a moment ago.
        let unfinished = self.parsing.take().map(|parsing| parsing.parsed).unwrap_or_default();
        for ((slot, article), known) in parsed.iter_mut().zip(articles.iter()).zip(unfinished) {
            let known = known.filter(|known| known.is_parse_of(article));
            *slot = slot.take().or(known);
        }
        self.parsing = Some(Parsing { articles, parsed, at: 0 });
        if self.parsing.as_ref().is_some_and(|parsing| parsing.parsed.iter().all(Option::is_some)) {
            self.parse();
        }
    }

    fn forget(&mut self) {
        self.found = RULES.iter().map(|_| Vec::new()).collect();
        self.prepared = RULES.iter().map(|_| 0).collect();
    }

    /// Parses one article; returns whether there was something to do.
    fn parse(&mut self) -> bool {
        let Some(parsing) = &mut self.parsing else { return false };
        let next = parsing.parsed.iter().skip(parsing.at).position(Option::is_none).map(|skipped| parsing.at + skipped);
        if let Some((at, article)) = next.and_then(|at| Some((at, parsing.articles.get(at)?))) {
            parsing.parsed[at] = Some(Rc::new(ParsedArticle::new(article.clone())));
            parsing.at = at + 1;
            return true;
        }
        let all = std::mem::take(&mut parsing.parsed).into_iter().flatten().collect();
        self.parsing = None;
        let parsed = ParsedArticles::from_parsed(all, &self.parsed);
        if !parsed.has_same_texts(&self.parsed) {
            self.forget();
        }
        self.parsed = parsed;
        true
    }

    /// The articles as far as they are parsed.
    pub fn parsed(&self) -> &ParsedArticles {
        &self.parsed
    }

    /// Computes a small part; returns whether there is more.
    pub fn step(&mut self) -> bool {
        if self.parse() {
            return true;
        }
        let Some(schema) = &self.schema else { return false };
        let count = self.parsed.all().len();
        for ((rule, lists), prepared) in RULES.iter().zip(&mut self.found).zip(&mut self.prepared) {
            let fits = (rule.fits)(schema);
            if fits && *prepared < count {
                (rule.prepare)(&self.parsed, *prepared);
                *prepared += 1;
                return true;
            }
            if lists.len() < count {
                let found = if fits { (rule.find)(schema, &self.parsed, lists.len()) } else { Vec::new() };
                lists.push(Rc::new(found));
                return true;
            }
        }
        false
    }

    /// How many steps are done, and about how many there are: each article is parsed, and each rule is prepared for it and looks in it.
    pub fn progress(&self) -> (usize, usize) {
        let of_rules = self.prepared.iter().sum::<usize>() + self.found.iter().map(Vec::len).sum::<usize>();
        match &self.parsing {
            Some(parsing) => (parsing.at, parsing.articles.len() * (1 + 2 * RULES.len())),
            None => (self.parsed.all().len() + of_rules, self.parsed.all().len() * (1 + 2 * RULES.len())),
        }
    }

    /// The suggestions for the project for which all was computed, without those that the user has rejected.
    pub fn open(&self, project: &Project) -> Vec<Suggestion> {
        let mut open = self.all(project);
        open.retain(|one| !project.is_rejected(&one.id));
        open
    }

    /// What would be open in the project if the user had not rejected it.
    pub fn rejected(&self, project: &Project) -> Vec<Suggestion> {
        let mut rejected = self.all(project);
        rejected.retain(|one| project.is_rejected(&one.id));
        rejected
    }

    /// What the rules and other tools suggest in the project for which all was computed, whether the user has rejected it or not.
    pub fn all(&self, project: &Project) -> Vec<Suggestion> {
        let mut opening = Opening::default();
        while self.open_next(project, &mut opening) {}
        opening.all
    }

    /// Adds a part of [`Self::all`]; returns whether there is more. The project must stay the same from part to part.
    pub fn open_next(&self, project: &Project, opening: &mut Opening) -> bool {
        if opening.predictions.step(project, &mut opening.all) {
            return true;
        }
        let Some((rule, lists)) = RULES.iter().zip(&self.found).nth(opening.rule) else { return false };
        let fits = (rule.fits)(project.schema());
        let has_more = fits && self.open_part(project, rule, lists, opening);
        opening.article += 1;
        if !has_more {
            opening.rule += 1;
            opening.article = 0;
            opening.steps = None;
            opening.known.clear();
        }
        true
    }

    /// Adds a part of what a rule suggests; returns whether the rule has more.
    fn open_part(&self, project: &Project, rule: &Rule, lists: &[Rc<Vec<Suggestion>>], opening: &mut Opening) -> bool {
        let mut open = Vec::new();
        let has_more = match &rule.open {
            Open::AtOnce(compute) => {
                open = compute(project, &self.parsed, &self.read_by(rule));
                false
            }
            Open::ByArticle(compute) => {
                let found: Vec<_> = lists.get(opening.article).iter().flat_map(|list| list.iter()).collect();
                open = compute(project, &self.parsed, &found);
                opening.article + 1 < lists.len()
            }
            Open::InSteps(begin) => {
                let found = self.read_by(rule);
                let sources = Sources { project, parsed: &self.parsed, found: &found };
                opening.steps.get_or_insert_with(begin).step(&sources, &mut open)
            }
        };
        for mut one in open {
            one.id = id_of(project, rule.version, &one);
            if opening.known.insert(one.id.clone()) {
                opening.all.push(one);
            }
        }
        has_more
    }

    /// What was found of the kinds that a rule reads.
    fn read_by(&self, rule: &Rule) -> Vec<&Suggestion> {
        let own = [rule.kind];
        let reads = if rule.reads.is_empty() { &own } else { rule.reads };
        let of_kind = |kind: SuggestionKind| RULES.iter().zip(&self.found).filter(move |(rule, _)| rule.kind == kind);
        let lists = reads.iter().flat_map(|kind| of_kind(*kind)).flat_map(|(_, lists)| lists);
        lists.flat_map(|list| list.iter()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tests::editor;

    #[test]
    fn what_is_begun_again_ends_as_if_it_had_not_been_interrupted() {
        let texts = [
            "Boris Johnson met Emmanuel Macron in Paris.",
            "Mr Johnson said 27 people died.",
            "31 people died, he said.",
        ];
        let (few, all) = (editor(&texts[..2]), editor(&texts));
        let mut once = Suggestions::default();
        once.update(all.project());
        assert!(!once.all(all.project()).is_empty());
        for steps in 0..12 {
            let mut again = Suggestions::default();
            again.begin(few.project());
            (0..steps).for_each(|_| _ = again.step());
            again.begin(all.project());
            assert!(again.parsed().all().len() < 3, "each article is parsed in a step of its own");
            while again.step() {}
            assert_eq!(again.all(all.project()), once.all(all.project()), "after {steps} steps");
        }
    }
}
