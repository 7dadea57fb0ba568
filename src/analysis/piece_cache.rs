//! What is computed from annotations piece by piece, and again only for the pieces that have changed.

use std::collections::HashMap;
use std::rc::Rc;

use crate::model::{AnnotationPiece, AnnotationSet};

/// What was computed from pieces, by their address.
#[derive(Debug)]
pub struct PieceCache<T> {
    known: HashMap<usize, (AnnotationPiece, Rc<T>)>,
}

impl<T> Default for PieceCache<T> {
    fn default() -> Self {
        Self { known: HashMap::new() }
    }
}

impl<T> PieceCache<T> {
    /// Begins another round: what the round does not ask for is forgotten with it.
    pub fn round(&mut self) -> PieceRound<'_, T> {
        PieceRound { before: std::mem::take(&mut self.known), cache: self }
    }
}

/// One round through the pieces of a project.
#[derive(Debug)]
pub struct PieceRound<'a, T> {
    before: HashMap<usize, (AnnotationPiece, Rc<T>)>,
    cache: &'a mut PieceCache<T>,
}

impl<T> PieceRound<'_, T> {
    /// What is computed from each piece of a set, in order.
    pub fn of(&mut self, set: &AnnotationSet, compute: impl Fn(&AnnotationPiece) -> T) -> Vec<Rc<T>> {
        set.pieces().map(|piece| self.of_piece(piece, &compute)).collect()
    }

    fn of_piece(&mut self, piece: AnnotationPiece, compute: impl Fn(&AnnotationPiece) -> T) -> Rc<T> {
        let address = piece.address();
        // A piece that is remembered exists, so that no other one has its address.
        let known = self.before.remove(&address);
        let (_, value) = self.cache.known.entry(address).or_insert_with(|| {
            known.unwrap_or_else(|| {
                let value = Rc::new(compute(&piece));
                (piece, value)
            })
        });
        value.clone()
    }
}
