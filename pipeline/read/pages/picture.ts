/** A page drawn as an image; its size in points, and pixels a point. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** A file that is open for pictures of its pages; `close` it, or its memory stays. */
export interface PagePictures {
  /**
   * A page, counted from 1 in the file, `scale` pixels a point.
   * @throws ReadError `needs_ocr_program` where this machine cannot draw
   */
  picture(number: number, scale: number): Promise<Picture>;
  close(): Promise<void>;
}
