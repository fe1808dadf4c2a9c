import { describe, expect, it } from 'vitest';
import { carrierCharacters, reportCarriers } from '../../scripts/eval/carriers.js';

describe('the characters that a PDF keeps of its text', async () => {
  const measured = await carrierCharacters('test/fixtures/rendered', 'samples');
  const of = (file: string) => measured.find((one) => one.file === file)!;

  it('are all there, on every page, where the file is whole', () => {
    for (const file of ['003_gbk_euc_h.pdf', '003_encrypted_rc4.pdf', '003_twocolumn.pdf']) {
      const { kept, pages } = of(file);
      expect(kept).toMatchObject({ missing: [], digitsKept: kept!.digits });
      expect(pages.length).toBeGreaterThan(3);
      const inPages = pages.reduce((sum, { inText }) => sum + inText, 0);
      expect(inPages).toBeGreaterThanOrEqual(kept!.expected);
    }
  });

  it('are counted where pages are lost, and a refusal is told', () => {
    expect(of('003_truncated_gbk.pdf').kept!.missing.length).toBeGreaterThan(0);
    expect(of('003_password.pdf')).toMatchObject({ refused: 'encrypted', kept: null });
    expect(reportCarriers(measured)).toContain('003_password.pdf  refused: encrypted');
  });
});
