/**
 * What the columns of tables of documents are called, in lower case: those of open data sets and of
 * crawlers (Scrapy items, trafilatura and newspaper exports, tables of 政策文件库), 2026-11.
 */
export const RECORD_COLUMNS = {
  /** The document's words. */
  text: ['text', 'content', 'body', 'full_text', 'fulltext', '正文', '内容', '全文', '正文内容', '文本'],
  /** The same as HTML. */
  html: ['html', 'content_html', 'html_content', 'raw_html', 'body_html', '网页', '正文html'],
  title: ['title', '标题', '名称', '文件名称', '公文标题'],
  number: ['doc_number', 'document_number', 'docnumber', '文号', '发文字号', '文件编号'],
  date: ['issued_on', 'issue_date', '成文日期', '发文日期', '印发日期'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
