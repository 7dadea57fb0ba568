//! The list of annotations by index, and what is counted piece by piece: after each change as if everything were looked at anew.

use crossread::analysis::{UnfinishedCache, unfinished};
use crossread::app::{AnnotationFilter, FilterCache, MissingFilter};
use crossread::edit::Editor;
use crossread::model::Project;
use proptest::prelude::*;

use crate::common::{act, actions, config, project};

fn filters() -> Vec<AnnotationFilter> {
    let none = AnnotationFilter::default;
    vec![
        none(),
        AnnotationFilter { label: Some("Person".into()), ..none() },
        AnnotationFilter { article: Some("t1".into()), ..none() },
        AnnotationFilter { text: " A".to_owned(), ..none() },
        AnnotationFilter { missing: Some(MissingFilter::Any), label: Some("Claim".into()), ..none() },
    ]
}

/// What a list is by its definition.
fn expected(project: &Project, filter: &AnnotationFilter) -> Vec<String> {
    let text = filter.text.trim().to_lowercase();
    let all = project.all_annotations().filter(|one| {
        let lacks = || crossread::analysis::lacking_of(project.schema(), one).next().is_some();
        filter.label.as_ref().is_none_or(|label| *label == one.label)
            && filter.article.as_ref().is_none_or(|article| *article == one.article)
            && (filter.missing.is_none() || lacks())
            && (project.exact(one).to_lowercase().contains(&text) || one.note.to_lowercase().contains(&text))
    });
    all.map(|one| one.id.to_string()).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_listed_and_counted_follows_each_change(actions in actions()) {
        let mut editor = Editor::new(project(&["Ana said a word.".to_owned(), "Another text, and Ana again".to_owned()]));
        let mut caches: Vec<(AnnotationFilter, FilterCache)> =
            filters().into_iter().map(|filter| (filter, FilterCache::default())).collect();
        let mut counted = UnfinishedCache::default();
        act(&mut editor, &actions, |_, _, editor| {
            let project = editor.project();
            for (filter, cache) in &mut caches {
                let listed = cache.list(project, filter);
                let all: Vec<_> = (0..listed.len()).filter_map(|at| listed.get(at)).collect();
                let ids: Vec<String> = all.iter().map(|one| one.id.to_string()).collect();
                assert_eq!(ids, expected(project, filter));
                assert!(listed.iter().eq(all.iter().copied()));
                for (at, one) in all.iter().enumerate() {
                    assert_eq!(listed.position(one), Some(at));
                }
                assert!(listed.get(listed.len()).is_none());
                let mut others = project.all_annotations().filter(|one| !ids.contains(&one.id.to_string()));
                assert!(others.all(|one| listed.position(one).is_none()));
            }
            assert_eq!(counted.count(project), unfinished(project));
        });
    }
}
