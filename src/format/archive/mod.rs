//! ZIP archives that are imported: which files they have. How they are decompressed is up to the program: a browser has a way of its
//! own, a command line uses a crate.

mod entry;
mod names;
#[cfg(test)]
mod tests;

use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};

pub use entry::{Entry, EntryProblem, Packed};

use names::name_of;

/// The most entries that an archive may have: their list is kept in memory.
pub const ENTRIES: usize = 50_000;

/// Why an archive cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveProblem {
    /// It is not an archive, or its list of files is damaged.
    Damaged,
    /// It has more than [`ENTRIES`].
    TooManyEntries,
}

/// The files of an archive in order, without folders.
///
/// # Errors
/// When this is not an archive. A file that cannot be read is in the list, with what is wrong with it.
pub fn entries(bytes: &[u8]) -> Result<Vec<Entry<'_>>, ArchiveProblem> {
    let archive = ZipArchive::from_slice(bytes).map_err(|_| ArchiveProblem::Damaged)?;
    let mut found = Vec::new();
    let mut ranges = Vec::new();
    let mut records = archive.entries();
    let mut count = 0;
    while let Some(record) = records.next_entry().map_err(|_| ArchiveProblem::Damaged)? {
        count += 1;
        if count > ENTRIES {
            return Err(ArchiveProblem::TooManyEntries);
        }
        let name = name_of(&record);
        if record.is_dir() || name.is_empty() {
            continue;
        }
        let content = packed(bytes, &archive, &record);
        if let Ok((_, range)) = &content {
            ranges.push((range.0, range.1, found.len()));
        }
        found.push(Entry { name, content: content.map(|(packed, _)| packed) });
    }
    // Files that share their bytes are the trick of archives that become enormous.
    ranges.sort_unstable();
    for pair in ranges.windows(2) {
        let [(_, end, _), (start, _, at)] = pair else { continue };
        if start < end
            && let Some(entry) = found.get_mut(*at)
        {
            entry.content = Err(EntryProblem::Damaged);
        }
    }
    Ok(found)
}

/// The content of a file, and where it is in the archive.
fn packed<'a>(
    bytes: &'a [u8],
    archive: &ZipSliceArchive<&'a [u8]>,
    record: &ZipFileHeaderRecord<'_>,
) -> Result<(Packed<'a>, (u64, u64)), EntryProblem> {
    if record.flags().is_encrypted() || record.flags().has_strong_encryption() {
        return Err(EntryProblem::Encrypted);
    }
    let is_deflated = match record.compression_method() {
        CompressionMethod::STORE => false,
        CompressionMethod::DEFLATE => true,
        other => return Err(EntryProblem::Method(other.as_u16())),
    };
    let entry = archive.get_entry(record.wayfinder()).map_err(|_| EntryProblem::Damaged)?;
    let (start, end) = entry.compressed_data_range();
    let data = bytes.get(start as usize..end as usize).ok_or(EntryProblem::Damaged)?;
    let claim = entry.claim_verifier();
    let size = usize::try_from(claim.uncompressed_size).map_err(|_| EntryProblem::Damaged)?;
    if !is_deflated && size != data.len() {
        return Err(EntryProblem::Damaged);
    }
    Ok((Packed { data, is_deflated, size, checksum: claim.crc }, (start, end)))
}
