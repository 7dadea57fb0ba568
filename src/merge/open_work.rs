//! What is left to do after annotations were placed in another version of a text.

use std::rc::Rc;

use super::unplaced::{has_unplaced, unplaced_of};
use super::{Doubt, Unplaced};
use crate::analysis::PieceCache;
use crate::model::{Annotation, Project};

/// What is to be reviewed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenWork {
    /// The annotations whose place is doubtful: by article, then in the order of the text.
    pub doubtful: Vec<(Rc<Annotation>, Doubt)>,
    /// The annotations without a place, by article.
    pub unplaced: Vec<Unplaced>,
}

impl OpenWork {
    /// Whether nothing is left to do.
    pub fn is_empty(&self) -> bool {
        self.doubtful.is_empty() && self.unplaced.is_empty()
    }

    /// The number of annotations.
    pub fn len(&self) -> usize {
        self.doubtful.len() + self.unplaced.len()
    }
}

/// Finds out whether there is anything to review; a change costs what it has changed.
#[derive(Debug, Default)]
pub struct OpenWorkCache {
    is_doubtful: PieceCache<bool>,
}

impl OpenWorkCache {
    /// Whether there is anything to review in a project.
    pub fn has_any(&mut self, project: &Project) -> bool {
        let mut round = self.is_doubtful.round();
        let mut found = false;
        for article in project.articles() {
            let set = project.annotations_of(&article.id);
            let pieces = round.of(&set, |piece| piece.iter().any(|one| Doubt::is_about(one)));
            found |= has_unplaced(article) || pieces.iter().any(|piece| **piece);
        }
        found
    }
}

/// What is to be reviewed in a project.
pub fn open_work(project: &Project) -> OpenWork {
    let doubtful = project.all_annotations().filter(|one| Doubt::is_about(one));
    let doubtful = doubtful.filter_map(|one| Some((one.clone(), Doubt::of(one)?)));
    let waiting = project.articles().iter().filter(|article| has_unplaced(article));
    OpenWork { doubtful: doubtful.collect(), unplaced: waiting.flat_map(|article| unplaced_of(article)).collect() }
}
