//! The palette of labels beside the selection. With many labels, typing filters them.

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::filter::Filter;
use super::highlights::{self, Ranges};
use super::item::{choose, item_content};
use super::parts::parts;
use crate::analysis::suggestions::{SuggestedLabel, Suggestion};
use crate::app::keys::{aria_label_keys, can_follow};
use crate::app::messages::{palette as words, review};
use crate::app::{ByPtr, Cursor, Dispatcher, FocusTarget, Mode, Review, State};
use crate::model::{Article, Label, LabelId, Project, Schema};
use crate::text::TextRange;
use crate::ui::dom::focus::{self, focus_current_text, focused, has_focus_within};
use crate::ui::dom::frames::on_layout_change;
use crate::ui::dom::popover;
use crate::ui::label_style::key_caps;
use crate::ui::widgets::{menu_keys, use_dispatcher};

/// More labels than this are filtered by typing.
const MENU_LABELS: usize = 9;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct PaletteProps {
    schema: ByPtr<Schema>,
    /// Where the palette is; without it, the palette is closed.
    target: Option<Target>,
    /// The parts that are kept while the next one is selected.
    kept: Option<Ranges>,
    /// What a label would tag.
    pending: Option<Ranges>,
    /// The text of the annotation that the selection becomes a part of.
    extended: Option<String>,
    /// Whether there is a selection to keep as a part.
    has_selection: bool,
    /// While another label is chosen for the selected annotation or the reviewed suggestion: its label.
    relabelled: Option<LabelId>,
    /// What choosing a label does.
    heading: &'static str,
    chord: String,
}

/// The range that the palette is beside.
#[derive(Clone, Debug, PartialEq)]
struct Target {
    article: ByPtr<Article>,
    range: TextRange,
}

impl Target {
    fn of(project: &Project, ranges: &Ranges) -> Option<Self> {
        Some(Self { article: ByPtr(project.article(&ranges.0)?.clone()), range: *ranges.1.last()? })
    }
}

impl PaletteProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let project = state.project();
        let pending = state.pending();
        let relabelled = state.selected().filter(|_| state.mode == Mode::Relabelling);
        let reviewed = state.mode.review().filter(|review| review.chooses_label);
        let ranges = match (relabelled, reviewed.and_then(Review::span)) {
            (Some(annotation), _) => Some((annotation.article.clone(), annotation.ranges.clone())),
            (None, Some(span)) => Some((span.article.clone(), vec![span.range])),
            (None, None) => pending.clone(),
        };
        let extended = state.mode.extended().and_then(|id| project.annotation(id));
        Self {
            schema: ByPtr(project.schema().clone()),
            target: ranges.and_then(|ranges| Target::of(project, &ranges)),
            kept: state.kept_parts(),
            pending,
            extended: extended.map(|annotation| project.exact(annotation)),
            has_selection: state.view.cursor.as_ref().is_some_and(Cursor::is_selection),
            heading: match (relabelled, reviewed) {
                (Some(_), _) => words::CHANGE_TO,
                (None, Some(_)) => review::ACCEPT_AS,
                (None, None) => words::TAG_AS,
            },
            relabelled: relabelled.map(|annotation| annotation.label.clone()).or_else(|| label_of(&reviewed?.current)),
            chord: state.chord.clone(),
        }
    }
}

/// The label of the tag that a suggestion makes.
fn label_of(one: &Suggestion) -> Option<LabelId> {
    match &one.label {
        Some(SuggestedLabel::Label(label)) => Some(label.clone()),
        _ => None,
    }
}

/// The palette; nothing but a hidden element while there is nothing to tag.
#[component]
pub(in crate::ui) fn Palette(props: &PaletteProps) -> Html {
    let dispatcher = use_dispatcher();
    let (node, first) = (use_node_ref(), focus::target(FocusTarget::Palette));
    use_position(&node, props);
    highlights::use_highlight(highlights::KEPT, props.kept.as_ref());
    {
        // When it closes, a focus that was in it, and is lost with its items, goes back to the text.
        let (node, dispatcher) = (node.clone(), dispatcher.clone());
        use_effect_with(props.target.is_some(), move |&was_open| {
            let palette = node.cast::<HtmlElement>();
            move || {
                let is_lost = focused().is_none() || palette.is_some_and(|palette| has_focus_within(&palette));
                if was_open && is_lost {
                    focus_current_text(&dispatcher.state());
                }
            }
        });
    }
    if props.target.is_none() {
        return html! { <div class="palette" hidden={true} ref={node} /> };
    }
    let heading = props.heading;
    let is_filtered = props.schema.labels.len() > MENU_LABELS;
    // A press does not take the selection away from the text, unless it is in the field.
    let onmousedown = Callback::from(|event: MouseEvent| {
        if event.target_dyn_into::<HtmlInputElement>().is_none() {
            event.prevent_default();
        }
    });
    html! {
        <div class={classes!("palette", is_filtered.then_some("filtered"))} ref={node} {onmousedown}>
            <p class="palette-heading" id="palette-heading" aria-hidden="true">{ heading }</p>
            if is_filtered {
                <Filter schema={props.schema.clone()} field={first} {heading} relabelled={props.relabelled.clone()}
                    chord={props.chord.clone()} pending={props.pending.clone()} />
            } else {
                <div role="menu" aria-label={heading} onkeydown={menu_keys()}>
                    { for props.schema.labels.iter().enumerate().map(|(i, label)| item(&dispatcher, props, i, label, &first)) }
                </div>
            }
            if props.relabelled.is_none() {
                { parts(&dispatcher, props.kept.as_ref().map_or(0, |(_, ranges)| ranges.len()), props.has_selection, props.extended.as_deref()) }
            }
            { hint(&props.chord) }
        </div>
    }
}

/// Keeps the palette beside its range. While parts are kept it is at the foot of the column: the next part is often just
/// below the last one.
#[hook]
fn use_position(node: &NodeRef, props: &PaletteProps) {
    let node = node.clone();
    use_effect_with((props.target.clone(), props.kept.is_some()), move |(target, at_foot)| {
        let (target, at_foot) = (target.clone(), *at_foot);
        let place = move || {
            if let (Some(element), Some(target)) = (node.cast::<HtmlElement>(), &target) {
                match at_foot {
                    true => popover::at_foot_of_column(&element, &target.article.id),
                    false => popover::beside_range(&element, &target.article, target.range),
                }
            }
        };
        place();
        let listeners = on_layout_change(place);
        move || drop(listeners)
    });
}

fn item(dispatcher: &Dispatcher, props: &PaletteProps, i: usize, label: &Label, first: &NodeRef) -> Html {
    let (dispatcher, id) = (dispatcher.clone(), label.id.clone());
    let onclick = Callback::from(move |event: MouseEvent| choose(&dispatcher, &id, event.shift_key(), event.alt_key()));
    let is_current = props.relabelled.as_ref() == Some(&label.id);
    let off = (!can_follow(&label.key, &props.chord)).then_some("off");
    let description = (!label.description.is_empty()).then(|| label.description.clone());
    let node = if i == 0 { first.clone() } else { NodeRef::default() };
    html! {
        <button type="button" role="menuitem" key={label.id.to_string()} ref={node} class={classes!("palette-item", format!("label-{i}"), off)}
            tabindex={if i == 0 { "0" } else { "-1" }} aria-keyshortcuts={aria_label_keys(&label.key)}
            aria-current={is_current.then_some("true")} data-description={description.clone()} aria-description={description} {onclick}>
            { item_content(label) }
        </button>
    }
}

/// The keys that do something now.
fn hint(chord: &str) -> Html {
    if !chord.is_empty() {
        return html! {
            <p class="palette-hint" aria-hidden="true">{ key_caps(chord) }{ words::NEXT_KEY }<kbd>{ words::ESCAPE_KEY }</kbd>{ words::CANCELS }</p>
        };
    }
    html! {
        <p class="palette-hint" aria-hidden="true">
            <kbd>{ words::SHIFT_KEY }</kbd>{ words::EVERY_OCCURRENCE }<kbd>{ words::ALT_KEY }</kbd>{ words::EXACT_CHARACTERS }
            <kbd>{ words::ESCAPE_KEY }</kbd>{ words::CLOSES }
        </p>
    }
}
