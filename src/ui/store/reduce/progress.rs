//! Getting through the articles: marking one as done and going to the next that is not.

use crate::app::messages;
use crate::edit::{Command, Stamp, Step};
use crate::model::{ArticleId, ArticleStatus};
use crate::text::ByteOffset;
use crate::ui::store::{Cursor, State};

impl State {
    /// The article that the person is at: the caret's, else the first in a column, else the first there is.
    fn current_article(&self) -> Option<ArticleId> {
        let first = || self.project().articles().first().map(|article| article.id.clone());
        self.cursor_or_start().map(|cursor| cursor.article).or_else(first)
    }

    /// The next article after one, or from the top, that is not done.
    fn unfinished_after(&self, current: &ArticleId) -> Option<ArticleId> {
        let articles = self.project().articles();
        let at = articles.iter().position(|article| &article.id == current)?;
        let (before, after) = articles.split_at(at + 1);
        let mut others = after.iter().chain(before).filter(|article| &article.id != current);
        others.find(|article| self.project().status(article) != ArticleStatus::Done).map(|article| article.id.clone())
    }

    pub(in crate::ui::store) fn next_unfinished(&mut self, finish: bool, stamp: Stamp) -> Option<Step> {
        let current = self.current_article()?;
        let step = if finish {
            // An article of the project can always be marked.
            self.perform(Command::MarkArticle(current.clone(), Some(ArticleStatus::Done)), stamp).ok().flatten()
        } else {
            None
        };
        let done = step.as_ref().map(messages::summaries::step);
        let words = match self.unfinished_after(&current) {
            Some(next) => {
                self.take_column_of(&current, &next, finish);
                let title = self.project().article(&next).map(|article| article.title.clone()).unwrap_or_default();
                format!("Next: {title}")
            }
            None if self
                .project()
                .article(&current)
                .is_some_and(|one| self.project().status(one) != ArticleStatus::Done) =>
            {
                "This is the only article that is not done".to_owned()
            }
            None => "All articles are done".to_owned(),
        };
        match done {
            Some(done) => self.tell([done, words].join(". ")),
            None => self.tell(words),
        }
        step
    }

    /// Puts the caret at the beginning of an article, which takes the column of the one that is done.
    fn take_column_of(&mut self, current: &ArticleId, next: &ArticleId, instead: bool) {
        let columns = self.columns();
        let shown = self.shown();
        let column = shown.iter().position(|id| id == current).filter(|_| instead && !shown.contains(next));
        match column {
            Some(column) => {
                self.view.open.retain(|open| open != next);
                if let Some(place) = self.view.open.get_mut(column) {
                    *place = next.clone();
                }
            }
            None => self.view.show(next, columns),
        }
        self.select(None);
        self.place(Some(Cursor::at(next.clone(), ByteOffset(0))));
    }
}
