//! The tags that accepted suggestions make, beside those of the project: a later suggestion finds both.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::suggestions::SuggestedSpan;
use crate::analysis::suggestions::claims::common_if_about;
use crate::edit::{NewAnnotation, Side};
use crate::model::{AnnotationId, ArticleId, LabelId, LabelKind, Project};
use crate::order;
use crate::text::TextRange;

/// A tag of the project, or a new one: its index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tag {
    /// One that the project has.
    Known(AnnotationId),
    /// One that is made.
    New(usize),
}

/// A new tag, and whether another command than that for new tags makes it.
pub(super) struct NewTag {
    pub tag: NewAnnotation,
    pub is_made_elsewhere: bool,
}

/// The tags of a project and the new ones.
pub(super) struct Tags<'a> {
    project: &'a Project,
    /// The label of claims.
    claim: Option<LabelId>,
    pub new: Vec<NewTag>,
    by_article: BTreeMap<ArticleId, Vec<usize>>,
    /// The pairs that new relations connect, in both directions.
    related: BTreeSet<(Tag, Tag)>,
}

impl<'a> Tags<'a> {
    pub(super) fn new(project: &'a Project, claim: Option<LabelId>) -> Self {
        let (new, by_article, related) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
        Self { project, claim, new, by_article, related }
    }

    pub(super) fn add(&mut self, tag: NewAnnotation, is_made_elsewhere: bool) -> Tag {
        let at = self.new.len();
        self.by_article.entry(tag.article.clone()).or_default().push(at);
        self.new.push(NewTag { tag, is_made_elsewhere });
        Tag::New(at)
    }

    /// Notes that another command makes a tag.
    pub(super) fn make_elsewhere(&mut self, tag: &Tag) {
        if let Tag::New(at) = tag
            && let Some(new) = self.new.get_mut(*at)
        {
            new.is_made_elsewhere = true;
        }
    }

    /// A new claim on a span.
    pub(super) fn add_claim(&mut self, span: &SuggestedSpan, is_made_elsewhere: bool) -> Option<Tag> {
        let tag = NewAnnotation::tag(span.article.clone(), span.range, self.claim.clone()?);
        Some(self.add(tag, is_made_elsewhere))
    }

    pub(super) fn side(&self, tag: &Tag) -> Option<Side> {
        match tag {
            Tag::Known(id) => Some(Side::Known(id.clone())),
            Tag::New(at) => self.new.get(*at).map(|new| Side::New(new.tag.clone())),
        }
    }

    pub(super) fn label(&self, tag: &Tag) -> Option<&LabelId> {
        match tag {
            Tag::Known(id) => self.project.annotation(id).map(|one| &one.label),
            Tag::New(at) => self.new.get(*at).map(|new| &new.tag.label),
        }
    }

    /// The tags that overlap a range and have such labels, outer before inner.
    fn overlapping(
        &self,
        article: &ArticleId,
        range: TextRange,
        fits: &dyn Fn(&LabelId) -> bool,
    ) -> Vec<(TextRange, Tag)> {
        let set = self.project.annotations_of(article);
        let known = set.overlapping(range).filter(|(_, one)| fits(&one.label));
        let mut found: Vec<(TextRange, Tag)> = known.map(|(at, one)| (at, Tag::Known(one.id.clone()))).collect();
        for &at in self.by_article.get(article).into_iter().flatten() {
            let new = self.new.get(at).filter(|new| fits(&new.tag.label));
            let ranges = new.into_iter().flat_map(|new| &new.tag.ranges).filter(|own| own.overlaps(range));
            found.extend(ranges.map(|&own| (own, Tag::New(at))));
        }
        order::sort_by(&mut found, |(a, _), (b, _)| (a.start(), Reverse(a.end())).cmp(&(b.start(), Reverse(b.end()))));
        found
    }

    pub(super) fn of_kind(&self, kind: LabelKind, article: &ArticleId, range: TextRange) -> Vec<(TextRange, Tag)> {
        let schema = self.project.schema();
        self.overlapping(article, range, &|label| schema.label(label).is_some_and(|label| label.kind == kind))
    }

    fn claims(&self, span: &SuggestedSpan) -> Vec<(TextRange, Tag)> {
        self.overlapping(&span.article, span.range, &|label| self.claim.as_ref() == Some(label))
    }

    /// The claim that is about a span, as repeats have it: the one that has most in common with it.
    pub(super) fn claim_about(&self, span: &SuggestedSpan) -> Option<Tag> {
        let mut about: Vec<(u32, Tag)> = Vec::new();
        for (range, claim) in self.claims(span) {
            about.extend(common_if_about(range, span.range).map(|common| (u32::MAX - common, claim)));
        }
        about.into_iter().min().map(|(_, claim)| claim)
    }

    /// The claim on what somebody says, as speakers have it.
    pub(super) fn claim_on(&self, content: &SuggestedSpan) -> Option<Tag> {
        let about = |(range, claim)| Some((common_if_about(range, content.range)?, claim));
        let claims = self.claims(content).into_iter().filter_map(about);
        claims.max_by_key(|(common, _)| *common).map(|(_, claim)| claim)
    }

    /// The claims around a figure, the shortest first.
    pub(super) fn claims_around(&self, figure: &SuggestedSpan) -> Vec<Tag> {
        let mut around = self.claims(figure);
        around.retain(|(range, _)| range.contains(figure.range));
        order::sort_by(&mut around, |(a, _), (b, _)| a.len().cmp(&b.len()));
        around.into_iter().map(|(_, claim)| claim).collect()
    }

    /// Whether two claims are one, or related.
    pub(super) fn are_related(&self, a: &Tag, b: &Tag) -> bool {
        let is_known = || match (a, b) {
            (Tag::Known(a), Tag::Known(b)) => self.project.are_related(a, b),
            _ => false,
        };
        a == b || self.related.contains(&(a.clone(), b.clone())) || is_known()
    }

    pub(super) fn relate(&mut self, a: &Tag, b: &Tag) {
        self.related.insert((a.clone(), b.clone()));
        self.related.insert((b.clone(), a.clone()));
    }
}
