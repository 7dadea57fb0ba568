//! Plans which suggestions are rejected.

use super::common::{Planned, nothing};
use crate::edit::{Change, Summary};
use crate::model::Project;
use crate::order;

/// Rejects suggestions, or restores rejected ones; those that are in that state already are skipped.
pub(super) fn set_rejected(project: &Project, mut suggestions: Vec<String>, is_rejected: bool) -> Planned {
    order::sort(&mut suggestions);
    suggestions.dedup();
    suggestions.retain(|id| project.is_rejected(id) != is_rejected);
    let count = suggestions.len();
    if count == 0 {
        return nothing();
    }
    suggestions.iter().try_for_each(|id| Project::check_suggestion(id))?;
    let summary = if is_rejected {
        Summary::SuggestionsRejected { suggestions: count }
    } else {
        Summary::SuggestionsRestored { suggestions: count }
    };
    Ok((summary, vec![Change::Rejection { suggestions, is_rejected }]))
}

#[cfg(test)]
mod tests {
    use crate::edit::{Command, EditError, Editor, Stamp, Summary};
    use crate::model::{Invalid, Project, Timestamp, news_claims};

    fn editor() -> Editor {
        Editor::new(Project::new("x", news_claims(), Timestamp::epoch()))
    }

    fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|&id| id.to_owned()).collect()
    }

    fn perform(editor: &mut Editor, command: Command) -> Result<Option<Summary>, EditError> {
        let step = editor.perform(command, Stamp { at: Timestamp::epoch(), by: String::new() })?;
        Ok(step.map(|step| step.transaction.summary.clone()))
    }

    fn rejected(editor: &Editor) -> Vec<&str> {
        editor.project().rejected().iter().map(|id| &**id).collect()
    }

    #[test]
    fn suggestions_are_rejected_and_restored_in_one_step_each() {
        let mut editor = editor();
        let reject = |given: &[&str]| Command::RejectSuggestions(ids(given));
        let summary = perform(&mut editor, reject(&["c:2", "a:10", "a:9", "c:2"]));
        assert_eq!(summary, Ok(Some(Summary::SuggestionsRejected { suggestions: 3 })));
        assert_eq!(rejected(&editor), ["a:10", "a:9", "c:2"]);
        assert!(editor.project().is_rejected("a:9") && !editor.project().is_rejected("a:1"));
        assert_eq!(perform(&mut editor, reject(&["a:9"])), Ok(None), "nothing to change");
        assert_eq!(perform(&mut editor, reject(&[])), Ok(None));
        let summary = perform(&mut editor, Command::RestoreSuggestions(ids(&["a:9", "x:1", "c:2"])));
        assert_eq!(summary, Ok(Some(Summary::SuggestionsRestored { suggestions: 2 })));
        assert_eq!(perform(&mut editor, Command::RestoreSuggestions(ids(&["a:9"]))), Ok(None));
        assert_eq!(rejected(&editor), ["a:10"]);
        assert!(editor.undo().expect("an undo").is_some());
        assert_eq!(rejected(&editor), ["a:10", "a:9", "c:2"]);
        assert!(editor.undo().expect("an undo").is_some());
        assert_eq!(rejected(&editor), [""; 0]);
        assert!(editor.redo().expect("a redo").is_some());
        assert_eq!(rejected(&editor), ["a:10", "a:9", "c:2"]);
    }

    #[test]
    fn a_text_that_cannot_be_an_id_is_refused() {
        let mut editor = editor();
        let long = "x".repeat(crate::limits::ID + 1);
        for bad in ["", "a b", "a\n", &long] {
            let refused = perform(&mut editor, Command::RejectSuggestions(ids(&["a:1", bad])));
            assert_eq!(refused, Err(Invalid::BadId(bad.to_owned()).into()));
        }
        assert_eq!(rejected(&editor), [""; 0]);
    }
}
