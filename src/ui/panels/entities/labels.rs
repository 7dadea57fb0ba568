//! The select of the labels that entities can have.

use yew::prelude::*;

use crate::model::{LabelId, LabelKind, Schema};
use crate::ui::widgets::{SelectOption, select};

/// A select of the labels that mark entities, and the current one, whatever it marks. `none` is its empty option.
pub(super) fn label_select(
    schema: &Schema,
    name: &str,
    none: &str,
    current: Option<&LabelId>,
    onchoose: &Callback<Option<LabelId>>,
) -> Html {
    let labels = schema.labels.iter();
    let labels = labels.filter(|label| label.kind == LabelKind::Entity || Some(&label.id) == current);
    let labels = labels.map(|label| SelectOption::new(&label.id, label.name.clone()));
    let onchoose = onchoose.reform(|id: Option<String>| id.map(|id| LabelId::from(id.as_str())));
    let options = std::iter::once(SelectOption::new("", none)).chain(labels);
    select(name, options, current.map(LabelId::as_str), &onchoose)
}
