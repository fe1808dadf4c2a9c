import { describe, expect, it } from 'vitest';
import { zoneCommitteeOf } from '../../pipeline/canonical/zone-committee.js';
import { regionNamed } from '../../pipeline/lexicon/regions.js';

describe('zoneCommitteeOf', () => {
  it.each([
    ['益阳高新区管委会', '益阳市', '益阳高新技术产业开发区管理委员会'],
    ['衡阳国家高新区管委会', '衡阳市', '衡阳高新技术产业开发区管理委员会'],
    ['高新区管委会', '安庆市', '安庆高新技术产业开发区管理委员会'],
    ['经济技术开发区管委会', '九江市', '九江经济技术开发区管理委员会'],
    ['宁德东侨经济技术开发区管理委员会', '宁德市', '宁德东侨经济技术开发区管理委员会'],
    ['常德柳叶湖旅游度假区管委会', '常德市', '常德柳叶湖旅游度假区管理委员会'],
    // may be a zone of another class
    ['株洲经开区管委会', '株洲市', null],
    ['经开区管委会', '南县', null],
    // no place tells which
    ['信江新区管委会', '鹰潭市', null],
    ['运城开发区管委会', '运城市', null],
    ['各开发区管委会', '九江市', null],
    // not the committee
    ['益阳高新区', '益阳市', null],
  ])('%s in %s → %s', (name, region, official) => {
    expect(zoneCommitteeOf(name, regionNamed(region))).toBe(official);
  });
});
