//! Checksummed records: the values in the browser's storage, each with its length and checksum.
//!
//! A checksummed record is one line of ASCII and then the payload, all in UTF-8:
//!
//! ```text
//! crossread-sealed 1 <bytes of the payload> <first 16 hex digits of SHA-256(<name> LF <payload>)> LF <payload>
//! ```
//!
//! The name identifies the record (`step/<project>/<number>`) and is part of the checksum: a record that is stored
//! under a wrong key counts as damaged.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

const MAGIC: &str = "crossread-sealed 1 ";
/// Length of the checksum in hex digits.
const DIGITS: usize = 16;

/// Why a checksummed record cannot be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The record does not begin with a valid header.
    Header,
    /// The payload does not have the length in the header; both in bytes.
    Length {
        /// The length in the header.
        expected: usize,
        /// The actual length.
        found: usize,
    },
    /// The checksum does not match.
    Checksum,
}

/// The name of a snapshot: the project and the number of the first step after it.
pub fn snapshot_name(project: &str, seq: u32) -> String {
    format!("snapshot/{project}/{seq}")
}

/// The name of a step: the project and the number of the step.
pub fn step_name(project: &str, seq: u32) -> String {
    format!("step/{project}/{seq}")
}

/// The name of the entry of a project in the list.
pub fn entry_name(project: &str) -> String {
    format!("entry/{project}")
}

/// The checksummed record of a payload under a name.
pub fn encode(name: &str, payload: &str) -> Vec<u8> {
    let mut checksum = Checksum::of(name);
    checksum.add(payload.as_bytes());
    let mut record = checksum.header(payload.len());
    record.push_str(payload);
    record.into_bytes()
}

/// The payload of a checksummed record.
///
/// # Errors
/// When the record is damaged, or was written under another name.
pub fn decode<'a>(name: &str, record: &'a [u8]) -> Result<&'a str, Damage> {
    let header = Header::read(record, record.len())?;
    let payload = &record[header.payload_at..];
    let mut checksum = Checksum::of(name);
    checksum.add(payload);
    checksum.check(&header)?;
    std::str::from_utf8(payload).map_err(|_| Damage::Checksum)
}

/// The most bytes that a header can have.
pub const MAX_HEADER: usize = 64;

/// The header of a checksummed record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Where the payload begins, in bytes.
    pub payload_at: usize,
    sum: String,
}

impl Header {
    /// Reads the header of a record of `total` bytes, of which at least [`MAX_HEADER`] are given.
    ///
    /// # Errors
    /// When it is no header, or the payload does not have its length.
    pub fn read(record: &[u8], total: usize) -> Result<Self, Damage> {
        let rest = record.strip_prefix(MAGIC.as_bytes()).ok_or(Damage::Header)?;
        let line_end = rest.iter().position(|byte| *byte == b'\n').ok_or(Damage::Header)?;
        let header = std::str::from_utf8(&rest[..line_end]).map_err(|_| Damage::Header)?;
        let (length, sum) = header.split_once(' ').ok_or(Damage::Header)?;
        // "+7" and "007" parse as well, but are never written.
        let expected = length.parse::<usize>().ok().filter(|number| number.to_string() == length);
        let expected = expected.ok_or(Damage::Header)?;
        let payload_at = MAGIC.len() + line_end + 1;
        let found = total - payload_at;
        if found != expected {
            return Err(Damage::Length { expected, found });
        }
        Ok(Self { payload_at, sum: sum.to_owned() })
    }
}

/// The checksum over the name and the payload of a record, which may come in parts.
#[derive(Clone)]
pub struct Checksum(Sha256);

impl Checksum {
    /// The checksum of a record under a name.
    pub fn of(name: &str) -> Self {
        Self(Sha256::new().chain_update(name).chain_update("\n"))
    }

    /// Adds the next part of the payload.
    pub fn add(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// The header of the record, whose payload has a length in bytes.
    pub fn header(self, length: usize) -> String {
        format!("{MAGIC}{length} {}\n", self.digits())
    }

    /// Compares with the checksum in a header.
    ///
    /// # Errors
    /// When they differ.
    pub fn check(self, header: &Header) -> Result<(), Damage> {
        if self.digits() == header.sum { Ok(()) } else { Err(Damage::Checksum) }
    }

    fn digits(self) -> String {
        let digest = self.0.finalize();
        let mut hex = String::with_capacity(DIGITS);
        for byte in &digest[..DIGITS / 2] {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "step/p/7";
    const PAYLOAD: &str = "{\"kind\":\"do\",\"summary\":\"Tagged “é” as Person\"}";

    #[test]
    fn a_payload_is_decoded_unchanged() {
        for payload in [PAYLOAD, "", "\n", "a\nb"] {
            assert_eq!(decode(NAME, &encode(NAME, payload)), Ok(payload));
        }
    }

    #[test]
    fn a_truncated_record_is_refused() {
        let record = encode(NAME, PAYLOAD);
        for length in 0..record.len() {
            assert!(decode(NAME, &record[..length]).is_err(), "cut after {length} bytes");
        }
        assert!(decode(NAME, &[&record[..], b" "].concat()).is_err());
    }

    #[test]
    fn a_flipped_bit_is_found() {
        let record = encode(NAME, PAYLOAD);
        for bit in 0..record.len() * 8 {
            let mut flipped = record.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(decode(NAME, &flipped).is_err(), "bit {bit}");
        }
    }

    #[test]
    fn a_record_is_valid_only_under_its_own_name() {
        let record = encode(NAME, PAYLOAD);
        for other in ["step/p/8", "step/q/7", "snapshot/p/7"] {
            assert_eq!(decode(other, &record), Err(Damage::Checksum));
        }
    }

    #[test]
    fn the_encoding_does_not_change() {
        let record = String::from_utf8(encode("step/p/0", "{}")).expect("UTF-8");
        assert_eq!(record, "crossread-sealed 1 2 8941f3f82eef7016\n{}");
    }
}
