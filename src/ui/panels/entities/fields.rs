//! The fields of an entity. Each makes one change when it is left.

use std::rc::Rc;

use yew::prelude::*;

use super::labels::label_select;
use crate::app::Dispatcher;
use crate::app::messages::{entities as words, errors};
use crate::edit::{Command, EntityFields};
use crate::model::{Entity, LabelId, Schema};
use crate::ui::widgets::Field;

/// The scheme of Wikidata ids.
pub(super) const WIKIDATA: &str = "wikidata";
/// The scheme of web addresses.
pub(super) const URL: &str = "url";

/// The fields.
pub(super) fn entity_fields(dispatcher: &Dispatcher, entity: &Rc<Entity>, schema: &Schema) -> Html {
    let commit = |change: fn(&mut EntityFields, String)| {
        let (dispatcher, entity) = (dispatcher.clone(), entity.clone());
        Callback::from(move |text: String| update(&dispatcher, &entity, |fields| change(fields, text)))
    };
    let on_label = {
        let (dispatcher, entity) = (dispatcher.clone(), entity.clone());
        // A label cannot be refused.
        Callback::from(move |label: Option<LabelId>| {
            drop(update(&dispatcher, &entity, |fields| fields.label = label));
        })
    };
    let identifier = |scheme: &str| entity.identifiers.get(scheme).cloned().unwrap_or_default();
    let label = label_select(schema, words::LABEL, words::NO_LABEL, entity.label.as_ref(), &on_label);
    html! {
        <div class="entity-fields">
            <Field id="entity-name" label={words::NAME} value={entity.name.clone()} oncommit={commit(|fields, name| fields.name = name)} />
            <label class="field"><span>{ words::LABEL }</span>{ label }</label>
            <Field id="entity-aliases" label={words::ALIASES} multiline={true} value={entity.aliases.join("\n")}
                oncommit={commit(|fields, names| fields.aliases = names.lines().map(str::to_owned).collect())} />
            <Field id="entity-wikidata" label={words::WIKIDATA} placeholder={words::WIKIDATA_EXAMPLE} value={identifier(WIKIDATA)}
                oncommit={commit(|fields, id| set_identifier(fields, WIKIDATA, id))} />
            <Field id="entity-url" label={words::WEB_ADDRESS} placeholder={words::WEB_ADDRESS_EXAMPLE} value={identifier(URL)}
                oncommit={commit(|fields, url| set_identifier(fields, URL, url))} />
            <Field id="entity-note" label={words::NOTE} multiline={true} value={entity.note.clone()}
                oncommit={commit(|fields, note| fields.note = note)} />
        </div>
    }
}

fn set_identifier(fields: &mut EntityFields, scheme: &str, value: String) {
    fields.identifiers.insert(scheme.to_owned(), value);
}

/// Changes an entity; returns a message if that is refused.
fn update(dispatcher: &Dispatcher, entity: &Entity, change: impl FnOnce(&mut EntityFields)) -> Option<String> {
    let mut fields = EntityFields {
        name: entity.name.clone(),
        label: entity.label.clone(),
        aliases: entity.aliases.clone(),
        identifiers: entity.identifiers.clone(),
        note: entity.note.clone(),
    };
    change(&mut fields);
    let done = dispatcher.perform(Command::UpdateEntity(entity.id.clone(), fields));
    done.err().map(|error| errors::sentence(&errors::edit(&error)))
}
