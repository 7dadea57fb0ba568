//! Adds sample articles to the project. Does not need the reducer, which may not be loaded yet: they are a part of the first paint.

use super::messages::articles as words;
use super::{Effect, PendingSample, State};
use crate::edit::{ArticleFields, EditError, NewArticle, Stamp, Step, StepKind};
use crate::format::SampleArticle;
use crate::model::ArticleId;
use crate::text::Text;

/// What the arrival of a sample article has led to.
#[derive(Debug, Default)]
pub struct SampleOutcome {
    /// The step that added the article.
    pub step: Option<Step>,
    /// The effects of that.
    pub effects: Vec<Effect>,
}

impl State {
    /// These sample articles are requested.
    pub fn await_samples(&mut self, articles: Vec<SampleArticle>) {
        self.sample_order = articles.iter().map(|article| article.id.clone()).collect();
        let project = self.project().clone();
        let missing = articles.into_iter().filter(|one| project.article(&one.id.as_str().into()).is_none());
        self.samples = missing.map(|article| PendingSample { article, failure: None }).collect();
    }

    /// A sample article has come, or not.
    ///
    /// # Errors
    /// When the article cannot be added; then it is not expected any more.
    pub fn sample_arrived(
        &mut self,
        id: &str,
        text: Result<Text, String>,
        stamp: Stamp,
    ) -> Result<SampleOutcome, EditError> {
        let Some(at) = self.samples.iter().position(|sample| sample.article.id == id) else {
            return Ok(SampleOutcome::default());
        };
        match text {
            Ok(text) => {
                let sample = self.samples.remove(at).article;
                self.add_sample(sample, text, stamp)
            }
            Err(reason) => {
                let text = words::sample_failed(&self.samples[at].article.title, &reason);
                self.samples[at].failure = Some(reason);
                Ok(SampleOutcome { step: None, effects: vec![Effect::announce(text)] })
            }
        }
    }

    /// Samples arrive in any order; the list and the columns follow the index.
    fn add_sample(&mut self, sample: SampleArticle, text: Text, stamp: Stamp) -> Result<SampleOutcome, EditError> {
        let order = &self.sample_order;
        let rank = |id: &str| order.iter().position(|one| one == id);
        let own = rank(&sample.id);
        let is_later = |other: &str| rank(other) > own && own.is_some();
        let index = self.project().articles().iter().position(|article| is_later(article.id.as_str()));
        let column = self.view.open.iter().position(|open| is_later(open.as_str()));
        let id: ArticleId = sample.id.as_str().into();
        let SampleArticle { title, source, date, language, .. } = sample;
        let fields = ArticleFields { title, source, date, language, ..Default::default() };
        let article = NewArticle { id: Some(id.clone()), index, fields, text };
        let step = self.editor.load_articles(vec![article], stamp)?;
        let effects = self.record(&step);
        if let Some(column) = column {
            self.view.open.insert(column, id);
        }
        self.show_new_articles(&step);
        Ok(SampleOutcome { step: Some(step), effects })
    }

    /// A step was carried out: it has to be saved, and subscribers are told.
    pub(super) fn record(&mut self, step: &Step) -> Vec<Effect> {
        self.unexported += usize::from(step.kind != StepKind::Load);
        let project = self.project().clone();
        vec![Effect::Save { step: step.clone(), project }, Effect::Notify(step.clone())]
    }

    /// New articles get free columns.
    pub(super) fn show_new_articles(&mut self, step: &Step) {
        for article in step.transaction.articles() {
            let is_new = self.editor.project().article(article).is_some() && !self.view.open.contains(article);
            if is_new && self.view.open.len() < self.view.columns {
                self.view.open.push(article.clone());
            }
        }
    }
}
