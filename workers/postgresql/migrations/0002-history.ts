/** Which loads there were, and what each of them changed. */
export const HISTORY = `
CREATE TABLE loads (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  loaded_at timestamptz NOT NULL DEFAULT now(),
  dataset_sha256 text NOT NULL,
  program_version text NOT NULL,
  counts jsonb NOT NULL
);

CREATE TABLE history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  load_id bigint NOT NULL REFERENCES loads (id),
  table_name text NOT NULL,
  record_id text NOT NULL,
  position integer,
  change text NOT NULL CHECK (change IN ('added', 'changed', 'withdrawn')),
  before jsonb,
  after jsonb
);

CREATE INDEX history_load_id ON history (load_id);

CREATE INDEX history_record_id ON history (record_id);
`;
