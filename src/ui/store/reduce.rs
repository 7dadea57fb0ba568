//! How each action changes the state. Steps that change the project are handed back, to be saved and told to others.

use super::{Action, Arrival, Arriving, Cursor, Dialog, Direction, Edge, State, View};
use crate::edit::{
    AnnotationPatch, ArticleFields, Command, EditError, NewAnnotation, NewArticle, Stamp, Step, StepKind,
};
use crate::model::{AnnotationId, ArticleId, LabelId};
use crate::text::{ByteOffset, Snap, TextRange, Unit};
use crate::ui::shared::sentence;
use crate::web::bundled::BundledArticle;

type Edited = Result<Option<Step>, EditError>;

impl State {
    /// Carries an action out and gives back the step that it made of the project, if it made one.
    pub fn reduce(&mut self, action: Action, stamp: Stamp) -> Option<Step> {
        let edited = match action {
            Action::Edit(command) => self.editor.perform(command, stamp),
            Action::Undo => self.editor.undo().map_err(Into::into),
            Action::Redo => self.editor.redo().map_err(Into::into),
            Action::ApplyLabel(label, how) => self.apply_label(label, how, stamp),
            Action::MoveEdge(edge, direction, unit) => self.move_edge(edge, direction, unit, stamp),
            Action::RemoveSelected => self.remove_selected(stamp),
            Action::Arrived(id, text) => self.arrived(&id, text, stamp),
            other => {
                self.look(other);
                Ok(None)
            }
        };
        match edited {
            Ok(Some(step)) => {
                self.after_step(&step);
                Some(step)
            }
            Ok(None) => None,
            Err(error) => {
                self.complain(sentence(&error.to_string()));
                None
            }
        }
    }

    /// Carries a command out for a program: errors are its own to show.
    ///
    /// # Errors
    /// With why it cannot be done; nothing has changed then.
    pub fn perform(&mut self, command: Command, stamp: Stamp) -> Edited {
        let step = self.editor.perform(command, stamp)?;
        if let Some(step) = &step {
            self.after_step(step);
        }
        Ok(step)
    }

    /// Carries out what changes only how the project is looked at.
    fn look(&mut self, action: Action) {
        match action {
            Action::Place(cursor) => self.place(cursor),
            Action::Move { unit, direction, extend } => self.move_cursor(unit, direction, extend),
            Action::MoveToEnd(direction, extend) => self.move_to_end(direction, extend),
            Action::Select(id) => self.select(id),
            Action::Reveal(id) => self.reveal(id),
            Action::SelectAtCursor => self.select_at_cursor(),
            Action::SelectNext(direction) => self.select_next(direction),
            Action::Relabel(open) => self.view.relabelling = open && self.view.selected.is_some(),
            Action::Escape => self.escape(),
            Action::Room(columns) => self.room = columns,
            Action::HidePanel(hidden) => self.hide_panel(hidden),
            Action::Reject(suggestion) => self.view.rejected.push(suggestion),
            Action::Columns(columns) => self.set_columns(columns),
            Action::Show(article) => self.show(&article),
            Action::Hide(article) => self.view.open.retain(|open| open != &article),
            Action::ShowTab(tab) => self.view.tab = tab,
            Action::SetFilter(filter) => self.view.filter = filter,
            Action::Open(dialog) => self.dialog = dialog,
            Action::Incoming(texts) => self.dialog = Some(Dialog::AddArticles(texts.into())),
            Action::Notify(notice) => self.notice = notice,
            Action::Announce(text) => self.announce(text),
            Action::Opened { editor, key, awaiting, view } => {
                self.editor = *editor;
                self.key = key;
                self.view = *view;
                self.await_articles(awaiting);
                self.dialog = None;
                self.generation += 1;
                self.announce(format!("Opened the project {}", self.project().title));
            }
            Action::Awaiting(articles) => self.await_articles(articles),
            Action::Retry(id) => self.set_arrival(&id, Arrival::Loading),
            Action::Listed(projects) => self.saved_projects = projects,
            Action::Saved(status) => self.save = status,
            // The rest changes the project, and `reduce` has dealt with it.
            _ => {}
        }
    }

    fn after_step(&mut self, step: &Step) {
        self.view.tidy(self.editor.project());
        for article in step.transaction.articles() {
            let is_new = self.project().article(article).is_some() && !self.view.open.contains(article);
            if is_new && self.view.open.len() < self.view.columns {
                self.view.open.push(article.clone());
            }
        }
        if step.kind != StepKind::Load {
            self.announce(step.describe());
        }
        let touched = step.transaction.annotations().last().cloned();
        if let (StepKind::Undo | StepKind::Redo, Some(id)) = (step.kind, touched) {
            self.reveal(id);
        }
    }

    fn apply_label(&mut self, label: LabelId, how: Option<Snap>, stamp: Stamp) -> Edited {
        let how = how.or_else(|| self.view.cursor.as_ref().map(|cursor| cursor.how)).unwrap_or(Snap::Words);
        if !self.view.relabelling
            && let Some((article, range)) = self.view.pending_as(self.project(), how)
        {
            return self.tag(article, range, label, stamp);
        }
        let Some(id) = self.view.selected.clone() else {
            self.tell("Select some text first, or a tag to give another label");
            return Ok(None);
        };
        self.view.relabelling = false;
        self.editor.perform(Command::Update(id, AnnotationPatch { label: Some(label), ..Default::default() }), stamp)
    }

    fn tag(&mut self, article: ArticleId, range: TextRange, label: LabelId, stamp: Stamp) -> Edited {
        let there = self.project().annotations_of(&article);
        let twin = there.overlapping(range).find(|(_, a)| a.label == label && a.ranges == [range]);
        let twin = twin.map(|(_, annotation)| annotation.id.clone());
        if let Some(twin) = twin {
            self.view.cursor = Some(Cursor::at(article, range.end()));
            self.select(Some(twin));
            self.tell(format!("Already tagged as {}", self.project().label_name(&label)));
            return Ok(None);
        }
        let new = NewAnnotation::tag(article.clone(), range, label);
        let step = self.editor.perform(Command::Annotate(new), stamp)?;
        self.view.cursor = Some(Cursor::at(article, range.end()));
        self.view.selected = step.as_ref().and_then(|step| step.transaction.annotations().next().cloned());
        Ok(step)
    }

    fn move_edge(&mut self, edge: Edge, direction: Direction, unit: Unit, stamp: Stamp) -> Edited {
        let Some(annotation) = self.view.selected.as_ref().and_then(|id| self.project().annotation(id)).cloned() else {
            return Ok(None);
        };
        let Some(article) = self.project().article(&annotation.article) else { return Ok(None) };
        let mut ranges = annotation.ranges.clone();
        let part = match edge {
            Edge::Start => ranges.first_mut(),
            Edge::End => ranges.last_mut(),
        };
        let Some(part) = part else { return Ok(None) };
        let step = |position: ByteOffset| match (direction, unit, edge) {
            // An end stops at ends of words and a start at their beginnings, whichever way they move.
            (Direction::Back, Unit::Word, Edge::End) => {
                let start = article.text.previous(position, Unit::Word);
                let before = article.text.previous(start, Unit::Word);
                article.text.next(before, Unit::Word).min(start)
            }
            (Direction::Forward, Unit::Word, Edge::Start) => {
                let end = article.text.next(position, Unit::Word);
                let after = article.text.next(end, Unit::Word);
                article.text.previous(after, Unit::Word).max(end)
            }
            (Direction::Back, ..) => article.text.previous(position, unit),
            (Direction::Forward, ..) => article.text.next(position, unit),
        };
        let (start, end) = match edge {
            Edge::Start => (step(part.start()), part.end()),
            Edge::End => (part.start(), step(part.end())),
        };
        if start >= end {
            self.tell("A tag cannot be empty: remove it with Delete");
            return Ok(None);
        }
        *part = TextRange::new(start, end);
        if !crate::model::Annotation::are_ranges_in_order(&ranges) {
            return Ok(None);
        }
        let patch = AnnotationPatch { ranges: Some(ranges), ..Default::default() };
        self.editor.perform(Command::Update(annotation.id.clone(), patch), stamp)
    }

    fn remove_selected(&mut self, stamp: Stamp) -> Edited {
        match self.view.selected.clone() {
            Some(id) => self.editor.perform(Command::Remove(vec![id]), stamp),
            None => Ok(None),
        }
    }

    fn await_articles(&mut self, articles: Vec<BundledArticle>) {
        self.bundled_order = articles.iter().map(|article| article.id.clone()).collect();
        let missing = articles.into_iter().filter(|a| self.project().article(&a.id.as_str().into()).is_none());
        self.arriving = missing.map(|article| Arriving { article, arrival: Arrival::Loading }).collect();
    }

    fn set_arrival(&mut self, id: &str, arrival: Arrival) {
        if let Some(arriving) = self.arriving.iter_mut().find(|arriving| arriving.article.id == id) {
            arriving.arrival = arrival;
        }
    }

    fn arrived(&mut self, id: &str, text: Result<crate::text::Text, String>, stamp: Stamp) -> Edited {
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
        let fields = ArticleFields { title, source, date, language, note: String::new() };
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

    fn place(&mut self, cursor: Option<Cursor>) {
        if cursor.as_ref().is_some_and(|cursor| !cursor.range().is_empty()) {
            self.view.selected = None;
        }
        self.view.relabelling = false;
        self.view.cursor = cursor;
    }

    /// The cursor, or the beginning of the first article shown.
    fn cursor_or_start(&self) -> Option<Cursor> {
        let start = || self.view.open.first().map(|article| Cursor::at(article.clone(), ByteOffset(0)));
        self.view.cursor.clone().or_else(start)
    }

    fn move_cursor(&mut self, unit: Unit, direction: Direction, extend: bool) {
        let Some(cursor) = self.cursor_or_start() else { return };
        let Some(article) = self.project().article(&cursor.article) else { return };
        let range = cursor.range();
        let head = match direction {
            // As in any editor, an arrow without Shift first collapses the selection to its side.
            Direction::Back if !extend && !range.is_empty() && unit == Unit::Grapheme => range.start(),
            Direction::Forward if !extend && !range.is_empty() && unit == Unit::Grapheme => range.end(),
            Direction::Back => article.text.previous(cursor.head, unit),
            Direction::Forward => article.text.next(cursor.head, unit),
        };
        self.set_head(cursor, head, extend);
    }

    fn move_to_end(&mut self, direction: Direction, extend: bool) {
        let Some(cursor) = self.cursor_or_start() else { return };
        let Some(article) = self.project().article(&cursor.article) else { return };
        let head = if direction == Direction::Back { ByteOffset(0) } else { article.text.end() };
        self.set_head(cursor, head, extend);
    }

    fn set_head(&mut self, cursor: Cursor, head: ByteOffset, extend: bool) {
        let anchor = if extend { cursor.anchor } else { head };
        self.place(Some(Cursor { anchor, head, how: Snap::Words, by_pointer: false, ..cursor }));
    }

    fn select(&mut self, id: Option<AnnotationId>) {
        self.view.relabelling = false;
        if let Some(words) = id.as_ref().and_then(|id| self.selected_words(id)) {
            self.announce(format!("Selected {words}"));
        }
        self.view.selected = id;
    }

    /// Where the panel takes room from the text, the selected tag may have to be scrolled to.
    fn hide_panel(&mut self, hidden: bool) {
        self.view.panel_hidden = hidden;
        self.view.reveal += u32::from(self.view.selected.is_some());
    }

    fn show(&mut self, article: &ArticleId) {
        let columns = self.columns();
        self.view.show(article, columns);
    }

    fn reveal(&mut self, id: AnnotationId) {
        let Some(annotation) = self.project().annotation(&id).cloned() else { return };
        self.show(&annotation.article);
        self.view.cursor = Some(Cursor::at(annotation.article.clone(), annotation.start()));
        self.view.reveal += 1;
        self.view.relabelling = false;
        self.view.selected = Some(id);
    }

    fn select_at_cursor(&mut self) {
        let Some(cursor) = &self.view.cursor else { return };
        let set = self.project().annotations_of(&cursor.article);
        let mut there: Vec<_> = set.at(cursor.head).into_iter().map(|annotation| annotation.id.clone()).collect();
        if there.is_empty() && cursor.head > ByteOffset(0) {
            // Just after its last character, a tag is still meant.
            there = set.at(ByteOffset(cursor.head.0 - 1)).into_iter().map(|a| a.id.clone()).collect();
        }
        let next = innermost_or_next_out(&there, self.view.selected.as_ref());
        self.select(next);
    }

    fn select_next(&mut self, direction: Direction) {
        let Some(article) = self.cursor_or_start().map(|cursor| cursor.article) else { return };
        let all: Vec<_> = self.project().annotations_of(&article).iter().cloned().collect();
        let current = self.view.selected.as_ref().and_then(|id| all.iter().position(|a| &a.id == id));
        let from = self.view.cursor.as_ref().map_or(ByteOffset(0), |cursor| cursor.head);
        let next = match (direction, current) {
            (Direction::Forward, Some(at)) => all.get(at + 1),
            (Direction::Back, Some(at)) => at.checked_sub(1).and_then(|at| all.get(at)),
            (Direction::Forward, None) => all.iter().find(|annotation| annotation.start() >= from),
            (Direction::Back, None) => all.iter().rev().find(|annotation| annotation.start() < from),
        };
        match next.map(|annotation| annotation.id.clone()) {
            Some(id) => {
                self.reveal(id.clone());
                self.select(Some(id));
            }
            None => self.announce("No more tags in this direction"),
        }
    }

    fn escape(&mut self) {
        let selecting = self.view.cursor.as_ref().is_some_and(|cursor| !cursor.range().is_empty());
        if self.view.relabelling {
            self.view.relabelling = false;
        } else if selecting {
            let head = self.view.cursor.take().map(|cursor| Cursor::at(cursor.article, cursor.head));
            self.view.cursor = head;
        } else if self.view.selected.is_some() {
            self.view.selected = None;
        } else {
            self.notice = None;
        }
    }

    fn set_columns(&mut self, columns: usize) {
        self.view.columns = columns.clamp(1, View::MAX_COLUMNS);
        let more: Vec<_> = self.project().articles().iter().map(|article| article.id.clone()).collect();
        for article in more {
            if self.view.open.len() < self.view.columns && !self.view.open.contains(&article) {
                self.view.open.push(article);
            }
        }
    }
}

/// Of the annotations over a place, outermost first: the innermost, or the next one out of the one selected.
pub fn innermost_or_next_out(there: &[AnnotationId], selected: Option<&AnnotationId>) -> Option<AnnotationId> {
    let at = selected.and_then(|id| there.iter().position(|one| one == id));
    match at {
        Some(at) if at > 0 => there.get(at - 1).cloned(),
        _ => there.last().cloned(),
    }
}
