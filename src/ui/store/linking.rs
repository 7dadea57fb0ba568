//! Linking: a relation that is being made, and what is looked at of those that are there.

use super::State;
use crate::analysis::links::{LinkKind, fitting, link_kinds};
use crate::edit::{Command, EditError, Stamp, Step};
use crate::model::{AnnotationId, ArticleId, Project, Relation, RelationId, RelationTypeId};
use crate::text::isolated;

/// Linking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linking {
    /// The relation that is being made.
    pub making: Option<Making>,
    /// The type that was chosen last.
    pub last: Option<LinkKind>,
    /// What the table of relations shows.
    pub filter: RelationFilter,
    /// The relation of the table that is being changed.
    pub open: Option<RelationId>,
}

/// A relation that is being made: first its type is chosen, then its other end.
#[derive(Clone, Debug, PartialEq)]
pub struct Making {
    /// The tag it was begun at.
    pub near: AnnotationId,
    /// Its type, once it is chosen.
    pub link: Option<LinkKind>,
}

/// Which relations the table shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RelationFilter {
    /// Only of this type.
    pub kind: Option<RelationTypeId>,
    /// Only with an end in this article.
    pub article: Option<ArticleId>,
    /// Only those from one article to another.
    pub across: bool,
    /// Only with this in the words of an end or in the note, in any case.
    pub text: String,
}

/// What can happen to links.
#[derive(Clone, Debug)]
pub enum LinkAction {
    /// Begin a relation at the selected tag; with `true`, of the type that was chosen last.
    Begin(bool),
    /// Choose its type.
    Choose(LinkKind),
    /// Choose its other end.
    To(AnnotationId),
    /// The other end is one of these, outermost first: the innermost that fits.
    ToAnyOf(Vec<AnnotationId>),
    /// A step back: to the types, then out of it.
    Back,
    /// Filter the table.
    Filter(RelationFilter),
    /// Change a relation of the table, or none.
    Open(Option<RelationId>),
}

impl State {
    pub(super) fn link(&mut self, action: LinkAction, stamp: Stamp) -> Result<Option<Step>, EditError> {
        match action {
            LinkAction::Begin(again) => self.begin_link(again),
            LinkAction::Choose(link) => self.choose_link(link),
            LinkAction::To(far) => return self.link_to(&far, stamp),
            LinkAction::ToAnyOf(there) => {
                let fits = |far: &&AnnotationId| self.link_that_fits(far).is_some();
                let far = there.iter().rev().find(fits).or(there.last()).cloned();
                return far.map_or(Ok(None), |far| self.link_to(&far, stamp));
            }
            LinkAction::Back => self.step_back(),
            LinkAction::Filter(filter) => self.linking.filter = filter,
            LinkAction::Open(relation) => self.linking.open = relation,
        }
        Ok(None)
    }

    fn begin_link(&mut self, again: bool) {
        let Some(near) = self.view.selected.clone() else {
            return self.tell("Select a tag first: links begin at the selected tag");
        };
        let Some(label) = self.project().annotation(&near).map(|one| one.label.clone()) else { return };
        let kinds = link_kinds(self.project().schema(), &label);
        if kinds.is_empty() {
            let name = self.project().label_name(&label);
            return self.tell(format!("No type of relation is for {}", isolated(&name)));
        }
        self.view.relabelling = false;
        self.linking.making = Some(Making { near, link: None });
        let last = self.linking.last.clone().filter(|last| again && kinds.contains(last));
        match last {
            Some(last) => self.choose_link(last),
            None => self.announce("Link: choose the type"),
        }
    }

    fn choose_link(&mut self, link: LinkKind) {
        if let Some(making) = &mut self.linking.making {
            making.link = Some(link.clone());
            let name = self.project().relation_type_name(&link.kind);
            self.linking.last = Some(link);
            self.announce(format!("{name}: choose the other end from the list, or click a tag in any column"));
        }
    }

    /// The chosen link, turned where it has to be, if a tag may stand at its other end.
    fn link_that_fits(&self, far: &AnnotationId) -> Option<LinkKind> {
        let making = self.linking.making.as_ref()?;
        let (near, far) = (self.project().annotation(&making.near)?, self.project().annotation(far)?);
        fitting(self.project(), making.link.as_ref()?, near, far)
    }

    fn link_to(&mut self, far: &AnnotationId, stamp: Stamp) -> Result<Option<Step>, EditError> {
        let Some(Making { near, link: Some(chosen) }) = self.linking.making.clone() else { return Ok(None) };
        if far == &near {
            self.tell("This is the tag that the link begins at: choose another");
            return Ok(None);
        }
        let name = self.project().relation_type_name(&chosen.kind);
        let Some(link) = self.link_that_fits(far) else {
            let label = self.project().annotation(far).map(|far| self.project().label_name(&far.label));
            self.tell(format!("“{}” cannot lead to {}", isolated(&name), isolated(&label.unwrap_or_default())));
            return Ok(None);
        };
        let (from, to) = link.ends(&near, far);
        let (kind, from, to, note) = (link.kind.clone(), from.clone(), to.clone(), String::new());
        let step = self.editor.perform(Command::Relate { kind, from, to, note }, stamp)?;
        self.linking.making = None;
        Ok(step)
    }

    /// Back to the types, then out of it.
    pub(super) fn step_back(&mut self) {
        let Some(making) = &mut self.linking.making else { return };
        if making.link.take().is_some() {
            self.announce("Link: choose the type");
        } else {
            self.linking.making = None;
            self.announce("No link made");
        }
    }

    /// Forgets what is no longer there: a link is made for as long as the tag it begins at is the selected one.
    pub(super) fn tidy_links(&mut self) {
        let (project, linking) = (self.editor.project(), &mut self.linking);
        let goes_on = |making: &Making| {
            let known = |link: &LinkKind| project.schema().relation_type(&link.kind).is_some();
            self.view.selected.as_ref() == Some(&making.near) && making.link.as_ref().is_none_or(known)
        };
        if linking.making.as_ref().is_some_and(|making| !goes_on(making)) {
            linking.making = None;
        }
        let filter = &mut linking.filter;
        filter.kind.take_if(|kind| project.schema().relation_type(kind).is_none());
        filter.article.take_if(|article| project.article(article).is_none());
        linking.open.take_if(|open| project.relation(open).is_none());
    }
}

impl RelationFilter {
    /// Whether the table shows a relation.
    pub fn holds(&self, project: &Project, relation: &Relation) -> bool {
        let (Some(from), Some(to)) = (project.annotation(&relation.from), project.annotation(&relation.to)) else {
            return false;
        };
        let text = self.text.trim().to_lowercase();
        let has = |words: &str| words.to_lowercase().contains(&text);
        self.kind.as_ref().is_none_or(|kind| kind == &relation.kind)
            && self.article.as_ref().is_none_or(|article| article == &from.article || article == &to.article)
            && (!self.across || from.article != to.article)
            && (text.is_empty() || has(&relation.note) || has(&project.exact(from)) || has(&project.exact(to)))
    }
}
