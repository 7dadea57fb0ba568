/** A stretch of an article's text, half-open, in Unicode code points. */
export type NewRange = { start: number; end: number } | [start: number, end: number];

/** What `annotate` takes. Labels go by their id, name or short name. */
export interface NewAnnotation {
  article: string;
  ranges: NewRange[];
  label: string;
  attributes?: Record<string, Value>;
  entity?: string | null;
  note?: string;
}

/** What `update` may change. `null` clears an attribute or the entity. */
export interface AnnotationFields {
  label?: string;
  ranges?: NewRange[];
  attributes?: Record<string, Value | null>;
  entity?: string | null;
  note?: string;
}

/** What `relate` takes. The type goes by its id or name; both ends are ids of annotations. */
export interface NewRelation {
  from: string;
  to: string;
  type: string;
  note?: string;
}

/** What came of an import. */
export interface ImportReport {
  format: string;
  articles: number;
  annotations: number;
  relations: number;
  /** Tags that a model proposes; they are among the suggestions. */
  predictions: number;
  warnings: string[];
}

/** How a project is written, where its format leaves a choice. Options that the format does not have change nothing. */
export interface ExportOptions {
  /** Of a table: marked as UTF-8, with an apostrophe before each text that a spreadsheet would take for a formula. */
  forSpreadsheets?: boolean;
  /** For tables: with tabs instead of commas. */
  tabs?: boolean;
  /** Of CoNLL: how the tokens of a tag are named; IOB2 if not given. */
  scheme?: "IOB2" | "IOB1" | "BIOES" | "BILOU";
  /** Of CoNLL: whether tokens are words and signs, which is so if not given, or what is between spaces. */
  tokeniser?: "words" | "spaces";
  /** Of CoNLL and JSON formats: a file for each article; `export` then gives a ZIP archive. */
  oneFileEach?: boolean;
  /** Of Web Annotations, brat, our JSON Lines and `data-package`: without the texts of articles. */
  withoutTexts?: boolean;
}

/** A project written in some format; `dropped` lists what the format could not carry. */
export interface Exported {
  name: string;
  mime: string;
  bytes: Uint8Array;
  dropped: { what: string; count: number }[];
}

/** One thing that was done. The lists hold ids of what it touched and what is still there. */
export interface Transaction {
  kind: "do" | "undo" | "redo" | "load";
  /** What was done, in words. */
  summary: string;
  /** When: RFC 3339 in UTC. */
  at: string;
  by: string;
  articles: string[];
  annotations: string[];
  removedAnnotations: string[];
  relations: string[];
}

/** Something that the program proposes; it is not part of the project until it is accepted. */
export interface Suggestion {
  /** The same as long as what it proposes is. */
  id: string;
  kind: "prediction" | "entity" | "mention" | "sameEntity" | "claim" | "speaker" | "repeat" | "number" | "relation";
  /** How sure the program is, above 0 and up to 1; of "prediction", the model: 0 if it does not say so. */
  score: number;
  /** Why it proposes this, in words. */
  reason: string;
  /** The label of new annotations, or the type of a new relation. */
  label?: string;
  /** The places that it is about. The two sides of a pair are the first and the second. */
  spans: { article: string; start: number; end: number; exact: string; label?: string }[];
  /** Of "prediction": the ids in the project's `predictions`; of "speaker": the source; of "number": both figures; of conflicting descriptions: what is said. */
  value?: Record<string, unknown> | Record<string, unknown>[];
}

/** The page as a program sees it. Whatever cannot be done throws, or rejects with, an `Error` that says why. */
export interface CrossreadApi {
  /** The program's version. */
  readonly version: string;
  /** The open project, in the shape of the native JSON. */
  project(): Crossread;
  /** Opens a project, which must not change until that is done; the one that was open stays among the saved ones. */
  load(project: Crossread): Promise<void>;
  /** What dropping a file on the page does. */
  importFile(name: string, bytes: Uint8Array | ArrayBuffer | string): Promise<ImportReport>;
  /** Writes the project in a format of `formats()`. */
  export(format: string, options?: ExportOptions): Exported;
  /** The names that `export` takes. */
  formats(): string[];
  /** Tags; returns the annotation's id. */
  annotate(annotation: NewAnnotation): string;
  update(id: string, fields: AnnotationFields): void;
  /** Removes an annotation with its relations, or the relation of that id. */
  remove(id: string): void;
  /** Links two annotations; returns the relation's id. */
  relate(relation: NewRelation): string;
  /** As the buttons do; whether there was anything to undo or redo. */
  undo(): boolean;
  redo(): boolean;
  /** Selects an annotation and scrolls to it; kept when it is painted. */
  reveal(id: string): Promise<void>;
  /** Kept when everything done so far is on disk; rejected where it cannot be kept. */
  saved(): Promise<void>;
  /** What the program proposes, except what was rejected; of one kind, or of all. */
  suggestions(kind?: Suggestion["kind"]): Suggestion[];
  /** Does what a suggestion proposes, as one step; returns the id of the last thing that it made. */
  accept(id: string): string | undefined;
  /** Never proposes it again in this project, whose `rejected` then has its id. A step that can be undone. */
  reject(id: string): void;
  /** Proposes a rejected suggestion again. */
  restore(id: string): void;
  /** Calls back with each transaction; returns a function that ends it. */
  subscribe(callback: (transaction: Transaction) => void): () => void;
}

declare global {
  interface Window {
    /** There once the page is ready, which the event `crossread:ready` on the window tells. */
    readonly crossread?: CrossreadApi;
  }
  interface WindowEventMap {
    "crossread:ready": CustomEvent;
  }
}
