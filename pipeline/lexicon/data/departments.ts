import { COMPANIES } from './departments/companies.js';
import { FIELDS } from './departments/fields.js';
import { FORMER } from './departments/former.js';
import { MUNICIPAL } from './departments/municipalities.js';
import { PARTY } from './departments/party.js';
import { PROVINCIAL } from './departments/provinces.js';

/**
 * Departments of local governments, party committees, courts and mass organisations: official
 * name, the short names that notices write for it, and where the row holds.
 *
 * A line: `official | short names | scope`. `{R}` in the official name stands for the place
 * (上海市, 温州市, 上海市黄浦区), `{U}` for the place above it, `{N}` for its name alone, `{S}` for its short name; without any
 * of them the place goes in front. The official name itself needs
 * no listing. Scope: levels (省 直辖市 市 县; 县 holds districts and county-level cities) and places;
 * no level: all levels; places: in these and below them only. A row with a place goes before one
 * without, the narrower place first. `=` before an official name: it
 * stands without the place. `-` as official: no full name is vouched for there.
 */
export const DEPARTMENTS: string = [FIELDS, PARTY, PROVINCIAL, MUNICIPAL, FORMER, COMPANIES].join('');
