//! The board as JSON.

use std::rc::Rc;

use crate::analysis::claims_board::{BoardClaim, BoardFigure, ClaimsBoard, Row, Stance};
use crate::json::{Json, NewObject, ToJson, to_pretty};
use crate::model::{Article, Relation};

/// The name of the format. It is not that of projects, so that no reader takes a board for one.
const NAME: &str = "crossread-board";
const VERSION: u32 = 1;

/// The board of a project with a title.
struct Document<'a> {
    title: &'a str,
    board: &'a ClaimsBoard,
}

/// A row with the articles of the board.
struct RowRecord<'a> {
    row: &'a Row,
    articles: &'a [Rc<Article>],
}

/// The claims of an article in a row.
struct Cell<'a> {
    article: &'a Article,
    claims: &'a [BoardClaim],
}

/// A claim in its article.
struct ClaimRecord<'a> {
    article: &'a Article,
    claim: &'a BoardClaim,
}

/// A value that is JSON already.
struct Raw(Json);

pub(super) fn write(title: &str, board: &ClaimsBoard) -> String {
    to_pretty(&Document { title, board })
}

impl ToJson for Raw {
    fn to_json(&self) -> Json {
        self.0.clone()
    }
}

fn list<T: ToJson>(items: impl Iterator<Item = T>) -> Raw {
    Raw(items.map(|item| item.to_json()).collect())
}

impl ToJson for Document<'_> {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        object.required("format", &NAME);
        object.required("version", &VERSION);
        object.required("title", &self.title);
        let articles = self.board.articles.iter().map(|article| Raw(article_json(article)));
        object.required("articles", &list(articles));
        let rows = self.board.rows.iter().map(|row| RowRecord { row, articles: &self.board.articles });
        object.required("rows", &list(rows));
        object.into()
    }
}

fn article_json(article: &Article) -> Json {
    let mut object = NewObject::default();
    object.required("id", &article.id.as_str());
    object.required("title", &article.title);
    object.optional("source", &article.source);
    object.optional("date", &article.date);
    object.optional("language", &article.language);
    object.into()
}

impl ToJson for RowRecord<'_> {
    fn to_json(&self) -> Json {
        let Self { row, articles } = self;
        let mut object = NewObject::default();
        object.required("title", &row.title);
        object.optional("titleEdited", &row.has_edited_title);
        object.required("conflicts", &(row.conflicts as u32));
        let cells = row.claims.chunk_by(|a, b| a.column == b.column).filter_map(|claims| {
            let article = articles.get(claims.first()?.column)?;
            Some(Cell { article, claims })
        });
        object.required("cells", &list(cells));
        object.optional("relations", &row.relations.iter().map(|one| Raw(relation_json(one))).collect::<Vec<_>>());
        object.into()
    }
}

fn relation_json(relation: &Relation) -> Json {
    let mut object = NewObject::default();
    object.required("id", &relation.id.as_str());
    object.required("type", &relation.kind.as_str());
    object.required("from", &relation.from.as_str());
    object.required("to", &relation.to.as_str());
    object.optional("note", &relation.note);
    object.into()
}

impl ToJson for Cell<'_> {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        object.required("article", &self.article.id.as_str());
        let claims = self.claims.iter().map(|claim| ClaimRecord { article: self.article, claim });
        object.required("claims", &list(claims));
        object.into()
    }
}

impl ToJson for ClaimRecord<'_> {
    fn to_json(&self) -> Json {
        let Self { article, claim } = self;
        let mut object = NewObject::default();
        object.required("id", &claim.annotation.id.as_str());
        object.required("label", &claim.annotation.label.as_str());
        object.required("text", &claim.text());
        let quotes = claim.annotation.ranges.iter().zip(&claim.quotes).map(|(range, quote)| {
            let mut object = NewObject::default();
            object.required("start", &article.text.to_code_points(range.start()).0);
            object.required("end", &article.text.to_code_points(range.end()).0);
            object.required("exact", quote);
            Raw(object.into())
        });
        object.required("quotes", &list(quotes));
        if let Some(speaker) = &claim.speaker {
            object.required("speaker", &speaker.name);
            object.optional("speakerEntity", &speaker.entity.as_ref().map(|id| id.as_str().to_owned()));
        }
        object.optional("attributes", &claim.annotation.attributes);
        object.optional("figures", &claim.figures.iter().map(|one| Raw(figure_json(one))).collect::<Vec<_>>());
        object.required("stance", &Raw(stance_json(&claim.stance)));
        object.into()
    }
}

fn figure_json(figure: &BoardFigure) -> Json {
    let mut object = NewObject::default();
    object.required("text", &figure.text);
    object.required("amount", &figure.figure.amount);
    object.optional("to", &figure.figure.high);
    object.optional("unit", &figure.unit);
    object.optional("hedge", &figure.hedge);
    object.optional("differs", &figure.differs);
    object.into()
}

/// "first" for the first claim and "distant" for one without a stance, else the relation type.
fn stance_json(stance: &Stance) -> Json {
    match stance {
        Stance::First => "first".into(),
        Stance::Distant => "distant".into(),
        Stance::Related { kind, name, outwards, direct, .. } => {
            let mut object = NewObject::default();
            object.required("type", &kind.as_str());
            object.required("typeName", name);
            object.required("outwards", outwards);
            object.required("direct", direct);
            object.into()
        }
    }
}
