//! The board as a page that stands alone: without scripts and without requests.

use super::BoardTexts;
use crate::analysis::claims_board::{BoardClaim, ClaimsBoard, Row, Stance};
use crate::format::html::Html;
use crate::model::Article;
use crate::text::isolated;

/// The style sheet: light and dark, and for paper.
const STYLE: &str = include_str!("page.css");
/// The page loads nothing, and runs nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";
const VIEWPORT: &str = "width=device-width, initial-scale=1";

pub(super) fn write(title: &str, board: &ClaimsBoard, texts: &BoardTexts) -> String {
    let mut html = Html::new();
    html.open("html", &[("lang", texts.language)]);
    html.open("head", &[]);
    html.void("meta", &[("charset", "utf-8")]);
    html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    html.void("meta", &[("name", "viewport"), ("content", VIEWPORT)]);
    html.leaf("title", &[], title);
    html.style(STYLE);
    html.close();
    html.end_line();
    html.open("body", &[]);
    html.leaf("h1", &[("dir", "auto")], title);
    html.end_line();
    html.open("table", &[]);
    html.leaf("caption", &[], &(texts.caption)(board));
    html.end_line();
    head(&mut html, board, texts);
    html.open("tbody", &[]);
    for row in &board.rows {
        html.end_line();
        write_row(&mut html, board, row, texts);
    }
    html.finish()
}

fn head(html: &mut Html, board: &ClaimsBoard, texts: &BoardTexts) {
    html.open("thead", &[]);
    html.open("tr", &[]);
    html.leaf("th", &[("scope", "col")], texts.claim);
    for article in &board.articles {
        html.open("th", &[("scope", "col")]);
        html.leaf("span", &[("class", "title"), ("dir", "auto")], &article.title);
        let about: Vec<_> = [&article.source, &article.date].into_iter().filter(|one| !one.is_empty()).collect();
        if !about.is_empty() {
            let about: Vec<_> = about.into_iter().map(|one| isolated(one)).collect();
            html.leaf("span", &[("class", "about")], &about.join(", "));
        }
        html.close();
    }
    html.close();
    html.close();
    html.end_line();
}

fn write_row(html: &mut Html, board: &ClaimsBoard, row: &Row, texts: &BoardTexts) {
    html.open("tr", &[]);
    html.open("th", &[("scope", "row")]);
    html.leaf("span", &[("class", "title"), ("dir", "auto")], &row.title);
    if row.conflicts > 0 {
        html.leaf("span", &[("class", "conflict")], &(texts.conflicts)(row));
    }
    let figures = row.differing_figures();
    if !figures.is_empty() {
        html.leaf("span", &[("class", "about")], &(texts.figures)(&figures));
    }
    html.close();
    for (column, article) in board.articles.iter().enumerate() {
        let claims = row.cell(column);
        if claims.is_empty() {
            html.leaf("td", &[("class", "silent")], texts.silent);
            continue;
        }
        html.open("td", &[]);
        claims.iter().for_each(|claim| write_claim(html, article, claim, texts));
        html.close();
    }
    html.close();
}

fn write_claim(html: &mut Html, article: &Article, claim: &BoardClaim, texts: &BoardTexts) {
    html.open("div", &[("class", "claim")]);
    let language = Some(("lang", article.language.as_str())).filter(|(_, tag)| !tag.is_empty());
    let attributes: Vec<_> = [("dir", "auto")].into_iter().chain(language).collect();
    html.leaf("blockquote", &attributes, &format!("“{}”", claim.text()));
    if let Some(speaker) = &claim.speaker {
        html.leaf("p", &[("class", "speaker")], &format!("— {}", isolated(&speaker.name)));
    }
    let values: Vec<_> = claim.figures.iter().filter(|figure| figure.differs).collect();
    if !values.is_empty() {
        html.leaf("p", &[("class", "value")], &(texts.figures)(&values));
    }
    if let Stance::Related { name, outwards, .. } = &claim.stance {
        html.leaf("p", &[("class", "stance")], &(texts.stance)(name, *outwards));
    }
    if !claim.attributes.is_empty() {
        let values: Vec<_> = claim.attributes.iter().map(|(name, value)| (texts.attribute)(name, value)).collect();
        html.leaf("p", &[("class", "about")], &values.join(" · "));
    }
    html.close();
}
