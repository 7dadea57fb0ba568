//! Texts of articles: positions, ranges, segmentation and search.
//!
//! A position is a UTF-8 byte offset on a character boundary ([`ByteOffset`]). Users, files and the API count in code
//! points, the DOM in UTF-16 units; only [`Text`] converts between them, with an index.

mod bidi;
mod broken;
mod direction;
mod encoding;
mod finder;
mod fold;
mod guess_encoding;
mod index;
mod invisible;
mod nearly_utf8;
mod normalise;
mod offset;
mod query;
mod regional_indicators;
mod search;
mod segment;
mod snap;
mod sniff;
mod text_value;
mod tokens;
mod utf16;

pub use bidi::{isolated, shortened};
pub use broken::{Broken, broken_bytes, from_utf16};
pub use encoding::{ENCODINGS, Encoding, Script};
pub use finder::Finder;
pub use guess_encoding::Sample;
pub use invisible::{has_ignored, visible_text, without_invisible};
pub use normalise::{Normalised, is_normalised, normalise};
pub use offset::{ByteOffset, CodePointOffset, TextRange, Utf16Offset};
pub use query::Query;
pub use segment::Unit;
pub use snap::{Snap, before_outer, snap, snap_end, snap_start};
pub use sniff::sniff;
pub use text_value::{RangeError, Text, TextHash};
