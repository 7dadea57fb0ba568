//! What is stored of a project is damaged in every way there is: it opens with all that was whole, and says what is lost.

use crate::common;
use crate::common::{act, actions, native_json, project, texts};
use crossread::app::messages::errors::unreadable;
use crossread::app::messages::recovery::loss;
use crossread::app::messages::summaries::summary;
use crossread::edit::Editor;
use crossread::format::checksummed::{encode, snapshot_name, step_name};
use crossread::format::recovery::{Recovered, StoredRecord, StoredRecords, open};
use crossread::format::{journal, native};
use crossread::model::{Project, Timestamp, news_claims};
use proptest::collection::vec;
use proptest::prelude::*;

const KEY: &str = "p1";

/// A project with all that is stored of it, and what it was after each of its steps.
#[derive(Clone)]
struct Kept {
    records: StoredRecords,
    states: Vec<String>,
}

/// Bytes would fill pages.
impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} steps, {} snapshots", self.records.steps.len(), self.records.snapshots.len())
    }
}

/// Snapshots before the first step and after `every` steps; all steps are kept.
fn keep(key: &str, texts: &[String], actions: &[common::Action], every: usize) -> Kept {
    let mut editor = Editor::new(project(texts));
    let mut kept =
        Kept { records: StoredRecords { key: key.to_owned(), ..StoredRecords::default() }, states: Vec::new() };
    let snapshot = |kept: &mut Kept, project: &Project| {
        let seq = kept.records.steps.len() as u32;
        let bytes = encode(&snapshot_name(key, seq), &native::write(project));
        kept.records.snapshots.push(StoredRecord { seq, bytes });
        kept.states.push(native_json(project));
    };
    snapshot(&mut kept, editor.project());
    // The first is kept twice.
    kept.records.snapshots.push(kept.records.snapshots[0].clone());
    act(&mut editor, actions, |_, step, editor| {
        let seq = kept.records.steps.len() as u32;
        let record = journal::encode_step(editor.project(), step, &summary(&step.transaction.summary));
        kept.records.steps.push(StoredRecord { seq, bytes: encode(&step_name(key, seq), &record) });
        if (seq as usize + 1).is_multiple_of(every) {
            snapshot(&mut kept, editor.project());
        } else {
            kept.states.push(native_json(editor.project()));
        }
    });
    kept.records.next = Some(kept.records.steps.len() as u32);
    kept
}

fn blank() -> Project {
    Project::new("", news_claims(), Timestamp::epoch())
}

fn kept() -> impl Strategy<Value = Kept> {
    (vec(texts(), 1..3), actions(), 1..9_usize).prop_map(|(texts, actions, every)| keep(KEY, &texts, &actions, every))
}

/// What opens is the project as it was after some step; which, and whether it said that something is lost.
fn opened(kept: &Kept, records: &StoredRecords) -> Result<Recovered, TestCaseError> {
    let recovered = open(records, blank()).map_err(|reason| TestCaseError::fail(unreadable(&reason)))?;
    prop_assert_eq!(&native_json(recovered.editor.project()), &kept.states[recovered.next as usize]);
    prop_assert_eq!(recovered.editor.project().check(), Ok(()));
    let lost = kept.states.len() - 1 - recovered.next as usize;
    prop_assert_eq!(recovered.loss.as_ref().map_or(0, |loss| loss.steps), lost);
    Ok(recovered)
}

/// Damages one record in each of many ways.
fn damages(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut damaged: Vec<Vec<u8>> = (0..bytes.len()).map(|length| bytes[..length].to_vec()).collect();
    // A bit of every byte, another each time: all of them are tried in the unit tests of checksummed records.
    for at in 0..bytes.len() {
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 1 << (at % 8);
        damaged.push(flipped);
    }
    damaged
}

proptest! {
    // Each opens the project thousands of times.
    #![proptest_config(ProptestConfig { cases: common::config().cases / 64, ..common::config() })]

    #[test]
    fn a_damaged_step_costs_itself_and_what_comes_after(kept in kept()) {
        let count = kept.records.steps.len();
        for which in count.saturating_sub(3)..count {
            // Only steps after the newest snapshot are needed.
            let needed = kept.records.snapshots.iter().all(|snapshot| snapshot.seq as usize <= which);
            let mut torn = kept.records.clone();
            for bytes in damages(&kept.records.steps[which].bytes) {
                torn.steps[which].bytes = bytes;
                let recovered = opened(&kept, &torn)?;
                let expected = if needed { which } else { count };
                prop_assert_eq!(recovered.next as usize, expected);
                if let Some(loss) = recovered.loss {
                    prop_assert_eq!(loss.summaries.len(), count - which - 1, "the whole ones are named");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: common::config().cases / 8, ..common::config() })]

    #[test]
    fn intact_records_open_completely(kept in kept()) {
        let recovered = opened(&kept, &kept.records)?;
        prop_assert_eq!(recovered.loss, None);
        prop_assert_eq!(recovered.next as usize, kept.states.len() - 1);
    }

    #[test]
    fn a_missing_step_costs_what_comes_after(kept in kept(), seed: usize) {
        let count = kept.records.steps.len();
        if count > 0 {
            let mut torn = kept.records.clone();
            let which = seed % count;
            torn.steps.remove(which);
            let base = kept.records.snapshots.iter().map(|snapshot| snapshot.seq as usize).max().unwrap_or(0);
            let recovered = opened(&kept, &torn)?;
            prop_assert_eq!(recovered.next as usize, if which >= base { which } else { count });
        }
    }

    #[test]
    fn damaged_or_missing_snapshots_lose_nothing_while_one_is_intact(kept in kept(), seed: u64, missing: bool) {
        let whole = seed as usize % kept.records.snapshots.len();
        let mut torn = kept.records.clone();
        for (at, snapshot) in torn.snapshots.iter_mut().enumerate().filter(|(at, _)| *at != whole) {
            let damaged = seed as usize / 7 % snapshot.bytes.len();
            if seed >> at & 1 == 0 { snapshot.bytes[damaged] ^= 1 } else { snapshot.bytes.truncate(damaged) }
        }
        if missing {
            torn.snapshots = vec![torn.snapshots[whole].clone()];
        }
        let recovered = opened(&kept, &torn)?;
        prop_assert_eq!(recovered.next as usize, kept.states.len() - 1, "no step is lost");
        let newest = kept.records.snapshots.iter().map(|snapshot| snapshot.seq).max();
        if !missing && Some(torn.snapshots[whole].seq) != newest {
            prop_assert!(recovered.loss.is_some(), "it is said");
        }
    }

    #[test]
    fn another_projects_records_are_damage(texts in vec(texts(), 1..3), ours in actions(), theirs in actions()) {
        let (kept, other) = (keep(KEY, &texts, &ours, 100), keep("p2", &texts, &theirs, 100));
        for which in 0..kept.records.steps.len().min(other.records.steps.len()) {
            let mut mixed = kept.records.clone();
            mixed.steps[which].bytes = other.records.steps[which].bytes.clone();
            prop_assert_eq!(opened(&kept, &mixed)?.next as usize, which);
        }
        let mut mixed = kept.records.clone();
        mixed.snapshots[0] = other.records.snapshots[0].clone();
        prop_assert_eq!(opened(&kept, &mixed)?.next as usize, kept.states.len() - 1);
        mixed.snapshots = other.records.snapshots;
        // Without a snapshot of its own it begins from nothing, and has what its own first steps alone bring.
        let none = StoredRecords { snapshots: Vec::new(), ..kept.records };
        let of = |records| open(records, blank()).map(|recovered| native_json(recovered.editor.project())).ok();
        prop_assert_eq!(of(&mixed), of(&none));
    }

    #[test]
    fn arbitrary_bytes_never_panic(
        snapshots in vec((0..4_u32, vec(any::<u8>(), 0..40)), 0..4),
        steps in vec((0..4_u32, vec(any::<u8>(), 0..40)), 0..4),
        next: Option<u32>,
    ) {
        let records = |all: Vec<(u32, Vec<u8>)>| all.into_iter().map(|(seq, bytes)| StoredRecord { seq, bytes }).collect();
        let records = StoredRecords { key: KEY.to_owned(), next, snapshots: records(snapshots), steps: records(steps) };
        prop_assert!(open(&records, blank()).is_err());
    }
}

/// A project that began empty, as the program's own do, is put together from its steps alone.
#[test]
fn without_any_snapshot_the_steps_are_done_again_from_the_first() {
    use crossread::edit::{ArticleFields, Command, NewArticle, Stamp};
    let mut editor = Editor::new(blank());
    let mut records = StoredRecords { key: KEY.to_owned(), ..StoredRecords::default() };
    for (seq, title) in ["First", "Second"].into_iter().enumerate() {
        let stamp = Stamp { at: Timestamp::epoch(), by: String::new() };
        let text = crossread::text::Text::new("Words.");
        let fields = ArticleFields { title: title.to_owned(), ..ArticleFields::default() };
        let command = Command::AddArticles(vec![NewArticle { id: None, index: None, fields, text }]);
        let step = editor.perform(command, stamp).expect("an article").expect("a step");
        let record = journal::encode_step(editor.project(), &step, &summary(&step.transaction.summary));
        records.steps.push(StoredRecord { seq: seq as u32, bytes: encode(&step_name(KEY, seq as u32), &record) });
    }
    let recovered = open(&records, blank()).expect("the steps are whole");
    assert_eq!(native_json(recovered.editor.project()), native_json(editor.project()));
    let words = loss(&recovered.loss.expect("a loss"));
    assert!(words.contains("restored from its changes") && words.contains("No change is lost"), "{words}");
}
