import { describe, expect, it } from 'vitest';
import { withCanonicalNames } from '../../pipeline/canonical/index.js';
import type { Unit } from '../../schemas/task.js';

/** Units as a list of names stands in a text: one behind the other, the separators given between them. */
function listed(text: string): Unit[] {
  return [...text.matchAll(/[^、，。]+/g)].map((match) => ({
    name: match[0],
    canonical: null,
    role: 'responsible',
    basis: 'list',
    rule: 'unit.list',
    inherited: false,
    raw: match[0],
    at: { page: null, start: match.index, end: match.index + match[0].length },
  })) satisfies Unit[];
}

const canonicals = (text: string, region: string) =>
  withCanonicalNames(listed(text), region, null).map((unit) => unit.canonical);

describe('withCanonicalNames', () => {
  it('gives names without a level the one of the names before them', () => {
    expect(canonicals('省发展改革委、财政厅、市场监管局', '湖北省')).toEqual([
      '湖北省发展和改革委员会',
      '湖北省财政厅',
      '湖北省市场监督管理局',
    ]);
    expect(canonicals('市委组织部、宣传部，政法委', '温州市')).toEqual([
      '中共温州市委组织部',
      '中共温州市委宣传部',
      '中共温州市委政法委员会',
    ]);
  });

  it('tells a local office that is spelled out', () => {
    expect(canonicals('市财政局、房地产事务中心', '濮阳市')[1]).toBe('濮阳市房地产事务中心');
    expect(canonicals('省财政厅、数字中国研究院', '福建省')[1]).toBeNull();
  });

  it('tells none where no name before bears a level', () => {
    expect(canonicals('科协、市场监管局、省财政厅', '湖北省')).toEqual([
      null,
      null,
      '湖北省财政厅',
    ]);
  });

  it('does not carry a level from one list to the next', () => {
    const [first, second] = [listed('省财政厅'), listed('市场监管局')];
    const apart = second.map((unit) => ({ ...unit, at: { page: null, start: 90, end: 95 } }));
    const units = withCanonicalNames([...first, ...apart], '湖北省', null);
    expect(units.map((unit) => unit.canonical)).toEqual(['湖北省财政厅', null]);
  });

  it('leaves what a name says of itself', () => {
    expect(canonicals('省财政厅、湖北证监局', '湖北省')[1]).toBe(
      '中国证券监督管理委员会湖北监管局',
    );
    expect(canonicals('市财政局、各部门', '上海市')[1]).toBeNull();
    expect(canonicals('市财政局、市政务服务局', '宿州市')[1]).toBeNull();
  });
});
