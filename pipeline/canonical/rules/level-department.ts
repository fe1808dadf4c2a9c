import { departmentOf } from '../../lexicon/departments.js';
import type { Rule } from '../../model/rule.js';
import { type BodyName, placeOfLevel } from '../body-name.js';
import { branchName, spelledOutName } from '../department-name.js';

const LEVEL = /^(?:自治区|地区|[省市区县州旗盟])(?!场)/;
const YOUTH_LEAGUE = /^团([省市区县州])委$/;

export const levelDepartment: Rule<BodyName, string> = {
  id: 'canonical.level-department',
  summary: "A department behind a bare level, which is the document's place or the one above it.",
  example: '【市发改委】 in 德清县: 湖州市发展和改革委员会',
  read({ bare, home }) {
    const league = YOUTH_LEAGUE.exec(bare)?.[1];
    const level = league ?? LEVEL.exec(bare)?.[0];
    const place = level === undefined ? null : placeOfLevel(level, home);
    if (level === undefined || place === null) return null;
    if (league !== undefined) return departmentOf(place, '团委');
    const rest = bare.slice(level.length);
    return departmentOf(place, rest) ?? branchName(place, rest) ?? spelledOutName(place, rest);
  },
};
