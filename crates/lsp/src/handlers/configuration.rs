//! The client's settings change.

use std::sync::Arc;
use std::time::Duration;

use tower_lsp::gen_lsp_types::{ConfigurationItem, DidChangeConfigurationParams};

use crate::client::Settings;
use crate::shared::Shared;

/// A client that does not answer is not asked again.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) fn changed(shared: &Arc<Shared>, params: &DidChangeConfigurationParams) {
    if shared.world().client.settings {
        ask(shared);
    } else if params.settings.is_object() {
        shared.change(|world| world.change_settings(Settings::read(&params.settings)));
    }
}

/// Asks the client for its settings.
pub(crate) fn ask(shared: &Arc<Shared>) {
    let shared = Arc::clone(shared);
    tokio::spawn(async move {
        let item = ConfigurationItem { section: Some("netlint".to_owned()), ..ConfigurationItem::default() };
        let answer = tokio::time::timeout(PATIENCE, shared.editor.configuration(vec![item])).await;
        // What is null was never set.
        if let Ok(Ok(values)) = answer
            && let Some(value) = values.first().filter(|value| value.is_object())
        {
            shared.change(|world| world.change_settings(Settings::read(value)));
        }
    });
}
