//! The board as a table in CSV.

use std::collections::HashSet;
use std::rc::Rc;

use crate::analysis::claims_board::{BoardClaim, ClaimsBoard, Stance};
use crate::format::ExportOptions;
use crate::format::csv::Table;
use crate::model::Article;

/// The columns before those of the articles.
const COLUMNS: [&str; 5] = ["row", "title", "conflicts", "articles", "values"];

pub(super) fn write(board: &ClaimsBoard, options: ExportOptions) -> Vec<u8> {
    let mut table = Table::new(options);
    COLUMNS.iter().for_each(|column| table.text(column));
    headings(&board.articles).iter().for_each(|heading| table.text(heading));
    table.end_row();
    for (number, row) in board.rows.iter().enumerate() {
        table.number(number + 1);
        table.text(&row.title);
        table.number(row.conflicts);
        table.number(row.articles);
        let figures: Vec<&str> = row.differing_figures().into_iter().map(|figure| figure.text.as_str()).collect();
        table.text(&figures.join(" / "));
        for column in 0..board.articles.len() {
            let claims: Vec<String> = row.cell(column).iter().map(cell).collect();
            table.text(&claims.join("\n"));
        }
        table.end_row();
    }
    table.bytes()
}

/// The headings of the columns of articles: their titles. A title that occurs before gets the id of its article.
fn headings(articles: &[Rc<Article>]) -> Vec<String> {
    let mut seen: HashSet<&str> = COLUMNS.into_iter().collect();
    let mut headings = Vec::new();
    for article in articles {
        let Article { title, id, .. } = &**article;
        headings.push(if seen.insert(title) { title.clone() } else { format!("{title} ({id})") });
    }
    headings
}

/// A claim in a cell: “quote” — speaker [stance] (attribute: value; …).
fn cell(claim: &BoardClaim) -> String {
    let mut cell = format!("“{}”", claim.text());
    if let Some(speaker) = &claim.speaker {
        cell += &format!(" — {}", speaker.name);
    }
    if let Stance::Related { name, outwards, .. } = &claim.stance {
        cell += &format!(" [{}{name}]", if *outwards { "" } else { "← " });
    }
    if !claim.attributes.is_empty() {
        let values: Vec<String> = claim.attributes.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        cell += &format!(" ({})", values.join("; "));
    }
    cell
}
