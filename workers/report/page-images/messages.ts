import type { PageGeometry } from '../../../pipeline/model/document.js';
import type { ReadOptions } from '../../../pipeline/read/index.js';

/** A source whose pages are to be drawn. */
export interface DrawRequest {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly format: 'pdf' | 'ofd' | 'image';
  /** As the dataset was made. */
  readonly options: ReadOptions;
  /** Texts of its documents in the dataset, in their order. */
  readonly texts: readonly { readonly id: string; readonly text: string }[];
  /** Bytes that its pictures may have in all. */
  readonly room: number;
}

/** Why a page has no picture, but its words as they were read. */
export type NoPicture = 'fonts' | 'room' | 'fault';

/** What the process that draws says, in this order; `done` or `failed` is the last. */
export type DrawMessage =
  | {
      readonly type: 'documents';
      /** Where each begins in the text of the source; null where it does not stand there. */
      readonly starts: Readonly<Record<string, number | null>>;
    }
  | {
      readonly type: 'page';
      readonly geometry: PageGeometry;
      /** WebP; null where the page has nothing but words and lines, or `none` says why. */
      readonly picture: Uint8Array | null;
      readonly none: NoPicture | null;
    }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly says: string; readonly noCanvas: boolean };
