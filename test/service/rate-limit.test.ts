import type { Request, Response } from 'express';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../service/http/problem.js';
import { networkOf, rateLimit } from '../../service/http/rate-limit.js';

describe('a client', () => {
  let time = 0;
  const limit = rateLimit(
    2,
    ({ ip }) => ip ?? '',
    () => time,
  );
  const ask = (ip: string, path = '/v1/datasets'): string => {
    try {
      limit({ ip, path } as Request, {} as Response, () => {});
      return 'answered';
    } catch (error) {
      return `again in ${(error as Problem).headers['retry-after']}`;
    }
  };

  test('may ask in bursts, and is held to its rate then', () => {
    expect(Array.from({ length: 21 }, () => ask('a'))).toEqual([
      ...Array(20).fill('answered'),
      'again in 1',
    ]);
    expect(ask('b')).toBe('answered');
    expect(ask('a', '/healthz')).toBe('answered');
    time += 0.5;
    expect([ask('a'), ask('a')]).toEqual(['answered', 'again in 1']);
    time += 1000;
    expect(
      Array.from({ length: 21 }, () => ask('a')).filter((said) => said !== 'answered'),
    ).toHaveLength(1);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ])('with the address %s is told by %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
