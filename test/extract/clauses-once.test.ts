import { describe, expect, it, vi } from 'vitest';
import { fieldLabels } from '../../pipeline/annotate/field-labels.js';
import { marks } from '../../pipeline/annotate/marks.js';
import { responsibilityVerbs } from '../../pipeline/annotate/responsibility.js';
import { clean } from '../../pipeline/clean/index.js';
import { extractTasks } from '../../pipeline/extract/tasks/index.js';
import { clauses } from '../../pipeline/extract/units/clauses.js';
import { sectionsOf } from '../../pipeline/outline/sections/index.js';
import { readTextSource } from '../../pipeline/read/index.js';

const NOTICE = `一、总体要求
以服务企业为中心，持续优化营商环境（含政务环境）。
二、优化政务环境（牵头单位：市政务办）
（一）推进一网通办。梳理事项（不含涉密事项），编制清单。
（责任单位：市大数据局、各县（市、区）人民政府）
（二）加强协同。一是建立专班。（市发改委负责）二是定期会商。（市财政局牵头，市税务局配合）
（三）强化指导。
1.开展培训。
2.组织评估。牵头单位：市教育局
三、扩大开放
（四）稳定外贸。落实退税。
（五）吸引外资。开展招商。
牵头单位：市商务局
责任单位：市投促局
四、保障措施
各部门要提高认识。以下任务均需各区政府落实，不再一一列出。
各地要在2025年6月底前完成方案。
`;

describe('annotations of a notice', () => {
  it.each([clauses, fieldLabels, responsibilityVerbs, marks])(
    '$name see each character at most once',
    (annotator) => {
      const read = vi.spyOn(annotator, 'read');
      const bytes = new TextEncoder().encode(NOTICE);
      const source = readTextSource({ bytes, name: 'a.txt' }, { encoding: null });
      const { tasks } = extractTasks(sectionsOf(source.source, clean(source)), {
        documentYear: 2025,
        lawLike: false,
        nature: 'directive',
      });
      const seen = new Map<number, number>();
      for (const [passage] of read.mock.calls) {
        for (let position = 0; position < passage.length; position++) {
          const offset = passage.sourceOffset(position);
          seen.set(offset, (seen.get(offset) ?? 0) + 1);
        }
      }
      read.mockRestore();
      expect(tasks.length).toBeGreaterThan(6);
      expect(seen.size).toBeGreaterThan(200);
      expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
    },
  );
});
