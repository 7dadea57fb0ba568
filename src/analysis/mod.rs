//! Analyses: values that are computed from a project and never stored.

pub mod claims_board;
mod concordance;
pub mod counterpart;
pub mod dates;
mod entity_candidates;
pub mod figures;
#[cfg(test)]
mod fixture_tests;
pub mod language;
pub mod likeness;
mod name_groups;
pub mod named;
mod names;
mod occurrences;
pub mod parsed;
mod piece_cache;
pub mod relations;
pub mod report;
mod scope;
mod search;
pub mod speech;
pub mod suggestions;
mod unfinished;
pub mod word_diff;

pub use concordance::in_context;
pub use entity_candidates::{Candidate, Fit, entity_candidates};
pub use name_groups::{NameGroup, Variant, name_groups};
pub use names::bare_name;
pub use occurrences::{Doubt, Occurrence, OccurrenceFinder, Place, occurrences};
pub use piece_cache::{PieceCache, PieceRound};
pub use scope::Scope;
pub use search::{ProjectSearch, search};
pub use unfinished::{Gap, Unfinished, UnfinishedCache, is_empty, lacking, lacking_of, unfinished};

#[cfg(test)]
pub(crate) mod tests {
    use crate::edit::{ArticleFields, Command, Editor, NewArticle, Stamp};
    use crate::model::{Project, Timestamp, news_claims};
    use crate::text::Text;

    /// A project with these texts as articles, whose titles are "Paper 0", "Paper 1" and so on.
    pub(crate) fn editor(texts: &[&str]) -> Editor {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let stamp = Stamp { at: at.clone(), by: String::new() };
        let mut editor = Editor::new(Project::new("x", news_claims(), at));
        for (i, text) in texts.iter().enumerate() {
            let fields = ArticleFields { title: format!("Paper {i}"), ..Default::default() };
            let article = NewArticle { id: None, index: None, fields, text: Text::new(*text) };
            editor.perform(Command::AddArticles(vec![article]), stamp.clone()).expect("an article");
        }
        editor
    }
}
