// The figures in the order in which a page takes them. `run(context)` takes one sample of each; `units` names them, in milliseconds
// unless it says otherwise. The context has `page`, `who`, `load` (of loads.mjs), `note(figure, value)` and `within(promise, what)`.
import { files } from "./files.mjs";
import { load } from "./load.mjs";
import { memory } from "./memory.mjs";
import { scroll } from "./scroll.mjs";
import { search } from "./search.mjs";
import { tag } from "./tag.mjs";
import { undo } from "./undo.mjs";

export const FIGURES = { load, memory, tag, scroll, search, undo, files };
