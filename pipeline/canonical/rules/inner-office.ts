import type { Rule } from '../../model/rule.js';
import type { BodyName } from '../body-name.js';
import { innerOfficeOf, isInnerOffice } from '../inner-office.js';

export const innerOffice: Rule<BodyName, string> = {
  id: 'canonical.inner-office',
  summary: 'An office, or all offices, of the body that issues the notice.',
  example: '【政策法规科】, issued by 漳州市科学技术局: 漳州市科学技术局政策法规科',
  read({ whole, issuer, officialIssuer }) {
    if (issuer === null || !isInnerOffice(whole)) return null;
    const issuing = officialIssuer();
    return (issuing === null ? null : innerOfficeOf(whole, issuing)) ?? 'none';
  },
};
