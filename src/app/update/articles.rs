//! Getting through the articles, and sample articles on their way into the project.

use super::{Edited, Update};
use crate::app::messages::{articles as words, summaries};
use crate::app::{ArticleAction, Cursor, Effect, FocusTarget, UiEffect};
use crate::edit::Command;
use crate::model::{ArticleId, ArticleStatus};
use crate::text::{ByteOffset, Text};

impl Update<'_> {
    pub(super) fn article(&mut self, action: ArticleAction) -> Edited {
        match action {
            // It says more than what its step did.
            ArticleAction::NextUnfinished { finish } => self.next_unfinished(finish)?,
            ArticleAction::SamplesListed(articles) => self.state.await_samples(articles),
            ArticleAction::SampleArrived(generation, id, text) => {
                if generation == self.state.generation {
                    return self.sample_arrived(&id, text);
                }
            }
            ArticleAction::RetrySample(id) => self.retry_sample(&id),
        }
        Ok(None)
    }

    /// The next article after this one, or from the top, that is not done.
    fn unfinished_after(&self, current: &ArticleId) -> Option<ArticleId> {
        let project = self.state.project();
        let articles = project.articles();
        let at = articles.iter().position(|article| &article.id == current)?;
        let (before, after) = articles.split_at(at + 1);
        let mut others = after.iter().chain(before).filter(|article| &article.id != current);
        others.find(|article| project.status(article) != ArticleStatus::Done).map(|article| article.id.clone())
    }

    fn next_unfinished(&mut self, finish: bool) -> Result<(), crate::edit::EditError> {
        let Some(current) = self.state.current_article().map(|article| article.id.clone()) else { return Ok(()) };
        let step = match finish {
            true => self.perform(Command::MarkArticle(current.clone(), Some(ArticleStatus::Done)))?,
            false => None,
        };
        let done = step.as_ref().map(summaries::step);
        let text = self.go_to_unfinished(&current, finish);
        self.notify(words::after_finishing(done.as_deref(), &text));
        let shown = self.state.cursor_or_start().map(|cursor| cursor.article);
        shown.into_iter().for_each(|article| self.ui(UiEffect::Focus(FocusTarget::Text(article))));
        Ok(())
    }

    /// Goes to the next unfinished article; returns what to say about it.
    fn go_to_unfinished(&mut self, current: &ArticleId, instead: bool) -> String {
        if let Some(next) = self.unfinished_after(current) {
            self.take_column_of(current, &next, instead);
            let article = self.state.project().article(&next);
            return words::next(article.map_or("", |article| article.title.as_str()));
        }
        let project = self.state.project();
        let is_done = |id: &ArticleId| project.article(id).is_none_or(|one| project.status(one) == ArticleStatus::Done);
        if is_done(current) { words::ALL_DONE } else { words::ONLY_UNFINISHED }.to_owned()
    }

    /// Puts the caret at the start of an article. It takes the column of the one that is done, if `instead`.
    fn take_column_of(&mut self, current: &ArticleId, next: &ArticleId, instead: bool) {
        let shown = self.state.shown();
        let column = shown.iter().position(|id| id == current).filter(|_| instead && !shown.contains(next));
        match column {
            Some(column) => {
                let open = &mut self.state.view.open;
                open[column] = next.clone();
                let mut at = 0;
                open.retain(|id| {
                    at += 1;
                    id != next || at == column + 1
                });
            }
            None => self.show(next),
        }
        self.select_only(None);
        self.place(Some(Cursor::at(next.clone(), ByteOffset(0))));
    }

    fn retry_sample(&mut self, id: &str) {
        if let Some(sample) = self.state.samples.iter_mut().find(|sample| sample.article.id == id) {
            sample.failure = None;
            let article = sample.article.clone();
            self.effects.push(Effect::FetchSample(article));
        }
    }

    fn sample_arrived(&mut self, id: &str, text: Result<Text, String>) -> Edited {
        let outcome = self.state.sample_arrived(id, text, self.stamp.clone())?;
        self.effects.extend(outcome.effects);
        Ok(outcome.step)
    }
}
