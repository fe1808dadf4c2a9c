import type { CodeText } from './code-text.js';

/** What a person should look at in a document, by code. */
export const WARNINGS = {
  column_differs: {
    zh: '表格的列与正文读出的不一致',
    en: 'A column of the table says another title, number or date than the document',
    advice: { zh: '核对该行', en: 'Check the row' },
  },
  name_differs: {
    zh: '文件名是一种格式，内容却是文本或网页',
    en: 'The name says one format, the bytes are text or a web page',
    advice: {
      zh: '打开文件看看：可能是网站的出错页面，或下载不完整',
      en: 'Open it: it may be a page that says what went wrong, or a broken download',
    },
  },
  bad_bytes: {
    zh: '有些字节不是该编码的字符，以 U+FFFD 代替',
    en: 'Bytes that are no character of the encoding stand as U+FFFD',
    advice: {
      zh: '对照原文件；或用 --encoding 指定编码',
      en: 'Compare with the original, or name the encoding with --encoding',
    },
  },
  replacement_character: {
    zh: '文本中有 U+FFFD：该字符在成文件之前已丢失',
    en: 'The text holds U+FFFD: the character was lost before the file was written',
    advice: { zh: '从来源重新取得文件', en: 'Get the file anew from its source' },
  },
  attachment_link: {
    zh: '附件在本页之外',
    en: 'An attachment lies outside this page',
    advice: { zh: '下载附件，一并抽取', en: 'Download the attachment and extract it too' },
  },
  signature_not_checked: {
    zh: '文件带有签章，未作验证',
    en: 'The file bears a signature or a seal, which was not checked',
    advice: {
      zh: '需要时用签章软件验证',
      en: 'Check it with a program for signatures, where that matters',
    },
  },
  damaged_file: {
    zh: '文件末尾被截断或损坏，可能缺页',
    en: 'The file is cut off or broken at its end; pages may be missing',
    advice: { zh: '从来源重新取得文件', en: 'Get the file anew from its source' },
  },
  damaged_page: {
    zh: '该页已损坏，未读取',
    en: 'The page is damaged and was not read',
    advice: { zh: '从来源重新取得文件', en: 'Get the file anew from its source' },
  },
  page_without_text: {
    zh: '该页是图片，没有文字层，未读取',
    en: 'The page is a picture without a text layer and was not read',
    advice: { zh: '加 --ocr 抽取，或先作文字识别', en: 'Extract with --ocr, or run OCR first' },
  },
  page_with_watermark_only: {
    zh: '该页是图片，只有扫描软件的水印文字，未读取',
    en: 'The page is a picture with only a scanning program’s mark as text and was not read',
    advice: { zh: '加 --ocr 抽取，或先作文字识别', en: 'Extract with --ocr, or run OCR first' },
  },
  picture_not_decoded: {
    zh: '该页图片过大，或格式（JBIG2、TIFF）无法解码，未读取',
    en: 'The page is a picture too large or in a format that cannot be decoded (JBIG2, TIFF) and was not read',
    advice: {
      zh: '把文件打印成 PDF，再加 --ocr 抽取',
      en: 'Print the file to PDF and extract that with --ocr',
    },
  },
  unreadable_text: {
    zh: '该页字体未说明字形对应的字符，文字未采用',
    en: 'The fonts of the page do not tell which characters they draw; its text was left out',
    advice: { zh: '加 --ocr 抽取，或先作文字识别', en: 'Extract with --ocr, or run OCR first' },
  },
  missing_characters: {
    zh: '该页缺少一些字符：字体未给出其编码',
    en: 'Some characters of the page are missing: its fonts do not name them',
    advice: { zh: '对照原页', en: 'Compare with the page' },
  },
  missing_digits: {
    zh: '该页缺少数字：字体未给出其编码',
    en: 'Digits of the page are missing: its fonts do not name them',
    advice: { zh: '对照原页补上数字', en: 'Compare with the page, and supply the digits' },
  },
  text_layer_of_ocr: {
    zh: '该页文字由其他程序从图片识别而来，可能有误',
    en: 'The text of the page was recognised from a picture by another program and may hold errors',
    advice: { zh: '核对重要的数值', en: 'Check the values that matter' },
  },
  picture_with_few_words: {
    zh: '该页大部分是图片，图中文字未读取',
    en: 'The page is mostly a picture; words inside it were not read',
    advice: { zh: '加 --ocr 抽取', en: 'Extract with --ocr' },
  },
  hidden_layer: {
    zh: '该页有未显示图层中的文字，未采用',
    en: 'The page has words in a layer that is not shown; they were left out',
    advice: {
      zh: '如应保留，在原文件中显示该图层',
      en: 'Show the layer in the file, if its words count',
    },
  },
  text_layer_replaced: {
    zh: '该页自带的文字不如由图片识别（OCR）所得，已改用后者，可能有误',
    en: 'The page’s own text was poorer than what was recognised from its picture (OCR), which was taken and may hold errors',
    advice: { zh: '核对重要的数值', en: 'Check the values that matter' },
  },
  doubtful_characters: {
    zh: '识别（OCR）的文字可能有误',
    en: 'Recognised words (OCR) may be misread',
    advice: { zh: '对照原页', en: 'Compare with the page' },
  },
  read_by_ocr: {
    zh: '该页文字由图片识别（OCR）得到，可能有误',
    en: 'The text of the page was recognised from its picture (OCR) and may hold errors',
    advice: { zh: '核对重要的数值', en: 'Check the values that matter' },
  },
  table_too_large: {
    zh: '表格过大，按段落读取',
    en: 'A table is too large and is read as paragraphs',
    advice: { zh: '拆分表格后重新抽取', en: 'Split the table and extract again' },
  },
  table_row_unclear: {
    zh: '表格该行的单元格可能归错了列',
    en: 'The cells of this table row may stand under the wrong heads',
    advice: { zh: '对照原表', en: 'Compare with the table' },
  },
  table_unclear: {
    zh: '表格没有框线，行或列无法可靠区分，未抽取',
    en: 'The rows or columns of a table without lines cannot be told apart; nothing was made of it',
    advice: {
      zh: '从 Word、Excel 或网页原件抽取',
      en: 'Extract the Word, Excel or HTML original instead',
    },
  },
  table_order_lost: {
    zh: '表格单元格在文本中的先后次序已丢失',
    en: 'The order of this table’s cells was lost in the text',
    advice: {
      zh: '从 PDF、Word 或网页原件抽取',
      en: 'Extract the PDF, Word or HTML original instead',
    },
  },
  symbols_left_out: {
    zh: '有符号字体中的未知符号，未采用',
    en: 'Signs of symbol fonts are not known and were left out',
    advice: { zh: '对照原文件', en: 'Compare with the original' },
  },
  part_damaged: {
    zh: '文件内的某一部分已损坏',
    en: 'A part inside the file is damaged',
    advice: { zh: '在 Word 中打开并另存', en: 'Open it in Word and save it anew' },
  },
  inserted_file_not_read: {
    zh: '嵌入的文件（altChunk）未读取',
    en: 'Files set into this one (altChunk) are not read',
    advice: { zh: '在 Word 中另存，使其并入正文', en: 'Save it anew in Word to join them' },
  },
  struck_text_left_out: {
    zh: '有删除线的文字未采用',
    en: 'Words that are struck through were left out',
    advice: { zh: '如应保留，去掉删除线', en: 'Take the strike away, if the words count' },
  },
  date_field_recomputed: {
    zh: '文件中的日期是域，打开时会变成当天；所取为保存时的日期，查不到的不取',
    en: 'A date in the file is a field, which programs renew when they open it; the date as saved counts, none where that is unknown',
    advice: { zh: '对照印发的文件核对日期', en: 'Check the date with the document as issued' },
  },
  merged_cells_inferred: {
    zh: '另存为文本的表格不存合并单元格；所空之处按序号和分组列推断为与上一行合并',
    en: 'A table saved as text keeps no merged cells; empty places were taken as merged with the row above, by number and group',
    advice: { zh: '核对这些行，或改用原 XLSX 文件', en: 'Check these rows, or give the XLSX file' },
  },
  hidden_sheets_left_out: {
    zh: '隐藏的工作表未采用',
    en: 'Hidden sheets are left out',
    advice: { zh: '如应保留，取消隐藏', en: 'Show them, if they count' },
  },
  hidden_rows_left_out: {
    zh: '隐藏的行未采用',
    en: 'Hidden rows are left out',
    advice: { zh: '如应保留，取消隐藏', en: 'Show them, if they count' },
  },
  hidden_columns_left_out: {
    zh: '隐藏的列未采用',
    en: 'Hidden columns are left out',
    advice: { zh: '如应保留，取消隐藏', en: 'Show them, if they count' },
  },
  formulas_without_value: {
    zh: '公式没有保存的值',
    en: 'Formulas have no value stored',
    advice: { zh: '在 Excel 中重新保存', en: 'Save the file anew in Excel' },
  },
  clause_not_attached: {
    zh: '责任分工未归入任何任务',
    en: 'A responsibility clause is in no task',
    advice: {
      zh: '查看该处，必要时用校订补上',
      en: 'Look at the place; set the units by a correction',
    },
  },
  clause_label_unknown: {
    zh: '词表中没有该责任标签，所列单位按“责任”记录',
    en: 'The label is not in the vocabulary; its names are kept as responsible',
    advice: {
      zh: '核对角色，把该词加入词表',
      en: 'Check the roles, and add the word to the vocabulary',
    },
  },
  clause_name_unread: {
    zh: '责任标签后的词读不出单位名称，未作记录',
    en: 'Words behind a label of responsible bodies read as no body and are in no record',
    advice: {
      zh: '查看该处，必要时用校订补上',
      en: 'Look at the place; set the unit by a correction',
    },
  },
  year_unknown: {
    zh: '日期没有年份，文件中也未写明',
    en: 'A date has no year, and neither item nor document tells it',
    advice: { zh: '对照文件补上年份', en: 'Supply the year by a correction' },
  },
  feast_year_unknown: {
    zh: '节日表中没有该年的节日日期',
    en: 'The day of the feast in that year is not in the table',
    advice: {
      zh: '核对日期，把该年加入节日表',
      en: 'Check the date, and add the year to the table of feasts',
    },
  },
  season_without_date: {
    zh: '“汛期前”等季节性时限没有确定日期',
    en: 'A season such as 汛期 has no fixed date; no deadline is given',
    advice: { zh: '按当地规定补上日期', en: 'Supply the date that holds at the place' },
  },
  date_impossible: {
    zh: '日历上没有这个日期',
    en: 'No calendar has this date; no deadline is given',
    advice: { zh: '对照原文', en: 'Compare with the original' },
  },
  correction_unknown: {
    zh: '校订所指的记录不存在',
    en: 'A correction names a record that is not there',
    advice: {
      zh: '一并抽取其来源，或从校订文件中删去',
      en: 'Extract its source too, or take it out of the file',
    },
  },
  correction_outdated: {
    zh: '校订已过时，未采用',
    en: 'A correction is outdated and was not applied',
    advice: { zh: '重新审阅该记录', en: 'Review the record again' },
  },
  corrected_in_review: {
    zh: '人工校订',
    en: 'Corrected by a person',
    advice: null,
  },
  rejected_in_review: {
    zh: '人工剔除',
    en: 'Taken out by a person',
    advice: null,
  },
} as const satisfies Readonly<Record<string, CodeText>>;
