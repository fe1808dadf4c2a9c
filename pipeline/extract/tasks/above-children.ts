import type { Section } from '../../outline/sections/index.js';
import { clausesOf, clauseUnits, readVerbUnitsOf } from '../units/index.js';
import type { Above } from './above.js';
import { noteClauses } from './conventions.js';
import { headingOf } from './heading.js';
import type { WalkState } from './walk-state.js';

/** `X负责统筹…，主要有 8 项职能：` covers the items below. */
const LEAD_IN = /[：:]$/;

/** What holds for the sections below one: its heading, and the bodies that its clause or lead-in names. */
export function aboveChildren(section: Section, above: Above, state: WalkState): Above {
  const { kind, printed, item } = section;
  if (printed === null || kind === 'attachment') return above;
  const path = [...above.path, kind === 'labelled' ? headingOf(printed) : printed.words];
  const clauses = kind === 'labelled' ? clausesOf(item) : [];
  if (clauses.length === 0) {
    const leadIn = LEAD_IN.test(item.reading) ? readVerbUnitsOf(item, true) : [];
    return { ...above, path, inherited: leadIn.length > 0 ? leadIn : above.inherited };
  }
  for (const clause of clauses) state.account.attach(clause, item);
  noteClauses(state.conventions, clauses, item);
  const named = clauseUnits(item, clauses, state.conventions.leads, true);
  return {
    path,
    inherited: named.length > 0 ? named : above.inherited,
    inheritedEtAl: clauses.some((clause) => clause.etAl),
  };
}
