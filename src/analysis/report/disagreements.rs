//! Where articles disagree: claims that contradict or update each other, and tagged figures that cannot both be right.

use std::collections::HashMap;

use crate::analysis::claims_board::{BoardClaim, BoardFigure, ClaimsBoard, Role, Row, role};
use crate::analysis::parsed::{ParsedArticle, ParsedArticles};
use crate::analysis::suggestions::{SuggestedSpan, Suggestion};
use crate::model::{AnnotationId, ArticleId, Project};

/// How two places disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisagreementKind {
    /// Two claims are related as contradicting each other.
    Contradicts,
    /// The first claim is related as newer than the second.
    Updates,
    /// Two figures disagree; nobody has related claims with them.
    Figures,
}

/// One of the two places that disagree.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The index of the article.
    pub article: usize,
    /// The words of the claim, or the sentence around the figure.
    pub quote: String,
    /// Who says so; empty if no source is given.
    pub speaker: String,
    /// The figures that differ, with their hedges.
    pub figures: Vec<String>,
}

/// Two places that disagree.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// How.
    pub kind: DisagreementKind,
    /// The name of the relation type; empty for figures without one.
    pub name: String,
    /// The two places, in the direction of the relation.
    pub sides: [Side; 2],
}

/// The disagreements that are relations between claims, in the order of the board.
pub(super) fn related(project: &Project, board: &ClaimsBoard) -> Vec<Disagreement> {
    let of_row = |row: &Row| {
        let one = |relation: &crate::model::Relation| {
            let kind = project.schema().relation_type(&relation.kind)?;
            let found = match role(kind) {
                Role::Contradicts => DisagreementKind::Contradicts,
                Role::Updates => DisagreementKind::Updates,
                _ => return None,
            };
            let (from, to) = (row.claim(&relation.from)?, row.claim(&relation.to)?);
            Some(Disagreement { kind: found, name: kind.name.clone(), sides: [side(from, to), side(to, from)] })
        };
        row.relations.iter().filter_map(|relation| one(relation)).collect::<Vec<_>>()
    };
    board.rows.iter().flat_map(|row| of_row(row)).collect()
}

/// A claim, with those of its figures that differ from the other's; if none does, with all that have a unit, else with all.
fn side(claim: &BoardClaim, other: &BoardClaim) -> Side {
    let is_other = |figure: &&BoardFigure| {
        figure.differs && other.figures.iter().any(|one| one.differs && figure.figure.disagrees(&one.figure))
    };
    let differing: Vec<&BoardFigure> = claim.figures.iter().filter(is_other).collect();
    let shown = || claim.figures.iter().filter(|figure| figure.is_shown()).collect();
    let mut figures: Vec<&BoardFigure> = if differing.is_empty() { shown() } else { differing };
    if figures.is_empty() {
        figures.extend(&claim.figures);
    }
    Side {
        article: claim.column,
        quote: claim.text(),
        speaker: speaker(claim),
        figures: figures.iter().map(|figure| figure.text.clone()).collect(),
    }
}

fn speaker(claim: &BoardClaim) -> String {
    claim.speaker.as_ref().map(|speaker| speaker.name.clone()).unwrap_or_default()
}

/// The pairs of figures that disagree, of those that the rule for numbers has found open, if both are tagged.
pub(super) fn figures(
    project: &Project,
    parsed: &ParsedArticles,
    board: &ClaimsBoard,
    found: &[Suggestion],
) -> Vec<Disagreement> {
    let places = Places {
        project,
        articles: parsed.all().iter().enumerate().map(|(at, article)| (article.id(), (at, article.as_ref()))).collect(),
        claims: board.rows.iter().flat_map(|row| &row.claims).map(|claim| (&claim.annotation.id, claim)).collect(),
    };
    let one = |suggestion: &Suggestion| {
        let [first, second] = suggestion.spans.as_slice() else { return None };
        let sides = [places.tagged(first)?, places.tagged(second)?];
        Some(Disagreement { kind: DisagreementKind::Figures, name: String::new(), sides })
    };
    found.iter().filter_map(one).collect()
}

/// Where figures are looked up.
struct Places<'a> {
    project: &'a Project,
    articles: HashMap<&'a ArticleId, (usize, &'a ParsedArticle)>,
    claims: HashMap<&'a AnnotationId, &'a BoardClaim>,
}

impl Places<'_> {
    /// A figure with the claim or the sentence around it, if it is tagged.
    fn tagged(&self, span: &SuggestedSpan) -> Option<Side> {
        self.project.annotations_of(&span.article).overlapping(span.range).next()?;
        let &(at, article) = self.articles.get(&span.article)?;
        let claim = span.annotation.as_ref().and_then(|id| self.claims.get(id).copied());
        let sentence = || {
            let sentence = article.sentences.get(article.sentence_at(span.range.start().index())?)?;
            Some(article.slice(sentence.range).to_owned())
        };
        Some(Side {
            article: at,
            quote: claim.map(BoardClaim::text).or_else(sentence).unwrap_or_default(),
            speaker: claim.map(speaker).unwrap_or_default(),
            figures: vec![article.slice(span.range).to_owned()],
        })
    }
}
