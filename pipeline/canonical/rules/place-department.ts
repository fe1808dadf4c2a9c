import { departmentOf } from '../../lexicon/departments.js';
import { leadingPlace } from '../../lexicon/regions.js';
import type { Rule } from '../../model/rule.js';
import type { BodyName } from '../body-name.js';
import { branchName, spelledOutName } from '../department-name.js';

export const placeDepartment: Rule<BodyName, string> = {
  id: 'canonical.place-department',
  summary: 'A department behind the name of its place; party bodies with their first words.',
  example: '【瓯海区政府】 in 温州市: 温州市瓯海区人民政府',
  read({ bare, home }) {
    const body = bare.replace(/^(?:中共|共青团)/, '');
    const found = leadingPlace(body, home);
    if (found === null || found.length === body.length) return null;
    const rest = body.slice(found.length);
    if (bare.startsWith('共青团')) return rest === '委' ? departmentOf(found.place, '团委') : null;
    const department = departmentOf(found.place, rest) ?? branchName(found.place, rest);
    if (department !== null) return department;
    const spelled = spelledOutName(found.place, rest);
    const withClassWord = body.slice(0, found.length).endsWith(found.place.name);
    return spelled === null || withClassWord ? spelled : body;
  },
};
