//! Why a command or a step cannot be carried out.

use super::model::invalid;
use crate::app::messages::opening;
use crate::app::messages::schema::in_use;
use crate::app::messages::text::{counted, quoted};
use crate::edit::{Conflict, EditError, ProjectPart};
use crate::model::IdentifierForm;

/// Why a command cannot be carried out.
pub fn edit(error: &EditError) -> String {
    match error {
        EditError::Invalid(problem) => invalid(problem),
        EditError::Conflict(problem) => conflict(problem),
        EditError::Opening => opening::WAIT.trim_end_matches('.').to_owned(),
        EditError::NoProjectTitle => "a project needs a title".to_owned(),
        EditError::NoArticleTitle => "an article needs a title".to_owned(),
        EditError::NoEntityName => "an entity needs a name".to_owned(),
        EditError::Identifier { scheme, value, expected } => {
            let expected = match expected {
                IdentifierForm::Wikidata => "a Wikidata id such as Q145",
                IdentifierForm::WebAddress => "an address such as https://example.org/",
            };
            format!("{scheme}: expected {expected}, found {}", quoted(value))
        }
        EditError::InUse { used, name } => {
            let times = counted(used.count(), "time", "times");
            format!("{} is in use {times}; choose what to do with it", in_use(used, name))
        }
        EditError::AlreadyRelated(kind) => format!("these two are already related by {}", quoted(kind)),
        EditError::AllAlreadyRelated(kind) => format!("all of these are already related to it by {}", quoted(kind)),
    }
}

/// Why a step cannot be applied to a project.
pub fn conflict(conflict: &Conflict) -> String {
    match conflict {
        Conflict::Changed(part) => {
            let part = match part {
                ProjectPart::Title => "title",
                ProjectPart::Schema => "schema",
                ProjectPart::Article => "article",
                ProjectPart::Annotation => "annotation",
                ProjectPart::Entity => "entity",
                ProjectPart::Relation => "relation",
                ProjectPart::Predictions => "list of predictions",
                ProjectPart::Rejections => "list of rejected suggestions",
            };
            format!("the {part} was changed by something else in the meantime")
        }
        Conflict::ReadOnly => "this project is being edited in another tab. Choose “Edit here” at the top of the page \
                               to edit it in this tab"
            .to_owned(),
        Conflict::Invalid(problem) => invalid(problem),
    }
}
