import { describe, expect, it } from 'vitest';
import {
  bodyNames,
  namedBodyOf,
  nationalBodies,
  nationalBodyOf,
} from '../../pipeline/lexicon/bodies.js';
import { departmentNames, departmentOf } from '../../pipeline/lexicon/departments.js';
import { regionNamed } from '../../pipeline/lexicon/regions.js';

describe('nationalBodies', () => {
  it('keeps the names before and after the reforms apart by year', () => {
    const find = (name: string) => nationalBodies().find((body) => body.name === name);
    expect(find('中国银行保险监督管理委员会')).toMatchObject({ validFrom: 2018, validTo: 2023 });
    expect(find('国家金融监督管理总局')).toMatchObject({ validFrom: 2023, validTo: null });
    expect(find('财政部')).toMatchObject({ validFrom: null, validTo: null });
  });

  it('gives each short name to one body', () => {
    const names = nationalBodies().flatMap((body) => [body.name, ...body.shortNames]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['国家发展改革委', false, '国家发展和改革委员会'],
    ['发展改革委', true, '国家发展和改革委员会'],
    ['发展改革委', false, null],
    ['市场监管总局', false, '国家市场监督管理总局'],
    ['某某部', true, null],
  ])('%s (nationwide: %s) → %s', (name, nationwide, official) => {
    expect(nationalBodyOf(name, nationwide)).toBe(official);
  });
});

describe('namedBodyOf', () => {
  it('needs the place where a name is ambiguous', () => {
    expect(namedBodyOf('机场集团', regionNamed('上海市黄浦区'))).toBe('上海机场（集团）有限公司');
    expect(namedBodyOf('机场集团', regionNamed('杭州市'))).toBeNull();
    expect(namedBodyOf('东航物流', null)).toBe('东方航空物流股份有限公司');
  });
});

describe('departmentOf', () => {
  it.each([
    ['浙江省', '人社厅', '浙江省人力资源和社会保障厅'],
    ['温州市', '人社厅', null],
    ['温州市', '文旅局', '温州市文化广电旅游局'],
    ['苏州市', '文旅局', '苏州市文化广电和旅游局'],
    ['南京市', '文旅局', '南京市文化和旅游局'],
    ['上海市黄浦区', '财政局', '上海市黄浦区财政局'],
    ['杭州市', '公积金中心', '杭州住房公积金管理中心'],
    ['泰安市', '住房公积金中心', null],
    ['温州市', '不知道局', null],
  ])('%s %s → %s', (place, name, official) => {
    expect(departmentOf(regionNamed(place)!, name)).toBe(official);
  });

  it('lists its names for other uses', () => {
    expect(departmentNames()).toContain('发改委');
    expect(bodyNames()).toContain('上港集团');
  });
});
