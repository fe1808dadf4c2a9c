import type { HeadRules } from '../../../../schemas/document.js';
import type { Rule } from '../../../model/rule.js';
import { NUMBER_RULES } from './doc-number.js';
import { DATE_RULES } from './issued-on.js';
import { ISSUER_RULES } from './issuers.js';
import { NATURE_RULES } from './nature.js';
import { REGION_RULES } from './region.js';
import { ABOLITION_RULES } from './supersedes.js';
import { TITLE_RULES } from './title.js';
import { EFFECT_RULES, EXPIRY_RULES, TERM_RULES } from './validity.js';

/** The rules of each field of a head, in the order in which they are asked. */
export const HEAD_RULES = {
  title: TITLE_RULES,
  doc_number: NUMBER_RULES,
  issuers: ISSUER_RULES,
  issued_on: DATE_RULES,
  region: REGION_RULES,
  nature: NATURE_RULES,
  effective_on: EFFECT_RULES,
  expires_on: EXPIRY_RULES,
  valid_for: TERM_RULES,
  supersedes: ABOLITION_RULES,
} as const satisfies Record<keyof HeadRules, readonly Rule<never, unknown>[]>;
