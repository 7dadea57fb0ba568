//! Texts on their way to becoming articles: files that were read, read again, removed; and what is shown once they are added.

use crossread::app::incoming::{FileText, IncomingText, PASTED, ReadAs, RefusedFile, TextSource, preview};
use crossread::app::{
    Dialog, Effect, FilePurpose, FocusTarget, ImportedProject, Incoming, IncomingAction, OpenedProject, PanelPlaces,
    ProjectAction, ProjectRequest, ReadFiles, SchemaFile, Session, SessionAction, View, ViewAction, WindowLayout,
};
use crossread::edit::{ArticleFields, Command, Editor, NewArticle};
use crossread::format::documents::{DocumentDetails, DocumentKind};
use crossread::model::{ArticleId, Project, Timestamp, news_claims};
use crossread::text::{Broken, Encoding, Text};

use crate::harness::{Table, table};

fn read(text: &str, encoding: Encoding) -> FileText {
    FileText {
        text: text.to_owned(),
        kind: DocumentKind::PlainText,
        details: DocumentDetails::default(),
        characters: text.chars().count(),
        preview: preview(text),
        encoding,
        is_guess: encoding != Encoding::UTF_8,
        remarks: Vec::new(),
        warnings: Vec::new(),
    }
}

fn file(number: u32, name: &str) -> IncomingText {
    IncomingText::of_file(number, name.to_owned(), read("Text.", Encoding::WINDOWS_1252))
}

fn refused(as_text: Option<u32>, name: &str) -> RefusedFile {
    RefusedFile { as_text, name: name.to_owned(), message: format!("“{name}” is refused.") }
}

fn files<const N: usize>(names: [&str; N]) -> Incoming {
    let texts = names.iter().zip(1..).map(|(name, number)| file(number, name)).collect();
    Incoming { texts, refused: Vec::new(), removed: vec![] }
}

fn read_files(files: impl Into<ReadFiles>) -> ProjectAction {
    ProjectAction::FilesRead(files.into())
}

fn came(incoming: Incoming) -> Table {
    table("|Paris").act(read_files(incoming))
}

fn incoming(t: &Table) -> &Incoming {
    match &t.state.dialog {
        Some(Dialog::AddArticles(incoming)) => incoming,
        other => panic!("{other:?} is open"),
    }
}

fn titles(t: &Table) -> Vec<&str> {
    incoming(t).texts.iter().map(|text| text.title.as_str()).collect()
}

/// The text of a file, its encoding, and the problem.
fn content(t: &Table, number: u32) -> (&str, &str, Option<&str>) {
    let text = incoming(t).texts.iter().find(|text| text.number == number).expect("a text");
    match &text.source {
        TextSource::File { text, problem, .. } => (&text.text, text.encoding.name(), problem.as_deref()),
        TextSource::Pasted { text, .. } => (text, "", None),
    }
}

fn reads(t: &Table) -> Vec<(u32, Option<&str>)> {
    let reads = t.effects.iter().filter_map(|effect| match effect {
        Effect::ReadTextAgain(number, how) => Some((*number, how.map(|how| how.encoding.name()))),
        _ => None,
    });
    reads.collect()
}

fn released(t: &Table) -> Vec<u32> {
    let released = t.effects.iter().filter_map(|effect| match effect {
        Effect::ReleaseFiles(files) => Some(files.clone()),
        _ => None,
    });
    released.flatten().collect()
}

fn koi() -> Encoding {
    Encoding::find("KOI8-R").expect("an encoding")
}

/// Plain text in an encoding.
fn plain(encoding: Encoding) -> ReadAs {
    ReadAs { encoding, kind: DocumentKind::PlainText }
}

/// A file that is being read again as KOI8-R.
fn reread() -> Table {
    came(files(["a.txt", "b.txt"])).act(IncomingAction::Reread(2, plain(koi())))
}

fn done(encoding: Encoding, text: &str) -> IncomingAction {
    IncomingAction::RereadDone(2, Some(plain(encoding)), Ok(Box::new(read(text, encoding))))
}

/// Adds articles with these titles as the dialog does.
fn added(mut t: Table, ids: &[&str]) -> Table {
    for id in ids {
        let fields = ArticleFields { title: (*id).to_owned(), ..Default::default() };
        t = t.act(Command::AddArticles(vec![NewArticle {
            id: Some((*id).into()),
            index: None,
            fields,
            text: Text::new("New."),
        }]));
    }
    t.act(IncomingAction::Added(ids.iter().map(|id| ArticleId::from(*id)).collect()))
}

fn shown(t: &Table) -> Vec<&str> {
    t.state.shown().iter().map(ArticleId::as_str).collect()
}

fn editor(title: &str) -> Editor {
    Editor::new(Project::new(title, news_claims(), Timestamp::epoch()))
}

fn project(name: &str) -> ImportedProject {
    let message = format!("Imported {name}");
    ImportedProject { name: name.to_owned(), editor: Box::new(editor(name)), message, rest: Box::default() }
}

fn schema(name: &str) -> SchemaFile {
    SchemaFile { name: name.to_owned(), schema: Ok(news_claims()) }
}

/// The names of the projects to be opened, each with what comes after it.
fn adopted(t: &Table) -> Vec<(&str, &ReadFiles)> {
    let adopted = t.effects.iter().filter_map(|effect| match effect {
        Effect::Project(ProjectRequest::Adopt(project)) => Some((project.name.as_str(), &*project.rest)),
        _ => None,
    });
    adopted.collect()
}

/// A project was opened.
fn opened(t: Table) -> Table {
    t.act(ProjectAction::Opened(Box::new(OpenedProject {
        editor: editor("Other"),
        key: "p2".to_owned(),
        view: View::default(),
        session: Session::Opening,
        last_export: None,
    })))
}

fn reads_files(t: &Table) -> usize {
    t.effects.iter().filter(|effect| matches!(effect, Effect::ReadFiles(..))).count()
}

fn messages(t: &Table) -> Vec<String> {
    incoming(t).refused.iter().map(|file| crate::harness::plain(&file.message)).collect()
}

const CLOSE_FIRST: &str = "No file was added. Close the dialog first, then choose the files again.";

rows! {
    titles_are_made_of_the_names_of_files: {
        let t = came(files(["some_name.txt", ".txt", "no-extension", "a.b.md"]));
        assert_eq!(titles(&t), ["some name", "Untitled article", "no-extension", "a.b"]);
        t
    };
    equal_titles_are_told_apart: {
        let t = came(files(["x.txt", "x.txt", "x.md", "Article_a.txt"]));
        assert_eq!(titles(&t), ["x", "x (2)", "x (3)", "Article a (2)"]);
        t
    };
    what_comes_later_is_added_to_the_dialog: {
        let t = came(files(["x.txt"])).act(read_files(Incoming { texts: vec![file(7, "x.txt")], refused: vec![], removed: vec![] }));
        assert_eq!(titles(&t), ["x", "x (2)"]);
        t
    };
    files_that_cannot_be_added_are_only_named: {
        let t = came(Incoming { texts: vec![], refused: vec![refused(None, "a.pdf"), refused(None, "b.png")], removed: vec![] });
        assert_eq!(t.state.dialog, None);
        t.expect_notice("“a.pdf” is refused.\n“b.png” is refused.")
    };
    they_stand_in_the_dialog_of_the_others: {
        let t = came(Incoming { refused: vec![refused(None, "a.pdf")], ..files(["x.txt"]) });
        assert_eq!(incoming(&t).refused.len(), 1);
        t.expect_notice("")
    };
    a_refused_file_can_be_added_as_plain_text: {
        let t = came(Incoming { texts: vec![], refused: vec![refused(Some(5), "a.csv")], removed: vec![] }).act(IncomingAction::ReadAsText(5));
        assert_eq!(reads(&t), [(5, None)]);
        let t = t.act(IncomingAction::RereadDone(5, None, Ok(Box::new(read("a,b", Encoding::UTF_8)))));
        assert_eq!((titles(&t), content(&t, 5).0, incoming(&t).refused.len()), (vec!["a"], "a,b", 0));
        t
    };
    a_refused_file_that_is_no_text_says_why: {
        let t = came(Incoming { texts: vec![], refused: vec![refused(Some(5), "a.csv")], removed: vec![] })
            .act(IncomingAction::RereadDone(5, None, Err("no text".to_owned())));
        assert_eq!(incoming(&t).refused, [RefusedFile { message: "a.csv: no text.".to_owned(), ..refused(None, "a.csv") }]);
        assert_eq!(released(&t), [5]);
        t
    };
    another_encoding_reads_the_file_again: {
        let t = reread();
        assert_eq!(reads(&t), [(2, Some("KOI8-R"))]);
        let t = t.act(done(koi(), "Другой"));
        assert_eq!(content(&t, 2), ("Другой", "KOI8-R", None));
        assert_eq!(content(&t, 1).0, "Text.");
        t
    };
    a_late_answer_is_dropped: {
        let t = reread().act(IncomingAction::Reread(2, plain(Encoding::UTF_8))).act(done(koi(), "late"));
        assert_eq!(content(&t, 2), ("Text.", "windows-1252", None));
        let t = t.act(done(Encoding::UTF_8, "in time"));
        assert_eq!(content(&t, 2), ("in time", "UTF-8", None));
        t
    };
    choosing_the_present_encoding_again_reads_nothing: {
        let t = reread().act(IncomingAction::Reread(2, plain(Encoding::WINDOWS_1252))).act(done(koi(), "late"));
        assert_eq!((reads(&t).len(), content(&t, 2)), (1, ("Text.", "windows-1252", None)));
        t
    };
    an_encoding_that_does_not_fit_is_a_problem_until_another_one_is_chosen: {
        let t = reread().act(IncomingAction::RereadDone(2, Some(plain(koi())), Err("NUL".to_owned())));
        assert_eq!(content(&t, 2), ("Text.", "windows-1252", Some("NUL")));
        let t = t.act(IncomingAction::Reread(2, plain(Encoding::WINDOWS_1252))).act(done(Encoding::WINDOWS_1252, "Again."));
        assert_eq!(content(&t, 2), ("Again.", "windows-1252", None));
        t
    };
    a_document_proposes_its_title_and_what_is_read_as_plain_text_that_of_the_file: {
        let how = |kind| ReadAs { encoding: Encoding::WINDOWS_1252, kind };
        let details = DocumentDetails { title: "Headline".to_owned(), ..DocumentDetails::default() };
        let page = FileText { kind: DocumentKind::Html, details, ..read("Text.", Encoding::WINDOWS_1252) };
        let t = came(Incoming { texts: vec![IncomingText::of_file(1, "a_page.html".to_owned(), page.clone())], ..Incoming::default() });
        assert_eq!(titles(&t), ["Headline"]);
        let plain = how(DocumentKind::PlainText);
        let t = t.act(IncomingAction::Reread(1, plain));
        assert_eq!(reads(&t), [(1, Some("windows-1252"))]);
        let t = t.act(IncomingAction::RereadDone(1, Some(plain), Ok(Box::new(read("<p>Text.", Encoding::WINDOWS_1252)))));
        assert_eq!((titles(&t), content(&t, 1).0), (vec!["a page"], "<p>Text."));
        let html = how(DocumentKind::Html);
        let t = t.act(IncomingAction::Reread(1, html)).act(IncomingAction::RereadDone(1, Some(plain), Ok(Box::new(read("late", Encoding::UTF_8)))))
            .act(IncomingAction::RereadDone(1, Some(html), Ok(Box::new(page))));
        assert_eq!((titles(&t), content(&t, 1).0), (vec!["Headline"], "Text."));
        t
    };
    the_choice_goes_back_and_forth: {
        let t = reread().act(done(koi(), "Другой")).act(IncomingAction::Reread(2, plain(Encoding::WINDOWS_1252)))
            .act(done(Encoding::WINDOWS_1252, "Text."));
        assert_eq!(content(&t, 2), ("Text.", "windows-1252", None));
        t
    };
    files_are_kept_until_the_dialog_is_closed: {
        let t = reread().act(done(koi(), "Другой"));
        assert!(released(&t).is_empty());
        let t = t.act(ViewAction::Open(None));
        assert_eq!(released(&t), [1, 2]);
        t
    };
    the_last_text_that_is_removed_closes_the_dialog: {
        let t = came(files(["a.txt", "b.txt"])).act(IncomingAction::Remove(1));
        assert_eq!((titles(&t), released(&t)), (vec!["b"], vec![]));
        let t = t.act(IncomingAction::Remove(2));
        assert_eq!((&t.state.dialog, released(&t)), (&None, vec![2, 1]));
        t
    };
    a_removed_text_can_be_restored_in_its_place: {
        let t = came(files(["a.txt", "b.txt", "c.txt"])).act(IncomingAction::Remove(2)).act(IncomingAction::Remove(1));
        assert_eq!(titles(&t), ["c"]);
        let t = t.act(IncomingAction::Restore(1)).act(IncomingAction::Restore(2));
        assert_eq!((titles(&t), incoming(&t).removed.len(), released(&t)), (vec!["a", "b", "c"], 0, vec![]));
        t
    };
    what_comes_after_the_dialog_was_closed_is_dropped: {
        let t = reread().act(ViewAction::Open(None)).act(done(koi(), "late"));
        assert_eq!(t.state.dialog, None);
        t
    };
    a_pasted_text_is_offered_with_its_first_line_as_title: {
        let t = table("|Paris").act(IncomingAction::Pasted { text: "Headline\n\nText.".to_owned(), broken: Broken::default() });
        assert_eq!((titles(&t), content(&t, PASTED).0), (vec!["Headline"], "Headline\n\nText."));
        t
    };
    texts_that_are_pasted_while_others_are_added_come_after_them: {
        let paste = |text: &str| IncomingAction::Pasted { text: text.to_owned(), broken: Broken::default() };
        let t = came(files(["a.txt"])).act(paste("One\nText.")).act(paste("One\nOther."));
        assert_eq!(titles(&t), ["a", "One", "One (2)"]);
        let numbers: Vec<u32> = incoming(&t).texts.iter().map(|text| text.number).collect();
        assert_eq!(numbers, [1, PASTED, u32::MAX - 1]);
        let t = t.act(IncomingAction::Remove(PASTED)).act(paste("Three"));
        assert_eq!(incoming(&t).texts.last().expect("a text").number, u32::MAX - 2);
        t.act(ViewAction::Open(None))
    };
    a_text_that_is_pasted_beside_the_empty_field_fills_it: {
        let t = table("|Paris").act(ViewAction::Open(Some(Dialog::paste_text())))
            .act(IncomingAction::Pasted { text: "Title\nText.".to_owned(), broken: Broken::default() });
        assert_eq!((titles(&t), content(&t, PASTED).0), (vec!["Title"], "Title\nText."));
        t
    };
    a_text_is_not_pasted_over_a_dialog: {
        let t = table("|Paris").act(ViewAction::Open(Some(Dialog::Help)))
            .act(IncomingAction::Pasted { text: "Text.".to_owned(), broken: Broken::default() });
        assert_eq!(t.state.dialog, Some(Dialog::Help));
        t
    };
    new_articles_are_shown_right_of_what_is_read: {
        let t = added(table("|One ¶ Two ¶ Three"), &["n"]);
        assert_eq!(shown(&t), ["a", "b", "n"]);
        t
    };
    as_many_new_articles_are_shown_as_fit: {
        let t = added(table("|One ¶ Two ¶ Three"), &["n1", "n2", "n3", "n4"]);
        assert_eq!(shown(&t), ["n1", "n2", "n3"]);
        t
    };
    in_a_single_column_the_first_new_article_is_shown: {
        let t = added(table("|One ¶ Two").act(ViewAction::Columns(1)), &["n1", "n2"]);
        assert_eq!(shown(&t), ["n1"]);
        t
    };
    the_list_does_not_cover_the_new_article: {
        let phone = WindowLayout { width: 390, height: 844, rem: 16, panels: PanelPlaces::Below };
        let t = table("|One").act(ViewAction::Window(phone)).act(ViewAction::HideLeft(false));
        let t = added(t, &["n1", "n2"]).expect_focus(&FocusTarget::Text("n1".into()));
        assert!(t.state.left_hidden());
        t
    };
    free_columns_are_used_first: {
        let t = added(table("|One").act(ViewAction::Columns(3)), &["n1", "n2"]);
        assert_eq!(shown(&t), ["a", "n1", "n2"]);
        t
    };
    texts_become_articles_of_the_project_that_came_with_them: {
        let t = table("|Paris").act(read_files(ReadFiles { projects: vec![project("p.json")], ..files(["a.txt"]).into() }));
        assert_eq!(t.state.dialog, None);
        let [(name, rest)] = *adopted(&t) else { panic!("one project") };
        assert_eq!((name, rest.incoming.texts.len()), ("p.json", 1));
        let rest = rest.clone();
        let t = opened(t).act(read_files(rest));
        assert_eq!((titles(&t), adopted(&t).len()), (vec!["a"], 1));
        t
    };
    several_projects_are_opened_one_after_the_other: {
        let t = table("|Paris").act(read_files(ReadFiles { projects: vec![project("p.json"), project("q.json")], ..Default::default() }));
        let rest = adopted(&t)[0].1.clone();
        let t = opened(t).act(read_files(rest));
        assert_eq!(adopted(&t).iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["p.json", "q.json"]);
        t
    };
    files_that_cannot_be_added_are_named_when_the_project_is_open: {
        let refused = Incoming { texts: vec![], refused: vec![refused(None, "a.pdf")], removed: vec![] };
        let t = table("|Paris").act(read_files(ReadFiles { projects: vec![project("p.json")], ..refused.into() }));
        let Some(Effect::Project(ProjectRequest::Adopt(project))) = t.effects.last() else { panic!("a project") };
        assert_eq!((project.message.as_str(), project.rest.is_empty()), ("Imported p.json\n“a.pdf” is refused.", true));
        t
    };
    texts_are_offered_even_if_the_project_is_not_opened: {
        let t = table("«Paris|»").act(SessionAction::NoStorage("refused".to_owned())).keys("3")
            .act(read_files(ReadFiles { projects: vec![project("p.json")], ..files(["a.txt"]).into() }));
        assert_eq!(t.state.dialog, Some(Dialog::Discard));
        let t = t.act(ViewAction::Open(None));
        assert_eq!(titles(&t), ["a"]);
        t
    };
    a_project_that_opens_late_leaves_texts_that_are_being_added: {
        let t = opened(came(files(["a.txt"])));
        assert_eq!(titles(&t), ["a"]);
        t
    };
    a_project_or_schema_does_not_replace_texts_that_are_being_added: {
        let t = came(files(["a.txt"])).act(read_files(ReadFiles {
            projects: vec![project("p.json")],
            schemas: vec![schema("s.json")],
            ..Incoming { texts: vec![file(7, "b.txt")], refused: vec![], removed: vec![] }.into()
        }));
        assert_eq!((titles(&t), adopted(&t).len()), (vec!["a", "b"], 0));
        assert_eq!(messages(&t), [
            "“p.json” is a Crossread project. Import it when the dialog is closed.",
            "“s.json” is a Crossread schema. Import it alone, when the dialog is closed.",
        ]);
        t
    };
    a_schema_opens_its_editor_if_it_comes_alone: {
        let t = table("|Paris").act(read_files(ReadFiles { schemas: vec![schema("s.json")], ..Default::default() }));
        assert!(matches!(t.state.dialog, Some(Dialog::Schema(Some(_)))));
        let t = table("|Paris").act(read_files(ReadFiles { schemas: vec![schema("s.json")], ..files(["a.txt"]).into() }));
        assert_eq!((titles(&t), messages(&t).len()), (vec!["a"], 1));
        t
    };
    files_dropped_on_a_dialog_leave_it_open_and_are_not_read: {
        for dialog in [Dialog::Schema(None), Dialog::NewProject, Dialog::EditArticle("a".into()), Dialog::Help, Dialog::Projects] {
            let t = table("|Paris").act(ViewAction::Open(Some(dialog.clone()))).act(ProjectAction::ReceivedFiles(FilePurpose::Import, 3));
            assert_eq!((reads_files(&t), released(&t), &t.state.dialog), (0, vec![3], &Some(dialog)));
            t.expect_notice(CLOSE_FIRST);
        }
        table("|Paris")
    };
    files_are_read_without_a_dialog_and_while_articles_are_added: {
        let t = table("|Paris").act(ProjectAction::ReceivedFiles(FilePurpose::Import, 3));
        assert_eq!(reads_files(&t), 1);
        let t = came(files(["a.txt"])).act(ProjectAction::ReceivedFiles(FilePurpose::Import, 3));
        assert_eq!(reads_files(&t), 1);
        let t = table("|Paris").act(ViewAction::Open(Some(Dialog::Schema(None)))).act(ProjectAction::ReceivedFiles(FilePurpose::Schema, 3));
        assert_eq!(reads_files(&t), 1);
        t
    };
    what_was_read_does_not_replace_a_dialog_that_was_opened_meanwhile: {
        let read = ReadFiles { projects: vec![project("p.json")], schemas: vec![schema("s.json")], ..files(["a.txt"]).into() };
        let t = table("|Paris").act(ViewAction::Open(Some(Dialog::Help))).act(read_files(read));
        assert_eq!((&t.state.dialog, released(&t), adopted(&t).len()), (&Some(Dialog::Help), vec![1], 0));
        let t = t.expect_notice(CLOSE_FIRST).act(ProjectAction::SchemaRead(schema("s.json")));
        assert_eq!(t.state.dialog, Some(Dialog::Help));
        t
    };
}
