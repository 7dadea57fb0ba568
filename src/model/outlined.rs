//! Iterators that are compiled once.

/// An iterator whose `next` is a function of its own. Nested adapters are otherwise compiled anew, each with its closures, wherever they
/// are iterated over, which is at some hundred places.
pub(super) struct Outlined<I>(pub(super) I);

impl<I: Iterator> Iterator for Outlined<I> {
    type Item = I::Item;

    #[inline(never)]
    fn next(&mut self) -> Option<I::Item> {
        self.0.next()
    }
}
