import type { Rule } from '../../model/rule.js';
import type { BodyName } from '../body-name.js';
import { fieldOffice } from './field-office.js';
import { group } from './group.js';
import { homeDepartment } from './home-department.js';
import { innerOffice } from './inner-office.js';
import { issuerLine } from './issuer-line.js';
import { levelDepartment } from './level-department.js';
import { namedBody } from './named-body.js';
import { nationalBody } from './national-body.js';
import { placeDepartment } from './place-department.js';
import { zone } from './zone.js';

/** How a name as written becomes the full official one, in the order in which they are asked. */
export const CANONICAL_RULES: readonly Rule<BodyName, string>[] = [
  namedBody,
  nationalBody,
  innerOffice,
  group,
  fieldOffice,
  zone,
  placeDepartment,
  levelDepartment,
  homeDepartment,
  issuerLine,
];
