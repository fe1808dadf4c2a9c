import { departmentOf, isDepartment } from '../lexicon/departments.js';
import type { Region } from '../lexicon/divisions.js';
import { isSpelledOut } from '../lexicon/spelled-out.js';

const BRANCH =
  /^(.{2,12}?局|住房公积金(?:管理)?中心)([一-龥]{2,4}分局|指挥中心|[一-龥]{2,4}(?:市|县|区)?(?:办事处|管理部|分中心|服务部))$/;

/** 公安局奉贤分局, 公安局指挥中心, 住房公积金管理中心铜鼓办事处: a department's own branch; null where it is none. */
export function branchName(place: Region, rest: string): string | null {
  const branch = BRANCH.exec(rest);
  const department = branch === null ? null : departmentOf(place, branch[1]!);
  return department === null ? null : department + branch![2]!;
}

/** A name behind its place that needs no lexicon (通信发展办公室); null where it may be short for another. */
export function spelledOutName(place: Region, rest: string): string | null {
  if (isDepartment(rest)) return null;
  if (rest.startsWith('人民政府')) {
    return /^人民政府(?:.*办公[室厅])?$/.test(rest) ? place.fullName + rest : null;
  }
  return isSpelledOut(rest) ? place.fullName + rest : null;
}
