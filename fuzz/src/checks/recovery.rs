//! Opening a project from damaged stored records gives one of its earlier states and reports what is lost, or an error.

use std::cell::OnceCell;

use arbitrary::{Arbitrary, Unstructured};
use crossread::app::messages;
use crossread::edit::Editor;
use crossread::format::checksummed::{encode, snapshot_name, step_name};
use crossread::format::journal::decode_step;
use crossread::format::recovery::{StoredRecord, StoredRecords, open};

use crate::common::native_json;

const KEY: &str = "p";
/// The maximum number of damaged records.
const MAX_DAMAGE: usize = 16;

/// Which snapshots are stored, and how the stored records are damaged.
#[derive(Arbitrary, Debug)]
struct Scenario {
    /// The numbers of the steps before which there is a snapshot.
    snapshots: [u8; 2],
    /// The stored number of the next step, if any.
    next: Option<u32>,
    damage: Vec<(u8, Damage)>,
}

#[derive(Arbitrary, Debug)]
enum Damage {
    Remove,
    Duplicate,
    Renumber(u32),
    /// Adds one to the number.
    Shift,
    Flip(u16, u8),
    Cut(u16),
    Grow(Vec<u8>),
    Garbage(Vec<u8>),
    /// Replaces it by a valid record of another number and payload.
    Forge(u32, String),
}

/// A project after every step, and the stored records.
struct Recording {
    /// The project before each step, and after the last.
    states: Vec<String>,
    steps: Vec<StoredRecord>,
}

fn record() -> Recording {
    let mut editor = Editor::new(super::journal::base());
    let mut recording = Recording { states: vec![native_json(editor.project())], steps: Vec::new() };
    for (seq, record) in (0..).zip(include_str!("../../../tests/files/main-job.journal").lines()) {
        editor.run(decode_step(editor.project(), record).expect("a valid record")).expect("a step that fits");
        recording.states.push(native_json(editor.project()));
        recording.steps.push(StoredRecord { seq, bytes: encode(&step_name(KEY, seq), record) });
    }
    recording
}

/// Checks any bytes: they choose the damage.
pub fn check(bytes: &[u8]) {
    thread_local!(static RECORDING: OnceCell<Recording> = const { OnceCell::new() });
    let Ok(scenario) = Scenario::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    RECORDING.with(|cell| check_opening(cell.get_or_init(record), &scenario));
}

fn check_opening(recording: &Recording, scenario: &Scenario) {
    let mut records = StoredRecords {
        key: KEY.to_owned(),
        next: scenario.next,
        snapshots: Vec::new(),
        steps: recording.steps.clone(),
    };
    for seq in scenario.snapshots.map(|seq| usize::from(seq) % recording.states.len()) {
        let bytes = encode(&snapshot_name(KEY, seq as u32), &recording.states[seq]);
        records.snapshots.push(StoredRecord { seq: seq as u32, bytes });
    }
    let mut is_forged = false;
    for (which, damage) in scenario.damage.iter().take(MAX_DAMAGE) {
        is_forged |= matches!(damage, Damage::Forge(..));
        damage_record(&mut records, usize::from(*which), damage);
    }
    // The store returns them in this order.
    records.steps.sort_by_key(|step| step.seq);
    match open(&records, super::journal::base()) {
        Ok(recovered) => {
            assert_eq!(recovered.editor.project().check(), Ok(()));
            let state = recording.states.get(recovered.next as usize);
            assert!(is_forged || state == Some(&native_json(recovered.editor.project())), "another project");
            let lost = recovered.loss.as_ref().map_or(0, |loss| loss.steps);
            let last = records.steps.last().map_or(0, |step| u64::from(step.seq.saturating_add(1)));
            assert!(u64::from(recovered.next) + lost as u64 >= last, "each step is there or is reported lost");
            assert!(recovered.loss.is_none_or(|loss| messages::recovery::loss(&loss).ends_with('.')));
        }
        Err(reason) => assert!(!messages::errors::unreadable(&reason).is_empty()),
    }
}

fn damage_record(records: &mut StoredRecords, which: usize, damage: &Damage) {
    let (snapshots, all) = (records.snapshots.len(), records.snapshots.len() + records.steps.len());
    if all == 0 {
        return;
    }
    let is_step = which % all >= snapshots;
    let (list, at) = match which % all {
        at if is_step => (&mut records.steps, at - snapshots),
        at => (&mut records.snapshots, at),
    };
    let length = list[at].bytes.len().max(1);
    match damage {
        Damage::Remove => drop(list.remove(at)),
        Damage::Duplicate => list.push(list[at].clone()),
        Damage::Renumber(seq) => list[at].seq = *seq,
        Damage::Shift => list[at].seq = list[at].seq.saturating_add(1),
        Damage::Flip(byte, bit) => {
            if let Some(byte) = list[at].bytes.get_mut(usize::from(*byte) % length) {
                *byte ^= 1 << (bit % 8);
            }
        }
        Damage::Cut(from) => list[at].bytes.truncate(usize::from(*from) % length),
        Damage::Grow(more) => list[at].bytes.extend(more),
        Damage::Garbage(bytes) => list[at].bytes.clone_from(bytes),
        Damage::Forge(seq, payload) => {
            let name = if is_step { step_name(KEY, *seq) } else { snapshot_name(KEY, *seq) };
            list[at] = StoredRecord { seq: *seq, bytes: encode(&name, payload) };
        }
    }
}
