//! Saving, and sharing the project with other tabs.

use super::Update;
use crate::app::messages::session as words;
use crate::app::{Saving, Session, SessionAction};

impl Update<'_> {
    pub(super) fn session(&mut self, action: SessionAction) {
        match action {
            SessionAction::Writing => self.writing(),
            SessionAction::Saved => self.saved(),
            SessionAction::Failed(reason) => self.failed(reason, false),
            SessionAction::NoStorage(reason) => self.failed(reason, true),
            SessionAction::Own => self.own(),
            SessionAction::Follow => self.follow_other_tab(),
            SessionAction::Asked => {
                if let Session::Follower { asked, .. } = &mut self.state.session {
                    *asked = true;
                }
            }
            SessionAction::Refused => {
                if let Session::Follower { asked, .. } = &mut self.state.session {
                    *asked = false;
                    self.notify_error(words::OTHER_TAB_CANNOT_SAVE);
                }
            }
            SessionAction::Detached(key) => {
                self.state.key = key;
                self.own();
                self.notify_error(words::DETACHED);
            }
        }
    }

    /// While the last changes could not be saved, trying again is no news.
    fn writing(&mut self) {
        if matches!(self.state.session, Session::Opening | Session::Owner(_)) {
            self.state.session = Session::Owner(Saving::Writing);
        }
    }

    fn saved(&mut self) {
        let was_unsaved = self.state.session.unsaved().is_some();
        match &mut self.state.session {
            Session::Follower { unsaved, .. } => *unsaved = None,
            other => *other = Session::Owner(Saving::Saved),
        }
        if was_unsaved {
            self.notify(words::SAVED_AGAIN);
        }
    }

    fn failed(&mut self, reason: String, no_storage: bool) {
        match &mut self.state.session {
            Session::Follower { unsaved, .. } => *unsaved = Some(reason),
            other if no_storage => *other = Session::MemoryOnly { reason },
            other => *other = Session::Failed { reason },
        }
    }

    fn own(&mut self) {
        if let Session::Follower { unsaved, .. } = &self.state.session {
            self.state.session = match unsaved.clone() {
                Some(reason) => Session::Failed { reason },
                None => Session::Owner(Saving::Saved),
            };
            self.announce(words::EDITED_HERE);
        }
        self.state.editor.set_read_only(false);
        // Steps of the other tab have used ids.
        self.state.editor.refresh_ids();
    }

    fn follow_other_tab(&mut self) {
        if self.state.session.can_edit() {
            let unsaved = self.state.session.unsaved().map(str::to_owned);
            self.state.session = Session::Follower { asked: false, unsaved };
            self.announce(words::EDITED_ELSEWHERE);
        }
        self.state.editor.set_read_only(true);
    }
}
