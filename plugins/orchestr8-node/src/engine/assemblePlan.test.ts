import { parseModuleText } from '@orchestr8/backstage-plugin-orchestr8-common';
import { MY_SERVICE } from '@orchestr8/backstage-plugin-orchestr8-common/testing';
import { PlanInput } from '../EngineTypes';
import { assemblePlan } from './assemblePlan';

const example = parseModuleText(MY_SERVICE).module!;

const planWith = (modules: PlanInput['modules']) =>
  assemblePlan(
    {
      environment: { name: 'staging', cluster: 'playground' },
      release: 'sha256:1',
      modules,
      gates: [],
      now: '2026-11-24T12:00:00Z',
    } as unknown as PlanInput,
    { module: example, problems: [] },
  ).plan;

const redisOf = ({ dependencies }: ReturnType<typeof planWith>) =>
  dependencies.find(({ name }) => name === 'redis')!;

it('names a released version that would do, when another one runs', () => {
  const plan = planWith(
    new Map([
      [
        'redis',
        {
          namespace: 'redis-staging',
          deployed: '5.4.1',
          released: ['5.4.1', '6.0.0', '6.2.0', '7.0.0'],
        },
      ],
    ]),
  );
  expect(redisOf(plan).message).toBe(
    'my-service needs redis ^6.0; staging runs 5.4.1; 6.2.0 is released, not deployed',
  );
});

it('is the same plan when only a way out has changed', () => {
  const one = (released?: string[]) =>
    planWith(
      new Map([
        ['redis', { namespace: 'redis-staging', deployed: '5.4.1', released }],
      ]),
    );
  expect(one(['6.2.0']).hash).toBe(one(['6.3.0']).hash);
  expect(redisOf(one(['6.2.0'])).message).not.toBe(
    redisOf(one(['6.3.0'])).message,
  );
});

it('is another plan when another version runs', () => {
  const one = (deployed: string) =>
    planWith(new Map([['redis', { namespace: 'redis-staging', deployed }]]));
  expect(one('5.4.1').hash).not.toBe(one('5.4.2').hash);
});
