//! The rows of a long list, whatever their type: the list is compiled once for all of them.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Dispatcher;

/// A row of a long list: all that it shows, cheap to clone and to compare.
pub(in crate::ui) trait Row: Clone + PartialEq + 'static {
    /// Its key, unique in the list.
    fn key(&self) -> AttrValue;

    /// Its element.
    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html;

    /// Whether the arrow keys stop at it.
    fn is_stop(&self) -> bool {
        true
    }
}

/// Where a row is in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct RowPlace {
    /// Its index, from 0.
    pub(in crate::ui) index: usize,
    /// How many rows the list has.
    pub(in crate::ui) count: usize,
}

impl RowPlace {
    /// `aria-posinset` and `aria-setsize`: most rows are not in the DOM, and screen readers would count those that are.
    pub(in crate::ui) fn aria(self) -> (String, String) {
        ((self.index + 1).to_string(), self.count.to_string())
    }
}

/// Where the rows of a list come from. They are asked for one by one, so that a list costs what is seen of it. Cheap to compare.
pub(in crate::ui) trait RowSource: PartialEq + 'static {
    /// The type of the rows.
    type Row: Row;

    /// How many rows there are.
    fn len(&self) -> usize;

    /// The row of an index below that.
    fn row(&self, at: usize) -> Option<Self::Row>;

    /// The key of the row of an index.
    fn key(&self, at: usize) -> AttrValue {
        self.row(at).map(|row| row.key()).unwrap_or_default()
    }
}

impl<R: Row> RowSource for Vec<R> {
    type Row = R;

    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn row(&self, at: usize) -> Option<R> {
        self.get(at).cloned()
    }
}

/// The rows of a list.
#[derive(Clone)]
pub(in crate::ui) struct Rows(Rc<dyn AnySource>);

trait AnySource {
    fn len(&self) -> usize;
    fn key(&self, at: usize) -> AttrValue;
    fn row(&self, at: usize) -> Option<AnyRow>;
    fn is_same(&self, other: &dyn AnySource) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<S: RowSource> AnySource for S {
    fn len(&self) -> usize {
        RowSource::len(self)
    }

    fn key(&self, at: usize) -> AttrValue {
        RowSource::key(self, at)
    }

    fn row(&self, at: usize) -> Option<AnyRow> {
        RowSource::row(self, at).map(|row| AnyRow(Rc::new(row)))
    }

    fn is_same(&self, other: &dyn AnySource) -> bool {
        other.as_any().downcast_ref::<Self>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl Rows {
    /// The rows of a source.
    pub(in crate::ui) fn of(source: impl RowSource) -> Self {
        Self(Rc::new(source))
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The key of a row.
    pub(super) fn key(&self, at: usize) -> AttrValue {
        self.0.key(at)
    }

    /// A row.
    pub(super) fn row(&self, at: usize) -> Option<AnyRow> {
        self.0.row(at)
    }

    /// Whether the arrow keys stop at a row.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.row(at).is_some_and(|row| row.0.is_stop())
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.is_same(&*other.0)
    }
}

/// A row of any type.
#[derive(Clone)]
pub(super) struct AnyRow(Rc<dyn AnyTypeRow>);

trait AnyTypeRow {
    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html;
    fn is_stop(&self) -> bool;
    fn is_same(&self, other: &dyn AnyTypeRow) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<R: Row> AnyTypeRow for R {
    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        Row::view(self, place, dispatcher)
    }

    fn is_stop(&self) -> bool {
        Row::is_stop(self)
    }

    fn is_same(&self, other: &dyn AnyTypeRow) -> bool {
        other.as_any().downcast_ref::<R>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl AnyRow {
    /// The element of the row.
    pub(super) fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        self.0.view(place, dispatcher)
    }
}

impl PartialEq for AnyRow {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&*other.0)
    }
}
