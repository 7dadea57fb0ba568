//! The undo history, without a limit.

use std::rc::Rc;

use rpds::List;

use super::Transaction;

/// The transactions that can be undone and redone. Cheap to clone. It may grow without a limit, because transactions
/// share their records with the project.
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

    /// The transactions that can be undone, newest first.
    pub fn done(&self) -> impl Iterator<Item = &Rc<Transaction>> {
        self.done.iter()
    }

    /// The transactions that can be redone, next first.
    pub fn undone(&self) -> impl Iterator<Item = &Rc<Transaction>> {
        self.undone.iter()
    }

    /// The number of transactions that can be undone.
    pub fn done_count(&self) -> usize {
        self.done.len()
    }

    /// The number of transactions that can be redone.
    pub fn undone_count(&self) -> usize {
        self.undone.len()
    }

    /// Records a new transaction. Undone transactions can then no longer be redone.
    pub(super) fn record(&mut self, transaction: Rc<Transaction>) {
        self.done.push_front_mut(transaction);
        self.undone = List::new();
    }

    /// Records that the newest transaction was undone. `undone` can be redone, even if the transaction is not part of
    /// this history (because its record is older).
    pub(super) fn step_back(&mut self, undone: Rc<Transaction>) {
        self.done.drop_first_mut();
        self.undone.push_front_mut(undone);
    }

    /// Records that the transaction undone last was redone.
    pub(super) fn step_forward(&mut self, redone: Rc<Transaction>) {
        self.undone.drop_first_mut();
        self.done.push_front_mut(redone);
    }
}
