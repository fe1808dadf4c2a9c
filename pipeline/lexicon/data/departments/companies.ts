/**
 * Companies that notices call as a department of the place: 市城投集团. The columns are explained in
 * `../departments.ts`. Compiled by hand, 2026-11, from clauses of 2023, full names from general
 * knowledge; not checked against the business register.
 */
export const COMPANIES = `
=杭州市城市建设投资集团有限公司 | 城投集团 | 市 杭州市
=杭州市交通投资集团有限公司 | 交投集团 | 市 杭州市
=福州市金融控股集团有限公司 | 金控集团 | 市 福州市
=福州市自来水有限公司 | 自来水公司 | 市 福州市
=温州市国有金融资本管理有限公司 | 国金公司 | 市 温州市
=浙江省金融控股有限公司 | 金融控股公司 | 省 浙江省
=福建省大数据集团有限公司 | 大数据集团 | 省 福建省
=福建电力交易中心有限公司 | 电力交易中心 | 省 福建省
`;
