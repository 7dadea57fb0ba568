//! The entry points into a lazy part: a table of functions, which the part installs when it is loaded.
//!
//! Nothing outside of the part may name what is behind a table: one direct call would bring it back into the file of the caller.

use std::cell::Cell;
use std::thread::LocalKey;

use super::parts::{self, Part};

/// Where a table is kept.
pub type Slot<T> = LocalKey<Cell<Option<&'static T>>>;

/// A table of entry points.
pub trait EntryPoints: Sized + 'static {
    /// The part.
    const PART: Part;

    /// Where the table is kept; empty until the part is there.
    fn slot() -> &'static Slot<Self>;

    /// The table itself, for [`EntryPoints::install`] only.
    fn table() -> &'static Self;

    /// Keeps the table. Called by the part when it is loaded.
    fn install() {
        Self::slot().set(Some(Self::table()));
    }

    /// The entry points; `None` until the part is there.
    fn now() -> Option<&'static Self> {
        // Without the feature, there is no part that calls it.
        #[cfg(not(feature = "split"))]
        Self::install();
        Self::slot().get()
    }

    /// Does something with the entry points, at once or when the part is there. Does not request it.
    fn when_here(act: impl FnOnce(&'static Self) + 'static) {
        parts::when_here(Self::PART, move || {
            if let Some(table) = Self::now() {
                act(table);
            }
        });
    }

    /// Does something with the entry points, at once or when the part is there. Requests it.
    fn with(act: impl FnOnce(&'static Self) + 'static) {
        Self::when_here(act);
        parts::request(Self::PART);
    }
}

/// Makes a type the table of a part: its variant of [`Part`], the table itself, and the function that the part calls when it is loaded.
macro_rules! entry_points {
    ($table:ty, $part:ident, $value:expr, $install:ident) => {
        thread_local! {
            static INSTALLED: ::std::cell::Cell<Option<&'static $table>> = const { ::std::cell::Cell::new(None) };
        }

        impl $crate::web::entry_points::EntryPoints for $table {
            const PART: $crate::web::parts::Part = $crate::web::parts::Part::$part;

            fn slot() -> &'static $crate::web::entry_points::Slot<Self> {
                &INSTALLED
            }

            fn table() -> &'static Self {
                $value
            }
        }

        /// Called by the part when it is loaded.
        pub fn $install() {
            <$table as $crate::web::entry_points::EntryPoints>::install();
        }
    };
}
pub(crate) use entry_points;
