//! Groups the mentions of one entity.

use std::collections::BTreeMap;

use super::forms::{Form, FormsBuilder, Mention};
use super::kinds::NamedKind;
use super::roles::{self, FormNames, RoleMention};
use crate::analysis::language::{self, Naming};
use crate::analysis::parsed::ParsedArticles;
use crate::analysis::suggestions::{SuggestedSpan, Suggestion, SuggestionKind, SuggestionReason};
use crate::model::{EntityId, Project};
use crate::order;

/// The scores of a group: all mentions have the same form, or some have another.
const ONE_FORM: f64 = 0.95;
const SEVERAL_FORMS: f64 = 0.85;
const WITH_ROLES: f64 = 0.75;
/// How many other forms a reason lists.
const MOST_LISTED: usize = 5;

/// A form in one article; nodes that are one entity are joined.
#[derive(Debug)]
struct Node {
    form: usize,
    article: usize,
    /// The node that stands for the group, or that leads to it.
    parent: usize,
    /// The entity that mentions of the group are linked to.
    entity: Option<EntityId>,
    is_woman: Option<bool>,
    /// Mentions with this form in this article are linked to several entities.
    is_ambiguous: bool,
}

/// Suggests groups of mentions, of which at least one is not linked. A step takes an article, a form or a group.
#[derive(Debug, Default)]
pub(super) struct Groups {
    stage: Stage,
    /// The article or the form that is next in it.
    at: usize,
    builder: FormsBuilder,
    forms: Vec<Form>,
    names: FormNames,
    index: BTreeMap<String, Vec<usize>>,
    nodes: Nodes,
    /// The nodes of the groups that have no suggestion yet.
    groups: std::vec::IntoIter<Vec<usize>>,
    suggested: Vec<Suggestion>,
}

/// What the next step does.
#[derive(Clone, Copy, Debug, Default)]
enum Stage {
    /// Read the mentions of the articles, from this one on.
    #[default]
    Read,
    /// Make the nodes of the forms.
    Split,
    /// Join what is one name.
    Join,
    /// Join mentions by role with persons.
    Roles,
    /// Suggest the groups.
    Suggest,
    Done,
}

impl Groups {
    /// Does a part; returns whether there is more.
    pub(super) fn step(&mut self, project: &Project, parsed: &ParsedArticles) -> bool {
        match self.part(project, parsed) {
            Some(next) => (self.stage, self.at) = (next, 0),
            None => self.at += 1,
        }
        !matches!(self.stage, Stage::Done)
    }

    /// The suggestions, after the last step: the largest groups first.
    pub(super) fn finish(&mut self) -> Vec<Suggestion> {
        let mut all = std::mem::take(&mut self.suggested);
        number_equal(&mut all);
        order::sort_by(&mut all, |a, b| b.spans.len().cmp(&a.spans.len()));
        all
    }

    /// Does a part; returns the next stage if this one is over.
    fn part(&mut self, project: &Project, parsed: &ParsedArticles) -> Option<Stage> {
        let (at, naming) = (self.at, (language::of("en").naming)());
        match self.stage {
            Stage::Read => match parsed.all().get(at) {
                Some(article) => self.builder.add(project, at, article),
                None => {
                    self.forms = std::mem::take(&mut self.builder).finish();
                    self.names = FormNames::new(&self.forms, naming);
                    self.index = index(&self.forms);
                    return Some(Stage::Split);
                }
            },
            Stage::Split => match self.forms.get(at) {
                Some(form) => self.nodes.add(at, form),
                None => return Some(Stage::Join),
            },
            Stage::Join if at < self.forms.len() => self.nodes.join_form(&self.forms, &self.index, at, naming),
            Stage::Join => return Some(Stage::Roles),
            Stage::Roles if at < self.forms.len() => {
                for RoleMention { form, article, person } in roles::resolved(parsed, &self.forms, &self.names, at) {
                    self.nodes.join_role(form, article, person);
                }
            }
            Stage::Roles => {
                self.groups = self.nodes.groups().into_iter();
                return Some(Stage::Suggest);
            }
            Stage::Suggest => match self.groups.next() {
                Some(nodes) => self.suggested.extend(self.nodes.suggestion(&nodes, &self.forms, parsed)),
                None => return Some(Stage::Done),
            },
            Stage::Done => {}
        }
        None
    }
}

/// The forms by what the forms of one name have in common.
fn index(forms: &[Form]) -> BTreeMap<String, Vec<usize>> {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, form) in forms.iter().enumerate() {
        for key in form.lookup_keys() {
            index.entry(key).or_default().push(at);
        }
    }
    index
}

#[derive(Debug, Default)]
struct Nodes {
    nodes: Vec<Node>,
    /// The nodes of each form.
    of_form: Vec<Vec<usize>>,
    /// A node of each entity.
    linked: BTreeMap<EntityId, usize>,
}

impl Nodes {
    /// Adds the nodes of a form, the one after those that were added before. Those of one entity are joined.
    fn add(&mut self, form: usize, one: &Form) {
        let mut own = Vec::new();
        for same in one.mentions.chunk_by(|a, b| a.article == b.article) {
            let at = self.nodes.len();
            let mut entities: Vec<&EntityId> = same.iter().filter_map(|mention| mention.entity.as_ref()).collect();
            order::sort(&mut entities);
            entities.dedup();
            self.nodes.push(Node {
                form,
                article: same.first().map_or(0, |mention| mention.article),
                parent: at,
                entity: entities.first().map(|entity| (*entity).clone()),
                is_woman: same.iter().find_map(|mention| mention.is_woman),
                is_ambiguous: entities.len() > 1,
            });
            if let [entity] = entities.as_slice()
                && let Some(other) = self.linked.insert((*entity).clone(), at)
            {
                self.join(at, other);
            }
            own.push(at);
        }
        self.of_form.push(own);
    }

    fn root(&self, mut at: usize) -> usize {
        while let Some(node) = self.nodes.get(at).filter(|node| node.parent != at) {
            at = node.parent;
        }
        at
    }

    /// Joins two groups, unless they are linked to different entities or titles tell that they are two people.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (Some(of_a), Some(of_b)) = (self.nodes.get(a), self.nodes.get(b)) else { return };
        let differ = of_a.entity.is_some() && of_b.entity.is_some() && of_a.entity != of_b.entity;
        let two_people = of_a.is_woman.is_some() && of_b.is_woman.is_some() && of_a.is_woman != of_b.is_woman;
        if a == b || differ || two_people || of_a.is_ambiguous || of_b.is_ambiguous {
            return;
        }
        let entity = of_a.entity.clone().or_else(|| of_b.entity.clone());
        let is_woman = of_a.is_woman.or(of_b.is_woman);
        let (root, joined) = (a.min(b), a.max(b));
        if let Some(node) = self.nodes.get_mut(joined) {
            node.parent = root;
        }
        if let Some(node) = self.nodes.get_mut(root) {
            (node.entity, node.is_woman) = (entity, is_woman);
        }
    }

    /// The groups that nodes are in, each once.
    fn roots(&self, nodes: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut roots: Vec<usize> = nodes.map(|at| self.root(at)).collect();
        order::sort(&mut roots);
        roots.dedup();
        roots
    }

    /// Joins the mentions of a form with each other, and with the longer form of the name if there is one: in all articles if it is the
    /// only one, or else with the only one in the same article.
    fn join_form(&mut self, forms: &[Form], index: &BTreeMap<String, Vec<usize>>, at: usize, naming: &Naming) {
        let (Some(form), Some(own)) = (forms.get(at), self.of_form.get(at).cloned()) else { return };
        if roles::is_role(form, naming) {
            return;
        }
        let mut longer: Vec<usize> = Vec::new();
        for key in form.lookup_keys() {
            for &other in index.get(&key).into_iter().flatten().filter(|other| **other < at) {
                let is_form = forms.get(other).is_some_and(|long| form.is_form_of(long, naming));
                if is_form && !longer.contains(&other) {
                    longer.push(other);
                }
            }
        }
        let nodes_of = |nodes: &Self| -> Vec<usize> {
            longer.iter().filter_map(|other| nodes.of_form.get(*other)).flatten().copied().collect()
        };
        let others = nodes_of(self);
        let roots = self.roots(others.iter().copied());
        if let ([] | [_], [first, rest @ ..]) = (roots.as_slice(), own.as_slice()) {
            rest.iter().for_each(|other| self.join(*first, *other));
            roots.iter().for_each(|root| own.iter().for_each(|own| self.join(*own, *root)));
            return;
        }
        for node in own {
            let article = self.nodes.get(node).map(|node| node.article);
            let here = others.iter().copied().filter(|at| self.nodes.get(*at).map(|node| node.article) == article);
            if let [root] = self.roots(here.collect::<Vec<_>>().into_iter()).as_slice() {
                self.join(node, *root);
            }
        }
    }

    /// Joins a mention by role in an article with a person.
    fn join_role(&mut self, form: usize, article: usize, person: usize) {
        let find = |form: usize, article: Option<usize>| {
            let nodes = self.of_form.get(form)?;
            let is_there = |at: &&usize| article.is_none() || self.nodes.get(**at).map(|node| node.article) == article;
            nodes.iter().find(is_there).copied()
        };
        let person = find(person, Some(article)).or_else(|| find(person, None));
        if let Some((role, person)) = find(form, Some(article)).zip(person) {
            self.join(role, person);
        }
    }

    /// The nodes of each group.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.nodes.len() {
            groups.entry(self.root(at)).or_default().push(at);
        }
        groups.into_values().collect()
    }

    fn suggestion(&self, nodes: &[usize], forms: &[Form], parsed: &ParsedArticles) -> Option<Suggestion> {
        let mut mentions: Vec<(&Form, &Mention)> = Vec::new();
        for node in nodes.iter().filter_map(|at| self.nodes.get(*at)).filter(|node| !node.is_ambiguous) {
            let form = forms.get(node.form)?;
            mentions.extend(form.mentions_in(node.article).iter().map(|one| (form, one)));
        }
        order::sort_by_key(&mut mentions, |(_, one)| (one.article, one.range));
        let linked = mentions.iter().find(|(_, one)| one.entity.is_some()).copied();
        let open: Vec<_> = mentions.iter().copied().filter(|(_, one)| one.entity.is_none()).collect();
        if open.is_empty() || open.len() + usize::from(linked.is_some()) < 2 {
            return None;
        }
        let shown: Vec<_> = linked.into_iter().chain(open).collect();
        let span = |(_, one): &(&Form, &Mention)| {
            let article = parsed.all().get(one.article)?.id().clone();
            Some(SuggestedSpan { article, range: one.range, annotation: Some(one.id.clone()) })
        };
        let mut names: Vec<&str> = Vec::new();
        for (_, one) in &shown {
            if !names.contains(&one.words.as_str()) {
                names.push(&one.words);
            }
        }
        let id = self.known_by(nodes, forms);
        let mut keys: Vec<&str> = shown.iter().map(|(form, _)| form.key.as_str()).collect();
        order::sort(&mut keys);
        keys.dedup();
        let has_role = shown
            .iter()
            .any(|(form, _)| form.kind == NamedKind::Person && roles::is_role(form, (language::of("en").naming)()));
        let score = match keys.len() {
            _ if has_role => WITH_ROLES,
            1 => ONE_FORM,
            _ => SEVERAL_FORMS,
        };
        let name = names.iter().copied().max_by_key(|name| name.chars().filter(|c| c.is_uppercase()).count())?;
        let forms = names.iter().filter(|one| **one != name).take(MOST_LISTED).map(|one| (*one).to_owned()).collect();
        Some(Suggestion {
            id,
            kind: SuggestionKind::SameEntity,
            score,
            reason: SuggestionReason::OneEntity { name: name.to_owned(), forms },
            label: None,
            spans: shown.iter().filter_map(span).collect(),
            value: None,
        })
    }

    /// What a group is known by: the names that it joins, with their labels, however many mentions of them are tagged.
    fn known_by(&self, nodes: &[usize], forms: &[Form]) -> String {
        let names = nodes.iter().filter_map(|at| forms.get(self.nodes.get(*at)?.form));
        let mut names: Vec<String> = names.map(|form| format!("{}\n{}", form.label, form.key)).collect();
        order::sort(&mut names);
        names.dedup();
        names.join("\n")
    }
}

/// Tells groups of the same names apart, as those of two people with one surname are.
fn number_equal(groups: &mut [Suggestion]) {
    let known: Vec<String> = groups.iter().map(|one| one.id.clone()).collect();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for (one, known) in groups.iter_mut().zip(&known) {
        let count = count.entry(known).or_default();
        if *count > 0 {
            one.id += &format!("\n{count}");
        }
        *count += 1;
    }
}
