import { expect, test } from 'vitest';
import { restartPauses } from '../../../client/language/restart-pauses.ts';

const minute = 60 * 1000;

test('a server that dies again and again is started after longer and longer pauses, and at last no more', () => {
  const afterCrash = restartPauses();
  expect([0, 1, 2, 3, 4, 5].map((second) => afterCrash(second * 1000))).toEqual([
    { crashes: 1, pause: 500 },
    { crashes: 2, pause: 1000 },
    { crashes: 3, pause: 2000 },
    { crashes: 4, pause: 4000 },
    { crashes: 5, pause: 8000 },
    { crashes: 6, pause: undefined },
  ]);
});

test('crashes of long ago are forgotten', () => {
  const afterCrash = restartPauses();
  for (let crash = 0; crash < 5; crash++) afterCrash(crash * 1000);
  expect(afterCrash(3 * minute)).toEqual({ crashes: 5, pause: 8000 });
  expect(afterCrash(10 * minute)).toEqual({ crashes: 1, pause: 500 });
});
