//! What analyses have computed for a text, so that it is computed once.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// At most one value of each type.
#[derive(Debug, Default)]
pub struct Memo(RefCell<Vec<Rc<dyn Any>>>);

impl Memo {
    /// The value of a type; computed if there is none yet.
    pub fn get<T: 'static>(&self, compute: impl FnOnce() -> T) -> Rc<T> {
        let known = self.0.borrow().iter().find_map(|one| one.clone().downcast::<T>().ok());
        known.unwrap_or_else(|| {
            let made = Rc::new(compute());
            self.0.borrow_mut().push(made.clone());
            made
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_computed_once() {
        let memo = Memo::default();
        assert_eq!(*memo.get(|| 1_u8), 1);
        assert_eq!(*memo.get(|| 2_u8), 1);
        assert_eq!(*memo.get(|| "text"), "text");
    }
}
