//! The Yew components.
