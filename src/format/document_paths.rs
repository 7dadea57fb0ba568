//! The paths of the files of articles: their ids, as far as they can be paths.

use std::collections::HashSet;
use std::rc::Rc;

use crate::model::{Article, Project};

/// Characters that some file system refuses.
const REFUSED: [char; 8] = ['<', '>', ':', '"', '\\', '|', '?', '*'];

/// The path of each article without the extension. No two are the same, also where case does not count.
pub(in crate::format) fn paths(project: &Project) -> Vec<String> {
    let mut used = HashSet::new();
    let mut path_of = |id: &str| {
        let wanted = path(id);
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let mut all = [wanted.clone()].into_iter().chain(numbered);
        all.find(|path| used.insert(path.to_lowercase())).unwrap_or(wanted)
    };
    project.articles().iter().map(|article| path_of(article.id.as_str())).collect()
}

/// The number of titles that are not the last part of the path, and of sources, dates and languages: formats with a text in a file of its
/// own do not contain them.
pub(in crate::format) fn lost_metadata(project: &Project) -> usize {
    let of_one = |(article, path): (&Rc<Article>, String)| {
        let fields = [&article.source, &article.date, &article.language];
        fields.into_iter().filter(|field| !field.is_empty()).count() + usize::from(article.title != stem(&path))
    };
    project.articles().iter().zip(paths(project)).map(of_one).sum()
}

/// The last part of a path.
pub(in crate::format) fn stem(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, stem)| stem)
}

/// An id as a path that stays in its folder.
fn path(id: &str) -> String {
    let is_refused = |one: char| one.is_control() || one.is_whitespace() || REFUSED.contains(&one);
    let part = |part: &str| -> String {
        let kept = part.chars().map(|one| if is_refused(one) { '-' } else { one });
        kept.collect::<String>().trim_matches('.').to_owned()
    };
    let parts: Vec<String> = id.split('/').map(part).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "article".to_owned() } else { parts.join("/") }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn paths_stay_in_their_folder() {
        for (id, expected) in [
            ("news/010-x.y", "news/010-x.y"),
            ("../../etc/passwd", "etc/passwd"),
            ("/a//b/./c", "a/b/c"),
            ("c:\\x", "c--x"),
            ("..", "article"),
            ("é1", "é1"),
        ] {
            assert_eq!(path(id), expected);
        }
    }
}
