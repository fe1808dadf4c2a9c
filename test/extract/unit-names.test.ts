import { describe, expect, it } from 'vitest';
import { splitNames } from '../../pipeline/extract/units/names.js';

describe('splitNames', () => {
  it.each([
    ['市商务委、市交通委、上海海关', ['市商务委', '市交通委', '上海海关'], false],
    ['市自然资源和规划局、市住建局', ['市自然资源和规划局', '市住建局'], false],
    ['市发改委（审改办、大数据局）、工信局', ['市发改委（审改办、大数据局）', '工信局'], false],
    ['市府办（“两个健康”创建处）', ['市府办（“两个健康”创建处）'], false],
    ['各县、市、区政府及功能区管委', ['各县、市、区政府', '功能区管委'], false],
    ['各县（市、区）人民政府', ['各县（市、区）人民政府'], false],
    ['各区、县（市）政府', ['各区、县（市）政府'], false],
    ['市有关单位及各县（市）区、开发区', ['市有关单位', '各县（市）区', '开发区'], false],
    ['省科技厅，各市、县（市、区）相关部门', ['省科技厅', '各市、县（市、区）相关部门'], false],
    ['市、县（市、区）人民政府', ['市、县（市、区）人民政府'], false],
    ['市商务局、市贸促会等部门', ['市商务局', '市贸促会'], true],
    ['德州海关等市政府有关部门', ['德州海关'], true],
    ['全国总工会等和各省级人民政府', ['全国总工会', '各省级人民政府'], true],
    ['交通运输部和水利部', ['交通运输部', '水利部'], false],
    ['文化和旅游部', ['文化和旅游部'], false],
    ['由市发改委', ['市发改委'], false],
    ['市税务局，2023年9月底前完成', ['市税务局'], false],
    ['', [], false],
  ])('splits %s', (text, names, etAl) => {
    const list = splitNames(text);
    expect(list.names.map(({ start, end }) => text.slice(start, end))).toEqual(names);
    expect(list.etAl).toBe(etAl);
  });
});
