import { departmentOf } from '../../lexicon/departments.js';
import { leadingPlace } from '../../lexicon/regions.js';
import type { Rule } from '../../model/rule.js';
import type { BodyName } from '../body-name.js';

export const issuerLine: Rule<BodyName, string> = {
  id: 'canonical.issuer-line',
  summary:
    'What only the issuer tells: 我厅, 分局, and the bureaus of its own line of administration.',
  example: '【杭州市局】, issued by 浙江省市场监督管理局: 杭州市市场监督管理局',
  read({ bare, home, officialIssuer }) {
    const isOurs = /^[我本][委局厅办]$/.test(bare);
    const bureau = /^(.{2,8})局$/.exec(bare);
    if (!isOurs && bare !== '分局' && bureau === null) return null;
    const issuer = officialIssuer();
    if (issuer === null) return null;
    if (isOurs) return /(?:政府|小组|联席会议)$/.test(issuer) ? null : issuer;
    if (bureau === null) return issuer.endsWith('分局') ? issuer : null;
    const ofLine = issuer.replace(/^国家税务总局/, '');
    const issuing = leadingPlace(ofLine, null);
    const found = leadingPlace(bureau[1]!, home);
    if (issuing === null || !issuer.endsWith('局') || found?.length !== bureau[1]!.length) {
      return null;
    }
    return departmentOf(found.place, ofLine.slice(issuing.length));
  },
};
