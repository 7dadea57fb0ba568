//! Limits the memory and processor time of each input, and enlarges inputs.
//!
//! libFuzzer checks the memory of the process once a second, and single allocations only with a sanitizer; the limit
//! here counts every allocation. Its time-out uses the clock, which is unreliable on a busy machine; the limit here
//! uses processor time.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The memory that every input may use, in bytes.
const MIN_BYTES: usize = 24 << 20;
/// The additional memory for each byte of an input, in bytes. A JSON list of zeros has two bytes per value; a value in
/// memory has eighty, in a list whose capacity doubles.
const PER_BYTE: usize = 400;
/// The maximum memory of an input of any length, in bytes.
const MAX_BYTES: usize = 512 << 20;

/// The maximum processor time of an input, in seconds. An instrumented program is several times slower than the page.
const MAX_SECONDS: f64 = 20.0;

static ALLOCATED: AtomicUsize = AtomicUsize::new(0);
static LIMIT: AtomicUsize = AtomicUsize::new(usize::MAX);

/// The system's allocator, which aborts the process if an input uses too much memory.
struct CountingAllocator;

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator;

fn add(bytes: usize) {
    // Reporting a panic takes memory too, and so does the message here.
    if ALLOCATED.fetch_add(bytes, Relaxed) + bytes > LIMIT.load(Relaxed) && !std::thread::panicking() {
        LIMIT.store(usize::MAX, Relaxed);
        eprintln!("This input uses more memory than its length allows.");
        std::process::abort();
    }
}

fn subtract(bytes: usize) {
    ALLOCATED.fetch_sub(bytes, Relaxed);
}

// SAFETY: every call goes to the system's allocator; this only counts.
unsafe impl GlobalAlloc for CountingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        subtract(layout.size());
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        add(size);
        subtract(layout.size());
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// Runs a check on an input. Aborts if it uses more memory than its length allows, and panics if it takes too long.
pub fn within_limits(bytes: &[u8], check: impl FnOnce(&[u8])) {
    let enlarged = enlarge(bytes);
    let bytes = enlarged.as_deref().unwrap_or(bytes);
    let budget = MIN_BYTES.saturating_add(bytes.len().saturating_mul(PER_BYTE)).min(MAX_BYTES);
    LIMIT.store(ALLOCATED.load(Relaxed).saturating_add(budget), Relaxed);
    let start = processor_seconds();
    check(bytes);
    LIMIT.store(usize::MAX, Relaxed);
    let took = processor_seconds() - start;
    assert!(took < MAX_SECONDS, "this input took {took:.1} seconds");
}

fn processor_seconds() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes only to the structure it is given.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// The input with a part of it repeated until it has `CROSSREAD_FUZZ_SIZE` bytes. Excessive time or memory shows only
/// in large inputs, but generating large inputs is slow, so a part of a small one is repeated.
fn enlarge(bytes: &[u8]) -> Option<Vec<u8>> {
    static SIZE: OnceLock<Option<usize>> = OnceLock::new();
    let size = (*SIZE.get_or_init(|| std::env::var("CROSSREAD_FUZZ_SIZE").ok()?.parse().ok()))?;
    // The input itself chooses the part, so that a failure can be reproduced.
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    let (a, b) = ((hash >> 8) as usize % (bytes.len() + 1), (hash >> 36) as usize % (bytes.len() + 1));
    // For every other input, from a comma or line end to another, so that lists stay lists.
    let separator =
        |at: usize| bytes[at..].iter().position(|byte| b",\n".contains(byte)).map_or(bytes.len(), |on| at + on);
    let (a, b) = if hash & 1 == 0 { (separator(a), separator(b)) } else { (a, b) };
    let part = &bytes[a.min(b)..a.max(b)];
    let times = size.saturating_sub(bytes.len()).checked_div(part.len()).unwrap_or(0);
    Some([&bytes[..a.min(b)], &part.repeat(times), &bytes[a.min(b)..]].concat())
}
