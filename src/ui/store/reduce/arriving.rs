//! Bundled articles on their way into the project.

use super::Edited;
use crate::edit::{ArticleFields, Command, NewArticle, Stamp};
use crate::ui::store::{Arrival, Arriving, State};
use crate::web::bundled::BundledArticle;

impl State {
    pub(in crate::ui::store) fn await_articles(&mut self, articles: Vec<BundledArticle>) {
        self.bundled_order = articles.iter().map(|article| article.id.clone()).collect();
        let missing = articles.into_iter().filter(|a| self.project().article(&a.id.as_str().into()).is_none());
        self.arriving = missing.map(|article| Arriving { article, arrival: Arrival::Loading }).collect();
    }

    pub(in crate::ui::store) fn set_arrival(&mut self, id: &str, arrival: Arrival) {
        if let Some(arriving) = self.arriving.iter_mut().find(|arriving| arriving.article.id == id) {
            arriving.arrival = arrival;
        }
    }

    pub(in crate::ui::store) fn arrived(
        &mut self,
        id: &str,
        text: Result<crate::text::Text, String>,
        stamp: Stamp,
    ) -> Edited {
        let Some(at) = self.arriving.iter().position(|arriving| arriving.article.id == id) else { return Ok(None) };
        let text = match text {
            Ok(text) => text,
            Err(reason) => {
                self.announce(format!("{} could not be loaded: {reason}", self.arriving[at].article.title));
                self.set_arrival(id, Arrival::Failed(reason));
                return Ok(None);
            }
        };
        let BundledArticle { title, source, date, language, .. } = self.arriving.remove(at).article;
        let fields = ArticleFields { title, source, date, language, ..Default::default() };
        // They arrive in any order; the list and the columns follow the index.
        let rank = |id: &str| self.bundled_order.iter().position(|one| one == id);
        let later = |other: &str| rank(other).is_some_and(|other| rank(id).is_some_and(|own| other > own));
        let index = self.project().articles().iter().position(|article| later(article.id.as_str()));
        let column = self.view.open.iter().position(|open| later(open.as_str()));
        let article = NewArticle { id: Some(id.into()), index, fields, text };
        let step = self.editor.load(Command::AddArticles(vec![article]), stamp)?;
        if let Some(column) = column {
            self.view.open.insert(column, id.into());
        }
        Ok(step)
    }
}
