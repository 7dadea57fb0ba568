//! An export that takes time: how much is written, and that the user can cancel it.

/// An export that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exporting {
    /// Tells it from others.
    pub number: u32,
    /// How much is written, in percent; `None` if that is not known.
    pub percent: Option<u8>,
}

/// What happens to an export that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportingAction {
    /// It takes time, and so much of it is written. The first also says that it is being written.
    Written(Exporting),
    /// The one with this number is over.
    End(u32),
    /// The user does not want it.
    Cancel,
}
