//! Plans for the claims board: sets the title of a row.

use super::annotations::touch;
use super::common::{Planned, existing, nothing, short_text};
use crate::edit::{Change, RecordChange, Stamp, Summary};
use crate::model::{AnnotationId, Project};

/// Sets the title of a row. The first claim gets it. The others lose theirs, so that each row that was edited has one
/// title.
pub(super) fn title_row(project: &Project, claims: &[AnnotationId], title: &str, stamp: &Stamp) -> Planned {
    let Some(first) = claims.first() else { return nothing() };
    let text = short_text(project, existing(project, first)?);
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut changes = Vec::new();
    for (at, id) in claims.iter().enumerate() {
        let before = existing(project, id)?;
        let row_title = if at == 0 { title.as_str() } else { "" };
        // A claim that is listed twice is changed once.
        if before.row_title == row_title || claims[..at].contains(id) {
            continue;
        }
        let mut after = (**before).clone();
        row_title.clone_into(&mut after.row_title);
        touch(&mut after, stamp);
        project.check_annotation(&after)?;
        changes.push(Change::Annotation(RecordChange::replace(before, after)));
    }
    Ok((Summary::RowTitled { text, title }, changes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{ArticleFields, Command, EditError, Editor, NewAnnotation, NewArticle};
    use crate::limits::NAME;
    use crate::model::{Invalid, TextField, Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    fn stamp() -> Stamp {
        Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: "Ada".to_owned() }
    }

    /// Claims "one", "two" and "three".
    fn claims() -> Editor {
        let mut editor = Editor::new(Project::new("x", news_claims(), stamp().at));
        let fields = ArticleFields { title: "News".to_owned(), ..Default::default() };
        let article = NewArticle { id: Some("x".into()), index: None, fields, text: Text::new("one two three") };
        editor.perform(Command::AddArticles(vec![article]), stamp()).expect("an article");
        for (start, end) in [(0, 3), (4, 7), (8, 13)] {
            let tag = NewAnnotation::tag("x".into(), TextRange::from_indices(start, end), "Claim".into());
            editor.perform(Command::Annotate(tag), stamp()).expect("a tag");
        }
        editor
    }

    fn title(editor: &mut Editor, claims: &[&str], title: &str) -> Result<Option<Summary>, EditError> {
        let claims = claims.iter().map(|&id| id.into()).collect();
        let step = editor.perform(Command::TitleRow { claims, title: title.to_owned() }, stamp())?;
        Ok(step.map(|step| step.transaction.summary.clone()))
    }

    fn titles(editor: &Editor) -> [String; 3] {
        ["a1", "a2", "a3"].map(|id| editor.project().annotation(&id.into()).expect("a claim").row_title.clone())
    }

    #[test]
    fn the_first_claim_gets_the_title_and_the_others_lose_theirs() {
        let mut editor = claims();
        let summary = title(&mut editor, &["a2"], " The \n toll ").expect("a title");
        let expected = Summary::RowTitled { text: "two".to_owned(), title: "The toll".to_owned() };
        assert_eq!(summary, Some(expected));
        assert_eq!(titles(&editor), ["", "The toll", ""]);
        title(&mut editor, &["a1", "a2", "a3", "a2"], "Numbers").expect("a title");
        assert_eq!(titles(&editor), ["Numbers", "", ""]);
        assert_eq!(title(&mut editor, &["a1", "a2"], "Numbers"), Ok(None), "nothing to change");
        title(&mut editor, &["a1", "a2"], " ").expect("no title");
        assert_eq!(titles(&editor), ["", "", ""]);
        (0..2).for_each(|_| assert!(editor.undo().expect("an undo").is_some()));
        assert_eq!(titles(&editor), ["", "The toll", ""], "each title is one step");
    }

    #[test]
    fn a_title_goes_and_comes_back_with_its_claim() {
        let mut editor = claims();
        title(&mut editor, &["a2"], "The toll").expect("a title");
        editor.perform(Command::Remove(vec!["a2".into()]), stamp()).expect("a removal");
        editor.undo().expect("an undo");
        assert_eq!(titles(&editor), ["", "The toll", ""]);
    }

    #[test]
    fn long_titles_and_missing_claims_are_refused() {
        let mut editor = claims();
        let refused = title(&mut editor, &["a1"], &"x".repeat(NAME + 1)).expect_err("a long title");
        let expected = Invalid::TooLong { field: TextField::RowTitle, found: NAME + 1, most: NAME };
        assert_eq!(refused, expected.into());
        assert!(title(&mut editor, &["a1", "a9"], "x").is_err());
        assert_eq!(title(&mut editor, &[], "x"), Ok(None));
        assert_eq!(titles(&editor), ["", "", ""]);
    }
}
