//! How much memory and time an input may take, and how large it may be made.
//!
//! The limit on the process that libFuzzer knows is looked at once a second, and the one on single allocations needs a
//! sanitizer; the one here misses nothing.
//! Its time-out goes by the clock, which on a busy machine accuses the innocent; the one here goes by the processor.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// What any input may take: the least that is worth a thought.
const FLOOR: usize = 24 << 20;
/// What a byte of the input may take. A JSON list of noughts has two bytes for a value of eighty, in a list that doubles.
const PER_BYTE: usize = 400;
/// What no input may take, however long it is.
const CEILING: usize = 512 << 20;

/// Seconds of the processor that no input may take, where `CROSSREAD_FUZZ_SECONDS` does not say.
/// A watched program takes several times as long as it would alone.
const SECONDS: f64 = 20.0;

static TAKEN: AtomicUsize = AtomicUsize::new(0);
static LIMIT: AtomicUsize = AtomicUsize::new(usize::MAX);

/// The system's allocator, which stops the process when an input takes too much.
struct Counted;

#[global_allocator]
static ALLOCATOR: Counted = Counted;

fn take(bytes: usize) {
    // The report of a panic takes memory too, and this one.
    if TAKEN.fetch_add(bytes, Relaxed) + bytes > LIMIT.load(Relaxed) && !std::thread::panicking() {
        LIMIT.store(usize::MAX, Relaxed);
        eprintln!("This input takes more memory than its length is worth.");
        std::process::abort();
    }
}

fn give(bytes: usize) {
    TAKEN.fetch_sub(bytes, Relaxed);
}

// SAFETY: the system's allocator does it all; this only counts.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        give(layout.size());
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        take(size);
        give(layout.size());
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// Runs a law on an input, which may take no more memory than its length is worth.
pub fn within_bounds(bytes: &[u8], law: impl FnOnce(&[u8])) {
    let swollen = swell(bytes);
    let bytes = swollen.as_deref().unwrap_or(bytes);
    let budget = FLOOR.saturating_add(bytes.len().saturating_mul(PER_BYTE)).min(CEILING);
    LIMIT.store(TAKEN.load(Relaxed).saturating_add(budget), Relaxed);
    let begun = processor_seconds();
    law(bytes);
    LIMIT.store(usize::MAX, Relaxed);
    let took = processor_seconds() - begun;
    assert!(took < seconds(), "this input took {took:.1} seconds");
}

fn seconds() -> f64 {
    static SAID: OnceLock<f64> = OnceLock::new();
    *SAID.get_or_init(|| {
        std::env::var("CROSSREAD_FUZZ_SECONDS").ok().and_then(|said| said.parse().ok()).unwrap_or(SECONDS)
    })
}

fn processor_seconds() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes to what it is given, and to nothing else.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// The input with a stretch of it repeated until it has as many bytes as `CROSSREAD_FUZZ_SWELL` says. What takes long or
/// much shows only in what is large, and a search among large inputs is slow; a small pattern that is repeated does it.
fn swell(bytes: &[u8]) -> Option<Vec<u8>> {
    static SIZE: OnceLock<Option<usize>> = OnceLock::new();
    let size = (*SIZE.get_or_init(|| std::env::var("CROSSREAD_FUZZ_SWELL").ok()?.parse().ok()))?;
    // The stretch is chosen by the input, so that a failure can be had again.
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    let (a, b) = ((hash >> 8) as usize % (bytes.len() + 1), (hash >> 36) as usize % (bytes.len() + 1));
    // Every other time from one comma or line end to the next, so that lists stay lists.
    let joint = |at: usize| bytes[at..].iter().position(|byte| b",\n".contains(byte)).map_or(bytes.len(), |on| at + on);
    let (a, b) = if hash & 1 == 0 { (joint(a), joint(b)) } else { (a, b) };
    let stretch = &bytes[a.min(b)..a.max(b)];
    let times = size.saturating_sub(bytes.len()).checked_div(stretch.len()).unwrap_or(0);
    Some([&bytes[..a.min(b)], &stretch.repeat(times), &bytes[a.min(b)..]].concat())
}
