//! One entity: what is known of it, what can be done to it, and where it is mentioned.

use std::rc::Rc;

use yew::prelude::*;

use super::field::Field;
use super::mentions::Mentions;
use super::{label_options, swatch};
use crate::app::messages::errors;
use crate::edit::{Command, EntityFields};
use crate::model::{Annotation, Entity, EntityId, Project};
use crate::order;
use crate::text::isolated;
use crate::ui::entity_picker::{Choice, EntityPicker};
use crate::ui::shared::{Shared, catch_focus, on, sentence, use_store, value_of};
use crate::ui::store::{Action, EntityAction, RegistryPage, State, Store};
use crate::ui::web_link::web_link;

#[derive(Properties)]
pub(super) struct DetailProps {
    pub(super) id: EntityId,
    pub(super) state: Shared<State>,
}

impl PartialEq for DetailProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && self.state.project().is_same(other.state.project())
            && self.state.view.selected == other.state.view.selected
    }
}

/// One entity.
#[component]
pub(super) fn Detail(props: &DetailProps) -> Html {
    let store = use_store();
    let heading = use_node_ref();
    let merging = use_state(|| false);
    {
        let heading = heading.clone();
        use_effect(move || catch_focus(&heading));
    }
    let project = props.state.project();
    let Some(entity) = project.entity(&props.id) else { return Html::default() };
    let all = project.all_annotations().filter(|one| one.entity.as_ref() == Some(&props.id));
    let mentions: Vec<Rc<Annotation>> = all.cloned().collect();
    let (start, onchoose) = merge(&store, entity, &merging);
    html! {
        <>
            <button type="button" class="quiet back" onclick={on(&store, Action::Entities(EntityAction::Show(RegistryPage::List)))}>{ "← All entities" }</button>
            <h3 ref={heading} tabindex="-1" class="entity-heading">{ swatch(project, entity.label.as_ref()) }<span>{ &entity.name }</span></h3>
            { gathered(project, &mentions) }
            { links(entity) }
            <details class="about">
                <summary>{ "Name, label, identifiers, note" }</summary>
                { fields(&store, project, entity) }
            </details>
            <div class="row">
                <button type="button" aria-expanded={merging.to_string()} onclick={start}>{ "Merge with…" }</button>
                <button type="button" class="danger" onclick={on(&store, Action::Edit(Command::RemoveEntity(entity.id.clone())))}
                    title="Its mentions stay tagged, and are of no entity">{ "Remove entity" }</button>
            </div>
            if *merging {
                <EntityPicker id="merge-choice" label="Merge with which entity?" without={entity.id.clone()} takes_focus={true} {onchoose} />
            }
            <Mentions key={entity.id.to_string()} id={entity.id.clone()} name={entity.name.clone()} {mentions} state={props.state.clone()} />
        </>
    }
}

/// The other entity becomes a part of this one.
fn merge(
    store: &Store,
    entity: &Entity,
    merging: &UseStateHandle<bool>,
) -> (Callback<MouseEvent>, Callback<Option<Choice>>) {
    let (toggle, setter) = (merging.clone(), merging.setter());
    let start = Callback::from(move |_| toggle.set(!*toggle));
    let (store, id) = (store.clone(), entity.id.clone());
    let onchoose = Callback::from(move |choice: Option<Choice>| {
        setter.set(false);
        if let Some(Choice::Known(other)) = choice {
            store.dispatch(Action::Edit(Command::MergeEntities(id.clone(), vec![other])));
        }
    });
    (start, onchoose)
}

/// What is known of an entity, to be changed.
fn fields_of(entity: &Entity) -> EntityFields {
    EntityFields {
        name: entity.name.clone(),
        label: entity.label.clone(),
        aliases: entity.aliases.clone(),
        identifiers: entity.identifiers.clone(),
        note: entity.note.clone(),
    }
}

fn fields(store: &Store, project: &Project, entity: &Rc<Entity>) -> Html {
    let keep = |change: fn(&mut EntityFields, String)| {
        let (store, entity) = (store.clone(), entity.clone());
        Callback::from(move |written: String| {
            let mut fields = fields_of(&entity);
            change(&mut fields, written);
            let done = store.perform(Command::UpdateEntity(entity.id.clone(), fields));
            done.err().map(|error| sentence(&errors::edit(&error)))
        })
    };
    let identifier = |scheme: &str| entity.identifiers.get(scheme).cloned().unwrap_or_default();
    let on_label = {
        let keep =
            keep(|fields, label| fields.label = Some(label).filter(|id| !id.is_empty()).map(|id| id.as_str().into()));
        Callback::from(move |event: Event| drop(keep.emit(value_of(&event))))
    };
    html! {
        <div class="entity-fields">
            <Field id="entity-name" label="Name" value={entity.name.clone()} keep={keep(|fields, name| fields.name = name)} />
            <label class="field"><span>{ "Label" }</span><select onchange={on_label}>{ label_options(project, "None", entity.label.as_ref()) }</select></label>
            <Field id="entity-aliases" label="Other names, one a line" lines={true} value={entity.aliases.join("\n")}
                keep={keep(|fields, names| fields.aliases = names.lines().map(str::to_owned).collect())} />
            <Field id="entity-wikidata" label="Wikidata" hint="Q145" value={identifier("wikidata")}
                keep={keep(|fields, id| drop(fields.identifiers.insert("wikidata".to_owned(), id)))} />
            <Field id="entity-url" label="Web address" hint="https://example.org/" value={identifier("url")}
                keep={keep(|fields, url| drop(fields.identifiers.insert("url".to_owned(), url)))} />
            <Field id="entity-note" label="Note" lines={true} value={entity.note.clone()} keep={keep(|fields, note| fields.note = note)} />
        </div>
    }
}

/// The names that the mentions have, each with how often.
fn gathered(project: &Project, mentions: &[Rc<Annotation>]) -> Html {
    let mut words: Vec<String> = mentions.iter().map(|one| project.exact(one)).collect();
    order::sort(&mut words);
    let mut forms: Vec<(usize, &str)> =
        words.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0].as_str())).collect();
    order::sort_by_key(&mut forms, |(count, _)| usize::MAX - count);
    if forms.is_empty() {
        return Html::default();
    }
    html! {
        <p class="gathered"><span class="muted">{ "Mentioned as " }</span>
            { for forms.into_iter().map(|(count, form)| html! { <span class="form">{ form }<span class="muted">{ format!(" {count}") }</span></span> }) }
        </p>
    }
}

/// The note, and the way to what the identifiers name. What is not of its scheme's form is shown and leads nowhere.
fn links(entity: &Entity) -> Html {
    let good = |scheme: &str| {
        let value = entity.identifiers.get(scheme)?;
        Entity::expected_identifier(scheme, value).is_none().then_some(value)
    };
    let wikidata =
        good("wikidata").map(|id| (format!("https://www.wikidata.org/wiki/{id}"), format!("{id} on Wikidata")));
    let wikidata = wikidata.and_then(|(address, words)| web_link(&address, Some(words)));
    let url = entity.identifiers.get("url").and_then(|url| web_link(url, None));
    let others = entity.identifiers.iter().filter(|(scheme, value)| match scheme.as_str() {
        "wikidata" => wikidata.is_none(),
        "url" => url.is_none(),
        _ => !value.is_empty(),
    });
    // An address of a scheme that is not known is one all the same.
    let other = |(scheme, value): (&String, &String)| {
        let scheme = isolated(scheme);
        let link = web_link(value, None).unwrap_or_else(|| html! { { isolated(value).into_owned() } });
        html! { <span class="muted">{ scheme.into_owned() }{ ": " }{ link }</span> }
    };
    let others: Vec<Html> = others.map(other).collect();
    let note = (!entity.note.is_empty()).then(|| html! { <p class="row-note">{ &entity.note }</p> });
    html! {
        <div class="entity-links">
            { note.unwrap_or_default() }
            { for wikidata.into_iter().chain(url).chain(others) }
        </div>
    }
}
