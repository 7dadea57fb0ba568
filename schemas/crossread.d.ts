// Generated from the Rust types: do not edit.

/** One label on one or more ranges of one article. */
export interface Annotation {
  /** The id of the article it stands in. */
  article: string;
  /** Values of the label's attributes, by the attribute's name. */
  attributes?: Record<string, Value>;
  /** When it was made: RFC 3339 in UTC; when the project was begun, if absent. */
  created?: string | null;
  /** Who made it. */
  creator?: string;
  /** The id of the entity it mentions. */
  entity?: string | null;
  /** Its id. */
  id: string;
  /** The id of its label. */
  label: string;
  /** The name of its label, for readers who do not look the id up; ignored on import. */
  labelName?: string;
  /** When it was last changed. */
  modified?: string | null;
  /** Who last changed it. */
  modifier?: string;
  /** What its maker noted about it. */
  note?: string;
  /** Its ranges, in the order of the text, none overlapping another; several for a discontinuous annotation. */
  ranges: Range[];
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** An article: a text that never changes, with LF line ends and without a byte order mark. */
export interface Article {
  /** Values of the schema's article attributes, by the attribute's name. */
  attributes?: Record<string, Value>;
  /** When it was published: YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  /** Its id. */
  id: string;
  /** The language it is written in: a BCP 47 tag. */
  language?: string;
  /** A note about the article as a whole. */
  note?: string;
  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  sha256?: string;
  /** Who published it. */
  source?: string;
  /** How far the work on it has come; if absent, in work as soon as it has annotations. */
  status?: ArticleStatus | null;
  /** The text. */
  text: string;
  /** Its headline. */
  title: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** How far the work on an article has come. */
export type ArticleStatus = "unread" | "in work" | "done";

/** A typed property that a label gives its annotations. */
export interface Attribute {
  /** The choices, where the kind has any. */
  choices?: string[];
  /** What a new annotation gets. */
  default?: Value | null;
  /** What values it takes. */
  kind: AttributeKind;
  /** Its name, unique in its label. */
  name: string;
  /** Whether an annotation without it is unfinished. */
  required?: boolean;
  /** Asked for only where another attribute has a certain value. */
  when?: Condition | null;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** What values an attribute takes. */
export type AttributeKind = "choice" | "multiple choice" | "text" | "number" | "yes/no" | "entity";

/** "Another attribute of the same annotation has this value". */
export interface Condition {
  /** The other attribute's name. */
  attribute: string;
  /** The value it must have. */
  value: Value;
}

/** A thing in the world. */
export interface Entity {
  /** Other names it goes by. */
  aliases?: string[];
  /** Its id. */
  id: string;
  /** Identifiers elsewhere, by scheme ("wikidata", "url"). */
  identifiers?: Record<string, string>;
  /** The id of the label of its mentions. */
  label?: string | null;
  /** Its canonical name. */
  name: string;
  /** A note. */
  note?: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** A label that annotations carry. */
export interface Label {
  /** The attributes of its annotations. */
  attributes?: Attribute[];
  /** Its colour on white. */
  colour: string;
  /** When to use it. */
  description?: string;
  /** Examples of what to tag. */
  examples?: string[];
  /** Its id, which stays when the name changes. Has no blanks. */
  id: string;
  /** The keys that tag with it, one after the other: one or two characters. */
  key?: string;
  /** What it marks. */
  kind: LabelKind;
  /** Its name. */
  name: string;
  /** A short name for narrow places. */
  short?: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** What a label marks: something said to be so, a thing in the world, or anything else. */
export type LabelKind = "claim" | "entity" | "other";

/** What is known of the project as a whole. */
export interface Project {
  /** When it was begun: RFC 3339 in UTC. */
  created: string;
  /** What it is called. */
  title: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** A half-open stretch of an article's text. */
export interface Range {
  /** Where it ends: the code point after its last. */
  end: number;
  /** The text of the range. */
  exact: string;
  /** Up to 32 code points before it. */
  prefix?: string | null;
  /** Where it begins, in Unicode code points from the beginning of the text. */
  start: number;
  /** Up to 32 code points after it. */
  suffix?: string | null;
  /** Where it ends, in UTF-16 code units. */
  utf16End?: number | null;
  /** Where it begins, in UTF-16 code units. */
  utf16Start?: number | null;
}

/** A typed link from one annotation to another. */
export interface Relation {
  /** When it was made: RFC 3339 in UTC; when the project was begun, if absent. */
  created?: string | null;
  /** Who made it. */
  creator?: string;
  /** The id of the annotation it goes from. */
  from: string;
  /** Its id. */
  id: string;
  /** A note. */
  note?: string;
  /** The id of the annotation it goes to; another one. */
  to: string;
  /** The id of its type. */
  type: string;
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** A type of relation. */
export interface RelationType {
  /** When to use it. */
  description?: string;
  /** The ids of the labels it may go from; any if there is none. */
  from?: string[];
  /** Its id, which stays when the name changes. Has no blanks. */
  id: string;
  /** Its name. */
  name: string;
  /** Whether its two ends mean the same. */
  symmetric?: boolean;
  /** The ids of the labels it may go to; any if there is none. */
  to?: string[];
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** The labels and relation types of a project, in the order in which they are shown. */
export interface Schema {
  /** What is asked of an article as a whole. */
  articleAttributes?: Attribute[];
  /** The labels that annotations carry. */
  labels: Label[];
  /** What the schema calls itself. */
  name?: string;
  /** The types of links between annotations. */
  relationTypes?: RelationType[];
  /** Fields of later versions are kept. */
  [unknown: string]: unknown;
}

/** A text, a list of texts, a number, or true or false. */
export type Value = string | string[] | number | boolean;

/** A Crossread project: articles, and what was tagged and linked in them. */
export interface Crossread {
  /** Annotations: by article, then in the order of the text. */
  annotations?: Annotation[];
  /** The articles, in the order in which they are listed. */
  articles: Article[];
  /** Things in the world that annotations mention. */
  entities?: Entity[];
  /** Always "crossread". */
  format: "crossread";
  /** The program that wrote the file. */
  generator?: string;
  /** What is known of the project as a whole. */
  project: Project;
  /** Links between annotations. */
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
  warnings: string[];
}

/** How a project is written, where its format leaves a choice. */
export interface ExportOptions {
  /** Of a table: marked as UTF-8, with an apostrophe before each text that a spreadsheet would take for a formula. */
  forSpreadsheets?: boolean;
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
  kind: "mention";
  /** How sure the program is, above 0 and up to 1. */
  score: number;
  /** Why it proposes this, in words. */
  reason: string;
  label: string;
  spans: { article: string; start: number; end: number; exact: string; label: string }[];
}

/** The page as a program sees it. Whatever cannot be done throws, or rejects with, an `Error` that says why. */
export interface CrossreadApi {
  /** The program's version. */
  readonly version: string;
  /** The open project, in the shape of the native JSON. */
  project(): Crossread;
  /** Opens a project; the one that was open stays among the saved ones. */
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
  /** What the program proposes: so far, tags on words that are tagged elsewhere ("mention"). */
  suggestions(kind?: Suggestion["kind"]): Suggestion[];
  /** Does what a suggestion proposes; returns the annotation's id. */
  accept(id: string): string;
  /** Never proposes it again in this project. */
  reject(id: string): void;
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
