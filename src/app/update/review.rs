//! The review: walking through the suggestions and deciding each.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::tagging::moved_edge;
use super::{Edited, Update};
use crate::analysis::suggestions::SuggestionList;
use crate::analysis::suggestions::{SuggestedLabel, Suggestion};
use crate::app::messages::{review as words, summaries, tags};
use crate::app::suggestions::{Review, ReviewAction};
use crate::app::{Direction, Edge, FocusTarget, Mode, UiEffect};
use crate::edit::Step;
use crate::model::{ArticleId, LabelId};
use crate::text::{ByteOffset, TextRange, Unit};

impl Update<'_> {
    pub(super) fn review(&mut self, action: ReviewAction) -> Edited {
        match action {
            ReviewAction::Start { by_group } => self.start_review(by_group),
            ReviewAction::Accept { group } => return self.decide(group, Decision::Accept(None)),
            ReviewAction::Reject { group } => return self.decide(group, Decision::Reject),
            ReviewAction::Go(direction) => self.go_on(direction),
            ReviewAction::ChooseLabel => self.choose_label(),
            ReviewAction::Retype(kind) => self.change_current(|one| one.label = Some(SuggestedLabel::Relation(kind))),
            ReviewAction::MoveEdge(edge, direction) => self.move_review_edge(edge, direction),
            ReviewAction::OtherSide => self.show_other_side(),
            ReviewAction::Leave => self.leave_review(),
        }
        Ok(None)
    }

    fn start_review(&mut self, by_group: bool) {
        self.state.board.is_shown = false;
        if let Mode::Reviewing(review) = &mut self.state.mode {
            review.by_group = by_group;
            let text = words::order(by_group);
            return self.announce(text);
        }
        if self.state.suggestions.is_current {
            return self.begin_review(by_group);
        }
        self.state.suggestions.want();
        self.state.suggestions.starting = Some(by_group);
        self.notify(words::COMPUTING);
    }

    /// Begins with the first suggestion that ends behind the caret; after the last one, with the first of all.
    pub(super) fn begin_review(&mut self, by_group: bool) {
        let list = self.state.suggestions.list.clone();
        let project = self.project_of_state();
        let index = |article: &ArticleId| project.articles().iter().position(|one| one.id == *article);
        let caret = self.state.cursor_or_start().map(|cursor| (index(&cursor.article), cursor.head));
        let is_ahead = |one: &&Rc<Suggestion>| {
            one.spans.first().is_some_and(|span| Some((index(&span.article), span.range.end())) > caret)
        };
        let Some(first) = list.open.iter().find(is_ahead).or(list.open.first()) else {
            return self.notify(words::NONE_OPEN);
        };
        self.state.chord.clear();
        self.state.notice = None;
        self.state.mode = Mode::Reviewing(Review::new(first, by_group));
        self.state.hide_side(false);
        self.ui(UiEffect::Focus(FocusTarget::Review));
        self.show_current("");
    }

    /// Shows the suggestion that is decided now, and says it after what has just happened.
    fn show_current(&mut self, before: &str) {
        let Mode::Reviewing(review) = &self.state.mode else { return };
        let (current, side) = (review.current.clone(), review.side);
        self.state.view.selected.clear();
        self.reveal_span(&current, side);
        let text = words::announced(before, self.state.project(), &current);
        self.announce(text);
    }

    /// Decides the suggestion or its group as one step, and goes on to the next.
    fn decide(&mut self, group: bool, decision: Decision) -> Edited {
        let Mode::Reviewing(review) = &self.state.mode else { return Ok(None) };
        let (list, current) = (self.state.suggestions.list.clone(), review.current.clone());
        let by_group = review.by_group;
        let items =
            list.group_of(&current.id).filter(|_| group).map(|group| group.items.as_slice()).unwrap_or_default();
        let others = items.iter().filter(|one| one.id != current.id).map(|one| (**one).clone());
        let mut decided: Vec<Suggestion> = std::iter::once((*current).clone()).chain(others).collect();
        let ids: Vec<String> = decided.iter().map(|one| one.id.clone()).collect();
        let step = match decision {
            Decision::Reject => self.reject(&ids)?,
            Decision::Accept(label) => {
                if let Some(label) = label {
                    decided.iter_mut().for_each(|one| one.label = Some(SuggestedLabel::Label(label.clone())));
                }
                self.accept(&decided)?
            }
        };
        let Some(step) = step else { return Ok(None) };
        if let Mode::Reviewing(review) = &mut self.state.mode {
            review.chooses_label = false;
            review.decided.extend(ids.iter().cloned());
        }
        let gone: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        let next = following(&list.walk(by_group), &current.id, |one| !gone.contains(one.id.as_str())).cloned();
        self.search_again();
        self.move_on(next.as_ref(), &step);
        Ok(None)
    }

    fn move_on(&mut self, next: Option<&Rc<Suggestion>>, step: &Step) {
        let said = summaries::step(step);
        match next {
            Some(next) => {
                self.set_current(next);
                self.show_current(&said);
            }
            None => {
                self.leave_review();
                self.notify(words::all_decided(&said));
            }
        }
    }

    fn set_current(&mut self, next: &Rc<Suggestion>) {
        if let Mode::Reviewing(review) = &mut self.state.mode {
            *review = Review { decided: std::mem::take(&mut review.decided), ..Review::new(next, review.by_group) };
        }
    }

    fn go_on(&mut self, direction: Direction) {
        let Mode::Reviewing(review) = &self.state.mode else { return };
        let list = self.state.suggestions.list.clone();
        let mut walk = list.walk(review.by_group);
        if direction == Direction::Back {
            walk.reverse();
        }
        let id = review.current.id.clone();
        if let Some(next) = following(&walk, &id, |_| true) {
            self.set_current(next);
            self.show_current("");
        }
    }

    /// Suggestions were computed again: goes back to one whose decision was undone, keeps the present one, or goes on to the next.
    pub(super) fn follow_suggestions(&mut self, before: &SuggestionList) {
        let Mode::Reviewing(review) = &self.state.mode else { return };
        let list = self.state.suggestions.list.clone();
        let is_new = |one: &&Rc<Suggestion>| before.find(&one.id).is_none();
        let undone = review.decided.iter().filter_map(|id| list.find(id)).find(is_new);
        if let Some(undone) = undone {
            self.set_current(undone);
            return self.show_current("");
        }
        if list.find(&review.current.id).is_some() {
            return;
        }
        let next = following(&before.walk(review.by_group), &review.current.id, |one| list.find(&one.id).is_some());
        match next.and_then(|next| list.find(&next.id)).or(list.open.first()) {
            Some(next) => {
                self.set_current(next);
                self.show_current("");
            }
            None => {
                self.leave_review();
                self.notify(words::NONE_OPEN);
            }
        }
    }

    /// Ends the review; the caret is where it was.
    pub(super) fn leave_review(&mut self) {
        let Mode::Reviewing(_) = &self.state.mode else { return };
        self.state.mode = Mode::Idle;
        self.announce(words::LEFT);
        if let Some(article) = self.state.current_article().map(|article| article.id.clone()) {
            self.ui(UiEffect::Focus(FocusTarget::Text(article)));
        }
    }

    /// Leaves the palette of labels, else the review.
    pub(super) fn escape_review(&mut self) {
        match &mut self.state.mode {
            Mode::Reviewing(review) if review.chooses_label => {
                review.chooses_label = false;
                self.ui(UiEffect::Focus(FocusTarget::Review));
            }
            _ => self.leave_review(),
        }
    }

    fn choose_label(&mut self) {
        let Mode::Reviewing(review) = &mut self.state.mode else { return };
        if review.is_tag() {
            review.chooses_label = true;
            self.ui(UiEffect::Focus(FocusTarget::Palette));
        } else if review.relation_type().is_some() {
            self.ui(UiEffect::Focus(FocusTarget::ReviewType));
        } else {
            self.notify(words::NO_LABEL);
        }
    }

    /// A label was chosen: the suggestion, or its group, is accepted with it.
    pub(super) fn accept_as(&mut self, label: LabelId, group: bool) -> Edited {
        let Mode::Reviewing(review) = &self.state.mode else { return Ok(None) };
        self.state.chord.clear();
        if !review.is_tag() {
            self.notify(words::NO_LABEL);
            return Ok(None);
        }
        let had_palette = review.chooses_label;
        let edited = self.decide(group, Decision::Accept(Some(label)));
        if had_palette && matches!(self.state.mode, Mode::Reviewing(_)) {
            self.ui(UiEffect::Focus(FocusTarget::Review));
        }
        edited
    }

    fn change_current(&mut self, change: impl FnOnce(&mut Suggestion)) {
        if let Mode::Reviewing(review) = &mut self.state.mode {
            change(Rc::make_mut(&mut review.current));
        }
    }

    fn move_review_edge(&mut self, edge: Edge, direction: Direction) {
        let Mode::Reviewing(review) = &self.state.mode else { return };
        let (Some(span), side, true) = (review.span().cloned(), review.side, review.has_edges()) else {
            return self.notify(words::NO_EDGES);
        };
        let project = self.project_of_state();
        let Some(article) = project.article(&span.article) else { return };
        let moved = |position| moved_edge(&article.text, position, edge, direction, Unit::Word);
        let (start, end): (ByteOffset, ByteOffset) = match edge {
            Edge::Start => (moved(span.range.start()), span.range.end()),
            Edge::End => (span.range.start(), moved(span.range.end())),
        };
        if start >= end {
            return self.notify(tags::CANNOT_BE_EMPTY);
        }
        let range = TextRange::new(start, end);
        let text = words::now(article.text.slice(range));
        self.change_current(|one| one.spans[side].range = range);
        self.announce(text);
    }

    /// The other side of a pair, or the next of the mentions.
    fn show_other_side(&mut self) {
        let Mode::Reviewing(review) = &mut self.state.mode else { return };
        let count = review.current.spans.len();
        if count < 2 {
            return self.notify(words::ONE_PLACE);
        }
        review.side = (review.side + 1) % count;
        let (current, side) = (review.current.clone(), review.side);
        self.reveal_span(&current, side);
        let text = words::place(self.state.project(), &current, side);
        self.announce(text);
    }
}

/// What is decided about a suggestion.
enum Decision {
    /// It is accepted, perhaps with another label.
    Accept(Option<LabelId>),
    /// It is rejected.
    Reject,
}

/// The first after the one of an id, which passes; from the beginning after the last one.
fn following<'a>(
    walk: &[&'a Rc<Suggestion>],
    id: &str,
    passes: impl Fn(&Suggestion) -> bool,
) -> Option<&'a Rc<Suggestion>> {
    let at = walk.iter().position(|one| one.id == id).map_or(0, |at| at + 1);
    walk[at..].iter().chain(&walk[..at.saturating_sub(1)]).find(|one| passes(one)).copied()
}
