//! Columns that follow what is selected in another one.

use std::rc::Rc;

use super::Update;
use crate::app::messages::follow as words;
use crate::app::{Effect, FollowAction, FollowSource, Followed, Following};
use crate::model::ArticleId;

impl Update<'_> {
    pub(super) fn follow(&mut self, action: FollowAction) {
        match action {
            FollowAction::Column(article, follows) => self.state.view.set_following(&article, follows),
            FollowAction::All(follow) => {
                for article in self.state.shown().to_vec() {
                    self.state.view.set_following(&article, follow);
                }
                self.announce(if follow { words::ALL_FOLLOW } else { words::NONE_FOLLOWS });
            }
            FollowAction::Found(source, found) => self.found_counterparts(source, found),
        }
    }

    /// Has counterparts looked for if something else is followed than before the action. When a project is opened, its columns stay
    /// where they were.
    pub(super) fn follow_selection(&mut self, before: Option<FollowSource>) {
        let Some(now) = FollowSource::of(self.state) else {
            if self.state.following.source.is_some() {
                self.state.following = Following::default();
            }
            return;
        };
        if before.as_ref().is_some_and(|before| now.is_same(before)) {
            return;
        }
        let following = &mut self.state.following;
        let is_same_project = before.is_none_or(|before| now.is_of_same_project(&before));
        if following.source.as_ref() != Some(&now.article) || !is_same_project {
            *following = Following::default();
        } else if following.columns.iter().any(|one| !now.columns.contains(&one.article)) {
            let stay = following.columns.iter().filter(|one| now.columns.contains(&one.article));
            following.columns = Rc::new(stay.cloned().collect());
        }
        if is_same_project {
            self.effects.push(Effect::FindCounterparts);
        }
    }

    /// Scrolls the columns whose counterparts have changed.
    fn found_counterparts(&mut self, source: ArticleId, found: Vec<Followed>) {
        let Some(now) = FollowSource::of(self.state).filter(|now| now.article == source) else { return };
        let found: Vec<Followed> = found.into_iter().filter(|one| now.columns.contains(&one.article)).collect();
        if self.state.following.source.as_ref() == Some(&source) && *self.state.following.columns == found {
            return;
        }
        let mut said: Vec<String> = Vec::new();
        for one in
            found.iter().filter(|one| self.state.followed(&one.article) != Some(one)).cloned().collect::<Vec<_>>()
        {
            let title = self.state.project().article(&one.article).map(|article| article.title.clone());
            said.push(words::announced(&title.unwrap_or_default(), &one));
            if let Some(start) = one.counterpart.as_ref().and_then(|one| one.ranges.first()).map(|range| range.start())
            {
                self.scroll_to(&one.article, start);
            }
        }
        self.state.following = Following { source: Some(source), columns: Rc::new(found) };
        if !said.is_empty() {
            self.announce(said.join(". "));
        }
    }
}
