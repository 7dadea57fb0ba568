//! What the chosen export would write and leave out, computed in slices. What comes of a choice that has changed meanwhile is dropped.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::choice::Choice;
use crate::app::ByPtr;
use crate::format::{self, Dropped, ExportPreview, Format, Sample, add_dropped};
use crate::model::Project;
use crate::web::turn::Slices;

/// What is known of an export.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Shown {
    /// The choice of which this is known.
    of: Option<Choice>,
    /// The files with their first lines.
    preview: Option<ByPtr<ExportPreview>>,
    /// What is left out.
    dropped: Option<ByPtr<Vec<Dropped>>>,
}

impl Shown {
    /// The files of an export, once they are known.
    pub(super) fn preview_of(&self, choice: &Choice) -> Option<&ExportPreview> {
        self.preview.as_deref().filter(|_| self.of == Some(*choice))
    }

    /// What an export leaves out, once it is known.
    pub(super) fn dropped_of(&self, choice: &Choice) -> Option<&[Dropped]> {
        self.dropped.as_ref().filter(|_| self.of == Some(*choice)).map(|dropped| dropped.as_slice())
    }
}

/// Computes what an export of the project would write and leave out.
#[hook]
pub(super) fn use_shown(project: &ByPtr<Project>, sample: &Rc<Sample>, choice: &Choice) -> Shown {
    let shown = use_state_eq(Shown::default);
    let (setter, sample) = (shown.setter(), sample.clone());
    use_effect_with((project.clone(), *choice), move |(project, choice)| {
        let is_wanted = Rc::new(Cell::new(true));
        let (project, choice, wanted) = (project.clone(), *choice, is_wanted.clone());
        spawn_local(async move {
            if let Some(format) = format::find(choice.format.name) {
                compute(format, &project, &sample, choice, &wanted, &setter).await;
            }
        });
        move || is_wanted.set(false)
    });
    (*shown).clone()
}

async fn compute(
    format: &'static dyn Format,
    project: &Project,
    sample: &Sample,
    choice: Choice,
    is_wanted: &Cell<bool>,
    setter: &UseStateSetter<Shown>,
) {
    let (mut preview, mut slices) = (ExportPreview::default(), Slices::default());
    for part in format.parts(&sample.project, choice.options) {
        preview.add(&part);
        if slices.is_over() {
            slices.pause().await;
            if !is_wanted.get() {
                return;
            }
        }
    }
    let mut shown = Shown { of: Some(choice), preview: Some(ByPtr(Rc::new(preview))), dropped: None };
    let mut dropped = Vec::new();
    for some in format.dropped_steps(project, choice.options) {
        add_dropped(&mut dropped, some);
        if slices.is_over() {
            // The preview is shown as soon as it is there.
            setter.set(shown.clone());
            slices.pause().await;
            if !is_wanted.get() {
                return;
            }
        }
    }
    shown.dropped = Some(ByPtr(Rc::new(dropped)));
    setter.set(shown);
}
