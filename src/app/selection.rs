//! The selected annotations, in the order in which they were selected. Cheap to clone and to compare, however many there are.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Deref;
use std::rc::Rc;

use crate::model::AnnotationId;

/// Fewer than this are looked through one by one.
const FEW: usize = 8;

/// The selected annotations; each is in it once.
#[derive(Clone, Debug, Default)]
pub struct Selection(Rc<Selected>);

#[derive(Debug, Default)]
struct Selected {
    order: Vec<AnnotationId>,
    /// The same, made when many are looked up.
    set: OnceCell<HashSet<AnnotationId>>,
}

impl Selection {
    /// Whether an annotation is selected. Costs the same however many are.
    pub fn contains(&self, id: &AnnotationId) -> bool {
        let Selected { order, set } = &*self.0;
        if order.len() < FEW {
            return order.contains(id);
        }
        set.get_or_init(|| order.iter().cloned().collect()).contains(id)
    }

    /// Deselects all.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Deselects those that do not meet a condition.
    pub fn retain(&mut self, is_kept: impl Fn(&AnnotationId) -> bool) {
        if !self.iter().all(&is_kept) {
            *self = self.iter().filter(|id| is_kept(id)).cloned().collect();
        }
    }
}

impl Deref for Selection {
    type Target = [AnnotationId];

    fn deref(&self) -> &[AnnotationId] {
        &self.0.order
    }
}

impl From<Vec<AnnotationId>> for Selection {
    fn from(order: Vec<AnnotationId>) -> Self {
        Self(Rc::new(Selected { order, set: OnceCell::new() }))
    }
}

impl FromIterator<AnnotationId> for Selection {
    fn from_iter<I: IntoIterator<Item = AnnotationId>>(all: I) -> Self {
        all.into_iter().collect::<Vec<_>>().into()
    }
}

impl PartialEq for Selection {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.order == other.0.order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(ids: std::ops::Range<usize>) -> Selection {
        ids.map(|id| AnnotationId::new(format!("a{id}"))).collect()
    }

    #[test]
    fn few_and_many_are_found() {
        for count in [0, 1, FEW - 1, FEW, 1_000] {
            let all = selection(0..count);
            assert_eq!(all.len(), count);
            assert!(all.iter().all(|id| all.contains(id)));
            assert!(!all.contains(&"b".into()));
        }
    }

    #[test]
    fn only_what_meets_the_condition_is_kept() {
        let mut all = selection(0..20);
        let before = all.clone();
        all.retain(|_| true);
        assert!(Rc::ptr_eq(&all.0, &before.0), "nothing was copied");
        all.retain(|id| id.as_str().len() == 2);
        assert_eq!(all, selection(0..10));
        all.clear();
        assert!(all.is_empty() && before.len() == 20);
    }
}
