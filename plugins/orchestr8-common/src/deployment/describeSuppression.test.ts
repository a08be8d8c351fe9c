import { AlertObservation } from './Observation';
import { describeSuppression } from './describeSuppression';

type Suppression = NonNullable<AlertObservation['suppression']>;

describe('describeSuppression', () => {
  it.each<[Suppression, string]>([
    [
      {
        kind: 'silenced',
        by: 'jane',
        until: '2026-01-01T10:00:00Z',
        reason: 'known',
      },
      'silenced by jane until 2026-01-01 10:00 UTC: known',
    ],
    [{ kind: 'inhibited', by: 'NodeDown' }, 'inhibited by NodeDown'],
    [{ kind: 'inhibited' }, 'inhibited'],
  ])('of %j says "%s"', (suppression, text) => {
    expect(describeSuppression(suppression)).toBe(text);
  });
});
