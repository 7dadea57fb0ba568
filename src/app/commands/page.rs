//! Commands about search, project and page.

use super::enabled::{always, can_redo, can_undo, has_annotations, has_backup, has_no_backup};
use super::{Command, Group};
use crate::app::entities::EntityPage;
use crate::app::keys::{Keys, Scope};
use crate::app::messages::{commands as titles, help};
use crate::app::{
    Action, ArticleAction, BackupRequest, BoardAction, Dialog, Direction, Download, EntityAction, FilePurpose,
    FocusTarget, FollowAction, HistoryAction, ProjectAction, ReportAction, SearchAction, State, Tab, ViewAction,
};
use crate::format::{ExportOptions, native};

/// A command with keys that act in fields too.
const fn everywhere(
    id: &'static str,
    title: &'static str,
    keys: &'static [Keys],
    group: Group,
    help: &'static str,
    action: fn(&State) -> Action,
) -> Command {
    Command { id, title, keys, scope: Scope::Everywhere, group, help, enabled: always, action }
}

const fn outside_fields(
    id: &'static str,
    title: &'static str,
    keys: &'static [Keys],
    help: &'static str,
    enabled: fn(&State) -> bool,
    action: fn(&State) -> Action,
) -> Command {
    Command { id, title, keys, scope: Scope::OutsideFields, group: Group::Project, help, enabled, action }
}

/// A command without keys.
const fn listed(
    id: &'static str,
    title: &'static str,
    enabled: fn(&State) -> bool,
    action: fn(&State) -> Action,
) -> Command {
    Command { id, title, keys: &[], scope: Scope::OutsideFields, group: Group::Page, help: "", enabled, action }
}

fn open(dialog: Dialog) -> Action {
    ViewAction::Open(Some(dialog)).into()
}

fn go_to(tab: Tab) -> Action {
    ViewAction::GoToTab(tab).into()
}

fn export() -> Action {
    let (format, options) = (native::NAME, ExportOptions::default());
    ProjectAction::Download(Download::Project { format, options }).into()
}

pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "search",
        title: titles::SEARCH,
        keys: &[Keys("/")],
        scope: Scope::OutsideFields,
        group: Group::Search,
        help: help::SEARCH,
        enabled: always,
        action: |_| SearchAction::Open.into(),
    },
    everywhere("search.everywhere", "", &[Keys("Ctrl+Shift+F")], Group::Search, "", |_| SearchAction::Open.into()),
    outside_fields("undo", titles::UNDO, &[Keys("Ctrl+Z")], help::UNDO, can_undo, |_| HistoryAction::Undo.into()),
    outside_fields("redo", titles::REDO, &[Keys("Ctrl+Y"), Keys("Ctrl+Shift+Z")], help::REDO, can_redo, |_| {
        HistoryAction::Redo.into()
    }),
    outside_fields("article.finish", titles::FINISH, &[Keys("Ctrl+Enter")], help::FINISH, always, |_| {
        ArticleAction::NextUnfinished { finish: true }.into()
    }),
    listed("article.next", titles::NEXT_UNFINISHED, always, |_| ArticleAction::NextUnfinished { finish: false }.into()),
    everywhere("import", titles::IMPORT, &[Keys("Ctrl+O")], Group::Project, help::IMPORT, |_| {
        ProjectAction::PickFiles(FilePurpose::Import).into()
    }),
    everywhere("export", titles::EXPORT, &[Keys("Ctrl+S")], Group::Project, help::EXPORT, |_| export()),
    listed("import.add", titles::ADD, always, |_| ProjectAction::PickFiles(FilePurpose::Add).into()),
    listed("export.other", titles::EXPORT_OTHER, always, |_| open(Dialog::Export)),
    listed("backup.choose", titles::BACK_UP, has_no_backup, |_| {
        ProjectAction::RequestBackup(BackupRequest::Choose).into()
    }),
    listed("backup.resume", titles::RESUME_BACKUP, has_backup, |_| {
        ProjectAction::RequestBackup(BackupRequest::Resume).into()
    }),
    listed("backup.stop", titles::STOP_BACKUP, has_backup, |_| {
        ProjectAction::RequestBackup(BackupRequest::Stop).into()
    }),
    listed("articles.open", titles::OPEN_TEXTS, always, |_| ProjectAction::PickFiles(FilePurpose::Articles).into()),
    listed("articles.paste", titles::PASTE_TEXT, always, |_| open(Dialog::paste_text())),
    listed("projects", titles::PROJECTS, always, |_| open(Dialog::Projects)),
    listed("projects.new", titles::NEW_PROJECT, always, |_| open(Dialog::NewProject)),
    listed("schema.edit", titles::EDIT_SCHEMA, always, |_| open(Dialog::Schema(None))),
    listed("columns.1", titles::ONE_COLUMN, |s| s.columns() != 1, |_| ViewAction::Columns(1).into()),
    listed("columns.2", titles::TWO_COLUMNS, |s| s.columns() != 2 && s.room() >= 2, |_| ViewAction::Columns(2).into()),
    listed(
        "columns.3",
        titles::THREE_COLUMNS,
        |s| s.columns() != 3 && s.room() >= 3,
        |_| ViewAction::Columns(3).into(),
    ),
    listed("panel.hide", titles::HIDE_PANEL, |s| !s.side_hidden(), |_| ViewAction::HidePanel(true).into()),
    listed("panel.show", titles::SHOW_PANEL, State::side_hidden, |_| ViewAction::HidePanel(false).into()),
    listed("left.hide", titles::HIDE_LEFT, |s| !s.left_hidden(), |_| ViewAction::HideLeft(true).into()),
    listed("left.show", titles::SHOW_LEFT, State::left_hidden, |_| ViewAction::HideLeft(false).into()),
    listed(
        "minimap.hide",
        titles::HIDE_MINIMAP,
        |s| !s.panels.minimap_hidden,
        |_| ViewAction::HideMinimap(true).into(),
    ),
    listed(
        "minimap.show",
        titles::SHOW_MINIMAP,
        |s| s.panels.minimap_hidden,
        |_| ViewAction::HideMinimap(false).into(),
    ),
    listed("tab.annotations", titles::SHOW_ANNOTATIONS, always, |_| go_to(Tab::Annotations)),
    listed("tab.entities", titles::SHOW_ENTITIES, always, |_| go_to(Tab::Entities)),
    listed("entities.unlinked", titles::SHOW_UNLINKED, has_annotations, |_| {
        EntityAction::GoTo(EntityPage::Unlinked).into()
    }),
    listed("tab.relations", titles::SHOW_RELATIONS, always, |_| go_to(Tab::Relations)),
    listed("tab.suggestions", titles::SHOW_SUGGESTIONS, always, |_| go_to(Tab::Suggestions)),
    Command {
        id: "board.hide",
        title: titles::HIDE_BOARD,
        keys: &[Keys("Ctrl+B")],
        scope: Scope::Everywhere,
        group: Group::Page,
        help: help::BOARD,
        enabled: |s| s.board.is_shown,
        action: |_| BoardAction::Show(false).into(),
    },
    everywhere("board.show", titles::SHOW_BOARD, &[Keys("Ctrl+B")], Group::Page, "", |_| {
        BoardAction::Show(true).into()
    }),
    everywhere("report", titles::SHOW_REPORT, &[Keys("F8")], Group::Page, help::REPORT, |_| ReportAction::Open.into()),
    Command {
        id: "follow.stop",
        title: titles::STOP_FOLLOWING,
        keys: &[Keys("G")],
        scope: Scope::OutsideFields,
        group: Group::Page,
        help: help::FOLLOW,
        enabled: State::all_follow,
        action: |_| FollowAction::All(false).into(),
    },
    Command {
        id: "follow",
        title: titles::FOLLOW,
        keys: &[Keys("G")],
        scope: Scope::OutsideFields,
        group: Group::Page,
        help: "",
        enabled: State::can_follow,
        action: |_| FollowAction::All(true).into(),
    },
    listed("tab.history", titles::SHOW_HISTORY, always, |_| go_to(Tab::History)),
    listed("author", titles::YOUR_NAME, always, |_| ViewAction::EditAuthor.into()),
    everywhere("commands", "", &[Keys("Ctrl+K")], Group::Page, help::COMMANDS, |_| open(Dialog::Commands)),
    everywhere("region.next", titles::NEXT_REGION, &[Keys("F6")], Group::Page, help::REGIONS, |_| {
        ViewAction::Focus(FocusTarget::Region(Direction::Forward)).into()
    }),
    everywhere("region.previous", titles::PREVIOUS_REGION, &[Keys("Shift+F6")], Group::Page, "", |_| {
        ViewAction::Focus(FocusTarget::Region(Direction::Back)).into()
    }),
    Command {
        id: "help",
        title: titles::HELP,
        keys: &[Keys("?")],
        scope: Scope::OutsideFields,
        group: Group::Page,
        help: help::HELP,
        enabled: always,
        action: |_| open(Dialog::Help),
    },
];
