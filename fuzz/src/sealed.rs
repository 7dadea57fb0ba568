//! A sealed record opens under its own name and whole, or not at all. The first line is the name.

use crossread::format::checksummed::{Damage, decode, encode};

use crate::numbers;

/// Holds for any bytes.
pub fn hold(bytes: &[u8]) {
    let ([at, change], rest) = numbers(bytes);
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let (name, content) = (String::from_utf8_lossy(&rest[..end]), rest.get(end + 1..).unwrap_or_default());
    // Only what is written is read: there is no second way to write the same.
    if let Ok(payload) = decode(&name, content) {
        assert_eq!(encode(&name, payload), content);
    }
    let Ok(payload) = std::str::from_utf8(content) else { return };
    let sealed = encode(&name, payload);
    assert_eq!(decode(&name, &sealed), Ok(payload));
    let at = usize::from(at) % sealed.len();
    assert!(decode(&name, &sealed[..at]).is_err());
    let mut damaged = sealed.clone();
    damaged[at] ^= 1 << (change % 8);
    assert!(decode(&name, &damaged).is_err());
    assert_eq!(decode(&format!("{name}1"), &sealed), Err(Damage::Checksum));
}
