import { DeploymentEvent } from '@orchestr8/backstage-plugin-orchestr8-common';
import { queuedDeployment } from '../__testUtils__/queuedDeployment';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { HeardEvents } from './HeardEvents';

const deployment = queuedDeployment();
const { id } = deployment;
const event = (sequence: number): DeploymentEvent => ({
  ...{ sequence, at: '2026-11-24T08:00:00.000Z', deployment },
});

describe('a reader of events', () => {
  let signals: DeploymentSignals;
  let heard: HeardEvents;

  beforeEach(() => {
    signals = new DeploymentSignals();
    heard = new HeardEvents(signals, id);
  });

  afterEach(() => heard.close());

  const tell = (...links: [after: number, sequence: number][]) =>
    links.forEach(([after, sequence]) =>
      signals.notify({
        id,
        module: deployment.module,
        told: { after, event: event(sequence) },
      }),
    );
  const sequences = (cursor: number) =>
    heard.after(cursor)?.map(({ sequence }) => sequence);

  it.each<[string, number, [number, number][], number[] | undefined]>([
    ['nothing was said', 4, [], undefined],
    ['one follows at once', 4, [[4, 7]], [7]],
    ['each follows on the one before', 4, [[4, 7], [7, 9]], [7, 9]], // prettier-ignore
    ['some are known already', 7, [[4, 7], [7, 9]], [9]], // prettier-ignore
    ['all are known already', 9, [[4, 7], [7, 9]], []], // prettier-ignore
    ['one is missing before them', 3, [[4, 7]], undefined],
    ['one is missing between them', 4, [[4, 7], [8, 9]], undefined], // prettier-ignore
  ])(
    'is given what follows, or sent to the record: %s',
    (_, cursor, links, wanted) => {
      tell(...links);
      expect(sequences(cursor)).toEqual(wanted);
    },
  );

  it('is sent to the record when something else was said, and once only', () => {
    tell([4, 7]);
    signals.notify({ id, module: deployment.module, cancel: true });
    expect(sequences(4)).toBeUndefined();
    tell([7, 9]);
    expect(sequences(7)).toEqual([9]);
  });

  it('is sent to the record when it was too slow', () => {
    for (let n = 0; n < 1_000; n += 1) tell([n, n + 1]);
    expect(sequences(0)).toBeUndefined();
  });

  it('hears nothing of other deployments', () => {
    signals.notify({
      id: 'another',
      module: deployment.module,
      told: { after: 4, event: event(7) },
    });
    expect(sequences(4)).toBeUndefined();
  });

  it('does not wait for what it has not taken yet', async () => {
    const { signal } = new AbortController();
    tell([4, 7]);
    await heard.next({ timeoutMs: 2 ** 30, signal });
    expect(sequences(4)).toEqual([7]);
    const woken = heard.next({ timeoutMs: 2 ** 30, signal });
    tell([7, 9]);
    await woken;
    expect(sequences(7)).toEqual([9]);
  });
});
