//! A project that is being opened: what is shown of it, and what has to wait.

use std::rc::Rc;

use crossread::app::{
    self, BoardAction, CaretAction, Dialog, Effect, EntityAction, EntityPage, FilePurpose, HistoryAction, NewProject,
    OpenedProject, Opening, OpeningAction, PartAction, Preview, ProjectAction, ProjectRequest, ReportAction,
    ReviewAction, Saving, ScrollPosition, SearchAction, SelectAction, Session, SessionAction, State, TagAction, View,
    ViewAction,
};
use crossread::edit::{Command, EditError, Editor, Stamp};
use crossread::format::native;
use crossread::model::{Project, Timestamp, news_claims};
use crossread::text::ByteOffset;

use crate::harness::{Table, table};

const WAIT: &str = "A project is being opened, and is read-only until then. Wait until it is open, or choose Cancel.";

/// A project with one article.
fn other() -> Project {
    let empty = native::write(&Project::new("Other", news_claims(), Timestamp::epoch()));
    let with_article =
        empty.replace("\"articles\": []", r#""articles": [{"id": "z", "title": "Z", "text": "One\nTwo"}]"#);
    native::read(&with_article).expect("a project")
}

fn preview() -> Rc<Preview> {
    Rc::new(Preview::new(other(), view()))
}

fn view() -> View {
    View { open: vec!["z".into()], columns: 3, ..View::default() }
}

fn begin(t: Table) -> Table {
    t.act(OpeningAction::Begin { number: 7, name: "z.json".to_owned() }).act(OpeningAction::Read(7, 40))
}

fn shown(t: Table) -> Table {
    begin(t).act(OpeningAction::Show(7, preview()))
}

/// A project with a tag that can be undone, over which another one is shown.
fn over_a_tag() -> Table {
    let mut t = shown(table("«Paris|» is far ¶ Rome").act(SessionAction::Saved).keys("3"));
    t.effects.clear();
    t
}

fn opened() -> ProjectAction {
    let session = Session::Owner(Saving::Writing);
    let (key, editor) = ("p2".to_owned(), Editor::new(other()));
    ProjectAction::Opened(Box::new(OpenedProject { editor, key, view: view(), session, last_export: None }))
}

fn on_page(t: &Table) -> Rc<State> {
    Rc::new(t.state.clone()).on_page()
}

/// The titles of the open project and of what the page shows.
fn titles(t: &Table) -> (String, String) {
    (t.state.project().title.clone(), on_page(t).project().title.clone())
}

/// All that must be as it was when the former project returns.
fn former(t: &Table) -> impl PartialEq + std::fmt::Debug + use<> {
    let State { editor, key, generation, session, unexported, mode, view, .. } = &t.state;
    let history = (editor.history().done_count(), editor.is_read_only(), *unexported, *generation);
    (native::write(editor.project()), history, key.clone(), session.clone(), mode.clone(), view.clone())
}

rows! {
    what_is_read_is_shown_and_cannot_be_changed: {
        let t = over_a_tag();
        assert_eq!(titles(&t), ("Test".to_owned(), "Other".to_owned()));
        let page = on_page(&t);
        assert!(page.editor.is_read_only() && !page.session.can_edit());
        assert_eq!((page.shown(), page.generation), (&["z".into()][..], t.state.generation + 1));
        t
    };
    every_edit_is_refused: {
        let former_before = former(&over_a_tag());
        let actions: Vec<app::Action> = vec![
            Command::RenameProject("New".to_owned()).into(),
            HistoryAction::Undo.into(),
            HistoryAction::GoTo(0).into(),
            TagAction::Apply("person".into(), None).into(),
            TagAction::Remove.into(),
            PartAction::Keep.into(),
            BoardAction::Show(true).into(),
            ReportAction::Open.into(),
            ReviewAction::Start { by_group: false }.into(),
            EntityAction::GoTo(EntityPage::Unlinked).into(),
            SearchAction::Open.into(),
            ViewAction::Open(Some(Dialog::Schema(None))).into(),
            ViewAction::Columns(1).into(),
            ViewAction::Show("b".into()).into(),
            ProjectAction::PickFiles(FilePurpose::Import).into(),
            ProjectAction::Request(ProjectRequest::Open("p3".to_owned())).into(),
            ProjectAction::ReceivedFiles(FilePurpose::Import, 5).into(),
        ];
        for action in actions {
            let name = format!("{action:?}");
            let t = over_a_tag().act(action).expect_notice(WAIT);
            assert!(t.effects.iter().all(|effect| matches!(effect, Effect::ReleaseFiles(_))), "{name}: {:?}", t.effects);
            assert_eq!(former(&t), former_before, "{name}");
        }
        over_a_tag()
    };
    files_that_are_refused_are_released: {
        let t = over_a_tag().act(ProjectAction::ReceivedFiles(FilePurpose::Import, 5));
        assert!(matches!(t.effects.as_slice(), [Effect::ReleaseFiles(files)] if files == &[5]));
        t
    };
    moving_and_selecting_do_nothing: {
        let before = former(&over_a_tag());
        let t = over_a_tag().act(CaretAction::SelectAll).act(SelectAction::Only(None)).act(TagAction::SelectionMade).expect_notice("");
        assert_eq!(former(&t), before);
        t
    };
    keys_that_would_edit_are_refused: {
        let before = former(&over_a_tag());
        let t = over_a_tag().page_keys("Ctrl+z").expect_notice(WAIT);
        assert_eq!(former(&t), before);
        t
    };
    a_command_of_a_script_is_refused: {
        let mut t = over_a_tag();
        let stamp = Stamp { at: Timestamp::epoch(), by: String::new() };
        let refused = app::perform(&mut t.state, Command::RenameProject("New".to_owned()), stamp);
        assert_eq!(refused.map(drop), Err(EditError::Opening));
        t
    };
    before_anything_is_shown_the_open_project_can_be_edited: {
        begin(table("«Paris|»").act(SessionAction::Saved)).keys("3").expect_tags(["Location: Paris"])
    };
    escape_cancels_and_the_former_project_is_as_it_was: {
        let before = former(&table("«Paris|» is far ¶ Rome").act(SessionAction::Saved).keys("3"));
        let t = over_a_tag().page_keys("Esc");
        assert_eq!(former(&t), before);
        assert_eq!(titles(&t).1, "Test");
        assert!(t.state.opening.is_none());
        t.expect_notice("Opening “z.json” was cancelled. The former project is open again.").keys("Ctrl+z").expect_tags([])
    };
    when_it_fails_the_former_project_is_as_it_was: {
        let before = former(&table("«Paris|» is far ¶ Rome").act(SessionAction::Saved).keys("3"));
        let t = over_a_tag().act(OpeningAction::End(7));
        assert_eq!((former(&t), titles(&t).1), (before, "Test".to_owned()));
        t
    };
    the_end_of_another_one_is_ignored: {
        let t = over_a_tag().act(OpeningAction::End(6)).act(OpeningAction::Show(6, preview())).act(OpeningAction::Read(6, 90));
        let opening = t.state.opening.as_ref().expect("it is still being opened");
        assert!(matches!(opening, Opening { number: 7, percent: Some(40), preview: Some(_), .. }));
        t
    };
    what_is_shown_stays_where_it_is_when_it_is_open: {
        let line = ScrollPosition { position: ByteOffset(4), pixels: -3.0 };
        let t = over_a_tag().act(ViewAction::Scrolled("z".into(), line));
        assert!(t.state.view.scroll.is_empty(), "the former project is not scrolled");
        let t = t.act(OpeningAction::Show(7, preview()));
        let page = on_page(&t);
        assert_eq!(page.view.scroll.get(&"z".into()), Some(&line), "when more is shown");
        let t = t.act(opened());
        assert_eq!((t.state.generation, t.state.view.scroll.get(&"z".into())), (page.generation, Some(&line)));
        assert!(t.state.opening.is_none() && !t.state.editor.is_read_only());
        t
    };
    nothing_is_saved_of_what_is_shown: {
        let t = over_a_tag().act(ViewAction::Notify(None)).act(SessionAction::Writing).act(SessionAction::Saved).act(OpeningAction::End(7));
        assert_eq!((t.saved(), t.state.key.as_str()), (0, "p1"));
        t
    };
    another_tab_can_take_the_former_project_over: {
        let t = over_a_tag().act(SessionAction::Follow).act(OpeningAction::End(7));
        assert!(t.state.editor.is_read_only());
        t
    };
    a_dialog_is_not_covered: {
        let t = begin(table("Paris").act(ViewAction::Open(Some(Dialog::Schema(None))))).act(OpeningAction::Show(7, preview()));
        assert_eq!(titles(&t).1, "Test");
        t
    };
    the_list_of_projects_comes_back_with_the_former_project: {
        let t = shown(table("Paris").act(ViewAction::Open(Some(Dialog::Projects))));
        assert_eq!((titles(&t).1.as_str(), &on_page(&t).dialog), ("Other", &None));
        let t = t.act(OpeningAction::Cancel);
        assert_eq!(on_page(&t).dialog, Some(Dialog::Projects));
        t
    };
    a_project_that_would_be_lost_is_not_covered: {
        let in_memory = table("«Paris|»").act(SessionAction::NoStorage("refused".to_owned())).keys("3");
        let t = shown(in_memory);
        assert_eq!(titles(&t).1, "Test");
        t
    };
    one_project_is_opened_at_a_time: {
        let t = begin(table("Paris")).act(ProjectAction::Request(ProjectRequest::Open("p3".to_owned()))).expect_notice(WAIT);
        assert!(t.effects.is_empty());
        t
    };
    a_new_project_has_to_wait_too: {
        let new = NewProject { title: "New".to_owned(), schema: Box::new(news_claims()), with_samples: false };
        over_a_tag().act(ProjectAction::Request(ProjectRequest::Create(new))).expect_notice(WAIT)
    };
}
