/** The tables of records, as they were when version 1 of the schema was made; later versions change them. */
export const RECORDS = `
CREATE TABLE documents (
  id text NOT NULL,
  source_uri text NOT NULL,
  source_sha256 text NOT NULL,
  source_format text NOT NULL,
  source_bytes bigint NOT NULL,
  source_page_start integer,
  source_page_end integer,
  title text NOT NULL,
  carries text[] NOT NULL,
  doc_number text,
  issuers text[] NOT NULL,
  issued_on date,
  stage text NOT NULL,
  genre text,
  region text,
  index_number text,
  subject text,
  published_on date,
  nature text NOT NULL,
  effective_on date,
  expires_on date,
  valid_for text,
  same_as text[] NOT NULL,
  copy_of text,
  rules_title text,
  rules_doc_number text,
  rules_issuers text,
  rules_issued_on text,
  rules_region text,
  rules_nature text,
  rules_effective_on text,
  rules_expires_on text,
  rules_valid_for text,
  rules_supersedes text,
  counts_tasks integer NOT NULL,
  counts_targets integer NOT NULL,
  counts_tables integer NOT NULL,
  coverage_clauses integer NOT NULL,
  coverage_clauses_attached integer NOT NULL,
  coverage_chars integer NOT NULL,
  coverage_chars_unassigned integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE document_supersedes (
  document_id text NOT NULL,
  position integer NOT NULL,
  title text NOT NULL,
  doc_number text,
  raw text NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (document_id, position),
  FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE document_references (
  document_id text NOT NULL,
  position integer NOT NULL,
  title text NOT NULL,
  doc_number text,
  raw text NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (document_id, position),
  FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE document_warnings (
  document_id text NOT NULL,
  position integer NOT NULL,
  code text NOT NULL,
  message text NOT NULL,
  at_page integer,
  at_start integer,
  at_end integer,
  row_digest bytea NOT NULL,
  PRIMARY KEY (document_id, position),
  FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE TABLE units (
  id text NOT NULL,
  name text NOT NULL,
  canonical text,
  names text[] NOT NULL,
  region text,
  level text,
  is_group boolean NOT NULL,
  tasks integer NOT NULL,
  leads integer NOT NULL,
  first_listed integer NOT NULL,
  supports integer NOT NULL,
  responsible integer NOT NULL,
  documents integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE targets (
  id text NOT NULL,
  document_id text NOT NULL,
  task_ids text[] NOT NULL,
  indicator text NOT NULL,
  op text NOT NULL,
  value double precision NOT NULL,
  unit text,
  due_on date,
  units text[] NOT NULL,
  raw text NOT NULL,
  rule text NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE INDEX targets_document_id ON targets (document_id);

CREATE TABLE tasks (
  id text NOT NULL,
  document_id text NOT NULL,
  number text,
  part integer,
  path text[] NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  lead_units text[] NOT NULL,
  lead_basis text,
  et_al boolean NOT NULL,
  target_ids text[] NOT NULL,
  keywords text[] NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (document_id) REFERENCES documents (id)
);

CREATE INDEX tasks_document_id ON tasks (document_id);

CREATE TABLE task_units (
  task_id text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  canonical text,
  role text NOT NULL,
  basis text NOT NULL,
  inherited boolean NOT NULL,
  rule text NOT NULL,
  raw text NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  unit_id text NOT NULL,
  leads boolean NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (task_id, position),
  FOREIGN KEY (task_id) REFERENCES tasks (id),
  FOREIGN KEY (unit_id) REFERENCES units (id)
);

CREATE INDEX task_units_unit_id ON task_units (unit_id);

CREATE TABLE task_deadlines (
  task_id text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  starts_on date,
  start_basis text,
  ends_on date,
  every text,
  year_basis text,
  rule text NOT NULL,
  raw text NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (task_id, position),
  FOREIGN KEY (task_id) REFERENCES tasks (id)
);

CREATE TABLE task_contacts (
  task_id text NOT NULL,
  position integer NOT NULL,
  name text,
  phone text,
  raw text NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (task_id, position),
  FOREIGN KEY (task_id) REFERENCES tasks (id)
);

CREATE TABLE task_targets (
  task_id text NOT NULL,
  position integer NOT NULL,
  target_id text NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (task_id, position),
  FOREIGN KEY (task_id) REFERENCES tasks (id),
  FOREIGN KEY (target_id) REFERENCES targets (id)
);

CREATE INDEX task_targets_target_id ON task_targets (target_id);

CREATE TABLE quantities (
  id text NOT NULL,
  document_id text NOT NULL,
  task_id text,
  target_id text,
  role text NOT NULL,
  indicator text,
  op text,
  value double precision NOT NULL,
  unit text,
  raw text NOT NULL,
  rule text NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (document_id) REFERENCES documents (id),
  FOREIGN KEY (task_id) REFERENCES tasks (id),
  FOREIGN KEY (target_id) REFERENCES targets (id)
);

CREATE INDEX quantities_document_id ON quantities (document_id);

CREATE INDEX quantities_task_id ON quantities (task_id);

CREATE INDEX quantities_target_id ON quantities (target_id);

CREATE TABLE rejects (
  id text NOT NULL,
  uri text NOT NULL,
  sha256 text,
  stage text NOT NULL,
  code text NOT NULL,
  message text NOT NULL,
  document_id text,
  row_digest bytea NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE task_words (
  task_id text NOT NULL,
  position integer NOT NULL,
  word text NOT NULL,
  pos text NOT NULL,
  at_page integer,
  at_start integer NOT NULL,
  at_end integer NOT NULL,
  row_digest bytea NOT NULL,
  PRIMARY KEY (task_id, position),
  FOREIGN KEY (task_id) REFERENCES tasks (id)
);

CREATE INDEX task_deadlines_ends_on ON task_deadlines (ends_on);
`;
