//! A checksummed record is decoded only under its own name and only when complete. The first line of the input is the name.

use crossread::format::checksummed::{Damage, decode, encode};

use super::numbers;

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    let ([at, change], rest) = numbers(bytes);
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let (name, content) = (String::from_utf8_lossy(&rest[..end]), rest.get(end + 1..).unwrap_or_default());
    // Every payload has exactly one encoding.
    if let Ok(payload) = decode(&name, content) {
        assert_eq!(encode(&name, payload), content);
    }
    let Ok(payload) = std::str::from_utf8(content) else { return };
    let record = encode(&name, payload);
    assert_eq!(decode(&name, &record), Ok(payload));
    let at = usize::from(at) % record.len();
    assert!(decode(&name, &record[..at]).is_err());
    let mut damaged = record.clone();
    damaged[at] ^= 1 << (change % 8);
    assert!(decode(&name, &damaged).is_err());
    assert_eq!(decode(&format!("{name}1"), &record), Err(Damage::Checksum));
}
