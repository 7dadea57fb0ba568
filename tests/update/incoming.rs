//! Texts on their way to becoming articles: files that were read, read again, removed; and what is shown once they are added.

use crossread::app::incoming::{FileText, IncomingText, PASTED, RefusedFile, TextSource, preview};
use crossread::app::{Dialog, Effect, FocusTarget, Incoming, IncomingAction, PanelPlaces, ViewAction, WindowLayout};
use crossread::edit::{ArticleFields, Command, NewArticle};
use crossread::model::ArticleId;
use crossread::text::{Broken, Encoding, Text};

use crate::harness::{Table, table};

fn read(text: &str, encoding: Encoding) -> FileText {
    FileText {
        text: text.to_owned(),
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
    Incoming { texts, refused: Vec::new() }
}

fn came(incoming: Incoming) -> Table {
    table("|Paris").act(IncomingAction::Read(incoming))
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
        Effect::ReadTextAgain(number, encoding) => Some((*number, encoding.map(Encoding::name))),
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

/// A file that is being read again as KOI8-R.
fn reread() -> Table {
    came(files(["a.txt", "b.txt"])).act(IncomingAction::Reread(2, koi()))
}

fn done(encoding: Encoding, text: &str) -> IncomingAction {
    IncomingAction::RereadDone(2, Some(encoding), Ok(read(text, encoding)))
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
        let t = came(files(["x.txt"])).act(IncomingAction::Read(Incoming { texts: vec![file(7, "x.txt")], refused: vec![] }));
        assert_eq!(titles(&t), ["x", "x (2)"]);
        t
    };
    files_that_cannot_be_added_are_only_named: {
        let t = came(Incoming { texts: vec![], refused: vec![refused(None, "a.pdf"), refused(None, "b.png")] });
        assert_eq!(t.state.dialog, None);
        t.expect_notice("“a.pdf” is refused.\n“b.png” is refused.")
    };
    they_stand_in_the_dialog_of_the_others: {
        let t = came(Incoming { refused: vec![refused(None, "a.pdf")], ..files(["x.txt"]) });
        assert_eq!(incoming(&t).refused.len(), 1);
        t.expect_notice("")
    };
    a_refused_file_can_be_added_as_plain_text: {
        let t = came(Incoming { texts: vec![], refused: vec![refused(Some(5), "a.csv")] }).act(IncomingAction::ReadAsText(5));
        assert_eq!(reads(&t), [(5, None)]);
        let t = t.act(IncomingAction::RereadDone(5, None, Ok(read("a,b", Encoding::UTF_8))));
        assert_eq!((titles(&t), content(&t, 5).0, incoming(&t).refused.len()), (vec!["a"], "a,b", 0));
        t
    };
    a_refused_file_that_is_no_text_says_why: {
        let t = came(Incoming { texts: vec![], refused: vec![refused(Some(5), "a.csv")] })
            .act(IncomingAction::RereadDone(5, None, Err("no text".to_owned())));
        assert_eq!(incoming(&t).refused, [RefusedFile { message: "a.csv: no text".to_owned(), ..refused(None, "a.csv") }]);
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
        let t = reread().act(IncomingAction::Reread(2, Encoding::UTF_8)).act(done(koi(), "late"));
        assert_eq!(content(&t, 2), ("Text.", "windows-1252", None));
        let t = t.act(done(Encoding::UTF_8, "in time"));
        assert_eq!(content(&t, 2), ("in time", "UTF-8", None));
        t
    };
    choosing_the_present_encoding_again_reads_nothing: {
        let t = reread().act(IncomingAction::Reread(2, Encoding::WINDOWS_1252)).act(done(koi(), "late"));
        assert_eq!((reads(&t).len(), content(&t, 2)), (1, ("Text.", "windows-1252", None)));
        t
    };
    an_encoding_that_does_not_fit_is_a_problem_until_another_one_is_chosen: {
        let t = reread().act(IncomingAction::RereadDone(2, Some(koi()), Err("NUL".to_owned())));
        assert_eq!(content(&t, 2), ("Text.", "windows-1252", Some("NUL")));
        let t = t.act(IncomingAction::Reread(2, Encoding::WINDOWS_1252)).act(done(Encoding::WINDOWS_1252, "Again."));
        assert_eq!(content(&t, 2), ("Again.", "windows-1252", None));
        t
    };
    the_choice_goes_back_and_forth: {
        let t = reread().act(done(koi(), "Другой")).act(IncomingAction::Reread(2, Encoding::WINDOWS_1252))
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
    a_removed_file_is_forgotten_and_the_last_one_closes_the_dialog: {
        let t = came(files(["a.txt", "b.txt"])).act(IncomingAction::Remove(1));
        assert_eq!((titles(&t), released(&t)), (vec!["b"], vec![1]));
        let t = t.act(IncomingAction::Remove(2));
        assert_eq!((&t.state.dialog, released(&t)), (&None, vec![1, 2]));
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
}
