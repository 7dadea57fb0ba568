//! The suggestions of a project, computed again only where something has changed.

use std::collections::HashSet;
use std::rc::Rc;

use super::{RULES, Rule, Suggestion, SuggestionKind, id_of};
use crate::analysis::parsed::ParsedArticles;
use crate::model::{Project, Schema};

/// What was computed for a project: its parsed articles, and what the rules have found in them.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    parsed: ParsedArticles,
    schema: Option<Rc<Schema>>,
    /// What each rule has found in the articles so far: in the first ones, for as many as there are lists.
    found: Vec<Vec<Rc<Vec<Suggestion>>>>,
}

impl Suggestions {
    /// Computes all of it for a project, without what is unchanged since the last time.
    pub fn update(&mut self, project: &Project) {
        self.begin(project);
        while self.step() {}
    }

    /// Begins to compute for a project as it is now. Then, [`Self::step`] is to be called until it returns false.
    pub fn begin(&mut self, project: &Project) {
        let parsed = ParsedArticles::update(project, &self.parsed);
        let has_same_schema = self.schema.as_ref().is_some_and(|schema| Rc::ptr_eq(schema, project.schema()));
        if !has_same_schema || !parsed.has_same_texts(&self.parsed) {
            self.found = RULES.iter().map(|_| Vec::new()).collect();
        }
        self.schema = Some(project.schema().clone());
        self.parsed = parsed;
    }

    /// The articles as far as they are parsed.
    pub fn parsed(&self) -> &ParsedArticles {
        &self.parsed
    }

    /// Computes a small part; returns whether there is more.
    pub fn step(&mut self) -> bool {
        let Some(schema) = &self.schema else { return false };
        let count = self.parsed.all().len();
        for (rule, lists) in RULES.iter().zip(&mut self.found) {
            if lists.len() < count {
                let found =
                    if (rule.fits)(schema) { (rule.find)(schema, &self.parsed, lists.len()) } else { Vec::new() };
                lists.push(Rc::new(found));
                return true;
            }
        }
        false
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

    /// What the rules suggest in the project for which all was computed, whether the user has rejected it or not.
    pub fn all(&self, project: &Project) -> Vec<Suggestion> {
        let of_kind = |kind: SuggestionKind| {
            let lists = RULES.iter().zip(&self.found).filter(move |(rule, _)| rule.kind == kind);
            lists.flat_map(|(_, lists)| lists.iter().flat_map(|list| list.iter()))
        };
        let of_rule = |rule: &&Rule| {
            if !(rule.fits)(project.schema()) {
                return Vec::new();
            }
            let own = [rule.kind];
            let reads = if rule.reads.is_empty() { &own } else { rule.reads };
            let found: Vec<&Suggestion> = reads.iter().flat_map(|kind| of_kind(*kind)).collect();
            let mut open = (rule.open)(project, &self.parsed, &found);
            for one in &mut open {
                one.id = id_of(project, rule.version, one);
            }
            // A rule may come to one proposal in two ways.
            let mut known = HashSet::new();
            open.retain(|one| known.insert(one.id.clone()));
            open
        };
        RULES.iter().flat_map(of_rule).collect()
    }
}
