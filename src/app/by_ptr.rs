//! A shared value that is compared by pointer, for props and memo keys.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value of which two are equal only if they are the same object, so that comparing costs nothing whatever
/// its size. Values that were never changed in place can be compared so: a change makes a new object.
#[derive(Debug)]
pub struct ByPtr<T: ?Sized>(pub Rc<T>);

impl<T: ?Sized> Clone for ByPtr<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ?Sized> PartialEq for ByPtr<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for ByPtr<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Default> Default for ByPtr<T> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<T: ?Sized> From<&Rc<T>> for ByPtr<T> {
    fn from(value: &Rc<T>) -> Self {
        Self(value.clone())
    }
}
