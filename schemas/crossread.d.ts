// Generated from the Rust types: do not edit.

/** An annotation: one label on one or more ranges of one article. */
export interface Annotation {
  /** The id of the annotated article. */
  article: string;
  /** Values of the label's attributes, by attribute name. */
  attributes?: Record<string, Value>;
  /** When the annotation was created: RFC 3339 in UTC. Without a value: when the project was created. */
  created?: string | null;
  /** Who created the annotation. */
  creator?: string;
  /** Present while the place is to be reviewed. */
  doubt?: Doubt;
  /** The id of the entity that the annotation mentions. */
  entity?: string | null;
  /** The id of the annotation. */
  id: string;
  /** The id of the label. */
  label: string;
  /** The name of the label, so that readers need not look up the id; ignored on import. */
  labelName?: string;
  /** When the annotation was last changed: RFC 3339 in UTC. */
  modified?: string | null;
  /** Who last changed the annotation. */
  modifier?: string;
  /** A note about the annotation. */
  note?: string;
  /** The annotated ranges, in text order and without overlaps; several if the annotation is discontinuous. */
  ranges: Range[];
  /** The title that the user gave to the row of the claims board with this claim. */
  rowTitle?: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** An article. Its text never changes, has LF line ends and no byte order mark. */
export interface Article {
  /** Values of the schema's article attributes, by attribute name. */
  attributes?: Record<string, Value>;
  /** The publication date: YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  /** The id of the article. */
  id: string;
  /** The language of the text: a BCP 47 tag. */
  language?: string;
  /** A note about the article. */
  note?: string;
  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  sha256?: string;
  /** The publisher. */
  source?: string;
  /** The annotation progress. Without a value: unread while the article has no annotations, then in progress. */
  status?: ArticleStatus | null;
  /** The full text. */
  text: string;
  /** The headline. */
  title: string;
  /** Annotations of another version of the text that have no place in this one. Their ranges are those of the other version; each may have a list `relations` of relations that are made when it gets a place. */
  unplaced?: Annotation[];
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** The annotation progress of an article: unread, in progress ("in work") or done. */
export type ArticleStatus = "unread" | "in work" | "done";

/** A typed property of annotations with a label, or of articles. */
export interface Attribute {
  /** The choices, if the kind has choices. */
  choices?: string[];
  /** The value of new annotations. */
  default?: Value | null;
  /** The type of the values. */
  kind: AttributeKind;
  /** The name of the attribute: unique within its label, or among the attributes of articles. */
  name: string;
  /** Whether an annotation without a value is unfinished. */
  required?: boolean;
  /** The attribute applies only if another attribute has a certain value. */
  when?: Condition | null;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** The type of the values of an attribute. */
export type AttributeKind = "choice" | "multiple choice" | "text" | "number" | "yes/no" | "entity";

/** The condition that another attribute of the same annotation or article has a certain value. */
export interface Condition {
  /** The name of the other attribute. */
  attribute: string;
  /** The value that the other attribute must have. */
  value: Value;
}

/** Why the place of an annotation is to be reviewed: it was made for another version of the text. */
export interface Doubt {
  /** What the annotation covered in the other version, with the positions there. */
  ranges: Range[];
  /** How much of the quote and its context is where the annotation is now: from 0 to 1. */
  score: number;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** A person, place or other thing that annotations mention. */
export interface Entity {
  /** Other names of the entity. */
  aliases?: string[];
  /** The id of the entity. */
  id: string;
  /** Identifiers in external databases, by scheme ("wikidata", "url"). */
  identifiers?: Record<string, string>;
  /** The id of the label that its mentions usually have. */
  label?: string | null;
  /** The canonical name. */
  name: string;
  /** A note about the entity. */
  note?: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** A label for annotations. */
export interface Label {
  /** The attributes of annotations with this label. */
  attributes?: Attribute[];
  /** The colour on a white background, as #rrggbb. */
  colour: string;
  /** When to use the label. */
  description?: string;
  /** Examples of texts to tag with the label. */
  examples?: string[];
  /** The id of the label: without spaces, and unchanged when the label is renamed. */
  id: string;
  /** The keyboard shortcut that tags with this label: one or two characters, pressed one after the other. */
  key?: string;
  /** The kind of thing that the label marks. */
  kind: LabelKind;
  /** The name of the label. */
  name: string;
  /** A short name for places with little room. */
  short?: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** The kind of thing that a label marks: a claim (a checkable statement), an entity (a person, place or thing), or anything else. */
export type LabelKind = "claim" | "entity" | "other";

/** A relation that another tool proposes. */
export interface PredictedRelation {
  /** The id of the prediction in the same article at which the relation ends. */
  to: string;
  /** The id of the relation type. */
  type: string;
}

/** A tag that another tool proposes. */
export interface Prediction {
  /** The id of the annotation that was made of it, which may be gone. */
  accepted?: string | null;
  /** The proposed annotation, which refers to no entity. No other prediction of its article has its id. */
  annotation: Annotation;
  /** The model, with its version. */
  model?: string;
  /** The proposed relations that begin at the annotation. */
  relations?: PredictedRelation[];
  /** How sure the model is: as a rule from 0 to 1, but as the tool has it. */
  score?: number | null;
  /** The tool or file from which the prediction comes. */
  source?: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** Title and creation time of a project. */
export interface Project {
  /** When the project was created: RFC 3339 in UTC. */
  created: string;
  /** The title of the project. */
  title: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** A half-open range of an article's text. */
export interface Range {
  /** The end (exclusive), in Unicode code points. */
  end: number;
  /** The text of the range. */
  exact: string;
  /** Up to 32 code points of text before the range. */
  prefix?: string | null;
  /** The start, in Unicode code points from the beginning of the text. */
  start: number;
  /** Up to 32 code points of text after the range. */
  suffix?: string | null;
  /** The end (exclusive), in UTF-16 code units. */
  utf16End?: number | null;
  /** The start, in UTF-16 code units. */
  utf16Start?: number | null;
}

/** A typed relation from one annotation to another. */
export interface Relation {
  /** When the relation was created: RFC 3339 in UTC. Without a value: when the project was created. */
  created?: string | null;
  /** Who created the relation. */
  creator?: string;
  /** The id of the annotation at which the relation starts. */
  from: string;
  /** The id of the relation. */
  id: string;
  /** A note about the relation. */
  note?: string;
  /** The id of the annotation at which the relation ends; differs from `from`. */
  to: string;
  /** The id of the relation type. */
  type: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** A type of relations between annotations. */
export interface RelationType {
  /** When to use the relation type. */
  description?: string;
  /** The ids of the labels that are allowed at the start of the relation; all labels if empty. */
  from?: string[];
  /** The id of the relation type: without spaces, and unchanged when the type is renamed. */
  id: string;
  /** The name of the relation type. */
  name: string;
  /** Whether the relation has no direction. */
  symmetric?: boolean;
  /** The ids of the labels that are allowed at the end of the relation; all labels if empty. */
  to?: string[];
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** The labels, attributes and relation types of a project, in display order. */
export interface Schema {
  /** The attributes of articles. */
  articleAttributes?: Attribute[];
  /** The labels for annotations. */
  labels: Label[];
  /** The name of the schema. */
  name?: string;
  /** The types of relations between annotations. */
  relationTypes?: RelationType[];
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** The value of an attribute: a string, a list of strings, a number, or a boolean. */
export type Value = string | string[] | number | boolean;

/** A Crossread project: articles with their annotations, entities and relations. */
export interface Crossread {
  /** Annotations: by article, then in the order of the text. */
  annotations?: Annotation[];
  /** The articles, in the order in which they are listed. */
  articles: Article[];
  /** The people, places and other things that annotations mention. */
  entities?: Entity[];
  /** Always "crossread". */
  format: "crossread";
  /** The program that wrote the file. */
  generator?: string;
  /** Tags that other tools propose: by article, then by id. */
  predictions?: Prediction[];
  /** Title and creation time of the project. */
  project: Project;
  /** The ids of suggestions that the user has rejected. An id is that of one suggestion for these texts. */
  rejected?: string[];
  /** Relations between annotations. */
  relations?: Relation[];
  /** The labels and relation types. */
  schema: Schema;
  /** The version of this format. */
  version: 1;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

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
