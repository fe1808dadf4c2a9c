/** What a label in the head of a government web page gives. */
export type PageFact =
  | 'index_number'
  | 'subject'
  | 'issuers'
  | 'issued_on'
  | 'title'
  | 'doc_number'
  | 'published_on';

/**
 * Labels of the table at the head of a government web page, without their spaces, and the fact that
 * each gives; null for what no record holds. The names are those of the catalogues of open
 * government information (政府信息公开目录) and what sites made of them.
 */
export const PAGE_LABELS: ReadonlyMap<string, PageFact | null> = new Map<string, PageFact | null>([
  ['索引号', 'index_number'],
  ['信息索引号', 'index_number'],
  ['主题分类', 'subject'],
  ['发文机关', 'issuers'],
  ['发文单位', 'issuers'],
  ['发文机构', 'issuers'],
  ['制发机关', 'issuers'],
  ['发布机构', 'issuers'],
  ['发布机关', 'issuers'],
  ['成文日期', 'issued_on'],
  ['成文时间', 'issued_on'],
  ['生成日期', 'issued_on'],
  ['发文日期', 'issued_on'],
  ['发文时间', 'issued_on'],
  ['标题', 'title'],
  ['文件标题', 'title'],
  ['信息名称', 'title'],
  ['名称', 'title'],
  ['发文字号', 'doc_number'],
  ['文号', 'doc_number'],
  ['文件编号', 'doc_number'],
  ['发布日期', 'published_on'],
  ['发布时间', 'published_on'],
  ['公开日期', 'published_on'],
  ['公开时间', 'published_on'],
  ...[
    ...['主题词', '关键词', '公文种类', '文种', '体裁分类', '信息分类', '组配分类', '服务对象分类'],
    ...['有效性', '时效性', '效力状态', '是否有效', '生效日期', '实施日期', '失效日期', '废止日期'],
    ...[
      '公开方式',
      '公开形式',
      '公开类别',
      '公开属性',
      '公开范围',
      '公开时限',
      '公开程序',
      '公开主体',
    ],
    ...['来源', '信息来源', '统一编号', '登记号', '统一登记号', '规范性文件登记号', '内容概述'],
  ].map((label) => [label, null] as const),
]);
