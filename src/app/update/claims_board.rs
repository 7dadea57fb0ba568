//! The claims board.

use super::{Edited, Update};
use crate::analysis::claims_board::row_of;
use crate::analysis::relations::{RelationKind, fitting};
use crate::app::messages::claims_board as words;
use crate::app::messages::relations::does_not_fit;
use crate::app::{BoardAction, BoardDrag, Download, DropTarget, Effect, FocusTarget, UiEffect};
use crate::edit::Command;
use crate::format::ExportOptions;
use crate::format::claims_board::BoardFormat;
use crate::model::{AnnotationId, RelationId};

impl Update<'_> {
    pub(super) fn board(&mut self, action: BoardAction) -> Edited {
        match action {
            BoardAction::Show(shown) => self.show_board(shown),
            BoardAction::Filter(filter) => self.state.board.filter = filter,
            BoardAction::Sort(sort) => self.state.board.sort = sort,
            BoardAction::Kind(kind) => self.state.board.kind = Some(kind),
            BoardAction::Pick(id) => return self.pick(id),
            BoardAction::Tie(from, to) => return self.tie(&from, &to),
            BoardAction::Part(id) => return self.part(&id),
            BoardAction::Drag(Some(id)) => self.drag(id),
            BoardAction::Drag(None) => self.end_drag(),
            BoardAction::DragOver(over) => {
                if let Some(drag) = &mut self.state.board.drag {
                    drag.over = over;
                }
            }
            BoardAction::Drop => return self.drop_claim(),
            BoardAction::Reveal(id) => {
                let article = self.state.project().annotation(&id).map(|one| one.article.clone());
                self.reveal(id);
                if let Some(article) = article {
                    self.ui(UiEffect::Focus(FocusTarget::Text(article)));
                }
            }
            BoardAction::Title(id, title) => return self.title_row(&id, title),
            BoardAction::Download(format) => self.download_board(format),
        }
        Ok(None)
    }

    fn show_board(&mut self, shown: bool) {
        self.state.board.is_shown = shown;
        self.state.board.picked = None;
        self.state.board.drag = None;
        self.state.drawer = false;
        if shown {
            self.state.close_sheet();
            self.ui(UiEffect::Focus(FocusTarget::Board));
        } else if let Some(article) = self.state.current_article().map(|article| article.id.clone()) {
            self.ui(UiEffect::Focus(FocusTarget::Text(article)));
        }
    }

    /// Gives up the drag, else the claim that is picked, else leaves the board.
    pub(super) fn escape_board(&mut self) {
        if self.state.board.drag.is_some() {
            return self.end_drag();
        }
        match self.state.board.picked.take() {
            Some(_) => self.announce(words::DROPPED),
            None => self.show_board(false),
        }
    }

    fn pick(&mut self, id: AnnotationId) -> Edited {
        match self.state.board.picked.take() {
            Some(picked) if picked == id => self.announce(words::DROPPED),
            Some(picked) => return self.tie(&picked, &id),
            None => {
                let text = words::picked(&self.claim_text(&id));
                self.state.board.picked = Some(id);
                self.announce(text);
            }
        }
        Ok(None)
    }

    fn drag(&mut self, claim: AnnotationId) {
        self.announce(words::dragged(&self.claim_text(&claim)));
        self.state.board.picked = None;
        self.state.board.drag = Some(BoardDrag { claim, over: None });
    }

    fn end_drag(&mut self) {
        if self.state.board.drag.take().is_some() {
            self.announce(words::NOT_MOVED);
        }
    }

    fn drop_claim(&mut self) -> Edited {
        let Some(drag) = &self.state.board.drag else { return Ok(None) };
        let BoardDrag { claim, over } = drag.clone();
        match over {
            Some(DropTarget::Claim(other)) if other != claim => {
                self.state.board.drag = None;
                self.tie(&claim, &other)
            }
            Some(DropTarget::Outside) => {
                self.state.board.drag = None;
                self.part(&claim)
            }
            _ => {
                self.end_drag();
                Ok(None)
            }
        }
    }

    fn claim_text(&self, id: &AnnotationId) -> String {
        let project = self.state.project();
        project.annotation(id).map(|claim| project.exact(claim)).unwrap_or_default()
    }

    fn tie(&mut self, from: &AnnotationId, to: &AnnotationId) -> Edited {
        self.state.board.picked = None;
        let project = self.project_of_state();
        let (Some(near), Some(far)) = (project.annotation(from), project.annotation(to)) else { return Ok(None) };
        let Some(kind) = self.state.board.tie_kind(project.schema()) else {
            self.notify(words::NO_TYPE);
            return Ok(None);
        };
        let wanted = RelationKind { kind: kind.clone(), outwards: true };
        let Some(fitting) = fitting(&project, &wanted, near, far) else {
            let label = project.label_name(&far.label);
            self.notify(does_not_fit(&project.relation_type_name(&kind), &label));
            return Ok(None);
        };
        self.ui(UiEffect::Focus(FocusTarget::BoardClaim(to.clone())));
        let (from, to) = fitting.ends(from, to);
        self.perform(Command::RelateAll(kind, vec![(from.clone(), to.clone())]))
    }

    fn part(&mut self, id: &AnnotationId) -> Edited {
        let project = self.project_of_state();
        let row = row_of(&project, id);
        let picked = self.state.board.picked.take().filter(|picked| picked != id);
        let is_between =
            |end: &AnnotationId| end != id && row.contains(end) && picked.as_ref().is_none_or(|picked| picked == end);
        let relations: Vec<RelationId> = project
            .relations_of(id)
            .filter(|one| is_between(if &one.from == id { &one.to } else { &one.from }))
            .map(|one| one.id.clone())
            .collect();
        if relations.is_empty() {
            self.notify(words::NOT_TIED);
            return Ok(None);
        }
        self.ui(UiEffect::Focus(FocusTarget::BoardClaim(id.clone())));
        self.perform(Command::UnrelateAll(relations))
    }

    fn title_row(&mut self, id: &AnnotationId, title: String) -> Edited {
        let claims = row_of(self.state.project(), id);
        self.perform(Command::TitleRow { claims, title })
    }

    fn download_board(&mut self, format: BoardFormat) {
        // Tables are opened by a double click, in a spreadsheet.
        let options = ExportOptions { for_spreadsheets: format == BoardFormat::Csv, ..ExportOptions::default() };
        self.effects.push(Effect::Download(Download::Board { format, options }));
    }
}
