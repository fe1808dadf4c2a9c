import { PROVINCE_SIGNS } from './data/province-signs.js';

/** The province that a 发文字号 begins with: 湖北省 of `鄂政发〔2017〕63号`; undefined where another character does. */
export const provinceOfCode = (docNumber: string): string | undefined =>
  PROVINCE_SIGNS[docNumber.charAt(0)];
