const NUMBER = String.raw`[一-龥]{1,14}\s*[〔[［【（(]\s*(?:19|20)\d{2}\s*[〕\]］】）)]\s*第?\s*\d{1,5}\s*号`;
const WHOLE_LINE = new RegExp(String.raw`^\s*[（(]?${NUMBER}[）)]?\s*$`);
const AT_END = new RegExp(String.raw`(?:^|\s|文件)[（(]?${NUMBER}[）)]?\s*$`);

/** A line that holds a document's number and nothing else: `温政办发〔2025〕12号` (GB/T 9704-2012 7.2.5). */
export const isDocumentNumber = (line: string): boolean => WHOLE_LINE.test(line);

/** A line that ends in a document's number, as in a red head: `某某市教育局文件 某教发〔2025〕12号`. */
export const endsInDocumentNumber = (line: string): boolean => AT_END.test(line);
