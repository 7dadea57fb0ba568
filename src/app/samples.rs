//! Sample articles on their way into the project.

use crate::format::SampleArticle;

/// A sample article that is not in the project yet.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingSample {
    /// Its entry in the index of sample articles.
    pub article: SampleArticle,
    /// Why it could not be fetched; `None` while it is being fetched.
    pub failure: Option<String>,
}
