//! Property tests of recovery: a project with damaged stored records opens with everything that is intact, and reports
//! what is lost.

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

/// The stored records of a project, and its native JSON after each step.
#[derive(Clone)]
struct Recording {
    records: StoredRecords,
    states: Vec<String>,
}

/// A short form, because the bytes would fill pages.
impl std::fmt::Debug for Recording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} steps, {} snapshots", self.records.steps.len(), self.records.snapshots.len())
    }
}

/// Performs the actions, and records all steps, and snapshots before the first step and after every `every` steps.
fn record(key: &str, texts: &[String], actions: &[common::Action], every: usize) -> Recording {
    let mut editor = Editor::new(project(texts));
    let mut recording =
        Recording { records: StoredRecords { key: key.to_owned(), ..StoredRecords::default() }, states: Vec::new() };
    let snapshot = |recording: &mut Recording, project: &Project| {
        let seq = recording.records.steps.len() as u32;
        let bytes = encode(&snapshot_name(key, seq), &native::write(project));
        recording.records.snapshots.push(StoredRecord { seq, bytes });
        recording.states.push(native_json(project));
    };
    snapshot(&mut recording, editor.project());
    // The first snapshot is stored twice.
    recording.records.snapshots.push(recording.records.snapshots[0].clone());
    act(&mut editor, actions, |_, step, editor| {
        let seq = recording.records.steps.len() as u32;
        let record = journal::encode_step(editor.project(), step, &summary(&step.transaction.summary));
        recording.records.steps.push(StoredRecord { seq, bytes: encode(&step_name(key, seq), &record) });
        if (seq as usize + 1).is_multiple_of(every) {
            snapshot(&mut recording, editor.project());
        } else {
            recording.states.push(native_json(editor.project()));
        }
    });
    recording.records.next = Some(recording.records.steps.len() as u32);
    recording
}

fn empty_project() -> Project {
    Project::new("", news_claims(), Timestamp::epoch())
}

fn recordings() -> impl Strategy<Value = Recording> {
    (vec(texts(), 1..3), actions(), 1..9_usize).prop_map(|(texts, actions, every)| record(KEY, &texts, &actions, every))
}

/// Opens the project, and checks that it is in the state after some step, and that the other steps are reported lost.
fn open_checked(recording: &Recording, records: &StoredRecords) -> Result<Recovered, TestCaseError> {
    let recovered = open(records, empty_project()).map_err(|reason| TestCaseError::fail(unreadable(&reason)))?;
    prop_assert_eq!(&native_json(recovered.editor.project()), &recording.states[recovered.next as usize]);
    prop_assert_eq!(recovered.editor.project().check(), Ok(()));
    let lost = recording.states.len() - 1 - recovered.next as usize;
    prop_assert_eq!(recovered.loss.as_ref().map_or(0, |loss| loss.steps), lost);
    Ok(recovered)
}

/// Damaged copies of a record: truncated at each byte, and with one flipped bit in each byte.
fn damaged_copies(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut damaged: Vec<Vec<u8>> = (0..bytes.len()).map(|length| bytes[..length].to_vec()).collect();
    // One bit per byte; the unit tests of checksummed records flip all bits.
    for at in 0..bytes.len() {
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 1 << (at % 8);
        damaged.push(flipped);
    }
    damaged
}

proptest! {
    // Each case opens the project thousands of times.
    #![proptest_config(ProptestConfig { cases: common::config().cases / 64, ..common::config() })]

    #[test]
    fn a_damaged_step_and_the_steps_after_it_are_lost(recording in recordings()) {
        let count = recording.records.steps.len();
        for which in count.saturating_sub(3)..count {
            // Steps before the newest snapshot are not read.
            let is_read = recording.records.snapshots.iter().all(|snapshot| snapshot.seq as usize <= which);
            let mut damaged = recording.records.clone();
            for bytes in damaged_copies(&recording.records.steps[which].bytes) {
                damaged.steps[which].bytes = bytes;
                let recovered = open_checked(&recording, &damaged)?;
                let expected = if is_read { which } else { count };
                prop_assert_eq!(recovered.next as usize, expected);
                if let Some(loss) = recovered.loss {
                    prop_assert_eq!(loss.summaries.len(), count - which - 1, "the intact ones have summaries");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: common::config().cases / 8, ..common::config() })]

    #[test]
    fn intact_records_open_completely(recording in recordings()) {
        let recovered = open_checked(&recording, &recording.records)?;
        prop_assert_eq!(recovered.loss, None);
        prop_assert_eq!(recovered.next as usize, recording.states.len() - 1);
    }

    #[test]
    fn the_steps_after_a_missing_one_are_lost(recording in recordings(), seed: usize) {
        let count = recording.records.steps.len();
        if count > 0 {
            let mut damaged = recording.records.clone();
            let which = seed % count;
            damaged.steps.remove(which);
            let base = recording.records.snapshots.iter().map(|snapshot| snapshot.seq as usize).max().unwrap_or(0);
            let recovered = open_checked(&recording, &damaged)?;
            prop_assert_eq!(recovered.next as usize, if which >= base { which } else { count });
        }
    }

    #[test]
    fn damaged_or_missing_snapshots_lose_nothing_while_one_is_intact(recording in recordings(), seed: u64, missing: bool) {
        let intact = seed as usize % recording.records.snapshots.len();
        let mut damaged = recording.records.clone();
        for (at, snapshot) in damaged.snapshots.iter_mut().enumerate().filter(|(at, _)| *at != intact) {
            let at_byte = seed as usize / 7 % snapshot.bytes.len();
            if seed >> at & 1 == 0 { snapshot.bytes[at_byte] ^= 1 } else { snapshot.bytes.truncate(at_byte) }
        }
        if missing {
            damaged.snapshots = vec![damaged.snapshots[intact].clone()];
        }
        let recovered = open_checked(&recording, &damaged)?;
        prop_assert_eq!(recovered.next as usize, recording.states.len() - 1, "no step is lost");
        let newest = recording.records.snapshots.iter().map(|snapshot| snapshot.seq).max();
        if !missing && Some(damaged.snapshots[intact].seq) != newest {
            prop_assert!(recovered.loss.is_some(), "the damage is reported");
        }
    }

    #[test]
    fn records_of_another_project_count_as_damaged(texts in vec(texts(), 1..3), ours in actions(), theirs in actions()) {
        let (recording, other) = (record(KEY, &texts, &ours, 100), record("p2", &texts, &theirs, 100));
        for which in 0..recording.records.steps.len().min(other.records.steps.len()) {
            let mut mixed = recording.records.clone();
            mixed.steps[which].bytes = other.records.steps[which].bytes.clone();
            prop_assert_eq!(open_checked(&recording, &mixed)?.next as usize, which);
        }
        let mut mixed = recording.records.clone();
        mixed.snapshots[0] = other.records.snapshots[0].clone();
        prop_assert_eq!(open_checked(&recording, &mixed)?.next as usize, recording.states.len() - 1);
        mixed.snapshots = other.records.snapshots;
        // Without an intact snapshot, the project is opened from its steps alone.
        let none = StoredRecords { snapshots: Vec::new(), ..recording.records };
        let of = |records| open(records, empty_project()).map(|recovered| native_json(recovered.editor.project())).ok();
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
        prop_assert!(open(&records, empty_project()).is_err());
    }
}

/// A project that began empty, like those that the program creates, can be opened from its steps alone.
#[test]
fn without_snapshots_all_steps_are_applied() {
    use crossread::edit::{ArticleFields, Command, NewArticle, Stamp};
    let mut editor = Editor::new(empty_project());
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
    let recovered = open(&records, empty_project()).expect("the steps are intact");
    assert_eq!(native_json(recovered.editor.project()), native_json(editor.project()));
    let message = loss(&recovered.loss.expect("a loss"));
    assert!(message.contains("restored from its changes") && message.contains("No change is lost"), "{message}");
}
