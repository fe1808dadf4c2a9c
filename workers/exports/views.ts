/** A view of the exported database: a question that everybody asks. */
export interface View {
  readonly name: string;
  /** What one row is. */
  readonly description: string;
  readonly sql: string;
}

/** One row a task, with its document, units by role, deadlines and targets in words. */
const TASK_OVERVIEW = `
SELECT
  tasks.id AS task_id,
  documents.title AS document,
  documents.doc_number,
  documents.region,
  documents.issued_on,
  tasks.number,
  tasks.part,
  tasks.path,
  tasks.title,
  tasks.text,
  tasks.lead_units,
  tasks.lead_basis,
  coalesce(units.supports, []) AS supports,
  coalesce(units.responsible, []) AS responsible,
  deadlines.due_on,
  coalesce(deadlines.deadlines, []) AS deadlines,
  coalesce(reached.targets, []) AS targets,
  tasks.document_id,
  tasks.at_page,
  tasks.at_start,
  tasks.at_end
FROM tasks
JOIN documents ON documents.id = tasks.document_id
LEFT JOIN (
  SELECT
    task_id,
    coalesce(list(name ORDER BY position) FILTER (role = 'support'), []) AS supports,
    coalesce(list(name ORDER BY position) FILTER (role = 'responsible'), []) AS responsible
  FROM task_units
  GROUP BY task_id
) AS units ON units.task_id = tasks.id
LEFT JOIN (
  SELECT task_id, max(ends_on) AS due_on, list(raw ORDER BY position) AS deadlines
  FROM task_deadlines
  GROUP BY task_id
) AS deadlines ON deadlines.task_id = tasks.id
LEFT JOIN (
  SELECT
    task_targets.task_id,
    list(
      concat_ws(' ', nullif(indicator, ''), op, concat(regexp_replace(value::VARCHAR, '[.]0$', ''), unit))
        ORDER BY position
    ) AS targets
  FROM task_targets
  JOIN targets ON targets.id = task_targets.target_id
  GROUP BY task_targets.task_id
) AS reached ON reached.task_id = tasks.id
WHERE documents.copy_of IS NULL`;

/** One row a body, with its tasks by role and when they are due. */
const UNIT_WORKLOAD = `
SELECT
  units.id AS unit_id,
  units.name,
  units.region,
  units.level,
  units.is_group,
  counted.tasks,
  counted.leads,
  counted.first_listed,
  counted.supports,
  counted.responsible,
  counted.documents,
  coalesce(due.deadlines, 0) AS deadlines,
  due.first_due_on,
  due.last_due_on
FROM units
JOIN (
  SELECT
    task_units.unit_id,
    count(DISTINCT tasks.id) AS tasks,
    count(DISTINCT tasks.id) FILTER (task_units.role = 'lead') AS leads,
    count(DISTINCT tasks.id) FILTER (
      tasks.lead_basis = 'first-listed' AND list_contains(tasks.lead_units, task_units.name)
    ) AS first_listed,
    count(DISTINCT tasks.id) FILTER (task_units.role = 'support') AS supports,
    count(DISTINCT tasks.id) FILTER (task_units.role = 'responsible') AS responsible,
    count(DISTINCT documents.id) AS documents
  FROM task_units
  JOIN tasks ON tasks.id = task_units.task_id
  JOIN documents ON documents.id = tasks.document_id
  WHERE documents.copy_of IS NULL
  GROUP BY task_units.unit_id
) AS counted ON counted.unit_id = units.id
LEFT JOIN (
  SELECT
    unit_id,
    count(*) AS deadlines,
    min(ends_on) AS first_due_on,
    max(ends_on) AS last_due_on
  FROM (
    SELECT DISTINCT task_units.unit_id, task_units.task_id
    FROM task_units
    JOIN tasks ON tasks.id = task_units.task_id
    JOIN documents ON documents.id = tasks.document_id
    WHERE documents.copy_of IS NULL
  ) AS named
  JOIN task_deadlines ON task_deadlines.task_id = named.task_id
  GROUP BY unit_id
) AS due ON due.unit_id = units.id`;

/** One row a deadline, with its task and who leads it. */
const DEADLINE_CALENDAR = `
SELECT
  task_deadlines.ends_on AS due_on,
  year(task_deadlines.ends_on) AS due_year,
  month(task_deadlines.ends_on) AS due_month,
  task_deadlines.kind,
  task_deadlines.starts_on,
  task_deadlines.every,
  task_deadlines.start_basis,
  task_deadlines.year_basis,
  task_deadlines.rule,
  task_deadlines.raw,
  tasks.lead_units,
  tasks.number,
  tasks.title,
  documents.title AS document,
  documents.region,
  tasks.id AS task_id,
  tasks.document_id,
  task_deadlines.at_page,
  task_deadlines.at_start,
  task_deadlines.at_end
FROM task_deadlines
JOIN tasks ON tasks.id = task_deadlines.task_id
JOIN documents ON documents.id = tasks.document_id
WHERE documents.copy_of IS NULL`;

export const VIEWS: readonly View[] = [
  {
    name: 'task_overview',
    description: 'One task with its document, units by role, deadlines and targets.',
    sql: TASK_OVERVIEW,
  },
  {
    name: 'unit_workload',
    description: 'One body with its tasks by role, and when the first and the last are due.',
    sql: UNIT_WORKLOAD,
  },
  {
    name: 'deadline_calendar',
    description: 'One deadline with its task and who leads it.',
    sql: DEADLINE_CALENDAR,
  },
];
