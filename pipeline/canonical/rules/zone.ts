import type { Rule } from '../../model/rule.js';
import type { BodyName } from '../body-name.js';
import { zoneCommitteeOf } from '../zone-committee.js';

export const zone: Rule<BodyName, string> = {
  id: 'canonical.zone',
  summary: 'The committee of a development zone, where the short name fits one zone only.',
  example: '【益阳高新区管委会】: 益阳高新技术产业开发区管理委员会',
  read: ({ bare, home }) => zoneCommitteeOf(bare, home),
};
