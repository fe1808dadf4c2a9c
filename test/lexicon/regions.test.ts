import { describe, expect, it } from 'vitest';
import { regionNamed, regionOf } from '../../pipeline/lexicon/regions.js';

describe('regionOf', () => {
  it.each([
    ['温州市人民政府办公室关于严格规范涉企行政检查的实施方案', '温州市'],
    ['上海海关等11部门关于印发《上海口岸2023年深化跨境贸易营商环境改革若干措施》的通知', '上海市'],
    ['安徽省住房城乡建设厅', '安徽省'],
    ['昆山市深化“昆如意”营商环境2023年创新行动方案', '昆山市'],
    ['国家税务总局上海市税务局', '上海市'],
    ['中国证券监督管理委员会上海监管局', '上海市'],
    ['中华人民共和国上海海关', '上海市'],
    ['中共扬州市委', '扬州市'],
    ['上海市黄浦区人民政府办公室', '上海市黄浦区'],
    ['浙江省嘉兴市南湖区人民政府', '嘉兴市南湖区'],
    ['浙江省德清县人民政府', '德清县'],
    ['上海市公安局奉贤分局', '上海市奉贤区'],
    ['金山区发展和改革委员会', '上海市金山区'],
    ['恩施州人民政府', '恩施土家族苗族自治州'],
    ['吉林市人民政府', '吉林市'],
    ['吉林省人民政府', '吉林省'],
    ['南 京 市应急管理局', '南京市'],
    ['2023年上海市政务公开工作要点', '上海市'],
    ['关于印发《2023年黄浦区推进政府职能转变工作要点》的通知', '上海市黄浦区'],
    ['中国（浙江）自由贸易试验区条例', '浙江省'],
    ['国务院办公厅关于加快发展体育竞赛表演产业的指导意见', '全国'],
    ['国家税务总局关于纳税服务的通知', '全国'],
    ['国家发展改革委等部门关于促进消费的通知', '全国'],
    ['中国人民银行 财政部关于金融服务的通知', '全国'],
    ['国家知识产权强市创建示范城市温州市工作方案', '温州市'],
    ['工业和信息化部办公厅关于开展试点的通知', '全国'],
  ])('%s → %s', (name, region) => {
    expect(regionOf(name)).toBe(region);
  });

  it.each([
    '各县（市、区）人民政府',
    '市商务委',
    '市委组织部关于人才工作的通知',
    '老城区改造实施方案',
    '国家级示范区建设方案',
    '全国文明城市创建工作方案',
    '长三角生态绿色一体化发展示范区',
    '全省政务服务增值化改革现场推进会',
    '',
  ])('tells no place from %s', (name) => {
    expect(regionOf(name)).toBeNull();
  });

  it('tells places of one name apart only where the context does', () => {
    expect(regionOf('鼓楼区教育局')).toBeNull();
    expect(regionOf('鼓楼区教育局', '南京市')).toBe('南京市鼓楼区');
    expect(regionOf('朝阳区人民政府')).toBeNull();
    expect(regionOf('朝阳区人民政府', '北京市')).toBe('北京市朝阳区');
  });

  it('finds a name that lost its first character', () => {
    expect(regionOf('云港市优化营商环境条例（征求意见稿）')).toBe('连云港市');
  });
});

describe('regionNamed', () => {
  it.each([
    ['浙江', '浙江省', 'province', null],
    ['温州市', '温州市', 'prefecture', '温州市'],
    ['上海市黄浦区', '上海市黄浦区', 'county', null],
    ['浙江省温州市鹿城区', '温州市鹿城区', 'county', '温州市'],
    ['昆山市', '昆山市', 'county', '苏州市'],
  ])('%s', (name, fullName, level, prefecture) => {
    expect(regionNamed(name)).toMatchObject({ fullName, level, prefecture });
  });

  it('knows no place 全国 or 鼓楼区 alone', () => {
    expect(regionNamed('全国')).toBeNull();
    expect(regionNamed('鼓楼区')).toBeNull();
  });
});
