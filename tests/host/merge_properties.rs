//! Property tests of merging: what is there already is not added again, the numbers are those of what happens, nothing is placed on other
//! text in silence, and undo brings the project back.

use crate::common;
use crate::common::invariants::{assert_indexes_equal_scans, has_no_dangling_references};
use crate::common::{edited_projects, native_json, project, texts, time};
use crossread::edit::{Editor, Stamp};
use crossread::format::journal::{decode_step, encode_step};
use crossread::merge::{Destination, Doubt, MergeCounts, MergeOptions, MergePlan, open_work, proposed};
use crossread::model::Project;
use crossread::text::normalise;
use proptest::collection::vec;
use proptest::prelude::*;

fn planned(open: &Project, imported: &Project) -> MergePlan {
    let options = MergeOptions { destinations: proposed(open, imported), ..MergeOptions::default() };
    MergePlan::new(open, imported, &options)
}

/// Merges, and checks what is true of every merge.
fn merged(open: &Project, imported: &Project, plan: &MergePlan) -> Project {
    let mut editor = Editor::new(open.clone());
    let stamp = Stamp { at: time(1), by: "me".to_owned() };
    let step = editor.perform(plan.command(), stamp).expect("a plan that fits");
    let after = (**editor.project()).clone();
    assert_eq!(after.check(), Ok(()));
    assert!(has_no_dangling_references(&after));
    assert_indexes_equal_scans(&after);
    let MergeCounts { articles, tags, doubtful, unplaced, entities, relations, .. } = plan.counts;
    let all = |project: &Project| {
        let work = open_work(project);
        [
            project.articles().len(),
            project.annotation_count(),
            project.entities().count(),
            project.relations().count(),
            work.doubtful.len(),
            work.unplaced.len(),
        ]
    };
    let added = [articles, tags + doubtful, entities, relations, doubtful, unplaced];
    assert_eq!(all(&after), std::array::from_fn(|at| all(open)[at] + added[at]), "{:?}", plan.counts);
    let MergeCounts { predictions, equal_predictions, lost_predictions, .. } = plan.counts;
    assert_eq!(after.predictions().len(), open.predictions().len() + predictions);
    assert_eq!(imported.predictions().len(), predictions + equal_predictions + lost_predictions);
    assert_eq!(imported.annotation_count(), tags + doubtful + unplaced + plan.counts.equal_tags);
    if let Some(step) = step {
        let record = encode_step(&after, &step, "");
        let read = decode_step(open, &record).expect("a step of the journal");
        let mut other = Editor::new(open.clone());
        other.run(read).expect("a step that fits");
        assert_eq!(native_json(other.project()), native_json(&after));
        editor.undo().expect("an undo");
        assert_eq!(native_json(editor.project()), native_json(open));
    }
    after
}

/// A text with edits: how many characters are kept, how many are removed, and what comes in their place.
fn edited(text: &str, edits: &[(usize, usize, String)]) -> String {
    let (mut out, mut rest) = (String::new(), text.chars());
    for (kept, removed, inserted) in edits {
        out.extend(rest.by_ref().take(*kept));
        rest.by_ref().take(*removed).for_each(drop);
        out.push_str(inserted);
    }
    out.extend(rest);
    normalise(&out).text
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn a_project_merged_into_itself_adds_nothing(project in edited_projects()) {
        let plan = planned(&project, &project);
        prop_assert!(plan.is_empty(), "{:?}", plan);
        merged(&project, &project, &plan);
    }

    #[test]
    fn a_project_merged_into_an_empty_one_gives_itself(project in edited_projects()) {
        let mut empty = Project::new(project.title.clone(), (**project.schema()).clone(), project.created.clone());
        (empty.extra, empty.file_extra) = (project.extra.clone(), project.file_extra.clone());
        let after = merged(&empty, &project, &planned(&empty, &project));
        prop_assert_eq!(native_json(&after), native_json(&project));
    }

    #[test]
    fn a_merge_is_what_was_counted_and_can_be_undone_and_repeated(open in edited_projects(), imported in edited_projects()) {
        let added = MergePlan::new(&open, &imported, &MergeOptions::default());
        merged(&open, &imported, &added);
        let after = merged(&open, &imported, &planned(&open, &imported));
        let read = crossread::format::native::read(&native_json(&after)).expect("a project");
        prop_assert_eq!(open_work(&read), open_work(&after));
    }

    #[test]
    fn in_another_version_nothing_is_placed_on_other_text_in_silence(
        imported in edited_projects(), edits in vec((0..40_usize, 0..9_usize, "[a-z😀\u{301} ]{0,6}"), 0..8), texts in vec(texts(), 1..2),
    ) {
        let versions: Vec<String> = imported.articles().iter().map(|one| edited(one.text.as_str(), &edits)).chain(texts).collect();
        let open = project(&versions);
        let destinations = open.articles().iter().take(imported.articles().len());
        let destinations = destinations.map(|article| Destination::Into(article.id.clone())).collect();
        let options = MergeOptions { destinations, ..MergeOptions::default() };
        let after = merged(&open, &imported, &MergePlan::new(&open, &imported, &options));
        let known: Vec<String> = imported.all_annotations().map(|one| imported.exact(one)).collect();
        for one in after.all_annotations() {
            prop_assert!(Doubt::is_about(one) || known.contains(&after.exact(one)), "{:?}", after.exact(one));
        }
    }
}
