//! A project opens from damaged stored records as it was at some moment, or not at all, and what is lost is said.

use std::cell::OnceCell;

use arbitrary::{Arbitrary, Unstructured};
use crossread::app::messages;
use crossread::edit::Editor;
use crossread::format::checksummed::{encode, snapshot_name, step_name};
use crossread::format::journal::decode_step;
use crossread::format::recovery::{StoredRecord, StoredRecords, open};

use crate::common::native_json;

const KEY: &str = "p";
const MOST: usize = 16;

/// What happened to the store.
#[derive(Arbitrary, Debug)]
struct Accident {
    /// Before which of the steps there are snapshots.
    snapshots: [u8; 2],
    /// What the store says the next number is, if it says so.
    next: Option<u32>,
    damage: Vec<(u8, Damage)>,
}

#[derive(Arbitrary, Debug)]
enum Damage {
    Remove,
    Double,
    Renumber(u32),
    /// One number more.
    Shift,
    Flip(u16, u8),
    Cut(u16),
    Grow(Vec<u8>),
    Garbage(Vec<u8>),
    /// What it says is written over it anew, as if it had been another record.
    Forge(u32, String),
}

/// Every moment of a day's work, and what was stored of it.
struct Day {
    /// The project before each step, and after the last.
    moments: Vec<String>,
    steps: Vec<StoredRecord>,
}

fn day() -> Day {
    let mut editor = Editor::new(crate::journal::base());
    let mut day = Day { moments: vec![native_json(editor.project())], steps: Vec::new() };
    for (seq, record) in (0..).zip(include_str!("../../tests/files/main-job.journal").lines()) {
        editor.run(decode_step(editor.project(), record).expect("a record of ours")).expect("a step that fits");
        day.moments.push(native_json(editor.project()));
        day.steps.push(StoredRecord { seq, bytes: encode(&step_name(KEY, seq), record) });
    }
    day
}

/// Holds for any bytes: they choose the damage.
pub fn hold(bytes: &[u8]) {
    thread_local!(static DAY: OnceCell<Day> = const { OnceCell::new() });
    let Ok(accident) = Accident::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    DAY.with(|cell| opens(cell.get_or_init(day), &accident));
}

fn opens(day: &Day, accident: &Accident) {
    let mut records =
        StoredRecords { key: KEY.to_owned(), next: accident.next, snapshots: Vec::new(), steps: day.steps.clone() };
    for seq in accident.snapshots.map(|seq| usize::from(seq) % day.moments.len()) {
        let bytes = encode(&snapshot_name(KEY, seq as u32), &day.moments[seq]);
        records.snapshots.push(StoredRecord { seq: seq as u32, bytes });
    }
    let mut is_forged = false;
    for (which, damage) in accident.damage.iter().take(MOST) {
        is_forged |= matches!(damage, Damage::Forge(..));
        harm(&mut records, usize::from(*which), damage);
    }
    // The store gives them so.
    records.steps.sort_by_key(|step| step.seq);
    match open(&records, crate::journal::base()) {
        Ok(recovered) => {
            assert_eq!(recovered.editor.project().check(), Ok(()));
            let moment = day.moments.get(recovered.next as usize);
            assert!(is_forged || moment == Some(&native_json(recovered.editor.project())), "another project");
            let lost = recovered.loss.as_ref().map_or(0, |loss| loss.steps);
            let last = records.steps.last().map_or(0, |step| u64::from(step.seq.saturating_add(1)));
            assert!(u64::from(recovered.next) + lost as u64 >= last, "each step is there or is said to be lost");
            assert!(recovered.loss.is_none_or(|loss| messages::recovery::loss(&loss).ends_with('.')));
        }
        Err(reason) => assert!(!messages::errors::unreadable(&reason).is_empty()),
    }
}

fn harm(records: &mut StoredRecords, which: usize, damage: &Damage) {
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
        Damage::Double => list.push(list[at].clone()),
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
