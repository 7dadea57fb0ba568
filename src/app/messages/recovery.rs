//! What could not be read of a stored project.

use super::errors::unreadable;
use super::summaries::step_of;
use super::text::counted;
use crate::format::recovery::Loss;

/// The number of lost steps that a message names.
const NAMED: usize = 5;

/// What was lost, and what was not.
pub fn loss(loss: &Loss) -> String {
    let mut sentences = Vec::new();
    match (loss.from_nothing, loss.snapshots) {
        (true, _) => sentences.push(
            "All stored copies of the project are damaged; it was restored from its changes, beginning with the first"
                .to_owned(),
        ),
        (false, 0) => {}
        (false, _) => sentences.push(
            "The newest stored copy of the project is damaged; it was restored from the copy before and the changes since"
                .to_owned(),
        ),
    }
    let reason = loss.reason.as_ref().map(unreadable).unwrap_or_default();
    sentences.push(match loss.steps {
        0 => "No change is lost".to_owned(),
        1 => format!("The last change could not be read and is lost ({reason})"),
        many => {
            let changes = counted(many, "change", "changes");
            format!("The last {changes} could not be read and are lost (the first of them: {reason})")
        }
    });
    let named: Vec<String> =
        loss.summaries.iter().take(NAMED).map(|(kind, summary)| format!("“{}”", step_of(*kind, summary))).collect();
    if !named.is_empty() {
        let more = if loss.summaries.len() > NAMED { " and others" } else { "" };
        sentences.push(format!("Among them: {}{more}", named.join(", ")));
    }
    sentences.join(". ") + "."
}
