//! Guesses the encoding of a text that is neither UTF-8 nor UTF-16. The page loads it on demand: its tables are large.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// The name in the Encoding Standard of the most probable encoding of some bytes of a text, with which it ends or not.
pub fn guess(sample: &[u8], is_end: bool) -> &'static str {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, is_end);
    detector.guess(None, Utf8Detection::Deny).name()
}
