//! Messages at the foot of the page.

/// A message at the foot of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The message.
    pub text: String,
    /// Whether something went wrong: the message then stays until it is dismissed.
    pub is_error: bool,
    /// What the user can do about it at once; the message then stays until that is done or it is dismissed.
    pub offer: Option<Offer>,
}

/// What a message offers to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Export the project.
    Export,
    /// Restore the deleted project of this storage key.
    Restore(String),
}

impl Notice {
    /// A message that disappears after a while.
    pub fn info(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_error: false, offer: None }
    }

    /// A message that stays until it is dismissed.
    pub fn error(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_error: true, offer: None }
    }

    /// The same message with an offer.
    pub fn with_offer(self, offer: Offer) -> Self {
        Self { offer: Some(offer), ..self }
    }
}
