/** What a label in the head of a government web page gives. */
export type PageFact =
  | 'index_number'
  | 'subject'
  | 'issuers'
  | 'issued_on'
  | 'title'
  | 'doc_number'
  | 'published_on'
  | 'effective_on'
  | 'expires_on';

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
  ['公文生成日期', 'issued_on'],
  ['发文日期', 'issued_on'],
  ['发文时间', 'issued_on'],
  ['标题', 'title'],
  ['文件标题', 'title'],
  ['信息名称', 'title'],
  ['名称', 'title'],
  ['发文字号', 'doc_number'],
  ['文号', 'doc_number'],
  ['备注/文号', 'doc_number'],
  ['文件编号', 'doc_number'],
  ['公文文号', 'doc_number'],
  ['发布文号', 'doc_number'],
  ['发布字号', 'doc_number'],
  ['文件字号', 'doc_number'],
  ['文件名称', 'title'],
  ['政策名称', 'title'],
  ['发布单位', 'issuers'],
  ['印发单位', 'issuers'],
  ['制定机关', 'issuers'],
  ['颁布部门', 'issuers'],
  ['颁布单位', 'issuers'],
  ['颁布机关', 'issuers'],
  ['发布部门', 'issuers'],
  ['法规标题', 'title'],
  ['印发日期', 'issued_on'],
  ['签发日期', 'issued_on'],
  ['制发日期', 'issued_on'],
  ['发布日期', 'published_on'],
  ['发布时间', 'published_on'],
  ['上载日期', 'published_on'],
  ['公布日期', 'published_on'],
  ['颁布日期', 'published_on'],
  ['颁布时间', 'published_on'],
  ['生效日期', 'effective_on'],
  ['生效时间', 'effective_on'],
  ['实施日期', 'effective_on'],
  ['施行日期', 'effective_on'],
  ['执行日期', 'effective_on'],
  ['失效日期', 'expires_on'],
  ['失效时间', 'expires_on'],
  ['废止日期', 'expires_on'],
  ['公开日', 'published_on'],
  ['公开日期', 'published_on'],
  ['公开时间', 'published_on'],
  ...[
    ...[
      '主题词',
      '关键词',
      '公文种类',
      '文种',
      '体裁分类',
      '信息分类',
      '组配分类',
      '服务对象分类',
      '服务对象',
      '著录日期',
    ],
    ...[
      '有效性',
      '时效性',
      '公文时效',
      '文件时效',
      '信息时效',
      '效力状态',
      '是否有效',
      '效力级别',
      '当前状态',
      '文件状态',
    ],
    ...[
      '公开方式',
      '公开形式',
      '公开类别',
      '公开属性',
      '公开范围',
      '公开时限',
      '公开程序',
      '公开主体',
      '公开目录',
      '公开责任部门',
    ],
    ...['效力等级', '法律效力', '应用分类', '栏目', '所属栏目', '公文目录'],
    ...['来源', '信息来源', '统一编号', '登记号', '统一登记号', '规范性文件登记号', '内容概述'],
  ].map((label) => [label, null] as const),
]);

/** Labels that stand beside a title or above it, on a page or in what a tool made of one: no table of fields. */
export const LINE_LABELS: ReadonlyMap<string, PageFact | null> = new Map<string, PageFact | null>([
  ...PAGE_LABELS,
  ['发表时间', 'published_on'],
  ...[
    ...[
      '分类',
      '文档类型',
      '所属主题',
      '政策分类',
      '作者',
      '发布人',
      '责任编辑',
      '更新时间',
      '更新日期',
    ],
    ...[
      '文档编号',
      '上传时间',
      '文档格式',
      '文档页数',
      '文档大小',
      '格式',
      '页数',
      '大小',
      '检索时间',
      '检索关键词',
      '原文链接',
      '浏览次数',
      '点击数',
      '阅读次数',
      '字号',
      '浏览字号',
      '字体',
    ],
  ].map((label) => [label, null] as const),
]);
