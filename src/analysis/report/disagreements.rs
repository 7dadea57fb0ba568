//! Where articles disagree: claims that contradict or update each other, and tagged figures that cannot both be right.

use crate::analysis::claims_board::{BoardClaim, BoardFigure, ClaimsBoard, Role, Row, role};
use crate::analysis::parsed::ParsedArticles;
use crate::analysis::suggestions::{SuggestedSpan, Suggestion};
use crate::model::{AnnotationId, Project};

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

/// A claim, with those of its figures that differ from the other's.
fn side(claim: &BoardClaim, other: &BoardClaim) -> Side {
    let is_other = |figure: &&BoardFigure| {
        figure.differs && other.figures.iter().any(|one| one.differs && figure.figure.disagrees(&one.figure))
    };
    let figures = claim.figures.iter().filter(is_other);
    Side {
        article: claim.column,
        quote: claim.text(),
        speaker: speaker(claim),
        figures: figures.map(|figure| figure.text.clone()).collect(),
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
    let one = |suggestion: &Suggestion| {
        let [first, second] = suggestion.spans.as_slice() else { return None };
        let sides = [tagged(project, parsed, board, first)?, tagged(project, parsed, board, second)?];
        Some(Disagreement { kind: DisagreementKind::Figures, name: String::new(), sides })
    };
    found.iter().filter_map(one).collect()
}

/// A figure with the claim or the sentence around it, if it is tagged.
fn tagged(project: &Project, parsed: &ParsedArticles, board: &ClaimsBoard, span: &SuggestedSpan) -> Option<Side> {
    project.annotations_of(&span.article).overlapping(span.range).next()?;
    let at = parsed.all().iter().position(|article| *article.id() == span.article)?;
    let article = parsed.all().get(at)?;
    let claim = |id: &AnnotationId| board.rows.iter().find_map(|row| row.claim(id));
    let claim = span.annotation.as_ref().and_then(claim);
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
