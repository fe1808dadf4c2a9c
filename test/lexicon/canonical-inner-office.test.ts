import { describe, expect, it } from 'vitest';
import { canonicalName } from '../../pipeline/lexicon/canonical.js';

const ANHUI = '安徽省住房城乡建设厅';
const COMMITTEE = '上海市工程建设项目审批制度改革工作领导小组';

describe('offices of the body that issues', () => {
  it.each([
    ['办公室', '安徽省', ANHUI, '安徽省住房和城乡建设厅办公室'],
    ['人事教育处', '安徽省', ANHUI, '安徽省住房和城乡建设厅人事教育处'],
    ['厅机关各处室（局）', '安徽省', ANHUI, '安徽省住房和城乡建设厅机关各处室（局）'],
    ['政策法规科', '漳州市', '漳州市科学技术局', '漳州市科学技术局政策法规科'],
    ['各科室', '漳州市', '漳州市科学技术局', '漳州市科学技术局各科室'],
    ['局办公室', '漳州市', '漳州市科学技术局', '漳州市科学技术局办公室'],
    ['分局法制支队', '上海市奉贤区', '上海市公安局奉贤分局', '上海市公安局奉贤分局法制支队'],
    ['市领导小组办公室', '上海市', COMMITTEE, `${COMMITTEE}办公室`],
    ['市领导小组各成员单位', '上海市', COMMITTEE, `${COMMITTEE}各成员单位`],
  ])('%s in %s, issued by %s → %s', (name, region, issuer, official) => {
    expect(canonicalName(name, region, issuer)).toBe(official);
  });

  it.each([
    ['城建处', '安徽省', ANHUI],
    ['法规处', '南京市', '南京市应急管理局'],
    ['局审批处', '金华市', '金华市住房和城乡建设局'],
    ['局机关各处室', '安徽省', ANHUI],
    ['办公室', '温州市', '温州市人民政府'],
    ['各处室', '温州市', '温州市人民政府办公室'],
    ['分局法制支队', '上海市', '上海市公安局'],
    ['市领导小组办公室', '上海市', '上海市人民政府'],
    ['办公室', '安徽省', null],
  ])('tells none for %s in %s, issued by %s', (name, region, issuer) => {
    expect(canonicalName(name, region, issuer)).toBeNull();
  });
});
