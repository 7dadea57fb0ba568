//! What was done and undone, without limit.

use std::rc::Rc;

use rpds::List;

use super::Transaction;

/// The transactions that can be undone and redone; cloning it is cheap. It grows with every transaction, as it should:
/// a transaction shares its records with the project.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: List<Rc<Transaction>>,
    undone: List<Rc<Transaction>>,
}

impl History {
    /// The transaction that would be undone next.
    pub fn next_undo(&self) -> Option<&Rc<Transaction>> {
        self.done.first()
    }

    /// The transaction that would be redone next.
    pub fn next_redo(&self) -> Option<&Rc<Transaction>> {
        self.undone.first()
    }

    /// What was done, the newest first.
    pub fn done(&self) -> impl Iterator<Item = &Rc<Transaction>> {
        self.done.iter()
    }

    /// What was undone, the next to be redone first.
    pub fn undone(&self) -> impl Iterator<Item = &Rc<Transaction>> {
        self.undone.iter()
    }

    /// How many transactions can be undone.
    pub fn done_count(&self) -> usize {
        self.done.len()
    }

    /// How many transactions can be redone.
    pub fn undone_count(&self) -> usize {
        self.undone.len()
    }

    /// Something new was done: what was undone before can no longer be redone.
    pub(super) fn record(&mut self, transaction: Rc<Transaction>) {
        self.done.push_front_mut(transaction);
        self.undone = List::new();
    }

    /// The newest was undone. Without one (its record is older than this history), `undone` is what can be redone.
    pub(super) fn step_back(&mut self, undone: Rc<Transaction>) {
        self.done.drop_first_mut();
        self.undone.push_front_mut(undone);
    }

    /// The newest undone was done again.
    pub(super) fn step_forward(&mut self, redone: Rc<Transaction>) {
        self.undone.drop_first_mut();
        self.done.push_front_mut(redone);
    }
}
