//! What analyses have computed for a text, one value for each type.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// Values of different types, each computed once.
#[derive(Debug, Default)]
pub(super) struct Cache {
    values: RefCell<Vec<Rc<dyn Any>>>,
}

impl Cache {
    /// The value of a type; `compute` is called if it is not known yet, and may ask for values of other types.
    pub(super) fn get<T: Any>(&self, compute: impl FnOnce() -> T) -> Rc<T> {
        let known = self.values.borrow().iter().find_map(|value| value.clone().downcast::<T>().ok());
        known.unwrap_or_else(|| {
            let value = Rc::new(compute());
            self.values.borrow_mut().push(value.clone());
            value
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_computed_once_for_each_type() {
        let cache = Cache::default();
        assert_eq!(*cache.get(|| u32::try_from(cache.get(|| "abc").len()).unwrap_or(0)), 3);
        assert_eq!((*cache.get(|| 5_u32), *cache.get(|| "x")), (3, "abc"));
    }
}
