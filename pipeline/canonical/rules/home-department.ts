import { departmentOf } from '../../lexicon/departments.js';
import { isMunicipality } from '../../lexicon/regions.js';
import type { Rule } from '../../model/rule.js';
import type { BodyName } from '../body-name.js';

/** Bodies that only a level or place in front tells: a bare 政府 is anybody's. */
const NEVER_BARE =
  /^(?:委|政府|府办|政府办|政府办公室|政府办公厅|政府督查室|府办公室|人民政府|人民法院|人民检察院|政务服务中心|公共资源交易中心|行政服务中心|建设局|金融监管局|能源局|林业局|统计局)$/;

export const homeDepartment: Rule<BodyName, string> = {
  id: 'canonical.home-department',
  summary: "A department without a level is the document's place's (市发改委、工信局、财政局).",
  example: '【发改委】 in 漳州市: 漳州市发展和改革委员会',
  read({ bare, home }) {
    if (home === null || NEVER_BARE.test(bare) || bare.startsWith('委')) return null;
    // A province's list often means the bodies of every level: 发改、工商联、科协.
    if (home.level === 'province' && !isMunicipality(home) && !/[厅委]$/.test(bare)) return null;
    return departmentOf(home, bare);
  },
};
