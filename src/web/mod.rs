//! Every binding to the browser. Nothing below `web` and `ui` names it.
