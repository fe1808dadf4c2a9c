/** Words about pictures of pages: Chinese first, then English. */
export const PICTURE_WORDS = {
  sides: ['原文显示方式', 'How the source is shown'],
  side_text: ['文字', 'Text'],
  side_picture: ['原页', 'Page'],
  picture_label: ['原页，可滚动', 'Page, scrollable'],
  picture_of: ['第 {n} 页', 'Page {n}'],
  picture_place: ['第 {n} 页（{at}/{all}）', 'Page {n} ({at} of {all})'],
  picture_turn: ['翻页与缩放', 'Pages and zoom'],
  picture_before: ['上一页', 'Previous page'],
  picture_next: ['下一页', 'Next page'],
  zoom_in: ['放大', 'Zoom in'],
  zoom_out: ['缩小', 'Zoom out'],
  zoom_fit: ['适合窗宽，现为 {n}%', 'Fit the width, now {n}%'],
  none_words: [
    '此页照读得的文字与线条排出，颜色、图案从略。',
    'This page shows its words and lines as they were read, without colours.',
  ],
  none_fonts: [
    '文件未嵌入字体，此页照读得的文字与线条排出。',
    'The file lacks fonts: this page shows its words and lines as they were read.',
  ],
  none_room: [
    '图片总量已满（--page-images-bytes），此页照读得的文字与线条排出。',
    'No room for more pictures (--page-images-bytes): this page shows its words as they were read.',
  ],
  none_fault: [
    '此页画不出，照读得的文字与线条排出。',
    'This page cannot be drawn: it shows its words and lines as they were read.',
  ],
  key_side: ['文字与原页之间切换', 'switch between text and page'],
} as const satisfies Record<string, readonly [string, string]>;
